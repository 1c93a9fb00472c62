"""Documents and events by date, as a result that the page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables, with_text_codes
from placebench.benchmark.stated.notes import counted
from placebench.dataset.words import date_in_words
from placebench.model import FACT_TABLES
from placebench.plots.labels import words
from placebench.plots.timelines import DOCUMENT, EVENT

NAME = "timeline"
_NOT_STATED = "not stated"
_SCHEMA = pl.Schema(
    {
        "system_id": pl.String(),
        "system": pl.String(),
        "kind": pl.String(),
        "first": pl.Date(),
        "last": pl.Date(),
        "date": pl.String(),
        "words": pl.String(),
        "fact_ids": pl.List(pl.String()),
    }
)


def dated(dataset: Tables, names: Mapping[str, str]) -> Result:
    """Return the documents that have a date, and all events, a row a system and document or event.

    Events without a date come last and say so. A document without a date of publication stands at each date
    of its ratings, if these have any.

    Args:
        dataset: The tables.
        names: Names of systems, by identifier.
    """
    systems = _systems(dataset)
    telling = systems["source_id"].implode()
    sources = with_text_codes(dataset.frame("sources")).filter(pl.col("source_id").is_in(telling)).collect()
    events = with_text_codes(dataset.frame("events")).collect()
    ratings = _ratings(dataset, sources)
    rows = [*_documents(sources, systems), *_rated(ratings), *_events(events), *_undated(events)]
    for row in rows:
        row["system"] = names.get(row["system_id"], row["system_id"])
    frame = pl.DataFrame(rows, schema=_SCHEMA).sort("first", "system", "kind", "words", nulls_last=True)
    unpublished = sources["published"].null_count() - ratings["source_id"].n_unique()
    documents = f"{unpublished} of {counted(sources.height, 'document', 'documents')}"
    undated = f" and {events['date'].null_count()} of {counted(events.height, 'event', 'events')}"
    said = f"Without a date: {documents}{undated if events.height else ''}."
    return Result(
        name=NAME,
        title="Documents and events by date" if events.height else "Documents by date",
        frame=frame,
        denominators={"documents": sources.height, **({"events": events.height} if events.height else {})},
        notes=(said,),
    )


def _systems(dataset: Tables) -> pl.DataFrame:
    facts = [with_text_codes(dataset.frame(table)).select("source_id", "system_id") for table in FACT_TABLES]
    return pl.concat(facts).unique().sort("source_id", "system_id").collect()


def _documents(sources: pl.DataFrame, systems: pl.DataFrame) -> Iterator[dict[str, Any]]:
    told = sources.filter(pl.col("published").is_not_null()).join(systems, on="source_id")
    for row in told.iter_rows(named=True):
        about = _when(row["published"], row["published_precision"] or "day")
        yield about | {"system_id": row["system_id"], "kind": DOCUMENT, "words": row["title"] or row["path"]}


def _ratings(dataset: Tables, sources: pl.DataFrame) -> pl.DataFrame:
    """Return the dates of the ratings in sources that have no date of their own."""
    unpublished = sources.filter(pl.col("published").is_null()).select("source_id", "title", "path")
    ratings = with_text_codes(dataset.frame("assessments")).filter(pl.col("as_of").is_not_null())
    found = ratings.select("source_id", "system_id", "as_of", "as_of_precision", "fact_id").collect()
    return found.join(unpublished, on="source_id").sort("as_of", "fact_id")


def _rated(ratings: pl.DataFrame) -> Iterator[dict[str, Any]]:
    of_one = ("source_id", "system_id", "as_of", "as_of_precision", "title", "path")
    for row in ratings.group_by(of_one, maintain_order=True).agg("fact_id").iter_rows(named=True):
        about = _when(row["as_of"], row["as_of_precision"] or "day")
        said = {
            "kind": DOCUMENT,
            "words": f"Ratings in {row['title'] or row['path']}",
            "fact_ids": row["fact_id"],
        }
        yield about | {"system_id": row["system_id"]} | said


def _events(events: pl.DataFrame) -> Iterator[dict[str, Any]]:
    for row in events.filter(pl.col("date").is_not_null()).iter_rows(named=True):
        # An event's own date is a day; only that of the statement can be known less exactly.
        yield _when(row["date"], "day") | _said(row)


def _undated(events: pl.DataFrame) -> Iterator[dict[str, Any]]:
    for row in events.filter(pl.col("date").is_null()).iter_rows(named=True):
        yield {"first": None, "last": None, "date": _NOT_STATED} | _said(row)


def _said(event: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "system_id": event["system_id"],
        "kind": EVENT,
        "words": f"{words(event['event'])}: {event['text']}",
        "fact_ids": [event["fact_id"]],
    }


def _when(day: dt.date, precision: str) -> dict[str, Any]:
    return {
        "first": day,
        "last": _last_day(day, precision),
        "date": date_in_words(day, precision),
        "fact_ids": [],
    }


def _last_day(day: dt.date, precision: str) -> dt.date:
    if precision == "year":
        return day.replace(month=12, day=31)
    if precision == "month":
        return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return day
