"""The one way that a comparison of answers is put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain

import polars as pl

from placebench.benchmark.dating import date_words
from placebench.benchmark.scope import Scope, Tables
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.answers import completed, grouped
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.disagreement import with_conflicts


def denominators(scope: Scope, table: str) -> dict[str, int]:
    """Count the places and sources that answers of a table are to be seen against."""
    return {
        "places": scope.places.height,
        "places_read": scope.reads_of(table).height,
        "places_of_systems": scope.places_of_systems,
        "sources": scope.sources_of(table),
    }


def stated_answers(facts: pl.LazyFrame, single_valued: Collection[str] = ()) -> pl.DataFrame:
    """Group facts into answers and mark those that disagree; see `grouped` for the columns."""
    return with_conflicts(grouped(facts), single_valued)


def comparison(
    dataset: Tables,
    scope: Scope,
    stated: pl.DataFrame,
    *,
    table: str,
    name: str,
    title: str,
    item: str,
    items: Iterable[str],
    subject: str,
    more: Iterable[str] = (),
) -> Comparison:
    """Complete the answers on one table and describe them.

    Args:
        dataset: The tables.
        scope: The places and the sources that were read.
        stated: Answers with `conflict`.
        table: The fact table that the answers come from.
        name: Name of the comparison.
        title: What is compared.
        item: Name that the column `item` takes.
        items: Every item that is asked of a place.
        subject: What a place would state, for "No place states ...".
        more: Further notes.
    """
    frame = completed(stated, scope, table, items)
    said = chain(
        notes.silence(frame, subject, scope.sources_of(table)),
        notes.disagreements(frame, notes.source_names(dataset), date_words(dataset)),
        more,
        notes.each_place(frame),
        notes.left_out(dataset, table),
    )
    return Comparison(
        name=name,
        title=title,
        item=item,
        frame=frame.rename({"item": item}),
        denominators=denominators(scope, table),
        notes=tuple(said),
    )
