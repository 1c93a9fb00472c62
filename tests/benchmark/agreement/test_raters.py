from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.benchmark.agreement import raters
from placebench.benchmark.maturity import maturity
from placebench.errors import UsageError
from placebench.model import Assessment, Framework, Stage, Theme

STAGES = 4
SCHEMA = {
    "place_id": pl.String,
    "place": pl.String,
    "framework_id": pl.String,
    "theme_id": pl.String,
    "theme": pl.String,
    "theme_number": pl.Int64,
    "basis": pl.String,
    "low": pl.Int64,
    "high": pl.Int64,
    "n_stages": pl.Int64,
    "known": pl.Boolean,
    "n_assessors": pl.Int64,
    "conflict": pl.Boolean,
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "fact_ids": pl.List(pl.String),
}


def stage(place, basis, low=None, high=None, *, theme=1, framework="f", conflict=False, year=2023):
    """Make a row of the intervals frame; without bounds nothing is known."""
    known = low is not None
    day = dt.date(year, 1, 1) if known else None
    return {
        "place_id": f"north/{place}",
        "place": place.title(),
        "framework_id": framework,
        "theme_id": f"{framework}/{theme}",
        "theme": f"Theme {theme}",
        "theme_number": theme,
        "basis": basis,
        "low": low if known else 1,
        "high": (high or low) if known else STAGES,
        "n_stages": STAGES,
        "known": known,
        "n_assessors": int(known),
        "conflict": conflict,
        "as_of_first": day,
        "as_of_last": day,
        "fact_ids": [f"{place}-{basis}-{theme}"] if known else [],
    }


def frame(*rows):
    return pl.DataFrame(rows, schema=SCHEMA)


def overall(result):
    return result.frame.filter(pl.col("theme_id").is_null()).row(0, named=True)


def test_stages_known_exactly_are_compared_as_ratings():
    rows = [stage(f"p{n}", "self", n % 4 + 1) for n in range(12)]
    rows += [stage(f"p{n}", "peer", n % 4 + 1) for n in range(12)]
    row = overall(raters(frame(*rows)))
    assert (row["n"], row["n_both"], row["n_points"], row["n_equal"]) == (12, 12, 12, 12)
    assert (row["alpha"], row["kappa"], row["reason"]) == (pytest.approx(1), pytest.approx(1), None)


def test_bounds_are_compared_by_whether_they_meet():
    rows = [
        stage("a", "self", 2),
        stage("a", "documentary", 1, 3),
        stage("b", "self", 4),
        stage("b", "documentary", 1, 2),
        stage("c", "self", 1),
        stage("c", "documentary", 2, 4),
        stage("d", "self", 1, 2),
        stage("d", "documentary", 2, 3),
        stage("e", "self", 3),
        stage("e", "documentary"),
    ]
    row = overall(raters(frame(*rows)))
    assert (row["n"], row["n_first"], row["n_second"], row["n_both"]) == (5, 5, 4, 4)
    assert (row["n_overlap"], row["share_overlap"]) == (2, 0.5)
    assert (row["n_first_in_second"], row["n_second_in_first"]) == (1, 0)
    assert (row["n_first_above"], row["n_first_below"]) == (1, 1)
    assert (row["n_points"], row["alpha"]) == (0, None)
    assert row["reason"] == "0 stages that both know exactly; 2 are needed"


def test_overlap_stands_beside_what_widths_alone_would_give():
    """A point meets a width of three stages out of four in six of the eight ways that they can lie."""
    row = overall(raters(frame(stage("a", "self", 1), stage("a", "documentary", 2, 4))))
    assert row["share_overlap"] == 0
    assert row["share_overlap_by_width"] == pytest.approx(6 / 8)


def test_no_variation_is_null_with_the_reason():
    rows = [stage(place, basis, 3) for place in "ab" for basis in ("self", "peer")]
    row = overall(raters(frame(*rows)))
    assert (row["alpha"], row["kappa"], row["reason"]) == (None, None, "no variation: every stage is 3")


def test_themes_have_rows_of_their_own_in_their_order():
    rows = [stage(p, b, 2, theme=t) for p in "ab" for b in ("peer", "self", "documentary") for t in (10, 2)]
    found = raters(frame(*rows)).frame
    assert found.select("first", "second", "theme_number").rows() == [
        (first, second, theme)
        for first, second in (("peer", "documentary"), ("self", "documentary"), ("self", "peer"))
        for theme in (2, 10, None)
    ]


def test_a_place_that_one_basis_does_not_speak_of_counts_in_n():
    found = raters(frame(stage("a", "self", 2), stage("b", "peer", 3)))
    row = overall(found)
    assert (row["n"], row["n_first"], row["n_second"], row["n_both"]) == (2, 1, 1, 0)
    assert row["share_overlap"] is None
    assert found.notes[0] == (
        "No place has a stage from both self and peer on the same theme: self gives 1 stage, peer 1, each of "
        "a place on a theme."
    )


def test_contradictory_bounds_are_left_out_and_counted():
    rows = [stage("a", "self", 2), stage("a", "documentary", conflict=True), stage("b", "self", 2)]
    rows.append(stage("b", "documentary", 2, 3))
    found = raters(frame(*rows))
    row = overall(found)
    assert (row["n_both"], row["n_conflict"], row["n_overlap"]) == (1, 1, 1)
    assert "self and documentary: left out with contradictory bounds, 1 stage." in found.notes


def test_assessors_who_split_still_bound_a_stage():
    split = {**stage("a", "self", 2, 3), "conflict": True}
    row = overall(raters(frame(split, stage("a", "peer", 3))))
    assert (row["n_both"], row["n_conflict"], row["n_points"], row["n_overlap"]) == (1, 0, 0, 1)


def test_facts_and_dates_of_both_sides_are_kept():
    rows = [
        stage("a", "self", 2, year=2021),
        stage("a", "peer", 3, year=2024),
        stage("b", "self", 1, year=2019),
    ]
    found = raters(frame(*rows))
    row = overall(found)
    assert row["fact_ids"] == ["a-peer-1", "a-self-1"]
    assert (row["as_of_first"].year, row["as_of_last"].year) == (2021, 2024)
    assert found.dates == (dt.date(2021, 1, 1), dt.date(2024, 1, 1))


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([], "none is there"),
        ([stage("a", "self", 2)], "only self is there"),
    ],
)
def test_one_basis_is_nothing_to_compare(rows, note):
    found = raters(frame(*rows))
    assert found.frame.is_empty()
    assert note in found.notes[0]


def test_frameworks_are_never_mixed():
    rows = [stage("a", basis, 2, framework=f) for basis in ("self", "peer") for f in ("bob/one", "scirocco")]
    with pytest.raises(UsageError, match="stages of one framework, found bob/one, scirocco"):
        raters(frame(*rows))
    assert raters(frame(*rows), "scirocco").frame["framework_id"].unique().to_list() == ["scirocco"]
    with pytest.raises(UsageError, match="did you mean scirocco"):
        raters(frame(*rows), "sciroco")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (frame(stage("a", "self", 2)).drop("known"), "expected a column 'known'"),
        (frame(stage("a", "selv", 2)), "did you mean self"),
        (frame(stage("a", "self", 2), stage("a", "self", 3), stage("a", "peer", 2)), "several of self"),
    ],
)
def test_a_frame_that_cannot_be_compared_is_named(wrong, message):
    with pytest.raises(UsageError, match=message):
        raters(wrong)


def test_compares_what_maturity_gives(tables, places):
    framework = "north/matrix"
    rows = [
        Framework(framework_id=framework, name="Matrix", publisher="North ICB", system_id="north"),
        Theme(theme_id=f"{framework}/1", framework_id=framework, number=1, name="Vision", label="Vision"),
        *(
            Stage(stage_id=f"{framework}/stage-{n}", framework_id=framework, number=n, name=f"Stage {n}")
            for n in range(1, STAGES + 1)
        ),
    ]
    rated = (("alder", "self", "A", 2), ("alder", "peer", "B", 2), ("birch", "self", "A", 4))
    rated += (("birch", "peer", "B", 1), ("birch", "peer", "C", 3))
    rows += [
        Assessment(
            system_id="north",
            place_id=f"north/{place}",
            source_id="s1",
            framework_id=framework,
            theme_id=f"{framework}/1",
            stage_low=number,
            stage_high=number,
            kind=kind,
            assessor=assessor,
            as_of=dt.date(2024, 1, 1),
            as_of_precision="day",
        )
        for place, kind, assessor, number in rated
    ]
    row = overall(raters(maturity(tables(*places, *rows)).frame))
    assert (row["n_both"], row["n_conflict"], row["n_points"], row["n_equal"]) == (2, 0, 1, 1)
    assert (row["n_overlap"], row["n_first_above"]) == (1, 1)
    assert len(row["fact_ids"]) == len(rated)


stages = st.lists(
    st.tuples(
        st.sampled_from("abcde"), st.sampled_from(["self", "peer"]), st.integers(1, 4), st.integers(1, 4)
    ),
    max_size=12,
    unique_by=lambda row: row[:2],
)


@given(stages, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(given_stages, random):
    rows = [
        stage(place, basis, min(one, other), max(one, other)) for place, basis, one, other in given_stages
    ]
    shuffled = [*rows]
    random.shuffle(shuffled)
    assert raters(frame(*rows)).frame.equals(raters(frame(*shuffled)).frame)
