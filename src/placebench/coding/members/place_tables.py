"""Tables with a row a place: who chairs its partnership, and how often that meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from placebench.coding.authors import names_another
from placebench.coding.headed_tables import HeadedRow, headed_tables
from placebench.coding.members.entries import read_entry
from placebench.coding.members.group_tables import CHAIR, CHAIRS, FREQUENCIES, MEETS, frequency_told
from placebench.coding.members.named_body import PARTNERSHIP
from placebench.coding.names import organisations_of
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind
from placebench.documents import Quote
from placebench.extract.people import is_name
from placebench.importer import Fact
from placebench.model import Governance, Role

_SHARED = 2
_TWO = re.compile(r",? (?:and|&) |; ")
_ASIDE = re.compile(r" *\([^)]*\)")
_FEWEST_PLACES = 2
KIND = TableKind(
    "places, who chairs their partnerships and how often they meet",
    ("governance", "roles"),
    one_of=(CHAIRS, FREQUENCIES),
)


def frequencies_by_place(reading: Reading) -> Iterator[Fact]:
    """Yield how often the partnership of each place meets that has a row."""
    for row in _rows(reading):
        told = frequency_told(reading, row.texts.get(MEETS, ""))
        if told is not None:
            governance = Governance(
                **_columns(reading, row),
                rule=f"governance.{MEETS}",
                feature=MEETS,
                value=told,
            )
            yield Fact(governance, (row.quote_of(MEETS),))


def chairs_by_place(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield who chairs the partnership of each place that has a row; two who share it have a row each."""
    organisations = organisations_of(reading.profile, reading.codebook)
    several = reading.codebook.rosters["groups"]["several"]
    for row in _rows(reading):
        text = row.texts.get(CHAIR, "")
        two = _TWO.split(_ASIDE.sub("", text))
        shared = len(two) == _SHARED and all(is_name(each, reading.codebook.posts) for each in two)
        if not text or (several.matches(text.lower()) and not shared):
            continue
        kind = f"co_{CHAIR}" if shared else CHAIR
        for each in two if shared else [text]:
            words = read_entry(each, organisations, reading.codebook)
            if words is None or words.holder is None:
                continue
            role = Role(
                **_columns(reading, row),
                rule=f"roles.{kind}",
                role=kind,
                holder=words.holder,
                organisation=words.organisation if words.organisation != words.holder else None,
                sector=words.sectors[0] if words.sectors else None,
            )
            yield role, row.quote_of(CHAIR)


# Governance and roles are read from the same tables.
@once
def _rows(reading: Reading) -> tuple[HeadedRow, ...]:
    """Return the rows that each name one place, of tables in which several places have one."""
    found: list[HeadedRow] = []
    for table in headed_tables(reading, KIND):
        # Under a heading of its own a table of scrutiny committees is of no partnerships.
        if names_another(reading.codebook, table.caption.lower()):
            continue
        rows = [row for row in table.rows() if row.place_id is not None and row.mentioned == {row.place_id}]
        if len({row.place_id for row in rows}) >= _FEWEST_PLACES:
            found += rows
    return tuple(found)


def _columns(reading: Reading, row: HeadedRow) -> dict[str, Any]:
    return {
        "system_id": reading.profile.system.system_id,
        "place_id": row.place_id,
        "applies_to": "place",
        "status": "in_place",
        "body_kind": PARTNERSHIP,
    }
