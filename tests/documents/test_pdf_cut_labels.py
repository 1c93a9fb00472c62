"""Labels of the rows of a PDF table that a page break cuts, where all other cells end above it."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from tests.documents.pdf_making import STYLES, flowing
from tests.documents.pdf_seen import cells, read

CELL = ParagraphStyle("cell", STYLES["BodyText"], spaceBefore=0, leading=12)
LABELS = (
    "Shared Purpose of All Partners and of Residents who Use what They Offer",
    "Money that Partners Hold Together, Savings Included, and Who Decides on It",
    "People who Work for Several Partners at Once and how Their Time is Shared",
    "Data that Health Services and Councils Share with the Voluntary Sector",
)
RATED = [("Theme", "Ford", "Dale"), *((label, "Building", "Starting") for label in LABELS)]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
FIRST_BOLD = ("Theme", *LABELS)


def rated(*style: object, bold: bool = False, repeat: int = 0) -> Table:
    """Return a table with labels of many lines beside single words."""
    texts = [
        [Paragraph(f"<b>{text}</b>" if n == 0 or (bold and text in LABELS) else text, CELL) for text in row]
        for n, row in enumerate(RATED)
    ]
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    return Table(texts, colWidths=(75, 90, 90), style=[top, *style], splitInRow=1, repeatRows=repeat)


@pytest.mark.parametrize("space", [455, 480, 505, 530, 560])
@pytest.mark.parametrize(
    "table",
    [
        pytest.param(lambda: rated(GRID), id="grid"),
        pytest.param(lambda: rated(GRID, bold=True), id="bold labels"),
        pytest.param(lambda: rated(GRID, repeat=1), id="repeated header"),
        pytest.param(rated, id="no lines"),
    ],
)
def test_label_that_a_page_break_cuts_is_one(space: float, table: type[Table]) -> None:
    story: list[Flowable] = [Spacer(1, space), table()]
    document = read(flowing(story))
    assert len(document.pages) == 2
    assert cells(document) == [list(row) for row in RATED]


def test_label_alone_that_had_room_above_is_a_row_of_its_own() -> None:
    rows = [*RATED[:3], ("Money", "Starting", "Building")]
    grid = [[Paragraph(text, CELL) for text in row] for row in rows]
    alone = [
        [Paragraph(text, CELL) for text in row]
        for row in (("Seen", "", ""), ("Data", "Building", "Starting"))
    ]
    first = Table(grid, colWidths=(140, 90, 90), style=[GRID])
    second = Table(alone, colWidths=(140, 90, 90), style=[GRID])
    document = read(flowing([Spacer(1, 590), first, second]))
    assert "Seen" in [row[0] for row in cells(document)]
