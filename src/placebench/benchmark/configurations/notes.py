"""What every result of qualitative comparative analysis says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.benchmark.configurations.completion import Completions
from placebench.benchmark.configurations.sets import ANY, Sets
from placebench.benchmark.configurations.tabulation import CutOffs

ASSOCIATED = "A combination that is associated with the outcome in these cases is no cause of it."


def of_data(sets: Sets, completed: Completions) -> Iterator[str]:
    """Say what is missing, how far the cases go, and which cases lie on the border."""
    yield from completed.in_words()
    if len(sets.cases) < sets.n_rows:
        yield (
            f"{len(sets.cases)} cases are fewer than the {sets.n_rows:,} rows of the truth table: not "
            "every configuration was seen, and random data would give a solution too."
        )
    yield from _of_borders(sets)
    yield from _of_constants(sets)


def of_cut_offs(cut_offs: CutOffs) -> Iterator[str]:
    """Say where the cut-offs lie."""
    yield cut_offs.in_words()


def _of_borders(sets: Sets) -> Iterator[str]:
    torn = sets.named((sets.row_of() == ANY).any(axis=1) & sets.complete)
    if torn:
        yield f"At exactly 0.5 in a condition, and so in no row of the truth table: {', '.join(torn)}."


def _of_constants(sets: Sets) -> Iterator[str]:
    columns = [*zip(sets.conditions, sets.values.T, strict=True), (sets.outcome, sets.memberships)]
    for name, column in columns:
        known = {float(value) for value in column if value == value}  # noqa: PLR0124 - NaN differs from itself
        if len(known) == 1:
            yield f"{name} is {known.pop():g} wherever stated; only missing values could make it vary."
