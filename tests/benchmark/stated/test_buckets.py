"""Facts taken a bucket at a time give what they give together, however many are held at a time."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from placebench.benchmark.stated.answers import grouped
from placebench.benchmark.stated.buckets import compact, in_buckets
from placebench.benchmark.stated.disagreement import with_conflicts

_FEW = st.sampled_from
FACTS = st.lists(
    st.fixed_dictionaries(
        {
            "place_id": _FEW(["north/alder", "north/birch", "south/dale"]),
            "item": _FEW(["board", "host", "chairing"]),
            "value": _FEW([None, "none", "first", "second"]),
            "status": _FEW(["in_place", "shadow", "planned", "absent", "ended"]),
            "basis": _FEW(["stated", "derived"]),
            "applies_to": _FEW(["place", "each_place"]),
            "as_of": _FEW([None, dt.date(2021, 1, 1), dt.date(2023, 1, 1)]),
            "source_id": _FEW([f"{n:016x}" for n in range(3)]),
            "fact_id": st.integers(0, 40).map("{:016x}".format),
            "detail": _FEW([None, "Example Board"]),
        }
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(FACTS, st.integers(1, 12))
def test_answers_and_disagreements_do_not_depend_on_how_many_facts_are_held(
    facts: list[dict[str, object]], rows: int
) -> None:
    columns = ["place_id", "item", "value", "status", "basis", "applies_to", "as_of"]
    schema = dict.fromkeys((*columns, "source_id", "fact_id", "detail"), pl.String) | {"as_of": pl.Date}
    frame = pl.LazyFrame(facts, schema=schema)
    whole, split = (with_conflicts(grouped(frame, held), ["host"]) for held in (1000, rows))
    assert_frame_equal(split.sort(columns[:-1]), whole.sort(columns[:-1]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e"])), st.integers(1, 6))
def test_rows_that_agree_come_together_and_each_comes_once(keys: list[str], rows: int) -> None:
    frame = pl.LazyFrame({"key": keys, "row": range(len(keys))}, schema={"key": pl.String, "row": pl.Int64})
    buckets = list(in_buckets(frame, ["key"], rows))
    assert sorted(row for one in buckets for row in one["row"]) == list(range(len(keys)))
    seen = [key for one in buckets for key in set(one["key"])]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(("rows", "frames"), [(4, 1), (3, 2), (1, 4)])
def test_there_are_as_many_frames_as_the_facts_fill(rows: int, frames: int) -> None:
    assert len(list(in_buckets(pl.LazyFrame({"key": ["a", "b", "c", "d"]}), ["key"], rows))) == frames


def test_a_compact_frame_holds_its_own_texts_alone() -> None:
    few = pl.DataFrame({"text": ["a text that is not short", "another such text"] * 50_000})[:1]
    kept = compact(few)
    assert_frame_equal(kept, few)
    assert kept.schema == few.schema
