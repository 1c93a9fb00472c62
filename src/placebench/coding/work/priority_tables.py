"""Priorities in tables: the column below "Priority", where the document is of one place."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Cue
from placebench.coding.reading import Reading
from placebench.coding.work.priority_rows import TABLE, known_rows, labelled
from placebench.coding.work.topics import topics_of
from placebench.documents import Quote, Table
from placebench.extract.cells import text_of
from placebench.model import Priority


def tabled(reading: Reading) -> Iterator[tuple[Priority, Quote]]:
    """Yield the things below a header that calls them priorities, where most of them are known to care."""
    if len(reading.default.places) != 1:
        return
    cues = tuple(cue for cue in reading.codebook.cues[TABLE] if cue.entry == "in_tables")
    for table in reading.document.tables:
        told = any(span.overlaps(table.span) for span in reading.spans)
        if not told or any(span.overlaps(table.span) for span in reading.tables) or _is_aside(reading, table):
            continue
        for cue in cues:
            column = _column(reading, table, cue)
            if column is not None:
                yield from _rows(reading, table, cue, column)
                break


def _column(reading: Reading, table: Table, cue: Cue) -> int | None:
    headers = {cell.column: text_of(reading.document, cell).lower() for cell in table.rows[0] if cell.spans}
    if cue.unless and any(cue.unless.matches(header) for header in headers.values()):
        return None
    return next((column for column, header in headers.items() if cue.match.matches(header)), None)


def _rows(reading: Reading, table: Table, cue: Cue, column: int) -> Iterator[tuple[Priority, Quote]]:
    stated: dict[str, tuple[Priority, Quote]] = {}
    for cell in (cell for row in table.rows[1:] for cell in row if cell.column == column and cell.spans):
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


def _is_aside(reading: Reading, table: Table) -> bool:
    """Tell whether the words above a table give its priorities to somebody else, or to no work."""
    above = [line for line in reading.own_lines if line.block.span.end <= table.span.start]
    if not above:
        return False
    told = " ".join((*above[-1].block.path, above[-1].text)).lower()
    return any(
        reading.codebook.entry(TABLE, entry).match.matches(told) for entry in ("others", "not_of_work")
    )
