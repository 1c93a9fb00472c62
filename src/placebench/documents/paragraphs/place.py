"""Where a paragraph of a word processor's file stands."""

from __future__ import annotations

import attrs

from placebench.documents.grid import CellDraft


@attrs.frozen
class Place:
    """Where a paragraph stands.

    Attributes:
        kind: What paragraphs are here, if not what they are by themselves.
        cell: The innermost cell.
        depth: Number of open tables.
        mark: What refers to the note, where the format says so with the note.
    """

    kind: str | None = None
    cell: CellDraft | None = None
    depth: int = 0
    mark: str | None = None


BODY = Place()
