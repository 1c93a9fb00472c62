"""What each place's partnership works on, by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from placebench.benchmark.compare import comparison, stated_answers
from placebench.benchmark.notes import source_names
from placebench.benchmark.result import Comparison
from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.model.vocabularies import TOPIC

OTHER = "other"
_FEWEST_IN_A_LIST = 2


def priorities(dataset: Tables) -> Comparison:
    """Compare priorities by topic; `detail` holds the sources' own labels.

    Priorities of the topic `other` have nothing in common, so each label is an answer of its own, in `value`.
    Where several sources list a place's priorities, a topic that is on some of the lists only is a conflict.
    """
    lists = lists_of_priorities(dataset)
    return comparison(
        dataset,
        scope_of(dataset),
        _with_other_lists(topic_answers(dataset), lists),
        table="priorities",
        name="priorities",
        title="What each partnership works on",
        item="topic",
        items=TOPIC.codes,
        subject="its priorities",
        more=_lists_in_words(lists, source_names(dataset)),
    )


def topic_answers(dataset: Tables) -> pl.DataFrame:
    """Return what is stated on each topic of each place, with `conflict`; `detail` holds the labels."""
    facts = at_places(dataset, "priorities").explode("topics")
    by_topic = facts.with_columns(
        pl.col("topics").cast(pl.String).alias("item"),
        pl.when(pl.col("topics") == OTHER).then("label").alias("value"),
        pl.col("label").alias("detail"),
    )
    return stated_answers(by_topic.filter(pl.col("item").is_not_null()))


def lists_of_priorities(dataset: Tables) -> pl.DataFrame:
    """Find the lists of priorities in place, one a source, of places that several sources list."""
    named = at_places(dataset, "priorities").filter(pl.col("status") == "in_place")
    lists = named.group_by("place_id", "source_id").agg(
        pl.col("label").n_unique().alias("n"), pl.col("as_of").max()
    )
    several = pl.len().over("place_id") > 1
    return (
        lists.filter(pl.col("n") >= _FEWEST_IN_A_LIST)
        .filter(several)
        .sort("place_id", "as_of", "source_id")
        .collect()
    )


def _with_other_lists(stated: pl.DataFrame, lists: pl.DataFrame) -> pl.DataFrame:
    listing = lists.group_by("place_id").agg(pl.col("source_id").alias("listing"))
    on_list = stated.filter(pl.col("status") == "in_place").explode("sources").group_by("place_id", "item")
    naming = on_list.agg(pl.col("sources").unique().alias("naming"))
    cells = naming.join(listing, on="place_id")
    listed = pl.col("listing").list.set_intersection("naming").list.len()
    partial = cells.filter(listed > 0, listed < pl.col("listing").list.len()).select("place_id", "item")
    marked = stated.join(
        partial.with_columns(partial=pl.lit(value=True)), on=["place_id", "item"], how="left"
    )
    on_some = (
        pl.col("partial").fill_null(value=False)
        & (pl.col("status") == "in_place")
        & (pl.col("item") != OTHER)
    )
    return marked.with_columns(pl.col("conflict") | on_some).drop("partial")


def _lists_in_words(lists: pl.DataFrame, names: Mapping[str, str]) -> Iterator[str]:
    for (place,), sources in lists.group_by("place_id", maintain_order=True):
        said = ", ".join(
            f"{n} in {names.get(source, source)} ({day or 'no date'})"
            for _, source, n, day in sources.iter_rows()
        )
        yield f"{place}: several sources list its priorities: {said}."
