"""`sources.csv` written for a person to complete: what is known of each file of a folder, and what is not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import attrs

from placebench.documents.dates import written_date
from placebench.documents.sources import COLUMNS, guarded, unguarded, written_name

FOUND = ("media_type", "pages", "sha256", "note")
"""Columns that are not read back: what was found out of a file."""
HEADER = ("file", *COLUMNS, *FOUND)
_DIGITS = 16


@attrs.frozen
class SourceEntry:
    """What is known of a file.

    Attributes:
        file: Its path below the folder, that in a pack included.
        said: What it says of itself, or a table within its pack says of it; see `Document.metadata`.
        media_type: Told from the content; None where it cannot be read.
        pages: Number of pages, where the format has them.
        sha256: Hash of its bytes.
        note: Why it cannot be read, or that another file holds the same bytes.
    """

    file: str
    said: Mapping[str, str] = attrs.field(hash=False)
    media_type: str | None = None
    pages: int | None = None
    sha256: str | None = None
    note: str | None = None


@attrs.frozen
class SourcesTable:
    """A table of sources.

    Attributes:
        columns: Headings.
        rows: Cells by heading, a row for each file.
        added: Files that it had no row for.
        gone: Files that it has a row for and that are not there.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def missing(self) -> Mapping[str, int]:
        """Number of rows without a cell, by heading, of those that a person fills in."""
        counts = {column: sum(not row.get(column) for row in self.rows) for column in COLUMNS}
        return {column: count for column, count in counts.items() if count}

    @property
    def undated(self) -> Mapping[str, str]:
        """What stands for a date and is none, by file."""
        written = {_name(row): unguarded(row.get("published", "").strip()) for row in self.rows}
        return {file: date for file, date in written.items() if date and not written_date(date)}

    def text(self) -> str:
        """Return the table as CSV."""
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, self.columns, restval="", lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(self.rows)
        return stream.getvalue()


def sources_table(entries: Iterable[SourceEntry], written: str | None = None) -> SourcesTable:
    """Return the table of sources of a folder.

    Every cell that is filled in stays as it is, with the order of rows and columns and any column that a
    person added. Empty cells are filled with what was found, and new files follow at the end.

    Args:
        entries: The files of the folder.
        written: The table that a person has written so far, as CSV.
    """
    reader = csv.DictReader(io.StringIO(written or "", newline=""))
    kept = [{heading: cell or "" for heading, cell in row.items() if heading} for row in reader]
    columns = (
        *(reader.fieldnames or ()),
        *(name for name in HEADER if name not in (reader.fieldnames or ())),
    )
    found = {written_name(entry.file): _cells(entry) for entry in entries}
    rows = [_filled(row, found.get(_name(row), {})) for row in kept]
    known = [_name(row) for row in kept]
    added = tuple(file for file in found if file not in known)
    return SourcesTable(
        columns,
        (*rows, *(found[file] for file in added)),
        added,
        tuple(name for name in known if name not in found),
    )


def _name(row: Mapping[str, str]) -> str:
    return written_name(unguarded(row.get("file", "").strip()))


def _filled(row: Mapping[str, str], found: Mapping[str, str]) -> Mapping[str, str]:
    # What is found out anew is true of the file as it is now; all else is the person's.
    now = {column: found[column] for column in FOUND if found and column in found}
    return {
        **{k: v for k, v in found.items() if k not in FOUND},
        **{k: v for k, v in row.items() if v},
        **now,
    }


def _cells(entry: SourceEntry) -> dict[str, str]:
    about: Sequence[tuple[str, str | None]] = (
        *((column, entry.said.get(column)) for column in COLUMNS),
        ("media_type", entry.media_type),
        ("pages", str(entry.pages) if entry.pages else None),
        ("sha256", entry.sha256[:_DIGITS] if entry.sha256 else None),
        ("note", entry.note),
    )
    cells = {column: guarded(" ".join((cell or "").split())) for column, cell in about}
    return {"file": guarded(written_name(entry.file)), **cells}
