"""Tables without borders in a PDF: numbers, labels beside texts, several on a page, shaded rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from placebench.documents import Document
from tests.documents.browser import printed_page
from tests.documents.pdf_making import LEFT, PROSE, STYLES, Sheet, flowing
from tests.documents.pdf_seen import cells, contents, read
from tests.documents.table_files import as_html

Printed = Callable[[str], bytes]

PLAIN = ParagraphStyle("cell", STYLES["BodyText"], spaceBefore=0)
RIGHT, CENTRED = 2, 1

RESULTS = (
    ("Measure", "2022/23", "2023/24", "Target"),
    ("Falls that led to a stay in hospital, per 1,000 people", "41.2", "38.0", "35"),
    ("Checks of the heart", "1,204", "12,388", ""),
    ("Smokers who stopped", "7%", "9%", "12%"),
    ("Days lost to waiting for a place in a home each month", "310", "", "150"),
    ("Visits", "88,410", "9,017", "n/a"),
)
PLACES = (("Place", "Population", "PCNs"), ("Upper Marsh", "120,400", "6"), ("Dale", "98,113", "12"))
TEXT = (
    "Partners looked at each budget in turn. Two of them are to be held together from next spring, "
    "and a third is to follow when the council has agreed to it. Nothing else changes this year."
)
COVER = (
    ("Title", "How the place spends its money"),
    ("Author", "Wren Alder, chief officer"),
    ("What the paper says", TEXT),
    ("Risks", "Money for staff is short in every team. A reserve is kept for it until the year ends."),
    ("Asked of the board", "To note the paper."),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return what prints a page as PDF in a browser."""
    return partial(printed_page, home=tmp_path_factory.mktemp("browser"))


def html(rows: Sequence[Sequence[str]], style: str, *, header: bool = True) -> str:
    line = "<tr>{}</tr>".format
    head = line("".join(f"<th>{text}</th>" for text in rows[0])) if header else ""
    body = "".join(
        line("".join(f"<td>{text}</td>" for text in row)) for row in (rows[1:] if header else rows)
    )
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><p>{PROSE}</p>{table}<p>{PROSE}</p>"


def made(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *style: object,
    align: int = 0,
    padding: float = 3,
) -> Table:
    """Return a table without borders; its labels are on the left, its other columns as they are asked for."""
    moved = ParagraphStyle("moved", PLAIN, alignment=align)
    texts = [
        [Paragraph(text, moved if number and column else PLAIN) for column, text in enumerate(row)]
        for number, row in enumerate(rows)
    ]
    around = [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table(texts, colWidths=widths, style=[*around, ("VALIGN", (0, 0), (-1, -1), "TOP"), *style])


def found(*story: Flowable) -> list[list[list[str]]]:
    document = read(flowing([Paragraph(PROSE, PLAIN), *story, Paragraph(PROSE, PLAIN)]))
    assert contents(document, "paragraph")[0] == PROSE.strip()
    return [cells(document, number) for number in range(len(document.tables))]


def wanted(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(row) for row in rows]


@pytest.mark.program
@pytest.mark.parametrize(
    "style",
    [
        pytest.param("th{font-weight:normal;text-align:left}", id="plain labels"),
        pytest.param("th,td{padding:1px 3px}td+td{text-align:right}th{text-align:left}", id="on the right"),
        pytest.param("table{width:100%}td+td{text-align:center}", id="in the middle"),
        pytest.param(
            "table{border-collapse:collapse}th{border-bottom:1px solid;font-weight:normal;text-align:left}"
            "td+td{text-align:center}th,td{padding:4px}",
            id="a line below plain labels",
        ),
        pytest.param("body{font-size:9pt}td{vertical-align:middle}table{width:70%}", id="in small type"),
    ],
)
def test_numbers_as_a_browser_prints_them(printed: Printed, style: str) -> None:
    assert cells(read(printed(html(RESULTS, style)))) == wanted(RESULTS)


@pytest.mark.parametrize("align", [0, CENTRED, RIGHT], ids=["left", "middle", "right"])
@pytest.mark.parametrize("padding", [1.5, 4])
def test_columns_of_numbers_whose_labels_stand_beside_them(align: int, padding: float) -> None:
    assert found(made(RESULTS, (150, 90, 90, 90), align=align, padding=padding)) == [wanted(RESULTS)]


def test_two_tables_with_other_columns_and_a_line_between() -> None:
    story = (
        made(RESULTS, (150, 90, 90, 90), align=RIGHT),
        Paragraph("The places are these:", ParagraphStyle("between", PLAIN, spaceBefore=12, spaceAfter=12)),
        made(PLACES, (110, 160, 60), align=RIGHT),
    )
    assert found(*story) == [wanted(RESULTS), wanted(PLACES)]


def test_two_tables_with_the_same_columns_and_a_line_between() -> None:
    other = (
        ("Place", "Members", "Since"),
        ("Ford", "14", "2021"),
        ("Holme", "9", "2022"),
        ("Wick", "11", "2020"),
    )
    story = (
        made((*PLACES, ("Ford", "77,016", "4")), (110, 110, 110)),
        Paragraph("The boards are these:", ParagraphStyle("between", PLAIN, spaceBefore=16, spaceAfter=16)),
        made(other, (110, 110, 110)),
    )
    assert found(*story) == [wanted((*PLACES, ("Ford", "77,016", "4"))), wanted(other)]


def shown(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what stands between the prose above a table and that below."""
    blocks = [(b.kind, " ".join(document.at(b.content).split()), b.path) for b in document.blocks]
    return [block for block in blocks if block[1] != PROSE.strip()]


def test_labels_beside_texts_of_several_lines_are_read_as_on_a_web_page() -> None:
    prose = Paragraph(PROSE, PLAIN)
    assert shown(read(flowing([prose, made(COVER, (110, 330)), prose]))) == shown(as_html(COVER))


@pytest.mark.program
@pytest.mark.parametrize(
    "style", ["td{vertical-align:top}", "td{padding:5px}", "td:first-child{font-weight:bold}"]
)
def test_labels_beside_texts_as_a_browser_prints_them(printed: Printed, style: str) -> None:
    assert shown(read(printed(html(COVER, style, header=False)))) == shown(as_html(COVER))


def test_paragraphs_side_by_side_are_no_labels_and_texts() -> None:
    left = "Partners met in the hall of the old school and agreed what is to be done about the roads."
    right = "Others wrote in and said that they want fewer papers. Nobody knew how many are sent out a year."
    assert found(made([(left, right)] * 4, (150, 290))) == []


def test_prose_in_two_columns_that_is_set_line_by_line_is_no_table() -> None:
    words = (PROSE * 6).split()
    lines = [" ".join(words[at : at + 8]) for at in range(0, 160, 8)]
    sheet = Sheet()
    for one, two in zip(lines[:10], lines[10:], strict=True):
        sheet.line(one, two, at=(LEFT, LEFT + 250), size=9)
    assert not read(sheet.data()).tables


def test_shaded_rows_below_plain_labels_with_a_label_between() -> None:
    rows = (
        ("Name", "Role", "Body"),
        ("Ines Farrow", "Chair", "Ford Council"),
        ("Sam Ode", "Vice chair", "Dale Hospice"),
        ("Ash Penn", "Member", "Ford Council"),
        ("Since last spring", "", ""),
        ("Kit Rowe", "Member", "Healthwatch Dale"),
        ("Lee Marsh", "Member", "Dale Council"),
    )
    shades = [("BACKGROUND", (0, row), (-1, row), colors.lightgrey) for row in (1, 3, 5)]
    assert found(made(rows, (120, 110, 140), ("SPAN", (0, 4), (-1, 4)), *shades)) == [wanted(rows)]


def test_cells_as_close_as_a_space_where_the_file_sets_spaces_within_them() -> None:
    sheet = Sheet().paragraph(
        "The members of the board were asked to say whom they stand for at its meetings."
    )
    for name, body in (
        ("Ines Farrow of Ford", "Ford Council"),
        ("Sam Ode who leads it", "Dale Hospice"),
        ("Ash Penn", "Ford and Dale Trust"),
    ):
        sheet.line(
            name,
            body,
            at=(LEFT, LEFT + sheet.canvas.stringWidth("Sam Ode who leads it", "Helvetica", 10) + 3),
        )
    assert cells(read(sheet.data())) == [
        ["Ines Farrow of Ford", "Ford Council"],
        ["Sam Ode who leads it", "Dale Hospice"],
        ["Ash Penn", "Ford and Dale Trust"],
    ]
