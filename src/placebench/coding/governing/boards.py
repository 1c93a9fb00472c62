"""What the rows on boards of a document say together: their full names, and which meet in shadow form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.importer import Fact
from placebench.model import Governance


def with_boards_settled(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the rows with the full names of boards; a board in shadow form is not in place as well."""
    rows = [row for fact in facts if (row := _board(fact)) is not None]
    renamed = [_fully_named(fact, rows) for fact in facts]
    boards = [row for fact in renamed if (row := _board(fact)) is not None]
    # A board that meets in shadow form is not there yet because another sentence mentions it.
    in_shadow = {(row.place_id, row.value) for row in boards if row.status == "shadow"}
    for fact in renamed:
        row = _board(fact)
        if row is None or row.status != "in_place" or (row.place_id, row.value) not in in_shadow:
            yield fact


def _board(fact: Fact) -> Governance | None:
    """Return the row of a fact if it is about a board."""
    row = fact.row
    return row if isinstance(row, Governance) and row.feature == "board" else None


def _fully_named(fact: Fact, boards: Sequence[Governance]) -> Fact:
    """Return a row about "the Locality Board" with the full name that the document gives that board."""
    row = _board(fact)
    if row is None or row.value is None:
        return fact
    short = f" {row.value.lower()}"
    names = (other.value for other in boards if other.place_id == row.place_id)
    full = {name for name in names if name is not None and name.lower().endswith(short)}
    return attrs.evolve(fact, row=attrs.evolve(row, value=full.pop())) if len(full) == 1 else fact
