"""What the rows on boards of a document say together: their full names, and which are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Governance


def with_boards_settled(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the rows with the full names of boards; one in shadow or disbanded is not in place as well."""
    rows = [row for fact in facts if (row := _board(fact)) is not None]
    renamed = [_fully_named(fact, rows) for fact in facts]
    boards = [row for fact in renamed if (row := _board(fact)) is not None]
    # That another sentence mentions a board does not say that it is there yet, or still.
    not_there = {_named(row) for row in boards if row.status in ("shadow", "ended")}
    # What a document calls by its name as something that acts is there, though papers are required of it.
    there = {_named(row) for row in boards if row.status == "in_place"} - not_there
    systems = {(row.value or "").lower() for row in boards if row.body_kind == SYSTEM}
    # A name may be found by its form and by a cue of the coding frame.
    for fact in dict.fromkeys(renamed):
        row = _board(fact)
        if row is not None and row.body_kind != SYSTEM and (row.value or "").lower() in systems:
            # The place that a sentence names beside the system's own board is that of a member.
            continue
        if row is not None and row.status == "expected" and _named(row) in there:
            continue
        if row is None or row.status != "in_place" or _named(row) not in not_there:
            yield fact


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name is the end, the beginning or the initials of a longer one.

    "Locality Board", "Alpha Committee" and "AT Board" are short for "Alpha Locality Board", "Alpha Committee
    of the ICB" and "Alpha Together Executive Board".
    """
    lower, whole = short.lower(), name.lower()
    if whole.endswith(f" {lower}") or whole.startswith(f"{lower} of "):
        return True
    initials = short.split(maxsplit=1)[0]
    words = [word for word in name.split() if word[0].isupper()]
    first = "".join(word[0] for word in words[: len(initials)])
    return len(initials) > 1 and initials.isupper() and initials == first


def _named(row: Governance) -> tuple[str | None, str]:
    return row.place_id, (row.value or "").lower()


def _board(fact: Fact) -> Governance | None:
    """Return the row of a fact if it is about a board."""
    row = fact.row
    return row if isinstance(row, Governance) and row.feature == "board" else None


def _fully_named(fact: Fact, boards: Sequence[Governance]) -> Fact:
    """Return a row about "the Locality Board" with the full name that the document gives that board."""
    row = _board(fact)
    if row is None or row.value is None:
        return fact
    names = (other.value for other in boards if other.place_id == row.place_id)
    full = {name for name in names if name is not None and _is_short_for(row.value, name)}
    return attrs.evolve(fact, row=attrs.evolve(row, value=full.pop())) if len(full) == 1 else fact
