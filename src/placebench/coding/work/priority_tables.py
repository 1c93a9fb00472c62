"""Priorities in tables: the column below "Priority", where the document is of one place."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Cue
from placebench.coding.headed_tables import HeadedTable, headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_entry
from placebench.coding.work.priority_rows import TABLE, known_rows, labelled
from placebench.coding.work.topics import topics_of
from placebench.documents import Quote
from placebench.extract.cells import text_of
from placebench.model import Priority

_ENTRY, _LABEL = "in_tables", "priority"
KIND = TableKind(
    "priorities of the one place that the document is of",
    (TABLE,),
    needs=(by_entry(_LABEL, "priorities", TABLE, _ENTRY),),
)


def tabled(reading: Reading) -> Iterator[tuple[Priority, Quote]]:
    """Yield the things below a header that calls them priorities, where most of them are known to care."""
    if len(reading.default.places) != 1:
        return
    cues = tuple(cue for cue in reading.codebook.cues[TABLE] if cue.entry == _ENTRY)
    for table in headed_tables(reading, KIND):
        cue = next((cue for cue in cues if _calls_so(cue, table)), None)
        if cue is not None and not _is_aside(table):
            yield from _rows(table, cue)


def _calls_so(cue: Cue, table: HeadedTable) -> bool:
    """Tell whether a cue has the words of the column of priorities, and no other column speaks against it."""
    headers = [header.lower() for header in table.headers.values()]
    if cue.unless and any(map(cue.unless.matches, headers)):
        return False
    return cue.match.matches(table.headers[table.columns[_LABEL]].lower())


def _rows(table: HeadedTable, cue: Cue) -> Iterator[tuple[Priority, Quote]]:
    stated: dict[str, tuple[Priority, Quote]] = {}
    reading, column = table.reading, table.columns[_LABEL]
    below = (cell for row in table.table.rows[1:] for cell in row)
    for cell in (cell for cell in below if cell.column == column and cell.spans):
        told = text_of(reading.document, cell)
        label = labelled(reading, told)
        if label is None or label in stated:
            continue
        row = Priority(
            system_id=reading.profile.system.system_id,
            place_id=reading.default.places[0],
            applies_to="place",
            status=cue.status or "in_place",
            rule=cue.rule,
            label=label,
            topics=topics_of(told, reading.codebook),
            position=len(stated) + 1,
        )
        stated[label] = row, reading.document.quote(*cell.spans)
    if known_rows(reading, tuple(row for row, _ in stated.values())):
        yield from stated.values()


def _is_aside(table: HeadedTable) -> bool:
    """Tell whether the words above a table give its priorities to somebody else, or to no work."""
    told = " ".join(reversed(table.above)).lower()
    words = (table.reading.codebook.entry(TABLE, entry).match for entry in ("others", "not_of_work"))
    return any(entry.matches(told) for entry in words)
