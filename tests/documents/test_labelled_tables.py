"""Labels with what they head beside them are sections of the text, in every format that has tables."""

from __future__ import annotations

import pytest

from placebench.documents import CELL, FURNITURE, Block, Cell, Document, Span, Table, read_document
from placebench.documents.reading import Reading
from placebench.documents.text_in_tables import as_running_text
from tests.documents.soundness import check
from tests.documents.table_files import FORMATS, as_html, as_pdf, as_word

SHEET = [
    ("Title", "Work of the Ford partnership"),
    ("Author", "Jo Bell, place director"),
    ("Purpose", "The paper says what the partnership of Ford did in the past year and what it has cost."),
    ("Decision", "The committee is asked to approve the budget of the Ford partnership for next year."),
]
UNKNOWN = [
    (
        "Starting well",
        "Families in Ford were asked what would help them, and a drop-in was opened in the spring.",
    ),
    (
        "Ageing well",
        "A team of nurses and social workers visits people at home in the east of Ford each week.",
    ),
]


def shown(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(b.kind, " ".join(document.at(b.content).split()), b.path) for b in document.blocks]


@pytest.mark.parametrize("made", FORMATS)
def test_sentences_stand_below_their_label_and_short_texts_behind_it(made) -> None:
    document = made(SHEET)
    check(document)
    (title, author, *rest) = document.blocks
    assert document.tables == ()
    assert [document.at(block.beside) for block in (title, author)] == ["Title", "Author"]
    assert [(block.kind, document.at(block.content).split()[-1]) for block in (title, author)] == [
        ("paragraph", "partnership"),
        ("paragraph", "director"),
    ]
    assert [(block.kind, block.path) for block in rest] == [
        ("heading", ()),
        ("paragraph", ("Purpose",)),
        ("heading", ()),
        ("paragraph", ("Decision",)),
    ]


def test_labels_that_nobody_lists_are_told_by_the_sentences_beside_them() -> None:
    assert [(kind, path) for kind, _, path in shown(as_html(UNKNOWN))] == [
        ("heading", ()),
        ("paragraph", ("Starting well",)),
        ("heading", ()),
        ("paragraph", ("Ageing well",)),
    ]


def test_lists_and_several_paragraphs_stand_below_their_label() -> None:
    asked = "<p>The committee is asked to:</p><ul><li>note the paper;</li></ul><p>(a) agree the plan.</p>"
    document = as_html([*SHEET, ("Recommendations", asked)])
    check(document)
    assert [(b.kind, b.label) for b in document.blocks if b.path == ("Recommendations",)] == [
        ("paragraph", None),
        ("item", "•"),
        ("item", "(a)"),
    ]


def test_a_row_of_two_labels_is_read_as_two_and_one_of_the_whole_width_as_a_title() -> None:
    rows = "".join(f"<tr><td>{label}</td><td colspan=3>{text}</td></tr>" for label, text in SHEET[2:])
    page = (
        "<table><tr><th colspan=4>Part one</th></tr>"
        f"<tr><td>Date:</td><td>4 May</td><td>Item:</td><td>7</td></tr>{rows}</table>"
    )
    document = read_document(f"<html><body>{page}</body></html>".encode(), "page.html")
    check(document)
    assert document.tables == ()
    assert [(kind, text) for kind, text, _ in shown(document)][:3] == [
        ("heading", "Part one"),
        ("paragraph", "Date: 4 May"),
        ("paragraph", "Item: 7"),
    ]


def test_the_foot_of_a_page_between_a_label_and_its_text_stays_where_it_is() -> None:
    text = "Chair\nPage 1\nJo Bell\nAuthor\nSam Reed"
    label, foot, told, other, name = (
        Span(text.index(word), text.index(word) + len(word))
        for word in ("Chair", "Page 1", "Jo Bell", "Author", "Sam Reed")
    )
    cells = tuple(Cell(at // 2, at % 2, (span,)) for at, span in enumerate((label, told, other, name)))
    blocks = [Block(CELL, span, span, table=0) for span in (label, told, other, name)]
    blocks.insert(1, Block(FURNITURE, foot, foot))
    table = Table(cells, Span(0, len(text)))
    found = as_running_text(Reading(text, tuple(blocks), (table,)))
    assert [(block.kind, text[block.span.start : block.span.end]) for block in found.blocks] == [
        ("heading", "Chair"),
        ("furniture", "Page 1"),
        ("paragraph", "Jo Bell"),
        ("paragraph", "Author\nSam Reed"),
    ]


def test_a_box_is_a_title_and_what_stands_below_it() -> None:
    box = "<p>What is asked</p><p>The committee is asked to approve the budget of the Ford partnership.</p>"
    assert [(kind, path) for kind, _, path in shown(as_html([(box,)]))] == [
        ("heading", ()),
        ("paragraph", ("What is asked",)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Theme", "What is done"), *UNKNOWN],
        [("Ford Council", "Jo Bell"), ("Dale Trust", "Sam Reed")],
        [("Theme", "Emerging", "Thriving"), ("Vision", SHEET[2][1], SHEET[3][1])],
        [("The committee met.", UNKNOWN[0][1]), ("It will meet again.", UNKNOWN[1][1])],
    ],
    ids=["data below a header", "names", "prose in two columns", "sentences for labels"],
)
def test_other_tables_stay_tables(rows: list[tuple[str, ...]]) -> None:
    assert len(as_html(rows).tables) == 1


def test_a_header_that_is_marked_makes_a_table_unless_most_labels_are_known() -> None:
    def read(labelled: list[tuple[str, str]]) -> Document:
        rows = "".join(f"<tr><td>{label}</td><td>{text}</td></tr>" for label, text in labelled)
        page = f"<html><body><table><tr><th>Part</th><th>Content</th></tr>{rows}</table></body></html>"
        return read_document(page.encode(), "page.html")

    assert len(read([*UNKNOWN, ("Living well", "Jo Bell")]).tables) == 1
    assert read(SHEET).tables == ()


@pytest.mark.parametrize("made", FORMATS)
def test_headers_that_only_say_item_and_detail_make_no_data(made) -> None:
    document = made([("Item", "Detail"), ("Chair", "Jo Bell"), ("Rooms", "Ford library")])
    assert document.tables == ()
    assert [document.at(block.beside) for block in document.blocks[-2:]] == ["Chair", "Rooms"]


def test_a_box_that_leads_up_to_a_list_is_one() -> None:
    box = "<table><tr><td><p>Partners may also</p><p>share an office</p><p>lend staff</p></td></tr></table>"
    document = read_document(f"<html><body>{box}</body></html>".encode(), "page.html")
    assert [block.kind for block in document.blocks] == ["heading", "item", "item"]


@pytest.mark.parametrize("made", [as_html, as_word, as_pdf])
def test_days_with_what_happened_on_them_are_no_data(made) -> None:
    document = made([("April 2031", "The alliance was formed"), ("July 2032", "A second office was let")])
    assert document.tables == ()
    assert [document.at(block.beside) for block in document.blocks] == ["April 2031", "July 2032"]
