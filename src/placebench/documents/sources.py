"""What a person knows of the documents of a folder: its `sources.csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path

from placebench.documents.dates import written_date
from placebench.errors import UsageError

FILE_NAME = "sources.csv"
_EXPECTED = "a CSV file in UTF-8"
_FORMULA = ("=", "+", "-", "@")
DATE_EXPECTED = "`published` as 2023, 2023-03, 2023-03-21 or 21/03/2023"
COLUMNS = ("title", "publisher", "document_type", "published", "url")


def read_sources(folder: str | PathLike[str]) -> Mapping[str, Mapping[str, str]]:
    """Return the metadata of each file that a folder's `sources.csv` names.

    Args:
        folder: A folder of documents; without a `sources.csv` in it the answer is empty.

    Returns:
        File name, as in the column `file`, to `title`, `publisher`, `document_type`, `published` and `url`,
        each where the row fills it in. Other columns are ignored.

    Raises:
        UsageError: A row names a file that is not there or was named before, or a date that is none.
    """
    path = Path(folder) / FILE_NAME
    if not path.is_file():
        return {}
    return parse_sources(path.read_bytes(), str(path), lambda name: _is_there(path.parent, name))


def parse_sources(
    data: bytes, where: str, is_there: Callable[[str], bool]
) -> Mapping[str, Mapping[str, str]]:
    """Return the metadata of each file that a table of sources names.

    Args:
        data: The table, as CSV in UTF-8.
        where: What to call it in messages.
        is_there: Tells whether the folder of the table holds a file of that name.

    Returns:
        As `read_sources`.

    Raises:
        UsageError: As `read_sources`.
    """
    try:
        return _read_rows(csv.DictReader(io.StringIO(_decoded(data, where), newline="")), where, is_there)
    except csv.Error as error:
        raise UsageError(_EXPECTED, str(error), where=where) from error


def read_table(path: Path) -> str:
    """Return a table of sources as it was written.

    Raises:
        UsageError: It is no text in UTF-8, or has no column for the file.
    """
    text = _decoded(path.read_bytes(), str(path))
    columns = next(csv.reader(io.StringIO(text, newline="")), [])
    if columns and "file" not in columns:
        raise UsageError("a column `file`", ", ".join(columns), where=str(path))
    return text


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as `CSV UTF-8`"
        raise UsageError(_EXPECTED, str(error), where=where, hint=hint) from error


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """Return a text as it was before it was guarded."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _read_rows(
    rows: csv.DictReader[str], path: str, is_there: Callable[[str], bool]
) -> dict[str, dict[str, str]]:
    columns = ", ".join(rows.fieldnames or ()) or "no columns"
    if "file" not in (rows.fieldnames or ()):
        raise UsageError("a column `file`", columns, where=path)
    sources: dict[str, dict[str, str]] = {}
    for row in rows:
        where = f"{path}, line {rows.line_num}"
        name = written_name(unguarded((row["file"] or "").strip()))
        _check_file(name, is_there, sources, where)
        values = {column: unguarded((row.get(column) or "").strip()) for column in COLUMNS}
        if values["published"]:
            values["published"] = _date(values["published"], where)
        sources[name] = {column: value for column, value in values.items() if value}
    return sources


def _date(text: str, where: str) -> str:
    date = written_date(text)
    if date is None:
        raise UsageError(DATE_EXPECTED, repr(text), where=where)
    return date


def _check_file(
    name: str, is_there: Callable[[str], bool], sources: Mapping[str, object], where: str
) -> None:
    if not name:
        raise UsageError("a file name in the column `file`", "nothing", where=where)
    if name in sources:
        raise UsageError("each file once", f"{name!r} again", where=where)
    if not is_there(name):
        raise UsageError("a file in the same folder", f"{name!r}, which is not there", where=where)


def written_name(name: str) -> str:
    """Return the name of a file as a table of sources can hold it, whatever its bytes and blanks."""
    return name.encode("utf-8", "replace").decode("utf-8").strip().replace("\\", "/")


def _is_there(folder: Path, name: str) -> bool:
    """Tell whether a folder has a file; what lies in a pack is looked for when the pack is read."""
    path = folder / name
    if path.is_file() or any(parent.is_file() for parent in path.parents if folder in parent.parents):
        return True
    beside = (one for near in {folder, path.parent} if near.is_dir() for one in near.iterdir())
    return any(written_name(one.relative_to(folder).as_posix()) == name and one.is_file() for one in beside)
