"""Text, blocks and tables in the making, appended in reading order."""

from __future__ import annotations

import attrs

from placebench.documents.document import Block, Span, Table
from placebench.documents.grid import Grid
from placebench.documents.labels import Label


class Draft:
    """A document while a reader assembles it.

    Attributes:
        blocks: The blocks so far; the table of a cell is the number of its grid until the end.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0
        self._grids: list[Grid] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def new_grid(self) -> Grid:
        """Begin a table, whose cells are put in by whoever reads it."""
        grid = Grid(len(self._grids))
        self._grids.append(grid)
        return grid

    def add(
        self,
        kind: str,
        text: str,
        *,
        path: tuple[str, ...],
        label: str | None = None,
        found: Label | None = None,
        level: int | None = None,
        table: int | None = None,
        before: str = "\n",
    ) -> Span:
        """Append a block and return where its content stands.

        Args:
            kind: Kind of block.
            text: What it says; white space around it stays in the text and out of the block.
            path: Headings above it.
            label: A label to write before the text.
            found: A label that stands in the text already.
            level: Depth of a heading or list item.
            table: Number of its grid.
            before: What parts it from the block before.
        """
        if self._parts:
            self._append(before)
        start = self._length
        if label:
            self._append(f"{label} ")
        first = _skip_space(text, 0)
        after_label = _skip_space(text, first + found.length) if found else first
        end = self._length + len(text.rstrip())
        content = Span(min(self._length + after_label, end), end)
        span = Span(start if label else self._length + first, end)
        self._append(text)
        shown = found.text if found else label
        self.blocks.append(Block(kind, span, content, shown, level, None, path, table))
        return content

    def finish(self) -> tuple[str, list[Block], list[Table]]:
        """Return the text, the blocks and the tables that hold text."""
        tables: list[Table] = []
        numbers: dict[int, int] = {}
        for grid in self._grids:
            table = grid.table()
            if table:
                numbers[grid.number] = len(tables)
                tables.append(table)
        blocks = [
            b if b.table is None or numbers[b.table] == b.table else attrs.evolve(b, table=numbers[b.table])
            for b in self.blocks
        ]
        return self.text, blocks, tables

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _skip_space(text: str, position: int) -> int:
    rest = text[position:]
    return position + len(rest) - len(rest.lstrip())
