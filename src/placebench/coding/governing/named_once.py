"""Whose a feature is, told once: a body that a document names is that of other sentences on the feature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.extract.gazetteer import PARTNERSHIP
from placebench.importer import Fact
from placebench.model import Governance

_Told = tuple[str | None, ...]
_ABOVE = "accountable_to"
_BOARD_OF_IT = re.compile(r"^(?:the )?board of (?:the )?|(?:'s)? board(?: members)?$")


def with_bodies_named_once(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the rows with the one name that a document gives the partnership of a feature.

    "Alpha Together launched a plan. The plan is for five years." is one plan of one partnership.
    """
    bodies: dict[_Told, set[str]] = {}
    for fact in facts:
        row = fact.row
        if isinstance(row, Governance) and row.body is not None and row.body_kind == PARTNERSHIP:
            bodies.setdefault(_told(row), set()).add(row.body)
    for fact in facts:
        row = fact.row
        if not isinstance(row, Governance) or row.body_kind != PARTNERSHIP:
            yield fact
            continue
        names = _fullest(bodies.get(_told(row), set()), row.body)
        yield attrs.evolve(fact, row=attrs.evolve(row, body=min(names))) if len(names) == 1 else fact


def _fullest(names: set[str], name: str | None) -> set[str]:
    """Return what a partnership may be called where it has a name or none: "Alpha Together Board"."""
    longer = {one for one in names if name is None or (one != name and one.startswith(f"{name} "))}
    return {one for one in longer if not any(other.startswith(f"{one} ") for other in longer)}


def with_masters_named_once(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the rows with the first name that a document gives a body: "ICB", later "ICB Board"."""
    first: dict[tuple[_Told, str], str] = {}
    for fact in facts:
        row = fact.row
        if not isinstance(row, Governance) or row.feature != _ABOVE or row.value is None:
            yield fact
            continue
        told = (*_told(attrs.evolve(row, value=None)), row.body_kind)
        name = first.setdefault((told, _BOARD_OF_IT.sub("", row.value.lower())), row.value)
        yield fact if name == row.value else attrs.evolve(fact, row=attrs.evolve(row, value=name))


def _told(row: Governance) -> _Told:
    return row.feature, row.value, row.place_id, row.status
