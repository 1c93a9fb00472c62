"""Whose a feature is, told once: a body that a document names is that of other sentences on the feature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.extract.gazetteer import PARTNERSHIP
from placebench.importer import Fact
from placebench.model import Governance

_Told = tuple[str, str | None, str | None, str]


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
        if not isinstance(row, Governance) or row.body is not None or row.body_kind != PARTNERSHIP:
            yield fact
            continue
        names = bodies.get(_told(row), set())
        yield attrs.evolve(fact, row=attrs.evolve(row, body=min(names))) if len(names) == 1 else fact


def _told(row: Governance) -> _Told:
    return row.feature, row.value, row.place_id, row.status
