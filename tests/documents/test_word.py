"""Word documents: what a person sees of their paragraphs, tables, notes, headers and tracked changes."""

from __future__ import annotations

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from tests.documents.word_files import (
    add_list,
    item,
    kinds,
    level,
    lines,
    of_body,
    paragraph,
    read,
    run,
    seen,
    xml,
)

BOLD = "<w:b/>"


def test_styles_give_headings_with_their_levels_and_sections() -> None:
    word = docx.Document()
    word.add_paragraph("Dale Partnership", style="Title")
    word.add_heading("Governance", 1)
    word.add_paragraph("The board meets.")
    word.add_heading("Members", 2)
    word.add_paragraph("The council is one.")
    document = read(word)
    assert seen(document, "heading") == [
        (None, 1, "Dale Partnership"),
        (None, 1, "Governance"),
        (None, 2, "Members"),
    ]
    assert document.blocks[-1].path == ("Dale Partnership", "Governance", "Members")


def test_style_based_on_a_heading_is_one_and_an_outline_level_makes_one() -> None:
    word = docx.Document()
    style = word.styles.add_style("Paper heading", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Heading 2"]
    word.add_paragraph("Purpose", style="Paper heading")
    word.add_paragraph("The board agreed.")
    word.element.body[-1].addprevious(xml(paragraph("Next steps", '<w:outlineLvl w:val="2"/>')))
    assert seen(read(word), "heading") == [(None, 2, "Purpose"), (None, 3, "Next steps")]


def test_numbered_paragraph_in_the_style_of_a_heading_is_none() -> None:
    word = docx.Document()
    word.add_heading("Delegation", 1)
    long = "The board has asked each of its members to say by the end of June which of their budgets " * 2
    word.add_heading(f"{long}could be pooled.", 2)
    assert [kind for kind, _ in kinds(read(word))] == ["heading", "paragraph"]


def test_short_paragraph_in_bold_is_a_heading_without_a_level() -> None:
    word = docx.Document()
    word.add_heading("Paper", 1)
    word.add_paragraph().add_run("Next steps").bold = True
    word.add_paragraph("The board meets.")
    word.add_paragraph().add_run("This one is bold and is a sentence.").bold = True
    assert seen(read(word), "heading") == [(None, 1, "Paper"), (None, None, "Next steps")]


def test_number_typed_before_a_heading_is_its_label() -> None:
    word = docx.Document()
    word.add_heading("2.1 Membership", 2)
    word.add_paragraph("The council is a member.")
    document = read(word)
    assert seen(document, "heading") == [("2.1", 2, "Membership")]
    assert document.blocks[1].path == ("Membership",)


def test_insertions_are_kept_and_deletions_left_out() -> None:
    word = of_body(
        f"<w:p>{run('The board meets ')}<w:del>{run('monthly').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{run('quarterly')}</w:ins>{run('.')}</w:p>",
        f"<w:p><w:moveFrom>{run('It was here.')}</w:moveFrom><w:moveTo>{run('It is here.')}</w:moveTo></w:p>",
        f"<w:ins>{paragraph('All of this is new.')}</w:ins>",
    )
    assert lines(read(word)) == ["The board meets quarterly.", "It is here.", "All of this is new."]


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    word = of_body(paragraph("The board ", gone), paragraph("meets."), paragraph("A last one.", gone))
    assert [text for _, text in kinds(read(word))] == ["The board meets.", "A last one."]


def test_raised_digits_stay_apart_from_the_number_before_them() -> None:
    mark = run("2", '<w:vertAlign w:val="superscript"/>')
    word = of_body(f"<w:p>{run('Since 2023')}{mark}{run(' too.')}</w:p>")
    assert read(word).text.strip() == "Since 2023² too."


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_item_that_was_deleted_or_moved_away_has_no_number(change: str) -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    mark = f'<w:rPr><w:{change} w:id="1" w:author="A"/></w:rPr>'
    tag = "delText" if change == "del" else "t"
    words = f'<w:{change} w:id="2" w:author="A"><w:r><w:{tag}>Gone.</w:{tag}></w:r></w:{change}>'
    moved = '<w:moveTo w:id="3" w:author="A"><w:r><w:t>Come.</w:t></w:r></w:moveTo>'
    word = of_body(
        item("First.", 7),
        f"<w:p><w:pPr>{properties}{mark}</w:pPr>{words}</w:p>",
        item("Second.", 7),
        f"<w:p><w:pPr>{properties}</w:pPr>{moved}</w:p>",
    )
    add_list(word, 7, level(0, "decimal", "%1."))
    document = read(word)
    assert [block.label for block in document.blocks] == ["1.", "2.", "3."]
    assert "Gone" not in document.text


def test_text_box_that_is_drawn_in_two_ways_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('The chair rotates.')}</w:txbxContent>"
    word = of_body(
        "<w:p><w:r><w:t>Before the box.</w:t><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        paragraph("After the box."),
    )
    assert [text for _, text in kinds(read(word))] == [
        "Before the box.",
        "The chair rotates.",
        "After the box.",
    ]


def test_merged_cells_cover_rows_and_columns() -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    for one, other in (((0, 0), (0, 1)), ((1, 2), (2, 2))):
        for cell in (table.cell(*one), table.cell(*other)):
            cell.text = ""
        table.cell(*one).merge(table.cell(*other)).text = "both"
    document = read(word)
    (found,) = document.tables
    assert [
        (cell.row, cell.column, cell.row_span, cell.column_span, [document.at(span) for span in cell.spans])
        for cell in found.cells
    ] == [
        (0, 0, 1, 2, ["both"]),
        (0, 2, 1, 1, ["02"]),
        (1, 0, 1, 1, ["10"]),
        (1, 1, 1, 1, ["11"]),
        (1, 2, 2, 1, ["both"]),
        (2, 0, 1, 1, ["20"]),
        (2, 1, 1, 1, ["21"]),
    ]


def test_row_repeated_on_each_page_is_a_header_and_a_deleted_row_is_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(text)}</w:tc></w:tr>"

    word = of_body(f"<w:tbl>{row('Theme', '<w:tblHeader/>')}{row('Old', '<w:del/>')}{row('New')}</w:tbl>")
    document = read(word)
    (table,) = document.tables
    assert [(cell.row, cell.header, document.at(cell.spans[0])) for cell in table.cells] == [
        (0, True, "Theme"),
        (1, False, "New"),
    ]


def test_table_within_a_cell_is_a_table_of_its_own() -> None:
    word = docx.Document()
    cell = word.add_table(1, 2).cell(0, 0)
    cell.text = "outer"
    cell.add_table(1, 1).cell(0, 0).text = "inner"
    cell.add_paragraph("outer again")
    document = read(word)
    texts = [[document.at(span) for one in table.cells for span in one.spans] for table in document.tables]
    assert texts == [["outer", "outer again"], ["inner"]]


def test_list_in_a_cell_keeps_its_labels() -> None:
    word = docx.Document()
    word.add_table(1, 1).cell(0, 0).add_paragraph("Frailty", style="List Bullet")
    assert seen(read(word), "cell") == [("•", 1, "Frailty")]


def test_headers_and_footers_are_furniture_once() -> None:
    word = docx.Document()
    word.add_heading("Paper", 1)
    for number in range(2):
        section = word.sections[0] if number == 0 else word.add_section()
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = "Dale board"
        section.footer.paragraphs[0].text = f"Part {number + 1}"
    assert kinds(read(word)) == [
        ("furniture", "Dale board"),
        ("heading", "Paper"),
        ("furniture", "Part 1"),
        ("furniture", "Part 2"),
    ]


def test_table_of_contents_is_furniture() -> None:
    word = docx.Document()
    word.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("Governance\t2", style="toc 1")
    word.add_heading("Governance", 1)
    assert kinds(read(word)) == [("furniture", "Governance\t2"), ("heading", "Governance")]


def test_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    word = of_body(
        f"<w:p>{run('The board')}<w:r><w:footnoteReference w:id='3'/></w:r>{run(' decides.')}</w:p>",
        paragraph("It meets."),
    )
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="0" w:type="separator">{paragraph("none")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Since 2022.")}{paragraph("Or before.")}</w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document = read(word)
    assert kinds(document) == [
        ("paragraph", "The board decides."),
        ("footnote", "Since 2022."),
        ("footnote", "Or before."),
        ("paragraph", "It meets."),
    ]
    assert [block.label for block in document.blocks] == [None, "¹", None, None]


def test_lines_with_tabs_that_stand_together_are_a_table() -> None:
    word = docx.Document()
    word.add_heading("Members", 1)
    word.add_paragraph("Name\tOrganisation")
    word.add_paragraph("Chair\tDale Council")
    word.add_paragraph("")
    word.add_paragraph("Date\t5 May 2031")
    document = read(word)
    assert [len(row) for row in document.tables[0].rows] == [2, 2]
    assert kinds(document)[-1] == ("paragraph", "Date\t5 May 2031")


def test_labels_that_were_typed_are_labels() -> None:
    word = docx.Document()
    word.add_heading("Priorities", 1)
    word.add_paragraph("1. These are agreed:")
    word.add_paragraph("frailty", style="List Bullet")
    word.add_paragraph("2. And two more:\n(a) discharge\n(b) oral health")
    assert seen(read(word), "item") == [
        ("1.", 1, "These are agreed:"),
        ("•", 2, "frailty"),
        ("2.", 1, "And two more:"),
        ("(a)", 2, "discharge"),
        ("(b)", 2, "oral health"),
    ]


@pytest.mark.parametrize("blank", [True, False])
def test_document_of_typed_lines_is_read_as_plain_text(blank: bool) -> None:  # noqa: FBT001
    typed = ["DALE BOARD", "", "1. Priorities", "", "- Frailty", "- Discharge", "", "They are agreed."]
    word = docx.Document()
    for line in typed if blank else filter(None, typed):
        word.add_paragraph(line)
    assert [(block.kind, block.label) for block in read(word).blocks] == [
        ("heading", None),
        ("item", "1."),
        ("item", "-"),
        ("item", "-"),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("title", "kept"), [("Dale board paper", True), ("Microsoft Word - x.doc", False), ("Document1", False)]
)
def test_title_is_taken_where_it_says_something(title: str, kept: bool) -> None:  # noqa: FBT001
    word = docx.Document()
    word.add_paragraph("The board meets.")
    word.core_properties.title = title
    assert ("title" in read(word).metadata) is kept


def test_a_file_says_when_it_was_changed_and_never_when_it_was_published() -> None:
    word = docx.Document()
    word.add_paragraph("The board meets.")
    assert read(word).metadata == {}
    word.core_properties.modified = word.core_properties.created.replace(year=2024)
    assert read(word).metadata == {"modified": "2024-12-23"}


def test_list_of_a_paragraph_style_counts_with_the_others() -> None:
    word = of_body()
    add_list(word, 50, level(0, "decimal", "%1.", '<w:pStyle w:val="ListNumber"/>'))
    style = word.styles["List Number"].element
    style.pPr.numPr.numId.val = 50
    word.add_paragraph("first", style="List Number")
    word.element.body[-1].addprevious(xml(item("second", 50)))
    assert seen(read(word), "item") == [("1.", 1, "first"), ("2.", 1, "second")]


def test_document_without_headings_of_its_own_has_those_that_its_words_tell() -> None:
    word = docx.Document()
    word.add_paragraph("BOARD PAPER")
    word.add_paragraph("Priorities")
    word.add_paragraph("frailty", style="List Bullet")
    word.add_paragraph("Next steps")
    word.add_paragraph("The board meets in May.")
    document = read(word)
    assert seen(document, "heading") == [
        (None, 1, "BOARD PAPER"),
        (None, 2, "Priorities"),
        (None, 2, "Next steps"),
    ]
    assert [block.path for block in document.blocks if block.kind != "heading"] == [
        ("BOARD PAPER", "Priorities"),
        ("BOARD PAPER", "Next steps"),
    ]


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ('<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>', "diagrams"),
        ('<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>', "charts"),
    ],
)
def test_what_a_drawing_holds_beside_text_is_said_to_be_unread(inside: str, named: str) -> None:
    drawing = f"<w:p><w:r><w:drawing><a:graphicData>{inside}</a:graphicData></w:drawing></w:r></w:p>"
    (warning,) = read(of_body(paragraph("Text."), drawing)).warnings
    assert warning.startswith(named)
    assert read(of_body(paragraph("Text."))).warnings == ()


def test_the_title_is_the_first_paragraph_in_the_style_of_one():
    word = of_body(
        paragraph("Terms of reference", '<w:pStyle w:val="Title"/>'),
        paragraph("Alpha", '<w:pStyle w:val="Title"/>'),
        paragraph("The board meets."),
    )
    assert read(word).metadata["title"] == "Terms of reference"


def test_a_title_in_the_properties_goes_before_one_in_the_text():
    word = of_body(paragraph("Terms of reference", '<w:pStyle w:val="Title"/>'))
    word.core_properties.title = "How Alpha is run"
    assert read(word).metadata["title"] == "How Alpha is run"
