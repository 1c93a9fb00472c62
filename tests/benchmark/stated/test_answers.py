"""Answers from facts that are taken a bucket at a time are those of all facts together."""

from __future__ import annotations

import datetime as dt

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from placebench.benchmark.stated.answers import grouped
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
            "as_of_precision": _FEW(["day", "year"]),
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
    texts = (*columns, "as_of_precision", "source_id", "fact_id", "detail")
    schema = dict.fromkeys(texts, pl.String) | {"as_of": pl.Date}
    frame = pl.LazyFrame(facts, schema=schema)
    whole, split = (with_conflicts(grouped(frame, held), ["host"]) for held in (1000, rows))
    assert_frame_equal(split.sort(columns[:-1]), whole.sort(columns[:-1]))
