"""The words of a PDF page, where they stand when the page is held so that most of them are upright."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
from pypdfium2 import raw

Handle = Any
"""A document, a page or a thing on it, of pypdfium2, which ships no types."""
MOST_CHARACTERS = 200_000
"""Characters of a page that are read; a page of a report has some three thousand."""

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\s\x00-\x1f\x7f\ufffe\uffff]+[\x02\ufffe]?")
_BROKEN = "\x02\ufffe"
_REFERENCE = re.compile(r"(?<=[^\W\d]|[.,;:)’”])(\d{1,2})[.,;:]?$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_SMALL = 0.8
_SMALLEST, _LARGEST = 0.1, 2_000.0
_SLANT = math.radians(5)
_LONGEST_FONT_NAME = 128


@attrs.frozen
class Word:
    """A word: characters without white space between them, on one line.

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

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of page space is read: from the left, from the top."""
        return x * self.cosine + y * self.sine - self.left, x * self.sine - y * self.cosine - self.top

    def shows(self, x: float, y: float) -> bool:
        """Tell whether a point as it is read lies on the page."""
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


@attrs.frozen
class PageWords:
    """The words of a page.

    Attributes:
        words: The words that run the way that most do, in the order of the file.
        turned: The words that run another way, each run of them as one text, such as a watermark.
        turn: How the page is held.
    """

    words: tuple[Word, ...]
    turned: tuple[str, ...]
    turn: Turn


def read_words(page: Handle, text_page: Handle) -> PageWords:
    """Return the words of a page of pypdfium2."""
    glyphs = _Glyphs(text_page)
    lines = [(match.start(), match.group()) for match in _LINE.finditer(glyphs.text)]
    lines = [(start, line) for start, line in lines if not line.isspace()]
    angles = [glyphs.quarters(start + len(line) - len(line.lstrip())) for start, line in lines]
    lengths: Counter[int] = Counter()
    for (_, line), quarters in zip(lines, angles, strict=True):
        if quarters is not None:
            lengths[quarters] += len(line)
    main = max(lengths, key=lambda quarters: lengths[quarters], default=0)
    turn = Turn.of(page.get_bbox(), main)
    words: list[Word] = []
    turned: list[str] = []
    for (start, line), quarters in zip(lines, angles, strict=True):
        if quarters == main:
            words += (word for word in glyphs.words(start, line, turn) if turn.shows(word.x0, word.y))
        else:
            turned.append(" ".join(match.group().rstrip(_BROKEN) for match in _WORD.finditer(line)))
    return PageWords(tuple(words), tuple(text for text in turned if text), turn)


class _Glyphs:
    """What the library tells of single characters; one call for each is what takes its time."""

    def __init__(self, text_page: Handle) -> None:
        self._raw = text_page.raw
        self.text = _characters(self._raw)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()

    def quarters(self, index: int) -> int | None:
        """Return how many quarter turns anticlockwise a character is set, or None where it is slanted."""
        angle = -float(raw.FPDFText_GetCharAngle(self._raw, index))
        quarters = round(angle / (math.pi / 2))
        return quarters % 4 if abs(angle - quarters * math.pi / 2) < _SLANT else None

    def words(self, start: int, line: str, turn: Turn) -> Iterator[Word]:
        """Yield the words of a line that starts at an index."""
        found = [(start + m.start(), start + m.end(), m.group()) for m in _WORD.finditer(line)]
        if not found:
            return
        first, last = self._type(found[0][0]), self._type(found[-1][1] - 1)
        for begin, end, text in found:
            size, bold = first if first == last else self._type(begin)
            raw.FPDFText_GetCharOrigin(self._raw, begin, *self._at)
            x0, y = turn.point(self._x.value, self._y.value)
            x1 = min(max(self._right(end - 1, turn), x0), max(turn.width, x0))
            yield Word(self._shown(text, end, size), x0, x1, y, size, bold)

    def _right(self, index: int, turn: Turn) -> float:
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._raw, index, ctypes.byref(box))
        if turn.cosine:
            return turn.point(box.right if turn.cosine > 0 else box.left, 0)[0]
        return turn.point(0, box.top if turn.sine > 0 else box.bottom)[0]

    def _type(self, index: int) -> tuple[float, bool]:
        matrix = self._matrix
        size = float(raw.FPDFText_GetFontSize(self._raw, index))
        if raw.FPDFText_GetMatrix(self._raw, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        raw.FPDFText_GetFontInfo(self._raw, index, self._name, _LONGEST_FONT_NAME, ctypes.byref(self._flags))
        bold = (
            _BOLD_NAME.search(self._name.value.decode("latin-1")) is not None
            or self._flags.value & _FORCE_BOLD != 0
            or raw.FPDFText_GetFontWeight(self._raw, index) >= _BOLD_WEIGHT
        )
        return (round(size, 1) if _SMALLEST <= size <= _LARGEST else 1.0), bold

    def _shown(self, text: str, end: int, size: float) -> str:
        """Return a word with the mark of a footnote, small digits behind it, as raised digits."""
        if text[-1] in _BROKEN:
            text = f"{text[:-1]}-"
        if not (text[-1].isdecimal() or text[-2:-1].isdecimal()):
            return text
        mark = _REFERENCE.search(text)
        if mark and self._type(end - len(text) + mark.start(1))[0] < _SMALL * size:
            return text[: mark.start(1)] + mark[1].translate(_SUPERSCRIPT) + text[mark.end(1) :]
        return text


def _characters(page: Handle) -> str:
    """Return the characters of a page, one for each index that the library counts by."""
    count = min(raw.FPDFText_CountChars(page), MOST_CHARACTERS)
    if count <= 0:
        return ""
    units = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(page, 0, count, units) - 1
    text = bytes(units)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(page, index) for index in range(count))
    return "".join(map(chr, codes)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
