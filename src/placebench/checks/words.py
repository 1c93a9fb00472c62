"""Rows and values in the words of messages."""

from __future__ import annotations

import datetime as dt
from functools import cache

from placebench.model import Row, columns_of

LONGEST = 2000
"""Characters of a message and of a row as text."""


def as_text(row: Row) -> str:
    """Return a row as people read it: the columns that say something, without the host's."""
    values = ((name, getattr(row, name)) for name in _stated_names(type(row)))  # type: ignore[arg-type]
    given = [f"{name}={shown(value)}" for name, value in values if value is not None and value != ()]
    return f"{type(row).__name__}({', '.join(given)})"[:LONGEST]


@cache
def _stated_names(kind: type[Row]) -> tuple[str, ...]:
    return tuple(column.name for column in columns_of(kind) if not column.host)


def shown(value: object) -> str:
    """Return a value as messages show it, or its type where it is not plain."""
    # Only plain values are spelled out: the text of a stranger's object may differ from run to run.
    if type(value) is str:
        written = repr(value)
        return written if written.isascii() else writable(written)
    plain = (str, int, float, dt.date)
    listed = isinstance(value, tuple) and all(isinstance(item, plain) for item in value)
    return writable(repr(value)) if listed or isinstance(value, plain) else type(value).__name__


def writable(text: str) -> str:
    """Return a text that any UTF-8 file can hold."""
    # Half of a surrogate pair is a Python text that no UTF-8 file can hold.
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
