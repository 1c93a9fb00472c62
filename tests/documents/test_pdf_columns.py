"""Pages of a PDF with columns of prose that hold lists and tables, and bullets that are drawn."""

from __future__ import annotations

import io

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.documents.pdf_making import LEFT, PROSE, STYLES, Sheet, table
from tests.documents.pdf_seen import cells, contents, outline, read

ROWS = [["Service", "Place"], ["Primary care", "Access to appointments"], ["Family hubs", "The council"]]


def in_columns(story: list[Flowable], gutter: float = 8 * mm, footer: str = "") -> bytes:
    """Return a file in which things flow from column to column, as in a newsletter."""
    file = io.BytesIO()
    template = BaseDocTemplate(file, pagesize=A4)
    width = (A4[0] - 2 * LEFT - gutter) / 2
    frames = [
        Frame(LEFT + number * (width + gutter), 30 * mm, width, 200 * mm, leftPadding=0, rightPadding=0)
        for number in range(2)
    ]
    # A program sets the footer when the page is full.
    end = PageTemplate(frames=frames, onPageEnd=lambda canvas, _: canvas.drawString(LEFT, 20 * mm, footer))
    template.addPageTemplates(end)
    template.build(story)
    return file.getvalue()


def prose(text: str) -> Paragraph:
    return Paragraph(text, STYLES["BodyText"])


def test_a_column_with_a_table_and_a_list_is_read_to_its_end_before_the_next() -> None:
    members = [Paragraph(name, STYLES["BodyText"], bulletText="•") for name in ("Ford Council", "The trust")]
    left = [Paragraph("Who we are", STYLES["Heading2"]), prose(PROSE), *members, prose(PROSE * 2)]
    story = [
        *left,
        Spacer(1, 150 * mm),
        prose(PROSE),
        table(ROWS, colWidths=[38 * mm] * 2),
        prose("The end."),
    ]
    document = read(in_columns(story))
    assert cells(document) == ROWS
    kinds = [kind for kind, *_ in outline(document)]
    assert kinds == ["heading", "paragraph", *["item"] * 2, *["paragraph"] * 2, *["cell"] * 6, "paragraph"]
    assert contents(document, "paragraph")[-2:] == [PROSE.strip(), "The end."]


def test_a_footer_of_a_single_page_stands_behind_its_columns() -> None:
    story = [prose(PROSE * 2), FrameBreak(), prose(PROSE * 2)]
    document = read(in_columns(story, footer="Papers of the board"))
    said = [document.at(block.content) for block in document.blocks]
    assert said == [(PROSE * 2).strip(), (PROSE * 2).strip(), "Papers of the board"]


def test_the_last_page_of_a_paper_in_columns_may_fill_but_the_first() -> None:
    pages = [prose(PROSE * 3) for _ in range(16)]
    document = read(in_columns([*pages, prose(PROSE)]))
    last = [document.at(block.content) for block in document.blocks if block.page == len(document.pages)]
    assert len(document.pages) > 1
    assert last[-1] == PROSE.strip()


@pytest.mark.parametrize("gutter", [6, 20])
def test_columns_of_short_lines_beside_prose_are_no_table(gutter: float) -> None:
    partners = [f"Partner number {number}" for number in range(1, 9)]
    items = [Paragraph(name, STYLES["BodyText"], bulletText="•") for name in partners]
    document = read(in_columns([prose(PROSE), *items, Spacer(1, 160 * mm), *[prose(PROSE)] * 3], gutter))
    assert not document.tables
    assert contents(document, "item") == partners
    assert contents(document, "paragraph") == [PROSE.strip()] * 4


def dotted(sheet: Sheet, text: str, *, size: float = 1.9, gap: float = 12, beside: str = "") -> Sheet:
    """Set a line with a dot drawn before it, as browsers do."""
    sheet.line(beside, text, at=(LEFT, LEFT + 60))
    sheet.canvas.circle(LEFT + 60 - gap, sheet.y + 3, size, fill=1)
    return sheet


def test_bullets_that_are_drawn_are_bullets() -> None:
    sheet = Sheet().line("The board is asked to:")
    for text in ("note the plan;", "agree that the place becomes a committee; and", "endorse the framework."):
        dotted(sheet, text)
    document = read(sheet.data())
    assert [label for _, label, *_ in outline(document)] == [None, "•", "•", "•"]
    assert contents(document, "item")[0] == "note the plan;"


@pytest.mark.parametrize(
    "options", [{"size": 5}, {"gap": 50}, {"beside": "Ford Council"}, {"gap": -5}], ids=str
)
def test_other_dots_are_none(options: dict[str, object]) -> None:
    document = read(dotted(Sheet().line("The board is asked to:"), "note the plan;", **options).data())
    assert "•" not in document.text


def test_dots_that_lead_to_a_number_are_none() -> None:
    sheet = Sheet().line("Purpose", "7", at=(LEFT, LEFT + 200))
    for number in range(12):
        sheet.canvas.circle(LEFT + 60 + 11 * number, sheet.y + 1, 0.9, fill=1)
    assert "•" not in read(sheet.data()).text


@pytest.mark.parametrize(
    "style",
    [
        pytest.param([("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black)], id="a line below the labels"),
        pytest.param([("GRID", (0, 0), (-1, -1), 0.5, colors.black)], id="borders"),
    ],
)
def test_a_table_goes_on_in_the_next_column_without_its_labels(style: list[tuple[object, ...]]) -> None:
    small = ParagraphStyle("small", STYLES["BodyText"], fontSize=7, leading=9)
    bold = ParagraphStyle("bold", small, fontName="Helvetica-Bold")
    rows = [
        ["Purpose", "Some agree on it", "All agree on one plan for the place"],
        ["Money", "Each spends its own", "One budget is spent by all of them"],
        ["Data", "None is shared", "All see the same figures every month"],
        ["Staff", "Each has its own", "Teams work across the whole place"],
    ]
    labels = ["Theme", "Early", "Late"]
    cells_of = [[Paragraph(text, bold) for text in labels], *[[Paragraph(t, small) for t in r] for r in rows]]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    made = Table(cells_of, style=[top, *style], colWidths=[18 * mm, 30 * mm, 32 * mm])
    story = [prose(PROSE * 5), Spacer(1, 62 * mm), prose(PROSE * 2), made, prose(PROSE * 4)]
    document = read(in_columns(story))
    assert len(document.tables) == 1
    assert cells(document) == [labels, *rows]
