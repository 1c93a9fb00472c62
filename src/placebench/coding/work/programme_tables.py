"""Programmes of joint work in the tables that report on them: a row a programme."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.headed_tables import headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_entry, title_by_entry
from placebench.importer import Fact
from placebench.model import Programme

TABLE = "programmes"
_LONGEST = 80
KIND = TableKind(
    "programmes of joint work",
    (TABLE,),
    needs=(by_entry("name", "programmes", TABLE, "in_tables"),),
    one_of=(by_entry("about", "leads, ratings or aims", TABLE, "in_tables_about"),),
    others=title_by_entry("what is no joint work, as capital or audit", TABLE, "table_of_others"),
    owned=True,
    wordy=True,
)


def tabled_programmes(reading: Reading) -> Iterator[Fact]:
    """Yield the programmes of tables that say who leads them, how they do or what they are for."""
    book = reading.codebook
    rule = book.entry(TABLE, "in_tables").rule
    national, body = (book.entry(TABLE, entry).match for entry in ("national", "body"))
    for table in headed_tables(reading, KIND):
        for row in table.rows():
            name = row.texts.get("name", "")
            lower = name.lower()
            named_one = name[:1].isupper() and len(name) <= _LONGEST and not name.endswith(".")
            if row.place_id is None or not named_one or national.matches(lower) or body.matches(lower):
                continue
            programme = Programme(
                system_id=reading.profile.system.system_id,
                place_id=row.place_id,
                applies_to="place",
                status="in_place",
                rule=rule,
                name=name,
                text=" | ".join((*row.texts.values(), *row.others)),
            )
            yield Fact(programme, (row.quote(),))
