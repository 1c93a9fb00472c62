"""Qualitative comparative analysis of the places of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from placebench.benchmark.configurations.asked import answers, table_of
from placebench.benchmark.configurations.completion import Completing
from placebench.benchmark.configurations.evidence import COLUMNS
from placebench.benchmark.configurations.minimisation import Search
from placebench.benchmark.configurations.necessity import Demands, necessity
from placebench.benchmark.configurations.robustness import robustness
from placebench.benchmark.configurations.solutions import solutions
from placebench.benchmark.configurations.tabulation import CutOffs
from placebench.benchmark.configurations.truth_table import truth_table
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Scope, Tables, scope_of
from placebench.benchmark.stated.notes import read_for
from placebench.errors import UnsuitableCases

_CASE = "place_id"
_RULE = (
    "1 is in place, 0 is absent by a source's words. Any other status, silence and sources that disagree are "
    "missing, and are completed in every way that they could be."
)


def configurations(
    dataset: Tables,
    conditions: Sequence[str],
    outcome: str,
    *,
    intervals: pl.DataFrame | None = None,
    cut_offs: CutOffs | None = None,
    demands: Demands | None = None,
    search: Search | None = None,
    completing: Completing | None = None,
) -> tuple[Result, ...]:
    """Ask which combinations of conditions are associated with an outcome among the places of a dataset.

    Args:
        dataset: The tables.
        conditions: What is asked of places, such as `governance.pooled_budget`; see `asked`.
        outcome: The same, with `~` before it for its negation.
        intervals: Intervals of maturity stages, for conditions on a theme.
        cut_offs: What makes a row of the truth table positive.
        demands: What counts as necessary.
        search: Directional expectations and how tied models are searched for.
        completing: How missing values are completed.

    Returns:
        `memberships` (what is known of each place), `truth_table`, `necessity`, `term_robustness` and, where
        nothing is missing, `solutions`. A place of which nothing that is asked is known is no case, and a
        note names it.

    Raises:
        UnsuitableCases: A condition is known of no place, or is the same for all that state it.
        UsageError: A condition is unknown.
    """
    outcome_asked = outcome.removeprefix("~")
    known = memberships(dataset, [*conditions, outcome_asked], intervals)
    data, case = known.frame, _CASE
    results = [
        known,
        truth_table(data, conditions, outcome, case=case, cut_offs=cut_offs, completing=completing),
        necessity(data, conditions, outcome, case=case, demands=demands, completing=completing),
        robustness(
            data, conditions, outcome, case=case, cut_offs=cut_offs, search=search, completing=completing
        ),
    ]
    if not data.select(pl.any_horizontal(pl.col(*conditions, outcome_asked).is_null()).any()).item():
        results.append(solutions(data, conditions, outcome, case=case, cut_offs=cut_offs, search=search))
    return tuple(results)


def memberships(dataset: Tables, asked: Sequence[str], intervals: pl.DataFrame | None = None) -> Result:
    """Show what is known of each place on what is asked: 1, 0, or null where nothing certain is stated.

    Args:
        dataset: The tables.
        asked: Conditions and outcome, by what they ask; see `asked`.
        intervals: Intervals of maturity stages, for conditions on a theme.

    Returns:
        One row a place of which something is known: `place_id`, `place`, a column for each thing asked, and
        the facts behind them.

    Raises:
        UnsuitableCases: Something asked is known of no place.
        UsageError: Something asked is unknown.
    """
    scope = scope_of(dataset)
    found = {name: answers(dataset, name, intervals) for name in dict.fromkeys(asked)}
    for name, each in found.items():
        if not each["value"].count():
            read = scope.sources_of(table_of(name))
            raise UnsuitableCases(f"a place of which “{name}” is known", f"none{read_for(read)}")
    frame = scope.places.select(_CASE, "place")
    for name, each in found.items():
        values = each.select(_CASE, pl.col("value").alias(name))
        frame = frame.join(values, on=_CASE, how="left", maintain_order="left")
    frame = frame.join(_facts(found), on=_CASE, how="left", maintain_order="left")
    kept = frame.filter(pl.any_horizontal(pl.col(*found).is_not_null()))
    return Result(
        name="memberships",
        title="What is known of each place",
        frame=kept.with_columns(pl.col("fact_ids").fill_null([])),
        denominators={"places": scope.places.height, "places_known": kept.height},
        notes=(_RULE, *_left_out(scope, kept), *_undecided(found)),
    )


def _facts(found: dict[str, pl.DataFrame]) -> pl.DataFrame:
    rows = pl.concat([each.select(_CASE, *COLUMNS) for each in found.values()])
    return rows.group_by(_CASE).agg(
        pl.col("fact_ids").explode().drop_nulls().unique().sort(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )


def _left_out(scope: Scope, kept: pl.DataFrame) -> Iterator[str]:
    others = scope.places.join(kept, on=_CASE, how="anti")["place"]
    if len(others):
        yield f"No cases, because nothing that is asked is known of them: {', '.join(others)}."


def _undecided(found: dict[str, pl.DataFrame]) -> Iterator[str]:
    for name, each in found.items():
        places = each.filter(pl.col("value").is_null())[_CASE].sort()
        if len(places):
            yield f"{name} is stated, yet not certain (other status, or in dispute): {', '.join(places)}."
