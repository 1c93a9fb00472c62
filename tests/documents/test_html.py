"""What the reader of HTML sees on a page."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document
from placebench.documents.limits import DEFAULT_LIMITS
from placebench.errors import UnreadableDocument


def read(body: str, head: str = "") -> Document:
    return read_document(f"<!doctype html><html><head>{head}</head><body>{body}".encode(), "page.html")


def outline(body: str) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and content of every block."""
    document = read(body)
    return [(block.kind, block.label, block.level, document.at(block.content)) for block in document.blocks]


def contents(body: str, kind: str | None = None) -> list[str]:
    return [text for block, _, _, text in outline(body) if kind in (None, block)]


def cells(body: str, table: int = 0) -> list[list[list[str]]]:
    document = read(body)
    return [
        [[document.at(span) for span in cell.spans] for cell in row] for row in document.tables[table].rows
    ]


def test_list_that_a_typed_item_introduces_stands_below_it() -> None:
    introduced = "<p>1. The plan</p><p>2. The priorities are:</p><ul><li>frailty</li></ul>"
    body = f"{introduced}<p>3. Next</p><ul><li>x</li></ul>"
    assert [(label, level) for _, label, level, _ in outline(body)] == [
        ("1.", 1), ("2.", 1), ("•", 2), ("3.", 1), ("•", 1),
    ]  # fmt: skip


def test_heading_that_was_not_closed_holds_only_its_own_line() -> None:
    assert outline("<h1>Plan<h2>Members<p>The council chairs.<ul><li>Ford") == [
        ("heading", None, 1, "Plan"),
        ("heading", None, 2, "Members"),
        ("paragraph", None, None, "The council chairs."),
        ("item", "•", 1, "Ford"),
    ]


def test_heading_around_a_block_is_one() -> None:
    assert outline("<h2><div>Members</div></h2>") == [("heading", None, 2, "Members")]


def test_list_that_counts_down() -> None:
    assert [label for _, label, _, _ in outline("<ol reversed><li>c<li>b<li>a</ol>")] == ["3.", "2.", "1."]


class TestText:
    @pytest.mark.parametrize(
        ("body", "text"),
        [
            ("<p>One</p><p>Two</p>", "One\nTwo"),
            ("<p>  One \n\t two  <b> three</b> </p>", "One two three"),
            ("<p>The <b>Commit</b>tee</p>", "The Committee"),
            (
                "<p>Since 2023<sup>2</sup> 10<sup>3</sup> on the 1<sup>st</sup></p>",
                "Since 2023² 10³ on the 1st",
            ),
            ("<p>Chaired by the <del>trust</del><s>ICB</s><ins>council</ins></p>", "Chaired by the council"),
            ("<p>One<br>two <br/> three", "One\ntwo\nthree"),
            ("<p>One&nbsp; two&nbsp;</p>", "One\u00a0 two\u00a0"),
            ("<div>One<div>Two</div>Three</div>", "One\nTwo\nThree"),
            ("<pre>a  b\n  c</pre>", "a  b\n  c"),
            ("One &amp; two &lt;b&gt; &#8211; &eacute;", "One & two <b> – é"),
            ("<p>\u00a0</p><p>One</p><p> </p>", "One"),
            ("<p>One", "One"),
            ("<p>One</p", "One"),
        ],
    )
    def test_is_what_a_person_sees(self, body: str, text: str) -> None:
        assert read(body).text == text

    @pytest.mark.parametrize(
        "unseen",
        [
            "<script>var x = '<p>no</p>';</script>",
            "<style>p {color: red}</style>",
            "<template><p>no</p></template>",
            "<noscript><p>no</p></noscript>",
            "<p hidden>no</p>",
            "<div style='color: red; display: none'><p>no</p></div>",
            "<span style='visibility:hidden'>no</span>",
            "<!-- <p>no</p> -->",
            "<svg><text>no</text></svg>",
            "<select><option>no</option></select>",
        ],
    )
    def test_leaves_out_what_nobody_sees(self, unseen: str) -> None:
        assert read(f"<p>One</p>{unseen}<p>Two</p>").text == "One\nTwo"

    def test_labels_stand_before_their_items(self) -> None:
        document = read("<ol><li>One<li>Two</ol>")
        assert document.text == "1. One\n2. Two"
        assert [document.at(block.span) for block in document.blocks] == ["1. One", "2. Two"]


class TestHeadings:
    def test_level_and_path(self) -> None:
        document = read(
            "<h1>Plan</h1><h2>Aims</h2><p>x</p><h3>More</h3><p>y</p><h2>Scope <i>2031</i></h2><p>z"
        )
        assert [(block.level, block.path) for block in document.blocks] == [
            (1, ()),
            (2, ("Plan",)),
            (None, ("Plan", "Aims")),
            (3, ("Plan", "Aims")),
            (None, ("Plan", "Aims", "More")),
            (2, ("Plan",)),
            (None, ("Plan", "Scope 2031")),
        ]

    def test_bold_title_is_a_heading_of_unknown_level(self) -> None:
        assert outline("<p><strong>The impact</strong></p><p><b>Partners</b> meet.</p>") == [
            ("heading", None, None, "The impact"),
            ("paragraph", None, None, "Partners meet."),
        ]

    def test_empty_heading_is_none(self) -> None:
        assert contents("<h2> </h2><p>One</p>") == ["One"]


class TestLists:
    @pytest.mark.parametrize(
        ("tag", "labels"),
        [
            ("<ul>", ["•", "•"]),
            ("<ol>", ["1.", "2."]),
            ("<ol start=5>", ["5.", "6."]),
            ("<ol type=a>", ["a.", "b."]),
            ("<ol type=A start=26>", ["Z.", "AA."]),
            ("<ol type=i start=3>", ["iii.", "iv."]),
            ("<ol type=I start=9>", ["IX.", "X."]),
            ("<ol style='list-style-type: lower-roman'>", ["i.", "ii."]),
            ("<ol type=a start=0>", ["0.", "a."]),
            ("<ul style='list-style: none'>", [None, None]),
        ],
    )
    def test_labels_are_those_of_a_browser(self, tag: str, labels: list[str | None]) -> None:
        assert [(label, text) for _, label, _, text in outline(f"{tag}<li>x<li>y")] == [
            (labels[0], "x"),
            (labels[1], "y"),
        ]

    def test_item_may_set_its_number(self) -> None:
        assert [label for _, label, _, _ in outline("<ol><li>x<li value=7>y<li>z")] == ["1.", "7.", "8."]

    def test_nested_lists_have_levels(self) -> None:
        assert outline("<ol><li>a<ul><li>b<ol type=a><li>c</ol></ul>d<li>e</ol>") == [
            ("item", "1.", 1, "a"),
            ("item", "•", 2, "b"),
            ("item", "a.", 3, "c"),
            ("item", None, 1, "d"),
            ("item", "2.", 1, "e"),
        ]

    @pytest.mark.parametrize(
        ("paragraph", "label"),
        [
            ("<p class=MsoListParagraph><span>Ø<span>&nbsp; </span></span>Housing</p>", "Ø"),
            ("<p>4.<span>&nbsp;&nbsp;&nbsp; </span>Housing</p>", "4."),
            ("<p>·<span>&nbsp;&nbsp; </span>Housing</p>", "·"),
            ("<p>&nbsp;- Housing</p>", "-"),
        ],
    )
    def test_paragraph_of_a_word_processor_that_begins_with_a_label_is_an_item(
        self, paragraph: str, label: str
    ) -> None:
        assert outline(paragraph) == [("item", label, 1, "Housing")]

    def test_level_of_such_an_item(self) -> None:
        numbered = "<p>1. a</p><p>Ø b</p><p>Ø c</p><p>2. d</p><p>e.</p>"
        assert [level for _, _, level, _ in outline(numbered)] == [1, 2, 2, 1, None]
        assert [level for _, _, level, _ in outline("<p>• a<p style='margin-left: 2cm'>• b<p>• c")] == [
            1,
            2,
            2,
        ]
        assert outline("<p style='mso-list:l0 level3 lfo1'>• a")[0][2] == 3

    def test_lines_of_one_paragraph_that_begin_with_labels_are_items(self) -> None:
        assert outline("<p>Topics:<br>• a<br>more<br>• b<br><br>The end.</p>") == [
            ("paragraph", None, None, "Topics:"),
            ("item", "•", 1, "a\nmore"),
            ("item", "•", 1, "b"),
            ("paragraph", None, None, "The end."),
        ]

    def test_line_of_white_space_is_no_paragraph(self) -> None:
        assert contents("<p>&nbsp;<br>&nbsp;<br>One<br>&nbsp;<br>&nbsp;</p>") == ["One"]

    def test_terms_and_definitions_are_paragraphs(self) -> None:
        assert contents("<dl><dt>Chair<dd>Dale Board<dt>Host<dd>Ford Trust</dl>", "paragraph") == [
            "Chair",
            "Dale Board",
            "Host",
            "Ford Trust",
        ]


class TestTables:
    def test_cells_headers_and_name(self) -> None:
        body = "<table><caption>Stages</caption><thead><tr><td>Theme<td>Early"
        body += "<tbody><tr><th>Vision<td>Talks</table>"
        table = read(body).tables[0]
        assert table.name == "Stages"
        assert [[cell.header for cell in row] for row in table.rows] == [[True, True], [True, False]]
        assert cells(body) == [[["Theme"], ["Early"]], [["Vision"], ["Talks"]]]

    def test_cells_that_cover_several_keep_the_columns(self) -> None:
        body = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td rowspan=9>f</table>"
        assert [
            [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in row]
            for row in read(body).tables[0].rows
        ] == [
            [(0, 0, 2, 1), (0, 1, 1, 2)],
            [(1, 1, 1, 1), (1, 2, 1, 1)],
            [(2, 0, 1, 1), (2, 1, 1, 1)],
        ]

    def test_row_span_of_nought_reaches_the_end(self) -> None:
        body = "<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>"
        assert [[cell.column for cell in row] for row in read(body).tables[0].rows] == [[0, 1], [1], [1]]

    def test_paragraphs_items_and_lines_of_a_cell_are_its_spans(self) -> None:
        body = "<table><tr><td><p>One<p>Two<ul><li>Three</ul>Four<br>Five<br>and six<td></table>"
        assert cells(body) == [[["One", "Two", "Three", "Four", "Five\nand six"], []]]

    def test_nested_table_is_a_table_of_its_own(self) -> None:
        body = "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>"
        assert cells(body, 0) == [[["a", "c"], ["d"]]]
        assert cells(body, 1) == [[["b"]]]
        assert [block.table for block in read(body).blocks] == [0, 1, 0, 0]

    def test_table_without_text_is_none(self) -> None:
        document = read("<table><tr><td></table><table><tr><td>a</table>")
        assert [block.table for block in document.blocks] == [0]
        assert len(document.tables) == 1

    def test_table_for_layout_is_none(self) -> None:
        body = "<table role=presentation><tr><td><h2>Aims</h2><p>One<td><p>Two</table>"
        assert [(kind, text) for kind, _, _, text in outline(body)] == [
            ("heading", "Aims"),
            ("paragraph", "One"),
            ("paragraph", "Two"),
        ]


class TestFurniture:
    @pytest.mark.parametrize(
        "body",
        [
            "<nav><ul><li>Home</ul></nav>",
            "<header><p>Home</p></header>",
            "<footer>Home</footer>",
            "<div id=cookie>Home</div>",
            "<div class='site cookie-banner'>Home</div>",
            "<div role=navigation>Home</div>",
            "<ol class=breadcrumbs><li>Home</ol>",
            "<button>Home</button>",
        ],
    )
    def test_landmarks_are_told_from_the_content(self, body: str) -> None:
        assert outline(f"{body}<h1>Plan</h1>") == [
            ("furniture", None, None, "Home"),
            ("heading", None, 1, "Plan"),
        ]

    @pytest.mark.parametrize(
        "body",
        [
            "<article><header><p>Plan</p></header></article>",
            "<main class=cookies><p>Plan</p></main>",
            "<div class=cookery><p>Plan</p></div>",
            "<div class=cookie-wall><p>Plan</p></div>",
        ],
    )
    def test_content_is_told_from_landmarks(self, body: str) -> None:
        assert contents(body, "paragraph") == ["Plan"]

    @pytest.mark.parametrize(
        ("body", "label"),
        [
            ("<p class=MsoFootnoteText>A remark.</p>", None),
            ("<aside role=doc-footnote>A remark.</aside>", None),
            ("<ol class=footnotes><li>A remark.</ol>", "1."),
            ("<ol><li id=fn:1>A remark.</ol>", "1."),
        ],
    )
    def test_footnotes(self, body: str, label: str | None) -> None:
        assert outline(f"<p>A point.</p>{body}")[1] == ("footnote", label, None, "A remark.")


class TestMetadata:
    def test_page_says_what_it_is(self) -> None:
        head = """<title> The
            plan </title><meta property="og:site_name" content="Dale Board">
            <meta name=author content="A clerk">
            <meta property="article:published_time" content="2031-05-04T10:00:00Z">
            <link rel="canonical" href="https://example.org/plan">"""
        assert read("<p>x", head).metadata == {
            "title": "The plan",
            "publisher": "Dale Board",
            "published": "2031-05-04",
            "url": "https://example.org/plan",
        }

    @pytest.mark.parametrize(
        ("head", "body", "metadata"),
        [
            ("", "<h1>The plan</h1>", {"title": "The plan"}),
            ("<meta name='DC.publisher' content='Dale Board'>", "x", {"publisher": "Dale Board"}),
            ("<meta name='author' content='Dale Board'>", "x", {"publisher": "Dale Board"}),
            ("", "<time datetime='2031-05'>May</time>", {"published": "2031-05"}),
            ("<meta name=date content='last May'>", "x", {}),
            ("<meta name=date content='2031-99-99'>", "x", {}),
        ],
    )
    def test_other_ways_of_saying_it(self, head: str, body: str, metadata: dict[str, str]) -> None:
        assert read(body, head).metadata == metadata


class TestHostilePages:
    @pytest.mark.parametrize("tag", ["div", "ul><li", "span", "b", "table><tr><td", "x-y"])
    def test_nesting_beyond_the_limit_is_refused(self, tag: str) -> None:
        with pytest.raises(UnreadableDocument) as error:
            read(f"<{tag}>" * 100_000 + "x")
        assert error.value.found == "elements nested 100,000 deep"

    def test_nesting_up_to_the_limit_is_read(self) -> None:
        assert contents("<div>" * DEFAULT_LIMITS.nesting + "x") == ["x"]

    def test_many_elements_that_end_or_need_no_end_are_read(self) -> None:
        assert len(read("<p>x" * 5000).blocks) == 5000
        assert len(read("<div>x</div>" * 5000).blocks) == 5000

    def test_element_with_too_many_attributes_is_refused(self) -> None:
        with pytest.raises(UnreadableDocument) as error:
            read("<p " + " ".join(f"a{n}='>'" for n in range(5000)) + ">x")
        assert error.value.found == "an element with 5,000 attributes"

    def test_long_attribute_is_no_crowd(self) -> None:
        assert contents("<p title='" + "word " * 5000 + "'>x") == ["x"]

    def test_stray_quotation_marks_do_not_swallow_the_page(self) -> None:
        assert contents('<p><a href="x y"">One</a>' * 1000) == ["One"] * 1000
