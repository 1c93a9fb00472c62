"""Words, and where they stand when a PDF page is held so that most of them are upright."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from placebench.documents.pdf.calls import Floats

Handle = Any
"""A document, a page or a thing on it, of pypdfium2, which ships no types."""

_Number = TypeVar("_Number", float, Floats)


class Word(NamedTuple):
    """A word: characters without white space between them, on one line; a tuple, as a document has so many.

    Attributes:
        text: Its characters; a hyphen at the end of a line that divides a word or a compound stands as `-`.
        x0: Left end, in points from the left of the page as it is read.
        x1: Right end.
        y: Base line, in points from the top.
        size: Size of the type in points.
        bold: Whether its type is bold.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False


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

    def point(self, x: _Number, y: _Number) -> tuple[_Number, _Number]:
        """Return where points of page space are read: from the left, from the top."""
        return x * self.cosine + y * self.sine - self.left, x * self.sine - y * self.cosine - self.top

    def origin(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of page space that is read so far from the left and from the top."""
        x, y = x + self.left, y + self.top
        return x * self.cosine + y * self.sine, x * self.sine - y * self.cosine

    def right(self, boxes: Floats) -> Floats:
        """Return the right ends of boxes of page space, each a row of left, top, right and bottom."""
        side = {(1, 0): 2, (-1, 0): 0, (0, 1): 1, (0, -1): 3}[self.cosine, self.sine]
        return boxes[:, side] * (self.cosine + self.sine) - self.left

    def shows(self, x: float, y: float) -> bool:
        """Tell whether a point as it is read lies on the page."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1

    def which_shows(self, x: Floats, y: Floats) -> npt.NDArray[np.bool_]:
        """Tell of each of several points whether it lies on the page."""
        return (x >= -1) & (x <= self.width + 1) & (y >= -1) & (y <= self.height + 1)
