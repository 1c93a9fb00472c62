"""What the reader of plain text sees in a text."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document


def read(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


def outline(text: str) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and content of every block."""
    document = read(text)
    return [(block.kind, block.label, block.level, document.at(block.content)) for block in document.blocks]


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).blocks]


class TestText:
    def test_is_the_decoded_file_and_nothing_else(self) -> None:
        text = "  One\u00a0line.\r\n\r\nAnother   line.\t\r\n"
        assert read(text).text == text

    def test_has_a_page_after_each_form_feed(self) -> None:
        document = read("First page.\fSecond page.\n\nMore.")
        assert [document.at(page) for page in document.pages] == ["First page.\f", "Second page.\n\nMore."]
        assert [block.page for block in document.blocks] == [1, 2, 2]

    def test_has_no_pages_without_form_feeds(self) -> None:
        document = read("One page.")
        assert document.pages == ()
        assert document.blocks[0].page is None


class TestLists:
    @pytest.mark.parametrize(
        ("line", "label", "content"),
        [
            ("• Frailty", "•", "Frailty"),
            ("•Frailty", "•", "Frailty"),
            ("- Frailty", "-", "Frailty"),
            ("o Frailty", "o", "Frailty"),
            ("Ø\u00a0 Frailty", "Ø", "Frailty"),
            ("§\u00a0 Frailty", "§", "Frailty"),
            ("\uf0b7 Frailty", "\uf0b7", "Frailty"),
            ("1. Frailty is common.", "1.", "Frailty is common."),
            ("1.\u00a0\u00a0\u00a0 Frailty is common.", "1.", "Frailty is common."),
            ("12) Frailty is common.", "12)", "Frailty is common."),
            ("(3) Frailty is common.", "(3)", "Frailty is common."),
            ("a. Frailty", "a.", "Frailty"),
            ("(a) Frailty", "(a)", "Frailty"),
            ("(i) Frailty", "(i)", "Frailty"),
            ("(i)frailty", "(i)", "frailty"),
            ("(a)frailty", "(a)", "frailty"),
            ("1.1 Frailty is common.", "1.1", "Frailty is common."),
        ],
    )
    def test_label_is_what_a_person_sees(self, line: str, label: str, content: str) -> None:
        assert outline(line) == [("item", label, 1, content)]

    @pytest.mark.parametrize(
        ("line", "label", "content"),
        [
            ("- 7. Partners meet.", "7.", "Partners meet."),
            ("- i. Partners meet.", "i.", "Partners meet."),
            ("- o Partners meet.", "o", "Partners meet."),
            ("- · Partners meet.", "·", "Partners meet."),
            ("- 40% of partners meet.", "-", "40% of partners meet."),
        ],
    )
    def test_hyphen_of_a_conversion_gives_way_to_the_label(self, line: str, label: str, content: str) -> None:
        assert outline(line) == [("item", label, 1, content)]

    @pytest.mark.parametrize(
        "line",
        [
            "p. 7 of the annex says so.",
            "c. 500 people took part.",
            "3.5 million people live here.",
            "-5 degrees.",
            "(s)he chairs the board.",
            "(pre)school children are a priority.",
        ],
    )
    def test_words_that_look_like_a_label_are_words(self, line: str) -> None:
        assert kinds(line) == ["paragraph"]

    @pytest.mark.parametrize(
        ("lines", "levels"),
        [
            (["• a", "  • b", "    • c", "  • d", "• e"], [1, 2, 3, 2, 1]),
            (["1. a", "• b", "• c", "2. d"], [1, 2, 2, 1]),
            (["- a", "- o b", "- c"], [1, 2, 1]),
            (["- a", "- · b", "- c"], [1, 1, 1]),
            (["- 1. a", " - i. b", " - ii. c", "- 2. d", " - e"], [1, 2, 2, 1, 2]),
            (["1. a", "(a) b", "(i) c", "(ii) d", "(b) e", "2. f"], [1, 2, 3, 3, 2, 1]),
            (["g. a", "a. b"], [None, 1]),
            (["a. a", "b. b", "c. c", "d. d", "e. e", "f. f", "g. g", "h. h", "i. i", "j. j"], [1] * 10),
            (["1. a", "   2. b"], [1, 1]),
            (["  1. a", "  1. b", "3. c", "4. d"], [1, 1, 1, 1]),
        ],
    )
    def test_level_comes_from_indentation_and_labels(
        self, lines: list[str], levels: list[int | None]
    ) -> None:
        assert [block.level for block in read("\n".join(lines)).blocks] == levels

    def test_paragraph_closes_the_list(self) -> None:
        text = "1. First point.\n\nA paragraph of its own.\n\n• A bullet\n"
        assert [(kind, level) for kind, _, level, _ in outline(text)] == [
            ("item", 1),
            ("paragraph", None),
            ("item", 1),
        ]

    def test_blank_lines_do_not_close_it(self) -> None:
        assert [
            level for _, _, level, _ in outline("1. Topics are:\n\n \u00a0\n\nØ  Frailty\n\nØ  Housing\n")
        ] == [1, 2, 2]

    def test_label_on_a_line_of_its_own_takes_the_next_line(self) -> None:
        assert outline("•\nFrailty and falls\n") == [("item", "•", 1, "\nFrailty and falls")]


class TestWrappedLines:
    @pytest.mark.parametrize(
        "text",
        [
            "- Partners use a form that\n follows function and\n nothing else.",
            "  • Partners use a form that\n    Follows function.",
            "Several providers work at place and\ncommunity level together.",
            "They pay £5 and\n(when asked) more.",
            "- Partners in Dale\nand Ford",
        ],
    )
    def test_join_to_one_block_that_covers_the_line_break(self, text: str) -> None:
        document = read(text)
        assert [document.at(block.span) for block in document.blocks] == [text.strip()]

    def test_text_wrapped_at_a_width_joins_whatever_the_next_word(self) -> None:
        words = "The Board of Dale met in Ford. Members of the Board agreed that Dale has a plan for all. "
        lines: list[str] = [""]
        for word in (words * 5).split():
            if len(lines[-1]) + len(word) < 60:
                lines[-1] += f" {word}" if lines[-1] else word
            else:
                lines.append(word)
        assert kinds("\n".join(lines) + "\n\nA second paragraph.") == ["paragraph", "paragraph"]

    def test_lines_that_end_sentences_are_paragraphs_of_their_own(self) -> None:
        assert kinds("The board met.\nThe board agreed.\n") == ["paragraph", "paragraph"]

    def test_line_further_out_than_an_item_is_no_more_of_it(self) -> None:
        text = "They are:\n  (a) falls\n  (b) carers\nMore was put forward.\n"
        assert kinds(text) == ["paragraph", "item", "item", "paragraph"]

    def test_dash_inside_a_sentence_is_no_bullet(self) -> None:
        assert kinds("The board met in Ford\n– a town in the dale – and agreed.\n") == ["paragraph"]


LONG = "A sentence that runs on for long enough that nobody would ever take it for the title of a section."


def test_a_paragraph_far_longer_than_the_line_above_is_its_own() -> None:
    long = (
        "The Board of Ford meets every month in public, is chaired by the council, and reports to the trust."
    )
    assert outline(f"Text.\n2. Governance\n{long}\n")[-1] == ("paragraph", None, None, long)
    assert kinds(f"We have two aims:\n- Warm homes\n{long}\n- Good food\n{long}\n")[1:] == ["item", "item"]


class TestHeadings:
    @pytest.mark.parametrize(
        "line",
        [
            "Ford",
            "The impact",
            "What do we mean by a partnership?",
            "Priorities for 2031/32",
            "Mental Health (Adults)",
            "**Executive summary**",
            "BOARD MEETING",
            "Appendix One: How the partnership grows.",
            "Outcomes:",
        ],
    )
    def test_short_line_on_its_own(self, line: str) -> None:
        assert kinds(f"{LONG}\n\n{line}\n\n{LONG}") == ["paragraph", "heading", "paragraph"]

    @pytest.mark.parametrize("line", ["Ford", "The impact", "What comes next for the place?"])
    def test_short_line_without_blank_lines_around_it(self, line: str) -> None:
        assert kinds(f"{LONG}\n{line}\n{LONG}") == ["paragraph", "heading", "paragraph"]

    @pytest.mark.parametrize(
        "line",
        [
            "The board met.",
            "Date of meeting: 1 May 2031",
            "Figure 1: The stages",
            "“We work together”",
            "board members",
            "Write to place@example.org",
            "This line has a good many more words in it than the title of any section would",
        ],
    )
    def test_other_lines_are_paragraphs(self, line: str) -> None:
        assert kinds(f"{LONG}\n\n{line}\n\n{LONG}") == ["paragraph", "paragraph", "paragraph"]

    def test_colon_before_a_list_introduces_it(self) -> None:
        assert kinds("Outcomes:\n\n- Fewer falls\n") == ["paragraph", "item"]

    def test_names_one_a_line_are_no_headings(self) -> None:
        assert kinds("Ford Council\nDale Trust\nHill Practice\n") == ["paragraph"] * 3

    def test_long_run_of_names_is_what_is_left_of_a_table(self) -> None:
        assert kinds("Ford\n\nDale\n\nHill\n\nMoor\n\nThe rest is prose.") == ["paragraph"] * 5

    def test_numbered_title_over_a_paragraph_is_a_heading(self) -> None:
        text = f"1. Introduction\n\n{LONG}\n\n1.1 Background\n\n{LONG}\n"
        assert [(kind, label, level) for kind, label, level, _ in outline(text)] == [
            ("heading", "1.", 1),
            ("paragraph", None, None),
            ("heading", "1.1", 2),
            ("paragraph", None, None),
        ]

    def test_numbered_titles_one_after_another_are_a_list(self) -> None:
        assert kinds(f"  1. Aims\n\n  2. Next steps\n\n{LONG}") == ["item", "item", "paragraph"]

    def test_capitals_and_appendices_stand_above_the_rest(self) -> None:
        text = f"A PAPER\n\nAims\n\n{LONG}\n\nScope\n\n{LONG}\n\nAppendix A: Stages\n\nNotes\n\n{LONG}"
        paths = [block.path for block in read(text).blocks if block.kind == "paragraph"]
        assert paths == [("A PAPER", "Aims"), ("A PAPER", "Scope"), ("Appendix A: Stages", "Notes")]

    def test_section_of_a_position_is_the_headings_above(self) -> None:
        text = f"A PAPER\n\n**Aims**\n\n{LONG}"
        assert read(text).section_at(text.index(LONG)) == "A PAPER > Aims"


class TestTables:
    def test_run_of_lines_with_tabs_is_a_table(self) -> None:
        document = read("Theme\tEarly\tLate\nVision\t\tShared\n\nTheme\tEarly\n")
        assert [
            [[document.at(span) for span in cell.spans] for cell in row] for row in document.tables[0].rows
        ] == [[["Theme"], ["Early"], ["Late"]], [["Vision"], [], ["Shared"]]]
        assert [block.table for block in document.blocks] == [0, 0, 0, 0, 0, 1, 1]

    def test_line_that_begins_with_tabs_continues_the_table(self) -> None:
        document = read("Vision\tTalks\tA plan\n\t\tand a second plan\n")
        assert [len(row) for row in document.tables[0].rows] == [3, 3]
        assert [cell.column for cell in document.tables[0].rows[1] if cell.spans] == [2]

    def test_rule_of_a_conversion_is_no_row(self) -> None:
        document = read("Theme\tEarly\n-----\t-----\nVision\tTalks\n")
        assert len(document.tables[0].rows) == 2
        assert [block.kind for block in document.blocks] == ["cell", "cell", "furniture", "cell", "cell"]

    def test_bullet_inside_a_cell_stays_text(self) -> None:
        document = read("Vision\t• Talks • Plans\n")
        assert [document.at(block.content) for block in document.blocks] == ["Vision", "• Talks • Plans"]

    def test_rules_alone_are_no_table(self) -> None:
        document = read("What they do\n---------\t-----\t--\n---------\t-----\t--\n\nMore words.\n")
        assert document.tables == ()

    def test_tab_after_a_label_makes_no_table(self) -> None:
        assert outline("1.\tFord has a board.\n2.\tSo has Dale.\n") == [
            ("item", "1.", 1, "Ford has a board."),
            ("item", "2.", 1, "So has Dale."),
        ]

    def test_heading_above_is_the_path_of_its_cells(self) -> None:
        assert {block.path for block in read("Stages\n\nTheme\tEarly\n").blocks if block.kind == "cell"} == {
            ("Stages",)
        }


class TestFootnotesAndFurniture:
    def test_superscript_number_begins_a_footnote(self) -> None:
        text = "5. A point.\n\n² A remark on it.\n\n6. Another point.\n"
        assert outline(text) == [
            ("item", "5.", 1, "A point."),
            ("footnote", "²", None, "A remark on it."),
            ("item", "6.", 1, "Another point."),
        ]

    @pytest.mark.parametrize("line", ["12", "Page 3 of 10", "- 4 -", "----|----", "======"])
    def test_page_numbers_and_rules_are_furniture(self, line: str) -> None:
        assert kinds(f"{LONG}\n\n{line}\n\n{LONG}") == ["paragraph", "furniture", "paragraph"]


def test_lines_of_who_came_to_a_meeting_are_no_headings() -> None:
    text = "NORTH BOARD\n\nPresent\nChair\n\nIn attendance\nPlace lead, Walsall\n\nIt met twice.\n"
    document = read_document(text.encode(), "minutes.txt")
    headings = [document.at(block.content) for block in document.blocks if block.kind == "heading"]
    assert headings == ["NORTH BOARD", "Present", "In attendance"]
