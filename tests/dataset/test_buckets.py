"""Rows taken a bucket at a time: each once, and those together that belong together."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from placebench.dataset.buckets import compact, in_buckets, together


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e"])), st.integers(1, 6))
def test_rows_that_agree_come_together_and_each_comes_once(keys: list[str], rows: int) -> None:
    frame = pl.LazyFrame({"key": keys, "row": range(len(keys))}, schema={"key": pl.String, "row": pl.Int64})
    buckets = list(in_buckets(frame, ["key"], rows))
    assert sorted(row for one in buckets for row in one["row"]) == list(range(len(keys)))
    seen = [key for one in buckets for key in set(one["key"])]
    assert len(seen) == len(set(seen))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("cdefg")), st.integers(1, 6))
def test_rows_of_several_frames_that_agree_come_together(one: list[str], other: list[str], rows: int) -> None:
    frames = [pl.LazyFrame({"key": keys}, schema={"key": pl.String}) for keys in (one, other)]
    buckets = [
        [frame.collect()["key"].to_list() for frame in pair] for pair in together(frames, ["key"], rows)
    ]
    assert [sorted(key for pair in buckets for key in pair[side]) for side in (0, 1)] == [
        sorted(one),
        sorted(other),
    ]
    found = [{*first, *second} for first, second in buckets]
    assert sum(map(len, found)) == len({*one, *other}), "a key is in one bucket alone"


@pytest.mark.parametrize(("rows", "frames"), [(4, 1), (3, 2), (1, 4)])
def test_there_are_as_many_frames_as_the_facts_fill(rows: int, frames: int) -> None:
    assert len(list(in_buckets(pl.LazyFrame({"key": ["a", "b", "c", "d"]}), ["key"], rows))) == frames


def test_a_compact_frame_holds_its_own_texts_alone() -> None:
    few = pl.DataFrame({"text": ["a text that is not short", "another such text"] * 50_000})[:1]
    kept = compact(few)
    assert_frame_equal(kept, few)
    assert kept.schema == few.schema
