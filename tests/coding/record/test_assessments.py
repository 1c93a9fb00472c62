"""Ratings that a paper prints in a table of stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from placebench.coding import CODERS, Reading
from placebench.coding.record.assessments import code_assessments
from placebench.importer import Fact, GapFound
from placebench.model import Assessment, Framework

Read = Callable[..., Reading]
MATRIX = (
    "2. Place maturity matrix\n\nTheme\tEmerging\tDeveloping\tMaturing\tThriving\n"
    "Purpose\tPartners talk.\tIt is drafted.\tIt is known.\tIt guides all.\n"
    "Money\tBudgets are known.\tOne is aligned.\tSome are pooled.\tAll are pooled.\n\n"
)
SAID = "3. Where places are now\n\nIn November 2023 each place held a self-assessment workshop.\n\n"
TABLE = (
    "Theme\tAlpha\tBeta\tGamma\nPurpose\tMaturing\tEmerging\tNot assessed\n"
    "Money\tThriving\tEmerging\t2. Developing\n"
)
TURNED = (
    "Place\tPurpose\tMoney\nAlpha\tMaturing\tThriving\nBeta\tEmerging\tEmerging\n"
    "Gamma\tNot assessed\tDeveloping\n"
)


def ratings(reading: Reading) -> list[tuple[str | None, str, int, str, dt.date | None]]:
    """Place, theme, stage, kind and date of each rating."""
    rows = [fact.row for fact in code_assessments(reading) if isinstance(fact, Fact)]
    return sorted(
        (row.place_id, row.theme_id.rpartition("/")[2], row.stage_low, row.kind, row.as_of)
        for row in rows
        if isinstance(row, Assessment)
    )


def gaps(reading: Reading) -> list[str]:
    return [gap.reason for gap in code_assessments(reading) if isinstance(gap, GapFound)]


@pytest.mark.parametrize("table", [TABLE, TURNED])
def test_each_cell_is_a_rating_of_a_place_on_a_theme(read: Read, table: str) -> None:
    reading = read(f"North: how places are\n\n{MATRIX}{SAID}{table}")
    day = dt.date(2023, 11, 1)
    assert ratings(reading) == [
        ("north/alpha", "1", 3, "self", day),
        ("north/alpha", "2", 4, "self", day),
        ("north/beta", "1", 1, "self", day),
        ("north/beta", "2", 1, "self", day),
        ("north/gamma", "2", 2, "self", day),
    ]
    assert gaps(reading) == ["not_assessed"]


def test_raters_of_one_place_are_none_of_the_others(read: Read) -> None:
    said = "3. Where they are\n\nAlpha assessed itself in May 2024. Others were rated by a firm.\n\n"
    reading = read(f"North: how places are\n\n{MATRIX}{said}{TABLE}")
    assert [place for place, *_ in ratings(reading)] == ["north/alpha", "north/alpha"]
    assert gaps(reading) == ["absent"] * 4


def test_a_range_is_one_and_what_is_no_stage_is_a_gap(read: Read) -> None:
    table = (
        "Theme\tAlpha\tBeta\tGamma\nPurpose\tDeveloping to Maturing\tEmerging\tMaturing\n"
        "Money\tEmerging Thriving\tMaturing\tn/a\n"
    )
    reading = read(f"North: how places are\n\n{MATRIX}{SAID}{table}")
    rows = [fact.row for fact in code_assessments(reading) if isinstance(fact, Fact)]
    assert [(row.stage_low, row.stage_high) for row in rows if isinstance(row, Assessment)] == [
        (2, 3),
        (1, 1),
        (3, 3),
        (3, 3),
    ]
    assert gaps(reading) == ["illegible", "not_assessed"]


def test_a_rating_of_what_is_no_theme_is_a_gap(read: Read) -> None:
    reading = read(
        f"North: how places are\n\n{MATRIX}{SAID}{TABLE}Purpose and\tMaturing\tThriving\tEmerging\n"
    )
    assert len(ratings(reading)) == 5
    assert gaps(reading) == ["not_assessed", *["illegible"] * 3]


def test_a_cell_of_several_columns_rates_each_of_their_places(read: Read) -> None:
    text = f"North: how places are\n\n{MATRIX}{SAID}{TABLE}"
    reading = read(text)
    rated = reading.document.tables[-1]
    wide = [
        attrs.evolve(cell, column_span=2) if (cell.row, cell.column) == (1, 1) else cell
        for cell in rated.cells
        if (cell.row, cell.column) != (1, 2)
    ]
    tables = (*reading.document.tables[:-1], attrs.evolve(rated, cells=tuple(wide)))
    merged = attrs.evolve(reading, document=attrs.evolve(reading.document, tables=tables))
    assert ("north/beta", "1", 3, "self", dt.date(2023, 11, 1)) in ratings(merged)


def test_evidence_is_the_cell_with_what_heads_its_row_and_column(read: Read) -> None:
    first = next(iter(code_assessments(read(f"North: how places are\n\n{MATRIX}{SAID}{TABLE}"))))
    assert first.quotes[0].texts == ("Alpha", "Purpose", "Maturing")


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}{TABLE}",
        f"{MATRIX}3. Where places are now\n\nOfficers looked at each place.\n\n{TABLE}",
        f"{MATRIX}3. Where places are now\n\nEach place will carry out a self-assessment.\n\n{TABLE}",
    ],
    ids=["no framework", "nobody says who", "yet to come"],
)
def test_ratings_of_unknown_framework_or_rater_are_a_gap(read: Read, text: str) -> None:
    reading = read(f"North: how places are\n\n{text}")
    assert (ratings(reading), gaps(reading)) == ([], ["absent"])


def test_places_are_rated_by_a_matrix_of_three_stages(read: Read) -> None:
    matrix = (
        "2. Maturity\n\nTheme\tEmerging\tDeveloping\tMaturing\n"
        "Purpose\tPartners talk when they meet.\tA purpose is being drafted.\tThe purpose guides plans.\n"
        "Money\tBudgets are known to all.\tOne budget is aligned.\tMost budgets are pooled.\n\n"
    )
    table = "Theme\tAlpha\tBeta\nPurpose\tMaturing\tEmerging\nMoney\tDeveloping\tEmerging\n"
    reading = read(f"North: how places are\n\n{matrix}{SAID}{table}")
    assert [stage for _, _, stage, *_ in ratings(reading)] == [3, 2, 1, 1]
    assert gaps(reading) == []


def test_gap_of_a_framework_that_is_not_there_says_how_to_give_the_ratings(read: Read) -> None:
    (gap,) = code_assessments(read(f"North: how places are\n\n{SAID}{TABLE}"))
    assert isinstance(gap, GapFound)
    assert "give its file with --framework" in gap.what


def test_table_of_stages_is_no_framework(read: Read) -> None:
    row = "Purpose\tEmerging\tDeveloping\tMaturing\tThriving\n"
    reading = read(f"North: how places are\n\n{MATRIX}{SAID}Theme\tAlpha\tBeta\tGamma\tDelta\n{row}{row}")
    rows = [fact.row for fact in CODERS["frameworks"](reading) if isinstance(fact, Fact)]
    assert [row.name for row in rows if isinstance(row, Framework)] == ["Place maturity matrix"]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("4. Place maturity framework\n\n", "Place maturity framework"),
        ("Place maturity framework\n\n5. Membership\n\n", "Place maturity framework"),
        ("5. Membership\n\nTable 2: Maturity of our places\n\n", "Maturity of our places"),
        ("Return to the framework\n\n", "Working together in North"),
        ("5. Membership\n\n", "Working together in North"),
    ],
)
def test_framework_has_the_name_that_speaks_of_maturity(read: Read, above: str, name: str) -> None:
    matrix = MATRIX.partition("\n\n")[2]
    reading = read(f"Working together in North\n\n1. Start\n\nWords.\n\n{above}{matrix}")
    found = [fact.row for fact in CODERS["frameworks"](reading) if isinstance(fact, Fact)]
    assert [row.name for row in found if isinstance(row, Framework)] == [name]
