"""The truth table as a result: every configuration with its cases, and how sure its place is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import polars as pl

from placebench.benchmark.configurations import notes
from placebench.benchmark.configurations.completion import Completing, Completions, completions
from placebench.benchmark.configurations.evidence import with_evidence
from placebench.benchmark.configurations.sets import Columns, Sets, read_sets
from placebench.benchmark.configurations.tabulation import (
    POSITIVE,
    REMAINDER,
    Configuration,
    CutOffs,
    tabulate,
)
from placebench.benchmark.result import Result
from placebench.benchmark.stated.notes import counted
from placebench.errors import UnsuitableCases, UsageError

UNDETERMINED = "undetermined"
SOURCE = "Ragin 1987, 2008; PRI: Schneider and Wagemann 2012"
_NAMES = pl.List(pl.String)
_FIGURES: Columns = {
    "kind": pl.String,
    "kinds": _NAMES,
    "n_low": pl.Int64,
    "n_high": pl.Int64,
    "inclusion_low": pl.Float64,
    "inclusion_high": pl.Float64,
    "pri_low": pl.Float64,
    "pri_high": pl.Float64,
    "cases": _NAMES,
    "possible_cases": _NAMES,
    "deviant_cases": _NAMES,
}


def truth_table(
    frame: pl.DataFrame,
    conditions: Sequence[str],
    outcome: str,
    *,
    case: str = "case",
    cut_offs: CutOffs | None = None,
    completing: Completing | None = None,
) -> Result:
    """Make the truth table, remainders included.

    Args:
        frame: Calibrated data, one row a case; see `read_sets`. With `fact_ids`, `as_of_first` and
            `as_of_last` of each case, the rows of the result have them too.
        conditions: Names of the conditions.
        outcome: Name of the outcome; `~` before it means its negation.
        case: Column with the names of the cases.
        cut_offs: What makes a row positive.
        completing: How missing values are completed.

    Returns:
        One row a configuration: its number `row`, the level of each condition, `kind` (positive, negative,
        contradictory, remainder; undetermined where completions differ, and then `kinds` lists them), bounds
        of `n`, `inclusion` and `pri` over completions, and the cases: `cases` are in it for certain,
        `possible_cases` in some completion, `deviant_cases` in it for certain without the outcome.

    Raises:
        UsageError: The data cannot be analysed; see `read_sets`.
    """
    cut_offs = cut_offs or CutOffs()
    reserved = sorted({"row", *_FIGURES} & set(conditions))
    if reserved:
        raise UsageError("other names of conditions than columns of the result", f"“{reserved[0]}”")
    sets = read_sets(frame, conditions, outcome, case=case)
    completed = completions(sets, completing or Completing())
    seen = _seen(completed, cut_offs)
    rows = [
        {
            "row": number,
            **dict(zip(sets.conditions, levels, strict=True)),
            **_figures(completed, seen[number]),
        }
        for number, levels in enumerate(sets.space().tolist(), start=1)
    ]
    schema: Columns = {"row": pl.Int64, **dict.fromkeys(sets.conditions, pl.Int64), **_FIGURES}
    table = pl.DataFrame(rows, schema=schema)
    return Result(
        name="truth_table",
        title=_title(outcome),
        frame=with_evidence(table, frame, case),
        denominators={"cases": len(sets.cases), "rows": sets.n_rows, **completed.denominators},
        notes=(*notes.of_cut_offs(cut_offs), *_notes(sets, table), *notes.of_data(sets, completed)),
        source=SOURCE,
    )


def unanswered(conditions: Sequence[str], outcome: str, why: UnsuitableCases, *, n_places: int) -> Result:
    """Return a truth table without a row, which says why the cases cannot answer.

    Args:
        conditions: Names of the conditions.
        outcome: Name of the outcome; `~` before it means its negation.
        why: What the analysis raised.
        n_places: How many places were asked.
    """
    schema: Columns = {"row": pl.Int64, **dict.fromkeys(conditions, pl.Int64), **_FIGURES}
    about = f"{why.where.removeprefix('column ')}: " if why.where else ""
    said = f"No truth table can be made. {about}expected {why.expected}, found {why.found}"
    return Result(
        name="truth_table",
        title=_title(outcome),
        frame=pl.DataFrame(schema=schema),
        denominators={"places": n_places, "cases": 0},
        notes=(f"{said}; {counted(n_places, 'place', 'places')} compared.",),
        source=SOURCE,
    )


def _title(outcome: str) -> str:
    return f"Configurations of conditions, and whether they go with {outcome}"


_Seen = dict[int, Configuration]


def _seen(completed: Completions, cut_offs: CutOffs) -> dict[int, _Seen]:
    """Return for each row the completions, by position, in which it has a case."""
    seen: dict[int, _Seen] = defaultdict(dict)
    for number, sets in enumerate(completed.sets):
        for one in tabulate(sets, cut_offs).configurations:
            seen[one.number][number] = one
    return seen


def _figures(completed: Completions, seen: _Seen) -> dict[str, object]:
    always = len(seen) == len(completed.sets)
    found = list(seen.values())
    members = [frozenset(one.members) for one in found]
    certain = frozenset.intersection(*members) if always else frozenset()
    possible = frozenset().union(*members) - certain
    kinds = sorted({one.kind for one in found} | (set() if always else {REMAINDER}))
    sizes = [len(one.members) for one in found] + ([] if always else [0])
    names = completed.sets[0].cases
    deviant = [n for n in certain if all(completed.sets[k].memberships[n] < 0.5 for k in seen)]  # noqa: PLR2004
    return {
        "kind": kinds[0] if len(kinds) == 1 else UNDETERMINED,
        "kinds": kinds,
        "n_low": min(sizes),
        "n_high": max(sizes),
        **bounds("inclusion", [one.fit.inclusion for one in found]),
        **bounds("pri", [one.fit.pri for one in found]),
        "cases": [names[n] for n in sorted(certain)],
        "possible_cases": [names[n] for n in sorted(possible)],
        "deviant_cases": [names[n] for n in sorted(deviant)],
    }


def bounds(name: str, values: Sequence[float | None]) -> dict[str, float | None]:
    """Return the least and the greatest of figures, without those that are null."""
    known = [value for value in values if value is not None]
    return {f"{name}_low": min(known, default=None), f"{name}_high": max(known, default=None)}


def _notes(sets: Sets, table: pl.DataFrame) -> Iterator[str]:
    kinds = dict(table.group_by("kind").len().iter_rows())
    if not kinds.keys() & {POSITIVE, UNDETERMINED}:
        yield "No row is positive at these cut-offs, so no combination can be said to go with the outcome."
    differing = pl.col("deviant_cases").list.len().is_between(1, pl.col("cases").list.len(), closed="left")
    for row, kind, without in table.filter(differing).select("row", "kind", "deviant_cases").iter_rows():
        yield f"Row {row} ({kind}) has cases that differ in the outcome; without it: {', '.join(without)}."
    few = table.filter(pl.col("kind") == REMAINDER, pl.col("n_low") > 0)
    for row, cases in few.select("row", "cases").iter_rows():
        yield f"Row {row} is a remainder, with too few cases for the frequency cut-off: {', '.join(cases)}."
    empty = table.filter(n_high=0).height
    if empty:
        yield f"{empty:,} of {sets.n_rows:,} rows have no case (remainders)."
