"""What each place's partnership works on, by topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import polars as pl

from placebench.benchmark.dating import date_words
from placebench.benchmark.scope import Tables, at_places, scope_of
from placebench.benchmark.stated.compare import comparison, stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.notes import source_names
from placebench.model.vocabularies import TOPIC

OTHER = "other"
_FEWEST_IN_A_LIST = 2


def priorities(dataset: Tables) -> Comparison:
    """Compare priorities by topic; `detail` holds the sources' own labels.

    Priorities of the topic `other` have nothing in common, so each label is an answer of its own, in `value`.
    A list that lacks a topic of another list does not deny it; a note counts what each source lists.
    """
    return comparison(
        dataset,
        scope_of(dataset),
        stated_answers(topic_facts(dataset)),
        table="priorities",
        name="priorities",
        title="What each partnership works on",
        item="topic",
        items=TOPIC.codes,
        subject="its priorities",
        more=_lists_in_words(_lists(dataset), source_names(dataset), date_words(dataset)),
    )


def topic_facts(dataset: Tables) -> pl.LazyFrame:
    """Return the priorities of each place, a row a topic; `detail` is the label."""
    facts = at_places(dataset, "priorities").explode("topics")
    by_topic = facts.with_columns(
        pl.col("topics").cast(pl.String).alias("item"),
        pl.when(pl.col("topics") == OTHER).then("label").alias("value"),
        pl.col("label").alias("detail"),
    )
    return by_topic.filter(pl.col("item").is_not_null())


def _lists(dataset: Tables) -> pl.DataFrame:
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


def _lists_in_words(
    lists: pl.DataFrame, names: Mapping[str, str], dates: Mapping[dt.date, str]
) -> Iterator[str]:
    for (place,), sources in lists.group_by("place_id", maintain_order=True):
        said = ", ".join(
            f"{n} in {names.get(source, source)} ({dates.get(day, 'no date')})"
            for _, source, n, day in sources.iter_rows()
        )
        yield f"{place}: several sources list its priorities: {said}."
