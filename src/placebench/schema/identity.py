"""Which column identifies a row of a table."""

from __future__ import annotations

from placebench.model import Row, columns_of


def id_column(kind: type[Row]) -> str | None:
    """Return the column that names a row of a table, and that evidence refers to.

    It is the first column, where that is part of the row's identity or given by the host; `claims` and
    `rejections` have none.
    """
    first = columns_of(kind)[0]
    return first.name if first.key or (first.host and first.reference is None) else None
