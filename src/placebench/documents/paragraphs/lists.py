"""How deep a numbered or bulleted paragraph lies."""

from __future__ import annotations

import attrs

from placebench.documents.labels import Label, match_label
from placebench.documents.paragraphs.number import Number

_DEEPEST = 20


@attrs.frozen
class _Open:
    indent: int
    list: str
    kind: str
    inside: int
    level: int


class ParagraphNesting:
    """The lists that are open at a point.

    A list says how its own levels nest; a list within another is told by its indentation, and at equal
    indentation by a label of another kind.
    """

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def close(self) -> None:
        """Close every list: a heading, paragraph or table stands between."""
        self._open.clear()

    def level(self, number: Number, indent: int) -> int:
        """Return the level of the next item, from 1."""
        kind = _kind(number)
        level = min(self._in_same_list(number) or self._in_other_list(number, kind, indent), _DEEPEST)
        self._enter(_Open(indent, number.list, kind, number.level, level))
        return level

    def typed(self, label: Label, indent: int, level: int) -> None:
        """Take note of an item whose label was typed, at the level that is known of it."""
        self._enter(_Open(indent, "", label.kind, 0, min(level, _DEEPEST)))

    def _enter(self, item: _Open) -> None:
        while self._open and self._open[-1].level >= item.level:
            self._open.pop()
        self._open.append(item)

    def _in_same_list(self, number: Number) -> int | None:
        for one in reversed(self._open):
            if one.list == number.list and one.inside <= number.level:
                return one.level + number.level - one.inside
        for one in self._open:
            if one.list == number.list:
                return max(1, one.level - one.inside + number.level)
        return None

    def _in_other_list(self, number: Number, kind: str, indent: int) -> int:
        for one in reversed(self._open):
            if one.indent < indent:
                return one.level + 1
            if one.indent == indent:
                return one.level if one.kind == kind else one.level + 1
        return 1 + (0 if self._open else number.level)


def _kind(number: Number) -> str:
    label = match_label(f"{number.label} x")
    return label.kind if label else str(number.label)
