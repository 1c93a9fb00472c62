"""The calibrated data: named cases, their memberships in conditions, and their membership in the outcome."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import attrs
import numpy as np
import numpy.typing as npt
import polars as pl

from placebench.benchmark.configurations.fit import Memberships
from placebench.benchmark.stated.notes import counted
from placebench.errors import UnsuitableCases, UsageError
from placebench.nearest import did_you_mean

ANY = -1  # the level of a condition that a term does not mention
MOST_ROWS = 65_536

Term = tuple[int, ...]
Columns = dict[str, pl.DataType | type[pl.DataType]]
Rows = npt.NDArray[np.int64]


@attrs.frozen(eq=False, kw_only=True)
class Sets:
    """Cases and their memberships; what is not stated is NaN.

    Attributes:
        cases: Names of the cases.
        conditions: Names of the conditions.
        levels: Number of levels of each condition: 2 where it is crisp or fuzzy, more where it is
            multi-value.
        fuzzy: Whether each condition is fuzzy.
        values: Cases by conditions: a membership, or the number of a level.
        outcome: Name of the outcome, with `~` before it where its negation is meant.
        memberships: Membership of each case in the outcome.
        outcome_is_fuzzy: Whether those are degrees.
    """

    cases: tuple[str, ...]
    conditions: tuple[str, ...]
    levels: tuple[int, ...]
    fuzzy: tuple[bool, ...]
    values: Memberships
    outcome: str
    memberships: Memberships
    outcome_is_fuzzy: bool

    @property
    def complete(self) -> npt.NDArray[np.bool_]:
        """Which cases have nothing missing."""
        known: npt.NDArray[np.bool_] = ~(np.isnan(self.values).any(axis=1) | np.isnan(self.memberships))
        return known

    @property
    def n_rows(self) -> int:
        """Number of rows of the truth table."""
        return math.prod(self.levels)

    def only(self, chosen: npt.NDArray[np.bool_]) -> Sets:
        """Return some of the cases."""
        cases = tuple(case for case, kept in zip(self.cases, chosen, strict=True) if kept)
        return attrs.evolve(
            self, cases=cases, values=self.values[chosen], memberships=self.memberships[chosen]
        )

    def named(self, chosen: npt.NDArray[np.bool_]) -> list[str]:
        """Return the names of some cases."""
        return [case for case, kept in zip(self.cases, chosen, strict=True) if kept]

    def in_term(self, term: Sequence[int]) -> Memberships:
        """Return the membership of each case in a conjunction; all are in one that mentions nothing."""
        inside = np.ones(len(self.cases))
        for number, level in enumerate(term):
            if level != ANY:
                inside = np.minimum(inside, self.in_level(number, level))
        return inside

    def in_any(self, terms: Iterable[Sequence[int]]) -> Memberships:
        """Return the membership of each case in a disjunction of terms; none is in an empty one."""
        inside = np.zeros(len(self.cases))
        for term in terms:
            inside = np.maximum(inside, self.in_term(term))
        return inside

    def in_level(self, number: int, level: int) -> Memberships:
        """Return the membership of each case in one level of a condition."""
        column: Memberships = self.values[:, number]
        if self.fuzzy[number]:
            column = column if level else 1 - column
        else:
            column = (column == level).astype(np.float64)
        return column

    def row_of(self) -> Rows:
        """Return the levels that each case is rather in than out of; `ANY` where neither or unknown."""
        crossed = np.where(self.values > 0.5, 1, np.where(self.values < 0.5, 0, ANY))  # noqa: PLR2004
        levels = np.where(np.isnan(self.values), ANY, self.values)
        return np.where(np.array(self.fuzzy), crossed, levels).astype(np.int64)

    def numbers(self, rows: Rows) -> Rows:
        """Number rows of the truth table from 1, the last condition changing fastest."""
        steps = [math.prod(self.levels[n + 1 :]) for n in range(len(self.levels))]
        numbered: Rows = rows @ np.array(steps, dtype=np.int64) + 1
        return numbered

    def space(self) -> Rows:
        """Return every row of the truth table, in the order of their numbers."""
        return np.indices(self.levels).reshape(len(self.levels), -1).T.astype(np.int64)

    def expression(self, term: Sequence[int]) -> str:
        """Write a term as `A*~B`, or as `A[2]*B[0]` where a condition has more than two levels."""
        multi = max(self.levels) > 2  # noqa: PLR2004 - two levels are presence and absence
        literals = [
            f"{name}[{level}]" if multi else f"{'' if level else '~'}{name}"
            for name, level in zip(self.conditions, term, strict=True)
            if level != ANY
        ]
        return "*".join(literals) or "1"


def read_sets(frame: pl.DataFrame, conditions: Sequence[str], outcome: str, *, case: str = "case") -> Sets:
    """Read calibrated data from a frame.

    Whole numbers beyond 0 and 1 make a condition multi-value, fractions make it fuzzy. The outcome is crisp
    or fuzzy; `~` before its name means its negation.

    Args:
        frame: One row a case; null where nothing is stated.
        conditions: Names of columns.
        outcome: Name of a column, or `~` and the name.
        case: Column with the names of the cases.

    Raises:
        UnsuitableCases: A column is known of no case, or does not vary.
        UsageError: A column is not there or is no membership; a case has no name, or that of another; or the
            truth table would be too long.
    """
    positive = outcome.removeprefix("~")
    _check_names(frame, conditions, positive, case)
    columns = [_values(frame, name) for name in conditions]
    fuzzy = tuple(bool(_fractions(column).any()) for column in columns)
    levels = tuple(
        2 if graded else max(2, int(np.nanmax(column)) + 1)
        for column, graded in zip(columns, fuzzy, strict=True)
    )
    memberships = _values(frame, positive)
    if np.nanmax(memberships) > 1:
        raise UsageError("an outcome from 0 to 1", f"{np.nanmax(memberships):g}", where=f"outcome {positive}")
    sets = Sets(
        cases=tuple(frame[case].cast(pl.String)),
        conditions=tuple(conditions),
        levels=levels,
        fuzzy=fuzzy,
        values=np.column_stack(columns),
        outcome=outcome,
        memberships=1 - memberships if outcome != positive else memberships,
        outcome_is_fuzzy=bool(_fractions(memberships).any()),
    )
    if sets.n_rows > MOST_ROWS:
        hint = "choose fewer conditions"
        raise UsageError(f"at most {MOST_ROWS:,} rows of the truth table", f"{sets.n_rows:,}", hint=hint)
    return sets


def unknown_name(kind: str, name: str, known: Iterable[str], *, where: str | None = None) -> UsageError:
    """Return the error that says that a name is not there, with the nearest that is."""
    names = sorted(known)
    hint = did_you_mean(name, names, otherwise=f"there are {', '.join(names)}")
    return UsageError(f"a known {kind}", f"“{name}”", where=where, hint=hint)


def _check_names(frame: pl.DataFrame, conditions: Sequence[str], outcome: str, case: str) -> None:
    for name, kind in ((case, "column"), *((c, "condition") for c in conditions), (outcome, "outcome")):
        if name not in frame.columns:
            raise unknown_name(kind, name, frame.columns)
    if not conditions:
        raise UsageError("at least one condition", "none")
    for n, name in enumerate(conditions):
        if name in conditions[:n] or name == outcome:
            raise UsageError("every column once, as a condition or as the outcome", f"“{name}” twice")
    if frame[case].null_count():
        raise UsageError("a name of every case", "null", where=f"column {case}")
    doubled = frame.filter(pl.col(case).is_duplicated())[case]
    if not doubled.is_empty():
        raise UsageError("every case once", f"“{doubled[0]}” {doubled.eq(doubled[0]).sum()} times")


def _values(frame: pl.DataFrame, name: str) -> Memberships:
    column = frame[name]
    if not (column.dtype.is_numeric() or column.dtype in {pl.Boolean, pl.Null}):
        raise UsageError("numbers, or true and false", f"{column.dtype}", where=f"column {name}")
    values = column.cast(pl.Float64)
    _check_range(name, frame, values)
    known = values.drop_nulls().unique()
    if known.is_empty():
        raise UnsuitableCases("a value of some case", "none", where=f"column {name}", hint="leave it out")
    if len(known) == 1 and not values.null_count():
        state = counted(len(values), "case that states", "cases that state")
        raise UnsuitableCases(
            "values that vary between cases",
            f"{known[0]:g} for the {state} it",
            where=f"column {name}",
            hint="leave it out; what is the same everywhere tells no cases apart",
        )
    return values.to_numpy().astype(np.float64)


def _check_range(name: str, frame: pl.DataFrame, values: pl.Series) -> None:
    graded = bool((values.drop_nulls() % 1 != 0).any())
    wrong = ~values.is_finite() | (values < 0) | ((values > 1) & graded)
    if wrong.any():
        row = int(wrong.arg_true()[0])
        raise UsageError(
            "memberships from 0 to 1, or whole numbers from 0",
            f"{values[row]}",
            where=f"column {name}, row {row + 1} of {frame.height}",
            hint="calibrate the column first",
        )


def _fractions(values: Memberships) -> npt.NDArray[np.bool_]:
    known: npt.NDArray[np.bool_] = ~np.isnan(values) & (values % 1 != 0)
    return known
