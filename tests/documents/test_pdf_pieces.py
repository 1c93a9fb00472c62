"""Tables of a PDF that come in pieces: over pages, with the header repeated, or drawn row by row."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Spacer, Table

from tests.documents.pdf_making import flowing, table
from tests.documents.pdf_seen import cells, contents, read

HEADER = ("Theme of the partnership plan", "Emerging", "Thriving")
TEXT = "The partners of place {0} meet and share what they know of its {1}, and they tell the public. "
ROWS = [
    (f"Theme {n}", TEXT.format(n, "people") * (1 + n % 5), TEXT.format(n, "money") * (1 + 2 * (n % 4)))
    for n in range(12)
]
WIDE = [30 * mm, 60 * mm, 60 * mm]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
WANTED = [list(HEADER), *([" ".join(cell.split()) for cell in row] for row in ROWS)]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param((TOP, GRID), id="all borders"),
        pytest.param((TOP, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)), id="lines across"),
        pytest.param((TOP,), id="no borders"),
    ],
)
def test_rows_cut_below_a_repeated_header_of_two_lines_are_whole(
    style: tuple[tuple[object, ...], ...],
) -> None:
    made = table([HEADER, *ROWS], style=style, colWidths=WIDE, repeatRows=1, splitInRow=1)
    document = read(flowing([made]))
    assert len(document.pages) > 1
    assert cells(document) == WANTED
    assert document.tables[0].joins


def test_rows_that_are_drawn_each_by_itself_are_one_table() -> None:
    pieces = [table([row], style=(TOP, GRID), colWidths=WIDE, spaceAfter=2) for row in (HEADER, *ROWS[:4])]
    assert cells(read(flowing(pieces))) == WANTED[:5]


def test_stripes_without_lines_are_one_table() -> None:
    stripes = [("BACKGROUND", (0, row), (-1, row), colors.lightgrey) for row in range(0, 5, 2)]
    inner = [("LINEAFTER", (0, row), (1, row), 0.5, colors.grey) for row in range(0, 5, 2)]
    made = table([HEADER, *ROWS[:4]], style=(TOP, *stripes, *inner), colWidths=WIDE)
    assert cells(read(flowing([made]))) == WANTED[:5]


def test_a_row_that_lacks_a_column_keeps_its_place() -> None:
    pieces = [
        table([row], style=(TOP, GRID), colWidths=WIDE) for row in (HEADER, ("Theme 1", "", "All agree."))
    ]
    assert cells(read(flowing(pieces)))[1] == ["Theme 1", "", "All agree."]


def test_the_last_words_of_a_cell_alone_on_the_next_page_stay_in_their_cell() -> None:
    long = ("Theme 1", "All agree.", TEXT.format(1, "money") * 27)
    document = read(flowing([table([HEADER, long], style=(TOP, GRID), colWidths=WIDE, splitInRow=1)]))
    assert len(document.pages) == 2
    assert cells(document)[1] == [" ".join(text.split()) for text in long]


@pytest.mark.parametrize(("space", "columns"), [(30, WIDE), (6, [60 * mm, 60 * mm, 30 * mm])])
def test_tables_that_space_or_other_columns_part_are_two(space: float, columns: list[float]) -> None:
    one = table([HEADER, *ROWS[:2]], colWidths=WIDE)
    other = [("Place", "Lead", "Since"), ("Ford", "A. Reader of the council and the trust", "2023")]
    two = table(other, colWidths=columns)
    assert len(read(flowing([one, Spacer(1, space), two])).tables) == 2


def test_a_running_header_above_a_table_is_furniture_and_the_header_of_the_table_is_not() -> None:
    made = table([HEADER, *ROWS], style=(TOP,), colWidths=WIDE, repeatRows=1, splitInRow=1)
    document = read(
        flowing([made], lambda canvas, _: canvas.drawString(20 * mm, 285 * mm, "Partnership board papers"))
    )
    assert cells(document) == WANTED
    assert "Partnership board papers" in contents(document, "furniture")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([("Culture", "Purpose", "Ann")], [("", "Data", "Bo"), ("", "Money", "Cy")]),
        (
            [("Culture", "Purpose", "Ann"), ("", "Data", "Bo")],
            [("Means", "Money", "Cy"), ("", "Staff", "Di")],
        ),
    ],
    ids=["label on the page before", "label on the next page"],
)
def test_rows_beside_a_label_of_several_rows_stay_rows_over_a_page_break(
    above: list[tuple[str, ...]], below: list[tuple[str, ...]]
) -> None:
    def part(rows: list[tuple[str, ...]], first: int) -> Table:
        style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, first), (0, -1))]
        return table(rows, style=style, colWidths=[100, 150, 100])

    story = [part([("Domain", "Theme", "Lead"), *above], 1), PageBreak(), part(below, 0)]
    found = [row[-2:] for row in cells(read(flowing(story)))]
    assert found == [["Theme", "Lead"], *(list(row[1:]) for row in (*above, *below))]


def test_row_whose_first_cell_and_another_begin_in_mid_sentence_goes_on() -> None:
    header = ("Theme", "Emerging", "Maturing", "Thriving")
    above = ("The people in authority support", "Some partners are to agree on", "It is sought", "Rarely")
    below = ("leadership of all", "what they want", "By us all", "Or never")
    story = [table([header, above], colWidths=[110] * 4), PageBreak(), table([below], colWidths=[110] * 4)]
    assert cells(read(flowing(story)))[1] == [f"{one} {two}" for one, two in zip(above, below, strict=True)]
