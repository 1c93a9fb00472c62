"""Rows of a dataset as text of which each row stands in one piece: one table, or a record a row."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import polars as pl

from placebench.cli.row_quotes import QUOTES
from placebench.cli.tables import in_one_block, shown, wrapped

_LESSER = ("importer", "source_id", "as_of_precision", "rule", "system_id", "basis")
"""Columns that tell where a row is from, in the order in which a table that is too wide goes without them."""
_FEWEST_ALIKE = 2


@attrs.frozen
class WholeRows:
    """Rows as text.

    Attributes:
        text: The text.
        left_out: Columns that have no room in it.
    """

    text: str
    left_out: tuple[str, ...] = ()


def whole_rows(frame: pl.DataFrame, width: int, *, chosen: bool) -> WholeRows:
    """Return rows as text in which no row is in several places.

    What all rows have in common is told once, above them. A table that is too wide goes without columns that
    tell where a row is from; where that is not enough, each row is a record with a line a column. Of columns
    that a person chose none is moved or left out.

    Args:
        frame: The rows.
        width: Characters in a line.
        chosen: Whether a person chose the columns.
    """
    shared = [] if chosen else _shared(frame)
    above = _in_common(frame, shared, width)
    rest = frame.drop(shared)
    out: list[str] = []
    for lesser in (None, *(() if chosen else (name for name in _LESSER if name in rest.columns))):
        out += [lesser] if lesser else []
        kept = rest.drop(out)
        table = in_one_block(kept.columns, kept.rows(), width)
        if table is not None:
            return WholeRows(f"{above}{table}", tuple(name for name in rest.columns if name in out))
    return WholeRows(f"{above}{_records(rest, width)}")


def _shared(frame: pl.DataFrame) -> list[str]:
    """Return the columns, save the first and the quotes, that have one value in all of several rows."""
    if frame.height < _FEWEST_ALIKE:
        return []
    own = [name for name in frame.columns[1:] if name not in QUOTES]
    said = {name: {shown(value) for value in frame[name].to_list()} for name in own}
    return [name for name, values in said.items() if len(values) == 1]


def _in_common(frame: pl.DataFrame, shared: Sequence[str], width: int) -> str:
    if not shared:
        return ""
    told = "; ".join(f"{name} {shown(frame[name].to_list()[0])}" for name in shared)
    return f"{wrapped(f'In each of the {frame.height} rows: {told}.', width, '', '  ')}\n\n"


def _records(frame: pl.DataFrame, width: int) -> str:
    """Return each row as lines of a column's name and its value, without columns that it has no value for."""
    widest = max(map(len, frame.columns))
    records = []
    for row in frame.rows():
        told = {name: shown(value) for name, value in zip(frame.columns, row, strict=True)}
        first = {name: f"{name.ljust(widest)}  " for name in told}
        rest = " " * (widest + 2)
        lines = [wrapped(text, width, first[name], rest) for name, text in told.items() if text]
        records.append("\n".join(lines))
    return "\n\n".join(records)
