"""Populations and numbers of neighbourhoods in tables with a row a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from placebench.coding.headed_tables import PLACES, HeadedRow, HeadedTable, headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_entry
from placebench.importer import Fact
from placebench.model import Footprint

TABLE = "footprints"
_FEWEST_PEOPLE = 5_000
_MOST_PEOPLE = 3_000_000
_MOST_PARTS = 60
_FIGURE = re.compile(r"(?:c\.? ?|circa |about |approx(?:imately|\.)? |~)?(\d{1,3}(?:,\d{3})+|\d+)\b(?! ?%)")
_PARTS = {"neighbourhood": "neighbourhoods", "locality": "localities"}
_FIGURES = {"people": "people", **_PARTS}
KIND = TableKind(
    "places, their people and neighbourhoods",
    (TABLE,),
    needs=(PLACES,),
    one_of=tuple(by_entry(label, plural, TABLE, f"in_tables_{plural}") for label, plural in _FIGURES.items()),
)
_THOUSANDS = re.compile(r"\b(?:000s?|thousands?)\b")


def tabled_footprints(reading: Reading) -> Iterator[Fact]:
    """Yield the people and parts of each place that a row names."""
    rule = reading.codebook.entry(TABLE, "in_tables").rule
    for table in headed_tables(reading, KIND):
        people = table.headers[table.columns["people"]] if "people" in table.columns else ""
        thousands = _THOUSANDS.search(people.lower())
        for row in table.rows():
            if row.place_id is not None:
                yield from _of(table, row, row.place_id, 1_000 if thousands else 1, rule)


def _of(table: HeadedTable, row: HeadedRow, place: str, times: int, rule: str) -> Iterator[Fact]:
    whose: dict[str, Any] = {
        "system_id": table.reading.profile.system.system_id,
        "place_id": place,
        "applies_to": "place",
        "status": "in_place",
        "rule": rule,
    }
    text = " | ".join(row.texts.values())
    people = _number(row, "people")
    if people is not None and _FEWEST_PEOPLE <= people * times <= _MOST_PEOPLE:
        count = people * times
        footprint = Footprint(
            **whose, level="place", count=None, population_min=count, population_max=count, text=text
        )
        yield Fact(footprint, (row.quote_of(PLACES.label, "people"),))
    for level in _PARTS:
        parts = _number(row, level)
        if parts is not None and 0 < parts <= _MOST_PARTS:
            footprint = Footprint(**whose, level=level, count=parts, text=text)
            yield Fact(footprint, (row.quote_of(PLACES.label, level),))


def _number(row: HeadedRow, label: str) -> int | None:
    found = _FIGURE.fullmatch(row.texts.get(label, "").lower())
    return int(found.group(1).replace(",", "")) if found else None
