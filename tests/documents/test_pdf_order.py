"""Tables without lines whose rows and columns only the order of the words in the file tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image

from tests.documents.pdf_making import Sheet
from tests.documents.pdf_seen import cells, contents, read

HEADER = ("Theme", "Emerging", "Thriving")
ROWS = (
    (("Shared plan",), ("Partners meet and", "talk of a plan"), ("One plan that", "all agree", "and fund")),
    (
        ("Joint posts", "and teams"),
        ("Nobody shares",),
        ("Posts are shared", "by council, trust", "and system"),
    ),
    (("Use of data",), ("Each has its own",), ("One record that", "all may look at", "at any time")),
)
TEXTS = [list(HEADER), *([" ".join(cell) for cell in row] for row in ROWS)]
EDGES = (60.0, 138.0, 218.0)
"""Two points beyond the widest text of the column before, as spreadsheets set them."""
STEP, PADDING = 10, 2


def set_cells(sheet: Sheet, align: float, *, short_first: bool = False) -> Sheet:
    """Set the cells one after the other, each so far down its row, with next to no space between rows."""
    set_cell(sheet, 0, 100, HEADER[:1])
    set_cell(sheet, 1, 100, HEADER[1:2])
    set_cell(sheet, 2, 100, HEADER[2:])
    places = []
    for number, row in enumerate(ROWS):
        top = 100 + STEP + (3 * STEP + PADDING) * number
        places += [(column, top + align * STEP * (3 - len(cell)), cell) for column, cell in enumerate(row)]
    for column, top, cell in sorted(places, key=lambda one: len(one[2]) > 1) if short_first else places:
        set_cell(sheet, column, top, cell)
    return sheet


def set_cell(sheet: Sheet, column: int, top: float, lines: Sequence[str]) -> None:
    for number, text in enumerate(lines):
        sheet.put(EDGES[column], top + STEP * number, text, size=9)


@pytest.mark.parametrize("short_first", [False, True], ids=["row by row", "cells of one line first"])
@pytest.mark.parametrize("align", [0, 0.5, 1], ids=["top", "middle", "bottom"])
def test_rows_without_lines_or_space_are_those_that_the_file_sets(align: float, *, short_first: bool) -> None:
    assert cells(read(set_cells(Sheet(), align, short_first=short_first).data())) == TEXTS


def test_text_too_high_for_its_row_stays_in_its_cell() -> None:
    sheet = Sheet()
    for y in (90, 103, 126, 143):
        sheet.canvas.line(55, 842 - y, 300, 842 - y)
    for x in (55, 130, 300):
        sheet.canvas.line(x, 842 - 143, x, 842 - 90)
    for top, left, right in (
        (99, "Theme", ("What is there",)),
        (112, "Plan", ("One plan, agreed by", "the council and the trust", "in March")),
        (139, "Chair", ("The council has it",)),
    ):
        sheet.put(60, top, left, size=9)
        for number, text in enumerate(right):
            sheet.put(135, top + 9 * number, text, size=9)
    assert cells(read(sheet.data()))[1:] == [
        ["Plan", "One plan, agreed by the council and the trust in March"],
        ["Chair", "The council has it"],
    ]


def test_lines_set_one_by_one_across_the_page_are_parted_by_their_look() -> None:
    sheet = Sheet()
    lines = (("Body", "Meets", "Chair"), ("Place board", "Monthly", "Council"), ("Forum", "Weekly", "Trust"))
    for texts in lines:
        sheet.line(*texts, at=(60, 200, 340), step=1.5)
    assert cells(read(sheet.data())) == [list(line) for line in lines]


@pytest.mark.parametrize(
    ("mode", "fill", "ground", "seen"),
    [
        pytest.param(3, 0, None, False, id="not painted"),
        pytest.param(3, 0, "picture", True, id="recognised in a picture"),
        pytest.param(0, 1, None, False, id="white on the page"),
        pytest.param(0, 1, 1, False, id="white on white"),
        pytest.param(0, 1, 0.3, True, id="white on a band"),
    ],
)
def test_words_that_nobody_sees_are_not_read(
    mode: int, fill: float, ground: float | str | None, *, seen: bool
) -> None:
    sheet = Sheet().line("The partnership of Ford meets every month.")
    if ground == "picture":
        sheet.canvas.drawInlineImage(picture(), 50, 600, 300, 60)
    elif isinstance(ground, float | int):
        sheet.canvas.setFillGray(ground)
        sheet.canvas.rect(50, 600, 300, 60, stroke=0, fill=1)
    text = sheet.canvas.beginText(60, 620)
    text.setFont("Helvetica", 10)
    text.setFillGray(fill)
    text.setTextRenderMode(mode)
    text.textLine("It is chaired by the council.")
    sheet.canvas.drawText(text)
    assert ("chaired by the council" in " ".join(contents(read(sheet.data()), "paragraph"))) == seen


def picture() -> Image.Image:
    return Image.new("RGB", (30, 6), "white")


def test_rows_far_below_a_repeated_header_go_on_with_the_table() -> None:
    sheet = Sheet()
    rows = [[f"Body {number}", "Monthly", "Council"] for number in range(6)]
    for page in range(2):
        sheet.line("Body", "Meets", "Chair", at=(60, 200, 340))
        for number, row in enumerate(rows[3 * page : 3 * page + 3]):
            sheet.line(*row, at=(60, 200, 340), step=1.5 if number or not page else 5)
        sheet.page()
    assert cells(read(sheet.data())) == [["Body", "Meets", "Chair"], *rows]
