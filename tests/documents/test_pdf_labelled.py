"""Tables without borders in a PDF whose bold labels tell the columns, as browsers print them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph, Table

from placebench.documents import open_document
from tests.documents.browser import printed_page
from tests.documents.pdf_making import LEFT, STYLES, Sheet, flowing
from tests.documents.pdf_seen import cells, contents, read

Printed = Callable[[str], bytes]

SEATS = (
    ("Name", "Role", "Organisation"),
    ("Dr Ines Farrow", "Chair", "Ford Hospitals NHS Trust"),
    ("Cllr Sam Ode", "Vice chair of the partnership and its committee for money", "Ford Council"),
    ("Wren Alder", "Chief officer", "Healthwatch Ford"),
    ("Professor Theodora Marchbanks", "Clinical lead", "Dale Community Services and Partners"),
    ("Ash Penn", "Member", "Ford Voluntary Action"),
)
BODIES = (
    ("Place", "Member organisations"),
    ("Ford", "Ford Council|Ford Hospitals NHS Trust|Healthwatch Ford"),
    ("Dale", "Dale Council|Dale Community Services"),
    ("Upper Marsh", "Marsh Council|Marsh Voluntary Action|Dale Community Services|Marsh Hospice"),
)
STAGES = (
    ("Theme", "Emerging", "Maturing", "Thriving"),
    (
        "Shared purpose",
        "Partners have begun to say what each wants.|A first paper was written.",
        "A plan is agreed and each partner has put its name to it.",
        "One plan is lived by all.|Residents helped to write it.|It is looked at each year.",
    ),
    (
        "Money",
        "Each partner plans alone.",
        "Some budgets stand side by side.|Savings are told to the others.",
        "One budget for older people.",
    ),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return what prints a page as PDF in a browser."""
    home = tmp_path_factory.mktemp("browser")
    return partial(printed_page, home=home)


def html(rows: Sequence[tuple[str, ...]], style: str, within: str) -> str:
    """Return a page with a table, whose cells have lines, paragraphs or bullets for the parts of a text."""
    between = {"lines": "<br>", "paragraphs": "</p><p>", "bullets": "</li><li>"}[within]
    around = {"lines": ("", ""), "paragraphs": ("<p>", "</p>"), "bullets": ("<ul><li>", "</li></ul>")}[within]

    def cell(text: str) -> str:
        return text.replace("|", between).join(around if "|" in text else ("", ""))

    head = "".join(f"<th>{text}</th>" for text in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell(text)}</td>' for text in row)}</tr>" for row in rows[1:])
    start = f"<!doctype html><meta charset=utf-8><style>{style}</style>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    above = "<p>The table shows all that was agreed.</p>"
    below = "<p>The board looks at this table every spring, and at any other time when it is asked to.</p>"
    return f"{start}{above}{table}{below}"


def wanted(rows: Sequence[tuple[str, ...]]) -> list[list[str]]:
    return [[text.replace("|", " ") for text in row] for row in rows]


@pytest.mark.program
@pytest.mark.parametrize("within", ["lines", "paragraphs", "bullets"])
@pytest.mark.parametrize("rows", [SEATS, BODIES, STAGES], ids=["seats", "bodies", "stages"])
@pytest.mark.parametrize(
    "style",
    [
        pytest.param("", id="no style"),
        pytest.param("table{width:100%}", id="as wide as the page"),
        pytest.param("th{text-align:left}td{vertical-align:top}", id="at the top"),
        pytest.param(
            "table{border-collapse:collapse}th,td{padding:8px;text-align:left;line-height:1.6}"
            "tr:nth-child(even){background:#f2f2f2}",
            id="stripes",
        ),
        pytest.param("thead{background:#ddd}th,td{padding:4px;vertical-align:top}", id="labels in colour"),
    ],
)
def test_table_that_a_browser_prints_without_borders(
    printed: Printed, style: str, rows: tuple[tuple[str, ...], ...], within: str
) -> None:
    document = read(printed(html(rows, style, within)))
    assert cells(document) == wanted(rows)
    assert len(contents(document, "paragraph")) == 2


BOLD = ParagraphStyle("label", STYLES["BodyText"], fontName="Helvetica-Bold", alignment=1, spaceBefore=0)
PLAIN = ParagraphStyle("cell", STYLES["BodyText"], spaceBefore=0)


def labelled(rows: Sequence[tuple[str, ...]], widths: Sequence[float], gap: float, *style: object) -> Table:
    texts = [
        [Paragraph(text.replace("|", "<br/>"), PLAIN if n else BOLD) for text in row]
        for n, row in enumerate(rows)
    ]
    around = [("LEFTPADDING", (0, 0), (-1, -1), gap / 2), ("RIGHTPADDING", (0, 0), (-1, -1), gap / 2)]
    return Table(texts, colWidths=widths, style=[*around, ("VALIGN", (0, 0), (-1, -1), "TOP"), *style])


@pytest.mark.parametrize("gap", [3, 4, 8])
def test_labels_in_the_middle_of_their_columns(gap: float) -> None:
    assert cells(read(flowing([labelled(SEATS, (80, 140, 120), gap)]))) == wanted(SEATS)


def test_two_columns_of_which_the_second_has_many_lines() -> None:
    found = read(flowing([labelled(BODIES, (80, 200), 6), Paragraph("The board meets in May.", PLAIN)]))
    assert cells(found) == wanted(BODIES)
    assert contents(found, "paragraph") == ["The board meets in May."]


def test_paragraph_below_is_no_row_where_it_leaves_the_columns_free() -> None:
    rows = (("Name", "Role"), ("Wren Alder", "Chief officer"), ("Ash Penn", "Member"), ("Kit Rowe", "Member"))
    below = Paragraph("It was agreed <b>then</b>.", ParagraphStyle("far", PLAIN, leftIndent=-9))
    found = read(flowing([labelled(rows, (90, 200), 6), below]))
    assert cells(found) == wanted(rows)


def test_single_rows_without_colour_at_both_ends_of_stripes_of_two_columns() -> None:
    rows = [
        ("Organisation", "Seat"),
        *((f"Body {n} of the place", "Member of the board and of both of its committees") for n in range(5)),
    ]
    stripes = [("BACKGROUND", (0, row), (-1, row), colors.lightgrey) for row in (2, 4)]
    found = read(flowing([labelled(rows, (120, 130), 8, *stripes)]))
    assert cells(found) == wanted(rows)


def test_two_columns_of_prose_below_bold_headings_stay_prose(tmp_path: Path) -> None:
    left = (
        "The board met in May and agreed how the money of the place is spent over the next two years by all. "
        * 4
    )
    right = (
        "Residents were asked what they want from their services, and most of them want to be seen sooner. "
        * 4
    )
    columns = [[Paragraph("What we did", BOLD), Paragraph("What we heard", BOLD)]]
    file = tmp_path / "news.pdf"
    texts = Table([*columns, [Paragraph(left, PLAIN), Paragraph(right, PLAIN)]], colWidths=(220, 220))
    file.write_bytes(flowing([texts]))
    assert left.strip() in " ".join(open_document(file).text.split())


def test_cells_that_nearly_touch_are_words_of_their_own() -> None:
    sheet = Sheet()
    sheet.line("Place", "Member", at=(LEFT, LEFT + 60), bold=True)
    for place, member in (("Ford", "Ford Council"), ("Dale", "Hospital of Dale"), ("Marsh", "Marsh Hospice")):
        left = LEFT + 60 - stringWidth(place, "Helvetica", 10) - 0.8
        sheet.line(place, member, at=(left, LEFT + 60))
    assert "Ford Ford Council" in " ".join(read(sheet.data()).text.split())


def test_name_with_a_capital_inside_stays_one_word() -> None:
    sheet = Sheet().line("Ann McDale spoke for PlaceWorks.")
    assert read(sheet.data()).text.strip() == "Ann McDale spoke for PlaceWorks."


def test_labels_beside_the_text_of_another_column_of_the_page() -> None:
    rows = (
        ("Theme", "Early", "Late"),
        *((f"Theme {n}", "Some talk of it", "All of them do it") for n in range(4)),
    )
    table = labelled(rows, (60, 80, 90), 4)
    prose = [
        Paragraph("The board met in May and agreed how the money of the place is spent by all. " * 6, PLAIN)
    ] * 6
    file = io.BytesIO()
    paper = BaseDocTemplate(file, pagesize=A4)
    frames = [Frame(35, 40, 255, 760), Frame(305, 40, 255, 760)]
    paper.addPageTemplates([PageTemplate(frames=frames)])
    paper.build([*prose, FrameBreak(), table, *prose[:3]])
    assert cells(read(file.getvalue())) == wanted(rows)
