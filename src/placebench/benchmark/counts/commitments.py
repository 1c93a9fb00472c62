"""Systems by theme of what they commit their partnerships to, across the headings of their documents."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from placebench.benchmark.counts.disclosure import withheld
from placebench.benchmark.counts.question import disputes
from placebench.benchmark.counts.standing import standings
from placebench.benchmark.counts.tally import tally
from placebench.benchmark.counts.wilson import SOURCE
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Scope, Tables, scope_of, with_text_codes
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.compare import stated_answers
from placebench.codebook import Crosswalk, load_crosswalk

_ITEM = "commitment"
_COUNTED = ("exactMatch", "closeMatch", "broadMatch")
_OF_SYSTEMS = {"places": "systems", "places_derived": "systems_derived", "place_ids": "system_ids"}


def commitment_themes(
    dataset: Tables, *, crosswalk: Crosswalk | None = None, suppress_below: int | None = None
) -> Result:
    """Count systems by theme of the commitments in their documents, and status.

    The crosswalk says which headings stand for a theme. A heading of which the theme is only a part
    (`narrowMatch`) does not count, so its system stays open there; a heading without any match stands in the
    row without a value, and in the notes.

    Args:
        dataset: The tables.
        crosswalk: Themes and headings; by default the one that comes with the package.
        suppress_below: Withhold counts from 1 up to below this.

    Returns:
        As for places, with `systems`, `systems_derived` and `system_ids`, and besides `label` (of the theme),
        `bullets` (commitments under it) and `domains` (the headings).
    """
    walk = load_crosswalk() if crosswalk is None else crosswalk
    scope = scope_of(dataset)
    facts = _facts(dataset, walk)
    answers = stated_answers(facts.lazy())
    asked = _asked(scope, facts)
    frame = tally(standings(answers, exclusive=False), asked, exclusive=False)
    result = Result(
        name="commitment_themes",
        title="Systems by theme of what they commit their partnerships to",
        frame=frame,
        denominators={
            "systems": asked.height,
            "systems_read": int(asked["read"].sum()),
            "sources": scope.sources_of("commitments"),
        },
        notes=tuple(notes.silence(frame, "commitments of its system", scope.sources_of("commitments"))),
        source=SOURCE,
    )
    more = (*disputes(frame), *_unmatched(facts), *_narrow(facts, walk))
    if suppress_below is not None:
        result = withheld(result, suppress_below, exclusive=False)
        more = ()
    return Result(
        name=result.name,
        title=result.title,
        frame=_described(result.frame, answers, walk),
        denominators=result.denominators,
        notes=(*result.notes, *more),
        source=result.source,
    )


def _facts(dataset: Tables, walk: Crosswalk) -> pl.DataFrame:
    """Return the commitments with `item`, `value` (the theme) and `detail` (the heading), a row a theme."""
    facts = with_text_codes(dataset.frame("commitments")).collect()
    matched = facts.join(_themes_of(facts, walk), on=["system_id", "domain"], how="left")
    return matched.with_columns(
        pl.col("system_id").alias("place_id"),
        pl.lit(_ITEM).alias("item"),
        pl.col("theme").alias("value"),
        pl.col("domain").alias("detail"),
    )


def _themes_of(facts: pl.DataFrame, walk: Crosswalk) -> pl.DataFrame:
    rows = [
        (system, domain, match.theme)
        for system, domain in facts.select("system_id", "domain").unique().iter_rows()
        for match in walk.matches
        if match.domain == domain and match.system in (None, system) and match.relation in _COUNTED
    ]
    schema = {"system_id": pl.String, "domain": pl.String, "theme": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").unique()


def _asked(scope: Scope, facts: pl.DataFrame) -> pl.DataFrame:
    read = scope.places.join(scope.reads_of("commitments"), on="place_id", how="semi")["system_id"]
    systems = pl.concat([scope.places["system_id"], facts["system_id"]]).unique().sort()
    named = pl.concat([read, facts["system_id"]]).unique()
    return pl.DataFrame({"place_id": systems}).select(
        "place_id", pl.lit(_ITEM).alias("item"), pl.col("place_id").is_in(named.implode()).alias("read")
    )


def _described(frame: pl.DataFrame, answers: pl.DataFrame, walk: Crosswalk) -> pl.DataFrame:
    themes = pl.DataFrame(
        {"value": [theme.code for theme in walk.themes], "label": [theme.label for theme in walk.themes]},
        schema={"value": pl.String, "label": pl.String},
    ).with_row_index("number")
    headings = answers.group_by("value", "status").agg(
        pl.col("detail").list.explode().unique().sort().alias("domains")
    )
    some = pl.col("fact_ids").list.len() > 0
    return (
        frame.join(themes, on="value", how="left", maintain_order="left")
        .join(headings, on=["value", "status"], how="left", nulls_equal=True, maintain_order="left")
        .with_columns(
            pl.when(some).then(pl.col("fact_ids").list.len().cast(pl.Int64)).alias("bullets"),
            pl.when(some).then("domains").alias("domains"),
        )
        .sort("number", maintain_order=True, nulls_last=True)
        .drop("number", "places_said_of_each")
        .rename(_OF_SYSTEMS)
    )


def _unmatched(facts: pl.DataFrame) -> Iterator[str]:
    without = facts.filter(pl.col("value").is_null()).group_by("system_id", "domain").len()
    for system, domain, number in without.sort("system_id", "domain").iter_rows():
        bullets = notes.counted(number, "commitment stands", "commitments stand")
        yield f"{system}: {bullets} under {domain}, which the crosswalk gives no theme."


def _narrow(facts: pl.DataFrame, walk: Crosswalk) -> Iterator[str]:
    for system, domain in (
        facts.select("system_id", "domain").unique().sort("system_id", "domain").iter_rows()
    ):
        for match in walk.matches:
            if match.domain == domain and match.system in (None, system) and match.relation not in _COUNTED:
                within = f"the heading “{domain}” may speak of {match.theme} among other things"
                yield f"{system}: {within}; it is not counted there."
