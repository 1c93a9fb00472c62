"""Places by sector of their chair, and by employer of the one who leads for the place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Any

import polars as pl

from placebench.benchmark.counts.question import Question, count
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, at_places
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.answers import grouped
from placebench.benchmark.stated.disagreement import THERE, with_conflicts

CHAIR = "chair"
LEAD = "lead"
CHAIRS = ("chair", "co_chair")
LEADS = ("place_director", "place_lead")

CHAIR_SECTORS = Question(
    name="chair_sectors",
    title="Places by sector of the chair",
    table="roles",
    items=(CHAIR,),
    subject="a chair",
    exclusive=True,
)
LEAD_EMPLOYERS = Question(
    name="lead_employers",
    title="Places by employer of the lead for the place",
    table="roles",
    items=(LEAD,),
    subject="who leads for it",
    exclusive=True,
)


def chair_sectors(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by sector that the chair comes from; joint chairs of two sectors are a value of their own.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    return _post(dataset, CHAIR_SECTORS, CHAIRS, suppress_below)


def lead_employers(dataset: Tables, *, suppress_below: int | None = None) -> Result:
    """Count places by sector of the employer of the place director or place lead.

    Args:
        dataset: The tables.
        suppress_below: Withhold counts from 1 up to below this.
    """
    return _post(dataset, LEAD_EMPLOYERS, LEADS, suppress_below)


def _post(dataset: Tables, question: Question, roles: Collection[str], suppress_below: int | None) -> Result:
    facts = at_places(dataset, "roles").filter(pl.col("role").is_in(list(roles)))
    posts = facts.with_columns(
        pl.lit(question.items[0]).alias("item"),
        pl.col("sector").alias("value"),
        pl.coalesce("holder", "organisation").alias("detail"),
    )
    answers = with_conflicts(grouped(posts))
    disputed = pl.Series(list(_disputed(answers)), dtype=pl.String)
    named = pl.col("status").is_in(THERE) & pl.col("value").is_not_null()
    differ = named & pl.col("place_id").is_in(disputed.implode())
    marked = answers.with_columns(pl.col("undecided") | differ)
    more = tuple(_without_sector(answers, question.subject))
    return count(dataset, question, marked, suppress_below=suppress_below, more=more)


def _disputed(answers: pl.DataFrame) -> Iterator[str]:
    """Yield the places for which two sources share no sector and dates do not say which is the later one.

    Sectors that one source names are joint.
    """
    there = answers.filter(pl.col("status").is_in(THERE), pl.col("value").is_not_null())
    days = ("latest_from", "latest_until")
    said = there.select("place_id", "value", *days, pl.col("sources").alias("source")).explode("source")
    by_source = said.group_by("place_id", "source").agg(pl.col("value").unique(), pl.col(days).max())
    for (place,), sources in by_source.group_by("place_id"):
        if any(_differ(one, other) for one, other in combinations(sources.to_dicts(), 2)):
            yield str(place)


def _differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    days = (one["latest_from"], one["latest_until"], other["latest_from"], other["latest_until"])
    in_order = None not in days and (days[1] < days[2] or days[3] < days[0])
    return not in_order and not set(one["value"]) & set(other["value"])


def _without_sector(answers: pl.DataFrame, subject: str) -> Iterator[str]:
    known = answers.filter(pl.col("value").is_not_null() | (pl.col("status") == "absent"))
    without = answers.join(known, on="place_id", how="anti")["place_id"].n_unique()
    if without:
        verb = "states" if without == 1 else "state"
        places = notes.counted(without, "place", "places")
        yield f"{places} {verb} {subject} without a sector: the value is null, and any sector is possible."
