from __future__ import annotations

import datetime as dt
from math import comb

import polars as pl
import pytest

from placebench.benchmark import change
from placebench.errors import DatasetError, UsageError
from placebench.model import Assessment, Governance, Place, Stage, Theme

FIRST, LAST = dt.date(2022, 6, 30), dt.date(2023, 6, 30)
FRAMEWORK = "north/matrix"


def about(place, year, source=None, precision="day"):
    day = dt.date(year, 1, 1)
    named = {"system_id": place.split("/")[0], "place_id": place, "source_id": source or f"s{year}"}
    return {**named, "as_of": day, "as_of_precision": precision}


def board(place, year, status="in_place", **more):
    return Governance(**about(place, year, **more), feature="board", value="B", status=status)


def changes(tables, *rows):
    frame = change.fact_changes(change.between(tables(*rows), FIRST, LAST)).frame
    return frame.select("place_id", "change", "status_before", "status_after").rows()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("planned", "in_place", "status_changed"),
        ("in_place", "ended", "ended"),
        ("in_place", "in_place", "unchanged"),
    ],
)
def test_a_status_is_compared_with_the_one_before(tables, places, before, after, expected):
    rows = [board("north/alder", 2022, before), board("north/alder", 2023, after)]
    assert changes(tables, *places, *rows) == [("north/alder", expected, before, after)]


def test_a_later_source_that_is_silent_ends_nothing(tables, places):
    other = Governance(**about("north/alder", 2023), feature="chairing", value="joint")
    found = changes(tables, *places, board("north/alder", 2022), other)
    assert found == [
        ("north/alder", "no_longer_stated", "in_place", None),
        ("north/alder", "added", None, "in_place"),
    ]


def test_without_a_later_source_there_is_nothing_to_compare(tables, places):
    found = changes(tables, *places, board("north/alder", 2022))
    assert found == [("north/alder", "not_read_after", "in_place", None)]


def test_a_place_that_ended_is_not_compared_with_those_that_follow(tables):
    old = Place(place_id="north/old", system_id="north", name="Old", valid_to=dt.date(2022, 7, 27))
    new = Place(place_id="north/new", system_id="north", name="New", valid_from=dt.date(2022, 7, 27))
    rows = (old, new, board("north/old", 2022), board("north/new", 2023))
    assert [row[:2] for row in changes(tables, *rows)] == [
        ("north/new", "place_began"),
        ("north/old", "place_ended"),
    ]
    moved = change.footprint_changes(change.between(tables(*rows), FIRST, LAST))
    assert moved.frame.select("place_id", "change", "on").rows() == [
        ("north/new", "place_began", dt.date(2022, 7, 27)),
        ("north/old", "place_ended", dt.date(2022, 7, 27)),
    ]


def test_a_date_too_rough_for_either_side_is_said(tables, places):
    rough = board("north/alder", 2022, precision="year")
    result = change.fact_changes(change.between(tables(*places, rough), FIRST, LAST))
    assert result.frame.is_empty()
    assert any(note.startswith("1 fact has no date") for note in result.notes)


def test_a_dataset_against_itself_is_unchanged(tables, places):
    same = tables(*places, board("north/alder", 2022))
    assert set(change.fact_changes(change.datasets(same, same)).frame["change"]) == {"unchanged"}


def test_datasets_without_dates_can_be_compared(tables, places):
    undated = tables(*places)
    assert change.fact_changes(change.datasets(undated, undated)).frame.is_empty()


def test_the_first_day_is_before_the_last(tables):
    with pytest.raises(UsageError):
        change.between(tables(), LAST, FIRST)


@pytest.fixture
def framework():
    themes = [
        Theme(theme_id=f"{FRAMEWORK}/{n}", framework_id=FRAMEWORK, number=n, label=f"T{n}") for n in (1, 2)
    ]
    stages = [
        Stage(stage_id=f"{FRAMEWORK}/s{n}", framework_id=FRAMEWORK, number=n, name=f"S{n}")
        for n in range(1, 5)
    ]
    return (*themes, *stages)


def rated(place, year, low, high=None, *, kind="self", theme=1, assessor=None):
    return Assessment(
        **about(place, year),
        framework_id=FRAMEWORK,
        theme_id=f"{FRAMEWORK}/{theme}",
        stage_low=low,
        stage_high=high or low,
        kind=kind,
        assessor=assessor,
    )


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ((1, 1), (3, 3), "up"),
        ((3, 3), (2, 2), "down"),
        ((2, 2), (2, 2), "same"),
        ((1, 2), (2, 3), "undecided"),
    ],
)
def test_a_stage_moves_when_the_intervals_lie_apart(tables, places, framework, before, after, move):
    rows = [rated("north/alder", 2022, *before), rated("north/alder", 2023, *after)]
    moves = change.stage_transitions(change.between(tables(*places, *framework, *rows), FIRST, LAST))
    assert moves.frame["move"].to_list() == [move]


@pytest.mark.parametrize("other", [{"kind": "peer"}, {"theme": 2}])
def test_another_kind_or_theme_is_not_compared(tables, places, framework, other):
    rows = [rated("north/alder", 2022, 1), rated("north/alder", 2023, 3, **other)]
    moves = change.stage_transitions(change.between(tables(*places, *framework, *rows), FIRST, LAST))
    assert moves.frame.is_empty()
    assert any("not compared" in note for note in moves.notes)


@pytest.mark.parametrize("wrong", [rated("north/alder", 2022, 5), rated("north/alder", 2022, 1, theme=9)])
def test_a_theme_or_stage_that_the_framework_lacks_is_an_error(tables, places, framework, wrong):
    with pytest.raises(DatasetError):
        change.stage_transitions(change.between(tables(*places, *framework, wrong), FIRST, LAST))


def test_an_unknown_framework_is_an_error_with_the_nearest(tables, places, framework):
    sides = change.between(tables(*places, *framework, rated("north/alder", 2022, 1)), FIRST, LAST)
    with pytest.raises(UsageError, match="north/matrix"):
        change.stage_transitions(sides, framework="north/matrx")


def test_too_few_changes_give_no_p_value_and_the_reason(tables, places, framework):
    rows = [rated("north/alder", 2022, 1), rated("north/alder", 2023, 3)]
    tested = change.stage_signs(change.between(tables(*places, *framework, *rows), FIRST, LAST)).frame
    assert tested.select("n", "ups", "p_value", "reason").rows() == [
        (1, 1, None, "1 changed; a test needs 6")
    ]


# Exact by hand: 2 * (sum of C(n, i) for i up to the smaller) / 2**n.
@pytest.mark.parametrize(
    ("ups", "downs", "p_value"),
    [(6, 0, 0.03125), (0, 6, 0.03125), (8, 2, 0.109375), (9, 1, 0.021484375), (5, 5, 1.0), (5, 0, None)],
)
def test_the_sign_test_is_exact(ups, downs, p_value):
    assert change.sign_test(ups, downs) == p_value


def test_the_sign_test_sums_both_tails():
    assert change.sign_test(7, 3) == 2 * sum(comb(10, i) for i in range(4)) / 2**10


def test_a_window_keeps_the_places_and_sources_of_its_time(tables, places):
    window = change.Window(
        tables(*places, board("north/alder", 2022), board("north/alder", 2023)), since=LAST
    )
    assert window.frame("governance").select(pl.len()).collect().item() == 0
    assert window.frame("places").select(pl.len()).collect().item() == 4
