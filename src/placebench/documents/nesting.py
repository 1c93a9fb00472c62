"""How deep list items and headings lie, from labels and indentation."""

from __future__ import annotations

from placebench.documents.labels import Label, as_letter


class ListNesting:
    """The lists that are open at a point of a text.

    Deeper indentation nests. At equal indentation a kind of label that is open already is a sibling, and a
    new one nests. A number that follows an open item's number is its sibling wherever it stands.
    """

    def __init__(self) -> None:
        self._open: list[tuple[int, str, int | None]] = []

    def close(self) -> None:
        """Close every list: a heading, paragraph or table stands between."""
        self._open.clear()

    @property
    def indent(self) -> int:
        """Indentation of the innermost open item."""
        return self._open[-1][0] if self._open else 0

    def level(self, label: Label, indent: int) -> int:
        """Return the level of the next item, from 1."""
        label = self._read(label)
        depth = self._sibling(label, indent)
        if depth is None:
            while self._open and self._open[-1][0] > indent:
                self._open.pop()
            depth = len(self._open)
        del self._open[depth:]
        self._open.append((indent, label.kind, label.value))
        return depth + 1

    def _read(self, label: Label) -> Label:
        letter = as_letter(label)
        if letter and any(
            kind == letter.kind and _follows(value, letter.value) for _, kind, value in self._open
        ):
            return letter
        return label

    def _sibling(self, label: Label, indent: int) -> int | None:
        for depth in range(len(self._open) - 1, -1, -1):
            at, kind, value = self._open[depth]
            if kind == label.kind and (at == indent or _follows(value, label.value)):
                return depth
        return None


def _follows(value: int | None, next_value: int | None) -> bool:
    return value is not None and next_value == value + 1


class Sections:
    """The headings above a point of a text.

    Attributes:
        path: Their titles, outermost first.
    """

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self.path: tuple[str, ...] = ()

    def enter(self, level: int, title: str) -> tuple[str, ...]:
        """Open a section and return the headings above its heading."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        above = tuple(title for _, title in self._open)
        self._open.append((level, title))
        self.path = (*above, title)
        return above
