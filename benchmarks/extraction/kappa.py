"""Agreement of the coding with importers on governance, beyond what chance would give (Cohen 1960)."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from benchmarks.extraction.coded import Coded
from benchmarks.extraction.extracted import Extracted
from placebench.model.vocabularies import FEATURES, STATUS

NOT_STATED = "not stated"
FEWEST_CELLS = 2

Cell = tuple[str, str]
Statuses = Mapping[Cell, frozenset[str]]


@attrs.frozen
class Agreement:
    """How far two coders agree on one feature.

    Attributes:
        feature: The governance feature.
        places: Places that each coder gave a status or left as not stated.
        stated: Places for which one of them or both gave a status.
        agreed: Places for which both gave the same.
        kappa: Cohen's kappa; None where it is not defined.
        reason: Why it is not.
    """

    feature: str
    places: int
    stated: int
    agreed: int
    kappa: float | None
    reason: str | None = None


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two coders.

    Args:
        pairs: The categories that they gave to each unit.

    Returns:
        None where chance alone agrees on everything: there is no unit, or both used one category only.
    """
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    units = len(pairs)
    by_chance = sum(first[category] * second[category] for category in first)
    if by_chance == units * units:
        return None
    agreed = sum(one == other for one, other in pairs)
    return (agreed * units - by_chance) / (units * units - by_chance)


def agreements(facts: Iterable[Coded], rows: Iterable[Extracted]) -> list[Agreement]:
    """Compare coded and extracted statuses of places, by feature that two places or more have.

    Statements about a whole system are left out. Where a fact may be read in several ways, the reading that
    the importer has counts.
    """
    facts = [*facts]
    extracted = _extracted(rows)
    coded = _coded(facts, extracted)
    named = {place for fact in facts for place in fact.accepted("place_id") if place}
    places = sorted(named | {place for _, place in extracted})
    return [*_by_feature(places, coded, extracted)]


def _by_feature(places: Sequence[str], coded: Statuses, extracted: Statuses) -> Iterator[Agreement]:
    for feature in FEATURES:
        cells = [(feature, place) for place in places]
        stated = sum(cell in coded or cell in extracted for cell in cells)
        if stated < FEWEST_CELLS:
            continue
        pairs = [(_category(coded, cell), _category(extracted, cell)) for cell in cells]
        agreed = sum(one == other for one, other in pairs)
        kappa = cohen_kappa(pairs)
        reason = f"no variation: both have {pairs[0][0]!r} for every place" if kappa is None else None
        yield Agreement(feature, len(cells), stated, agreed, kappa, reason)


def _category(statuses: Statuses, cell: Cell) -> str:
    return " and ".join(sorted(statuses.get(cell, ()))) or NOT_STATED


def _extracted(rows: Iterable[Extracted]) -> Statuses:
    cells: dict[Cell, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        if row.table == "governance" and row.columns["place_id"]:
            cells[row.columns["feature"], row.columns["place_id"]] |= {row.columns["status"]}
    return dict(cells)


def _coded(facts: Iterable[Coded], extracted: Statuses) -> Statuses:
    cells: dict[Cell, frozenset[str]] = defaultdict(frozenset)
    for fact in facts:
        readings = [*_readings(fact)]
        shared = (reading for reading in readings if reading[1] in extracted.get(reading[0], ()))
        for cell, status in [next(shared, None) or readings[0]] if readings else []:
            cells[cell] |= {status}
    return dict(cells)


def _readings(fact: Coded) -> Iterator[tuple[Cell, str]]:
    if fact.table != "governance":
        return
    statuses = fact.accepted("status") or [*STATUS.codes]
    for feature, place, status in itertools.product(
        fact.accepted("feature"), fact.accepted("place_id"), statuses
    ):
        if place:
            yield (feature, place), status
