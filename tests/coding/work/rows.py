"""Rows of priorities in short, as the tests expect them."""

from __future__ import annotations

from placebench.model import Priority


def labels(rows: list[Priority]) -> list[str]:
    """Return what the rows are about, in the order of the source."""
    return [row.label for row in sorted(rows, key=lambda row: row.position or 0)]
