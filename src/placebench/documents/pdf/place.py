"""Words, and where they stand when a PDF page is held so that most of them are upright."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import attrs

Handle = Any
"""A document, a page or a thing on it, of pypdfium2, which ships no types."""


class Word(NamedTuple):
    """A word: characters without white space between them, on one line; a tuple, as a document has so many.

    Attributes:
        text: Its characters; a hyphen at the end of a line that divides a word or a compound stands as `-`.
        x0: Left end, in points from the left of the page as it is read.
        x1: Right end.
        y: Base line, in points from the top.
        size: Size of the type in points.
        bold: Whether its type is bold.
        apart: Whether the file sets no space before it, though it stands apart, as it does between cells.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    apart: bool = False


@attrs.frozen
class Turn:
    """How page space, with its origin anywhere and upwards, becomes the page as it is read."""

    cosine: int
    sine: int
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, box: tuple[float, float, float, float], quarters: int) -> Turn:
        """Return the turn for the visible box of a page whose text runs so many quarters anticlockwise."""
        cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarters % 4]
        corners = [(x, y) for x in box[::2] for y in box[1::2]]
        across = [x * cosine + y * sine for x, y in corners]
        down = [x * sine - y * cosine for x, y in corners]
        left, top = min(across), min(down)
        return cls(cosine, sine, left, top, max(across) - left, max(down) - top)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of page space is read: from the left, from the top."""
        return x * self.cosine + y * self.sine - self.left, x * self.sine - y * self.cosine - self.top

    def origin(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of page space that is read so far from the left and from the top."""
        x, y = x + self.left, y + self.top
        return x * self.cosine + y * self.sine, x * self.sine - y * self.cosine

    def points(self, x: Sequence[float], y: Sequence[float]) -> tuple[Sequence[float], Sequence[float]]:
        """Return the same for several points: how far each from the left, and how far from the top."""
        if self.sine == 0:
            sign, left, top = self.cosine, self.left, self.top
            same = sign == 1 and left == 0
            across = x if same else [sign * one - left for one in x]
            return across, [-sign * one - top for one in y]
        both = [self.point(*one) for one in zip(x, y, strict=True)]
        return [one for one, _ in both], [one for _, one in both]

    @property
    def side(self) -> int:
        """Which side of a box of page space is on the right: 0 for left, 1 top, 2 right, 3 bottom."""
        return {(1, 0): 2, (-1, 0): 0, (0, 1): 1, (0, -1): 3}[self.cosine, self.sine]

    def rights(self, sides: Sequence[float], x: Sequence[float]) -> list[float]:
        """Return right ends, within the page and not left of the left ends.

        Args:
            sides: Those sides of boxes of page space that are on the right.
            x: How far from the left each box begins.
        """
        sign, width = self.cosine + self.sine, self.width
        ends = [sign * side - self.left for side in sides]
        return [
            end if start <= end <= width else max(start, min(end, width))
            for start, end in zip(x, ends, strict=True)
        ]

    def which_show(self, x: Sequence[float], y: Sequence[float]) -> Iterable[bool]:
        """Tell of each of several points as it is read whether it lies on the page."""
        ends = (min(x), min(y)), (max(x), max(y))
        # Most often all do; a place that is no number is not seen by the ends.
        whole = all(self.shows(*end) for end in ends) and math.isfinite(sum(x) + sum(y))
        return [whole] * len(x) if whole else map(self.shows, x, y)

    def shows(self, x: float, y: float) -> bool:
        """Tell whether a point as it is read lies on the page."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1
