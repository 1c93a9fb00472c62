"""What is known of each place: stated, stated to be absent, not stated, or without a source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import polars as pl

from placebench.benchmark.scope import Scope, Tables, at_places, scope_of
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.answers import COLUMNS, completed, grouped
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.governance import disputed_features
from placebench.model import FACT_TABLES
from placebench.model.vocabularies import FEATURES

STATED = "stated"
STATED_ABSENT = "stated_absent"


def coverage(dataset: Tables) -> Comparison:
    """Show for each place which tables and governance features a source states.

    Items are table names, then the features of governance as `governance:<feature>`.
    """
    scope = scope_of(dataset)
    tables = [_covered(dataset, scope, table, pl.lit(table), [table]) for table in FACT_TABLES]
    features = _covered(
        dataset,
        scope,
        "governance",
        pl.format("governance:{}", "feature"),
        [f"governance:{name}" for name in FEATURES],
    )
    frame = pl.concat([*tables, _with_conflicts(features, dataset)])
    return Comparison(
        name="coverage",
        title="What sources state about each place",
        item="item",
        frame=frame,
        denominators=_denominators(scope),
        notes=tuple(chain(_unread(scope), _silent(frame, scope))),
    )


def _covered(dataset: Tables, scope: Scope, table: str, item: pl.Expr, items: list[str]) -> pl.DataFrame:
    nothing = pl.lit(None, pl.String)
    facts = at_places(dataset, table).with_columns(item.alias("item"))
    states = facts.with_columns(
        pl.lit(STATED).alias("status"),
        *(nothing.alias(name) for name in ("value", "basis", "applies_to", "detail")),
    )
    stated = grouped(states).join(_only_absent(facts), on=["place_id", "item"], how="left")
    named = stated.with_columns(
        pl.when("absent").then(pl.lit(STATED_ABSENT)).otherwise("status").alias("status"),
        conflict=pl.lit(value=False),
    )
    return completed(named.drop("absent"), scope, table, items)


def _only_absent(facts: pl.LazyFrame) -> pl.DataFrame:
    absent = (pl.col("status") == "absent").all().alias("absent")
    return facts.group_by("place_id", "item").agg(absent).filter("absent").collect(engine="streaming")


def _with_conflicts(features: pl.DataFrame, dataset: Tables) -> pl.DataFrame:
    disputed = disputed_features(dataset).with_columns(pl.format("governance:{}", "item").alias("item"))
    cells = disputed.with_columns(conflict=pl.lit(value=True))
    joined = features.drop("conflict").join(cells, on=["place_id", "item"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("conflict").fill_null(value=False)).select(COLUMNS)


def _denominators(scope: Scope) -> dict[str, int]:
    return {
        "places": scope.places.height,
        "places_read": scope.reads["place_id"].n_unique(),
        "places_of_systems": scope.places_of_systems,
        "sources": scope.reads["source_id"].n_unique(),
    }


def _unread(scope: Scope) -> Iterator[str]:
    without = scope.places_of_systems - scope.places.height
    if without:
        places = notes.counted(without, "further place", "further places")
        verb = "it is" if without == 1 else "they are"
        yield f"No document that is compared speaks of {places} of these systems: {verb} not shown."


def _silent(frame: pl.DataFrame, scope: Scope) -> Iterator[str]:
    stated = set(frame.filter(pl.col("status").is_in([STATED, STATED_ABSENT]))["item"])
    silent = {table: scope.sources_of(table) for table in FACT_TABLES if table not in stated}
    for table, sources in silent.items():
        if sources:
            yield f"No place states {table}{notes.read_for(sources)}."
    unread = [table for table, sources in silent.items() if not sources]
    if unread:
        yield f"No place states {', '.join(unread)}: no document that is compared speaks of it."
