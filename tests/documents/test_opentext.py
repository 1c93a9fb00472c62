"""OpenDocument texts: what a person sees in LibreOffice is what is read."""

from __future__ import annotations

import pytest

from placebench.documents import read_document
from placebench.errors import UnreadableDocument
from tests.documents.text_files import odt, read, told

HEAD = '<text:h text:outline-level="1">Plan</text:h>'
LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="I" text:display-levels="3"/>'
    "</text:list-style>"
    '<text:list-style style:name="B1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def listed(*items: str, style: str = "L1", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def within(item: str) -> str:
    return f"<text:list><text:list-item>{item}</text:list-item></text:list>"


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_labels_are_counted_level_by_level() -> None:
    body = listed(p("One"), p("Two") + within(p("First") + within(p("Deep"))), p("Three"))
    assert told(read(HEAD + body, styles=LISTS))[1:] == [
        ("item", "1.", 1, "One"),
        ("item", "2.", 1, "Two"),
        ("item", "(a)", 2, "First"),
        ("item", "2.a.I", 3, "Deep"),
        ("item", "3.", 1, "Three"),
    ]


@pytest.mark.parametrize(
    ("more", "label"),
    [
        ("", "1."),
        ('text:continue-numbering="true"', "2."),
        ('text:continue-list="first"', "2."),
    ],
)
def test_a_list_begins_anew_unless_it_says_that_it_goes_on(more: str, label: str) -> None:
    body = listed(p("One"), more='xml:id="first"') + p("Between.") + listed(p("Next"), more=more)
    assert told(read(HEAD + body, styles=LISTS))[-1] == ("item", label, 1, "Next")


def test_an_item_may_say_its_number_and_a_second_paragraph_has_none() -> None:
    body = listed(p("Four") + p("More.")).replace("<text:list-item>", '<text:list-item text:start-value="4">')
    assert told(read(HEAD + body + listed(p("Dot"), style="B1"), styles=LISTS))[1:] == [
        ("item", "4.", 1, "Four"),
        ("paragraph", None, None, "More."),
        ("item", "•", 1, "Dot"),
    ]


def test_headings_are_numbered_where_the_outline_says_so() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    body = HEAD + '<text:h text:outline-level="2">Aims</text:h><text:h text:outline-level="1">Risks</text:h>'
    assert told(read(body, shared=outline)) == [
        ("heading", "1", 1, "Plan"),
        ("heading", "1.1", 2, "Aims"),
        ("heading", "2", 1, "Risks"),
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(p('A<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), "A b c d", id="white space"),
        pytest.param(p("A\n  folded   line"), "A folded line", id="white space of the file"),
        pytest.param(p('Now<text:span text:style-name="Struck"> before</text:span>'), "Now", id="struck out"),
        pytest.param(p('Seen<text:span text:style-name="Hid"> unseen</text:span>'), "Seen", id="hidden"),
        pytest.param(p('10<text:span text:style-name="Up">2</text:span> beds'), "10² beds", id="raised"),
        pytest.param(p("A<office:annotation><text:p>No</text:p></office:annotation>."), "A.", id="comment"),
        pytest.param(
            p('Kept <text:change-start text:change-id="c"/>added<text:change-end text:change-id="c"/>')
            + "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>",
            "Kept added",
            id="tracked changes",
        ),
        pytest.param(
            p("Text.") + '<text:section text:display="none"><text:p>Unseen</text:p></text:section>',
            "Text.",
            id="hidden section",
        ),
    ],
)  # fmt: skip
def test_what_a_reader_sees_of_a_paragraph(body: str, words: str) -> None:
    styles = (
        '<style:style style:name="Hid"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="Struck">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    assert told(read(HEAD + body, styles=styles))[1:] == [("paragraph", None, None, words)]


def test_a_footnote_follows_its_paragraph_and_a_box_stands_where_it_is_anchored() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>From April.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>"
    assert told(read(HEAD + p(f"Agreed{note}.{box}") + p("After."))) == [
        ("heading", None, 1, "Plan"),
        ("paragraph", None, None, "Agreed."),
        ("paragraph", None, None, "Boxed."),
        ("footnote", "¹", None, "From April."),
        ("paragraph", None, None, "After."),
    ]


def test_table_with_header_merged_cells_and_a_table_within() -> None:
    row = f"<table:table-row><table:table-cell>{p('in')}</table:table-cell></table:table-row>"
    document = read(
        HEAD
        + "<table:table><table:table-header-rows><table:table-row>"
        + f'<table:table-cell table:number-columns-spanned="2">{p("Wide")}</table:table-cell>'
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        + f"<table:table-row><table:table-cell>{p('a')}</table:table-cell>"
        + f"<table:table-cell>{p('b')}<table:table>{row}</table:table></table:table-cell>"
        + "</table:table-row></table:table>"
    )
    outer, inner = document.tables
    assert [(cell.row, cell.column, cell.column_span, cell.header) for cell in outer.cells] == [
        (0, 0, 2, True),
        (1, 0, 1, False),
        (1, 1, 1, False),
    ]
    assert document.at(inner.span) == "in"


def test_headers_and_contents_are_furniture() -> None:
    page = (
        "<office:master-styles><style:master-page><style:header><text:p>Ford board</text:p></style:header>"
        '<style:footer style:display="false"><text:p>Unseen</text:p></style:footer>'
        "</style:master-page></office:master-styles>"
    )
    index = "<text:index-body><text:p>Aims 3</text:p></text:index-body>"
    contents = f"<text:table-of-content>{index}</text:table-of-content>"
    assert told(read(HEAD + contents + p("Text."), shared=page)) == [
        ("furniture", None, None, "Ford board"),
        ("heading", None, 1, "Plan"),
        ("furniture", None, None, "Aims 3"),
        ("paragraph", None, None, "Text."),
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (odt(p("x"), manifest="<encryption-data/>"), "encrypted"),
        (odt(p("x"))[:200], "damaged or incomplete"),
        (odt("").replace(b"content.xml", b"contenu.xml"), "no part"),
    ],
    ids=["password", "cut", "without text"],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, found: str) -> None:
    with pytest.raises(UnreadableDocument, match=found):
        read_document(data, "plan.odt")
