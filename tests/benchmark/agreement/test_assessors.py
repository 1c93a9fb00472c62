"""How assessors of one kind agree on stages."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.agreement import assessors

THEMES = pl.DataFrame({"theme_id": ["t1", "t2"], "theme_number": [1, 2], "theme": ["Vision", "Data"]})
COLUMNS = ("place_id", "theme_id", "basis", "assessor", "low", "high")


def ratings(*rows):
    """Return ratings of `(place, theme, basis, assessor, stages)`."""
    given = [(place, theme, basis, who, *stages) for place, theme, basis, who, *stages in rows]
    full = [row if len(row) == len(COLUMNS) else (*row, row[-1]) for row in given]
    kinds = [*[pl.String] * 4, pl.Int64, pl.Int64]
    frame = pl.DataFrame(full, schema=dict(zip(COLUMNS, kinds, strict=True)), orient="row")
    return frame.with_columns(
        pl.lit(dt.date(2024, 6, 30)).alias("as_of"), pl.int_range(pl.len()).cast(pl.String).alias("fact_id")
    )  # fmt: skip


THREE_CELLS = ratings(
    ("a", "t1", "self", "Board", 1), ("a", "t1", "self", "Council", 1),
    ("b", "t1", "self", "Board", 2), ("b", "t1", "self", None, 2),
    ("a", "t2", "self", "Board", 1), ("a", "t2", "self", "Council", 2),
    ("b", "t2", "self", "Board", 4),
    ("b", "t2", "peer", "Board", 4),
)  # fmt: skip


def test_all_places_and_themes_that_two_rated_count_together():
    whole = assessors(THREE_CELLS, THEMES, 4).frame.filter(pl.col("theme_id").is_null()).row(0, named=True)
    counts = {name: whole[name] for name in ("n", "n_two", "n_places", "n_ratings", "n_equal")}
    assert counts == {"n": 4, "n_two": 3, "n_places": 2, "n_ratings": 6, "n_equal": 2}
    # Two values that occur three times each, one pair of the three apart: 1 - 5 * 2 / (2 * 3 * 3).
    assert whole["alpha"] == pytest.approx(4 / 9)
    assert whole["alpha_low"] <= whole["alpha"] <= whole["alpha_high"]
    assert whole["fact_ids"] == ["0", "1", "2", "3", "4", "5"]


def test_cells_with_a_range_are_counted_as_left_out():
    wide = ratings(("c", "t1", "self", "Board", 1, 2), ("c", "t1", "self", "Council", 3))
    frame = assessors(pl.concat([THREE_CELLS, wide]), THEMES, 4).frame
    assert frame.select("theme", "n_two", "n_left_out").rows() == [
        ("Vision", 2, 1),
        ("Data", 1, 0),
        (None, 3, 1),
    ]


def test_a_theme_has_a_row_of_its_own_with_the_reason_where_nothing_varies():
    themes = assessors(THREE_CELLS, THEMES, 4).frame.filter(pl.col("theme_id").is_not_null())
    assert themes["theme"].to_list() == ["Vision", "Data"]
    assert themes["n_two"].to_list() == [2, 1]
    assert themes["alpha_low"].null_count() == 2
    alike = assessors(THREE_CELLS.filter(theme_id="t1", place_id="a"), THEMES, 4).frame
    assert alike["alpha"].null_count() == 2
    assert set(alike["reason"]) == {"no variation: every rating is 1"}


@pytest.mark.parametrize(
    "alone",
    [
        ratings(("a", "t1", "self", "Board", 1), ("a", "t1", "peer", "Board", 1)),
        ratings(("a", "t1", "self", "Board", 1), ("a", "t2", "self", "Council", 1)),
        ratings(("a", "t1", "self", "Board", 1), ("a", "t1", "self", "Council", 1, 2)),
        ratings(("a", "t1", "documentary", None, 1), ("a", "t1", "documentary", "Rule", 1)),
        # Two ratings that cannot be told apart by date are no stage of an assessor.
        ratings(*[("a", "t1", "self", *one) for one in (("Board", 1), ("Board", 2), ("Council", 2))]),
    ],
)
def test_assessors_who_share_no_exact_stage_of_a_place_give_no_figure(alone):
    found = assessors(alone, THEMES, 4)
    assert found.frame.is_empty()
    assert found.notes == ("No place has exact ratings of two assessors of one kind on one theme.",)


def test_notes_say_how_few_there_are_and_who_is_left_out():
    more = pl.concat([THREE_CELLS, ratings(("c", "t1", "self", "Board", 1, 3))])
    few, left, together = assessors(more, THEMES, 4).notes
    assert few.startswith("self assessors: only 3 stages of 2 places that two rated")
    assert left == "1 rating is a range, or one of several of an assessor, and left out."
    assert "hang together" in together
