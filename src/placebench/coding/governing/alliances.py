"""Partnerships that are alliances: a place's is one alliance, by whatever names a document calls it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from placebench.importer import Fact
from placebench.model import Governance


def with_alliances_named_once(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts in which each alliance of a place goes by the name that the document gives it first."""
    names: dict[tuple[str | None, str], str] = {}
    for fact in facts:
        row = _alliance(fact)
        if row is not None and row.body is not None:
            names.setdefault((row.place_id, row.status), row.body)
    return [_renamed(fact, names) for fact in facts]


def _renamed(fact: Fact, names: dict[tuple[str | None, str], str]) -> Fact:
    row = _alliance(fact)
    if row is None or row.place_id is None:
        return fact
    body = names.get((row.place_id, row.status))
    return fact if body is None else attrs.evolve(fact, row=attrs.evolve(row, body=body))


def _alliance(fact: Fact) -> Governance | None:
    """Return the row of a fact if it says that a partnership is an alliance."""
    row = fact.row
    said = isinstance(row, Governance) and row.feature == "arrangement" and row.value == "alliance"
    return row if said and isinstance(row, Governance) and row.body_kind == "partnership" else None
