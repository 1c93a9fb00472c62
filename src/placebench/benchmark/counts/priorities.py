"""Places by topic of their priorities, and what two places share."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from placebench.benchmark.counts.question import Question, about_places, count
from placebench.benchmark.counts.standing import CONFLICT, standings
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Scope, Tables, scope_of
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.disagreement import THERE
from placebench.benchmark.stated.priorities import OTHER, topic_facts

PRIORITY_TOPICS = Question(
    name="priority_topics",
    title="Places by topic of their priorities",
    table="priorities",
    items=("priority",),
    subject="its priorities",
)
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

    Only what is in place or in shadow form counts, and the topic `other`, which unites nothing, does not;
    `disputed` are the topics on which the sources of either place disagree. A list that lacks a topic does
    not deny it, so `share_of_either` is of what both wrote down, no likeness of work.
    """
    scope = scope_of(dataset)
    standing = standings(_answers(dataset), exclusive=False).filter(pl.col("value") != OTHER)
    there = standing.filter(pl.col("status").is_in(THERE))
    stated = there["place_id"].n_unique()
    return Result(
        name="priority_overlap",
        title="What the priorities of two places share",
        frame=overlap(there, standing.filter(pl.col("status") == CONFLICT)),
        denominators={"places": stated, "pairs": stated * (stated - 1) // 2},
        notes=(
            *_without_pair(scope, standing, there),
            *_few(stated, scope.sources_of("priorities")),
            "A topic that a place does not list may still be one that it works on.",
            *about_places(dataset, scope),
        ),
    )


def overlap(there: pl.DataFrame, disputed: pl.DataFrame) -> pl.DataFrame:
    """Compare the values of each two places.

    Args:
        there: One row a place and value, with the columns of `standings`.
        disputed: The same, of values that are listed beside and not compared.

    Returns:
        `place_a`, `place_b`, the numbers `shared`, `only_a`, `only_b` and `of_either`, `share_of_either`,
        `topics` (that are shared), `disputed`, and dates, sources and facts of what is shared.
    """
    places = (
        there.group_by("place_id")
        .agg(pl.len().cast(pl.Int64).alias("n"))
        .join(disputed.group_by("place_id").agg(pl.col("value").alias("disputed")), on="place_id", how="left")
    )
    pairs = places.join(places, how="cross", suffix="_b").filter(pl.col("place_id") < pl.col("place_id_b"))
    both = pairs.join(_shared(there), on=["place_id", "place_id_b"], how="left").with_columns(
        pl.col("shared").fill_null(0),
        pl.col("topics", "sources", "fact_ids", "disputed", "disputed_b").fill_null([]),
    )
    either = pl.col("n") + pl.col("n_b") - pl.col("shared")
    return both.sort("place_id", "place_id_b").select(
        pl.col("place_id").alias("place_a"),
        pl.col("place_id_b").alias("place_b"),
        "shared",
        (pl.col("n") - pl.col("shared")).alias("only_a"),
        (pl.col("n_b") - pl.col("shared")).alias("only_b"),
        either.alias("of_either"),
        (pl.col("shared") / either).alias("share_of_either"),
        "topics",
        pl.col("disputed").list.set_union("disputed_b").list.sort(),
        "as_of_first",
        "as_of_last",
        "sources",
        "fact_ids",
    )


def _shared(there: pl.DataFrame) -> pl.DataFrame:
    same = there.join(there, on="value", suffix="_b").filter(pl.col("place_id") < pl.col("place_id_b"))
    union = [
        pl.col(name).list.set_union(f"{name}_b").list.explode().unique().sort().alias(name)
        for name in ("sources", "fact_ids")
    ]
    return same.group_by("place_id", "place_id_b").agg(
        pl.len().cast(pl.Int64).alias("shared"),
        pl.col("value").sort().alias("topics"),
        pl.min_horizontal("as_of_first", "as_of_first_b").min().alias("as_of_first"),
        pl.max_horizontal("as_of_last", "as_of_last_b").max().alias("as_of_last"),
        *union,
    )


def _answers(dataset: Tables) -> pl.DataFrame:
    facts = topic_facts(dataset).with_columns(pl.lit("priority").alias("item"), pl.col("item").alias("value"))
    return stated_answers(facts)


def _without_pair(scope: Scope, standing: pl.DataFrame, there: pl.DataFrame) -> Iterator[str]:
    """Say which places have no pair, and why."""
    paired = set(there["place_id"])
    names = dict(scope.places.select("place_id", "place").iter_rows())
    listed = [names.get(place, place) for place in sorted(set(standing["place_id"]) - paired)]
    if listed:
        yield f"In no pair, since none of their priorities is in place: {', '.join(listed)}."
    silent = len(names) - len(paired) - len(listed)
    if silent:
        yield f"In no pair, since no topic of theirs is stated: {notes.counted(silent, 'place', 'places')}."


def _few(stated: int, sources: int) -> Iterator[str]:
    if stated >= _PAIR_FROM:
        return
    who = "No place states" if stated == 0 else "Only one place states"
    yield f"{who} priorities that are in place{notes.read_for(sources, 'them')}."
