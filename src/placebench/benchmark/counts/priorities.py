"""Places by topic of their priorities, and what two places share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import polars as pl

from placebench.benchmark.counts.question import Question, about_places, count
from placebench.benchmark.counts.standing import standings
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, scope_of
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.compare import denominators, stated_answers
from placebench.benchmark.stated.disagreement import THERE
from placebench.benchmark.stated.priorities import OTHER, topic_facts

PRIORITY_TOPICS = Question(
    name="priority_topics",
    title="Places by topic of their priorities",
    table="priorities",
    items=("priority",),
    subject="its priorities",
)
_PAIR = {
    "place_a": pl.String,
    "place_b": pl.String,
    "shared": pl.Int64,
    "only_a": pl.Int64,
    "only_b": pl.Int64,
    "of_either": pl.Int64,
    "share_of_either": pl.Float64,
    "topics": pl.List(pl.String),
    "as_of_first": pl.Date,
    "as_of_last": pl.Date,
    "sources": pl.List(pl.String),
    "fact_ids": pl.List(pl.String),
}
_PAIR_FROM = 2


def priority_topics(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by topic of their priorities, and status; a priority may have several topics.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    return count(dataset, PRIORITY_TOPICS, _answers(dataset), suppress_below=suppress_below)


def priority_overlap(dataset: Tables) -> Result:
    """Show for each two places that state priorities which topics they share.

    Only what is in place or in shadow form counts, and the topic `other`, which unites nothing, does not. A list
    that lacks a topic does not deny it, so `share_of_either` is of what both wrote down, no likeness of work.
    """
    scope = scope_of(dataset)
    there = standings(_answers(dataset), exclusive=False).filter(
        pl.col("status").is_in(THERE), pl.col("value") != OTHER
    )
    by_place = [(place, rows) for (place,), rows in there.group_by("place_id", maintain_order=True)]
    pairs = [_pair(*one, *other) for one, other in combinations(sorted(by_place, key=lambda p: str(p[0])), 2)]
    frame = pl.DataFrame(pairs, schema=_PAIR, orient="row")
    return Result(
        name="priority_overlap",
        title="What the priorities of two places share",
        frame=frame,
        denominators={**denominators(scope, "priorities"), "places_stated": len(by_place)},
        notes=(
            *_few(len(by_place), scope.sources_of("priorities")),
            "A topic that a place does not list may still be one that it works on.",
            *about_places(dataset, scope),
        ),
    )


def _answers(dataset: Tables) -> pl.DataFrame:
    facts = topic_facts(dataset).with_columns(
        pl.lit("priority").alias("item"), pl.col("item").alias("value")
    )
    return stated_answers(facts)


def _pair(place_a: Any, a: pl.DataFrame, place_b: Any, b: pl.DataFrame) -> tuple[Any, ...]:  # noqa: ANN401 - polars types a group key by its frame
    topics_a, topics_b = set(a["value"]), set(b["value"])
    shared, either = sorted(topics_a & topics_b), topics_a | topics_b
    behind = pl.concat([a, b]).filter(pl.col("value").is_in(shared))
    return (
        place_a,
        place_b,
        len(shared),
        len(topics_a - topics_b),
        len(topics_b - topics_a),
        len(either),
        len(shared) / len(either),
        shared,
        behind["as_of_first"].min(),
        behind["as_of_last"].max(),
        sorted(set(behind["sources"].explode().drop_nulls())),
        sorted(set(behind["fact_ids"].explode().drop_nulls())),
    )


def _few(stated: int, sources: int) -> Iterator[str]:
    if stated >= _PAIR_FROM:
        return
    read = notes.counted(sources, "source was", "sources were")
    who = "No place states" if stated == 0 else "Only one place states"
    yield f"{who} priorities that are in place; {read} read for them."
