"""The characters of a PDF page put into words, with the place and the type of each word."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import compress, repeat, takewhile

import attrs
import numpy as np
import numpy.typing as npt
from pypdfium2 import raw

from placebench.documents.counting import in_superscript
from placebench.documents.pdf import calls
from placebench.documents.pdf.calls import Floats
from placebench.documents.pdf.place import Handle, Turn, Word

MOST_CHARACTERS = 200_000
"""Characters of a page that are read; a page of a report has some three thousand."""

_BROKEN = "\x02\ufffe"
_REFERENCE = re.compile(r"(?<=[^\W\d]|[.,;:)’”])(\d{1,2})[.,;:]?$")
_LAST_DIGITS = re.compile(r"(\d+)[.,;:]?$")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_SMALL = 0.8
_RAISED = 0.2
_LEVEL = 0.5
_SMALLEST, _LARGEST = 0.1, 2_000.0
_LONGEST_FONT_NAME = 128
_LARGEST_SPACE = 0x3000
_TURN = 0.1

_Flags = npt.NDArray[np.bool_]
_Places = npt.NDArray[np.intp]
_Type = tuple[float, bool]


def _table(characters: str) -> _Flags:
    """Return for each code, up to one that stands for all beyond, whether it is one of some characters."""
    table = np.zeros(0x10001, bool)
    table[[ord(character) for character in characters]] = True
    return table


_ENDS_LINE = _table("\r\n")
_DIVIDES = _table(_BROKEN)
_DIGIT = _table("0123456789")
_BLANK = _table(
    "".join(filter(str.isspace, map(chr, range(_LARGEST_SPACE + 1))))
    + "".join(map(chr, range(0x20)))
    + "\x7f\ufffe\uffff"
)


@attrs.frozen(eq=False)
class FaintLine:
    """A line that cannot be seen unless something lies behind it.

    Attributes:
        line: Its number.
        painted: Whether it is painted, in white.
        origins: Where its words begin, in page space.
    """

    line: int
    painted: bool
    origins: Floats


class Glyphs:
    """The characters of a page, parted into words and lines.

    Args:
        text_page: A text page of pypdfium2.
    """

    def __init__(self, text_page: Handle) -> None:
        self._raw = text_page.raw
        self._page = calls.address(text_page.raw)
        self._text = _characters(self._raw)
        codes = np.frombuffer(f"{self._text}\0".encode("utf-32-le", "replace"), np.uint32)
        self._codes = np.minimum(codes, 0x10000)
        inked = ~_BLANK[self._codes]
        self._starts = np.flatnonzero(inked[:-1] & ~np.concatenate(([False], inked[:-2])))
        self._ends = np.flatnonzero(inked[:-1] & ~inked[1:]) + 1
        self._ends += _DIVIDES[self._codes[self._ends]]
        lines = np.cumsum(_ENDS_LINE[self._codes])[self._starts]
        changes = lines[1:] != lines[:-1]
        first, last = np.ones((2, len(lines)), bool)
        first[1:], last[:-1] = changes, changes
        self._first, self._last = np.flatnonzero(first), np.flatnonzero(last)
        self._angles = self._angles_of(self._first)
        self._part_turned(self._angles_of(self._last))
        self._bold: dict[int | None, bool] = {None: False}

    def __len__(self) -> int:
        return len(self._first)

    def lines(self) -> Iterator[tuple[float, int]]:
        """Yield the turn of each line with words, in radians clockwise, and its number of characters."""
        lengths = self._ends[self._last] - self._starts[self._first]
        return zip(self._angles.tolist(), lengths.tolist(), strict=True)

    def faint(self) -> Iterator[FaintLine]:
        """Yield the lines of which no word is painted, and those that are white throughout."""
        firsts = self._starts[self._first].tolist()
        for told, painted in ((calls.unpainted, False), (calls.white, True)):
            for line in np.flatnonzero(told(self._page, firsts)).tolist():
                words = slice(self._first[line], self._last[line] + 1)
                begins = self._starts[words].tolist()
                if all(told(self._page, [*begins, *(self._ends[words] - 1).tolist()])):
                    yield FaintLine(line, painted, calls.origins(self._page, begins))

    def _angles_of(self, words: _Places) -> Floats:
        return np.asarray(calls.angles(self._page, self._starts[words].tolist()))

    def _part_turned(self, last_angles: Floats) -> None:
        """Part the lines in which the direction changes, since the library joins what lies side by side."""
        mixed = np.flatnonzero(np.abs(self._angles - last_angles) > _TURN)
        if not mixed.size:
            return
        words = np.concatenate([np.arange(self._first[n], self._last[n] + 1) for n in mixed])
        angles = self._angles_of(words)
        changes = (np.diff(words) == 1) & (np.abs(np.diff(angles)) > _TURN)
        self._first = np.union1d(self._first, words[1:][changes])
        self._last = np.union1d(self._last, words[:-1][changes])
        self._angles = self._angles_of(self._first)

    def text(self, line: int) -> str:
        """Return the words of a line."""
        words = range(self._first[line], self._last[line] + 1)
        return " ".join(self._text[self._starts[word] : self._ends[word]].rstrip(_BROKEN) for word in words)

    def words(self, lines: Sequence[int], turn: Turn) -> Iterator[Word]:
        """Yield the words of lines that are set in the direction of a turn, as far as the page shows them."""
        counts = self._last - self._first + 1
        wanted = np.zeros(len(self), bool)
        wanted[lines] = True
        chosen = np.repeat(wanted, counts)
        behind = self._ends[chosen]
        begins, ends = self._starts[chosen].tolist(), behind.tolist()
        origins = calls.origins(self._page, begins)
        x0, y = turn.point(origins[:, 0], origins[:, 1])
        boxes = calls.loose_boxes(self._page, [end - 1 for end in ends])
        x1 = np.minimum(np.maximum(turn.right(boxes), x0), np.maximum(turn.width, x0))
        types = self._types(begins, ends, counts[wanted].tolist())
        texts = [self._text[begin:end] for begin, end in zip(begins, ends, strict=True)]
        self._mark(texts, behind, types)
        self._raise(texts, behind, y, types, turn)
        sizes, bold = zip(*types, strict=True)
        found = zip(texts, x0.tolist(), x1.tolist(), y.tolist(), sizes, bold, strict=True)
        return compress(map(tuple.__new__, repeat(Word), found), turn.which_shows(x0, y).tolist())

    def _types(self, begins: Sequence[int], ends: Sequence[int], counts: Sequence[int]) -> list[_Type]:
        """Return size and weight of words; where a line begins and ends alike, all of it is alike."""
        starts = [0]
        for count in counts:
            starts.append(starts[-1] + count)
        first = [begins[start] for start in starts[:-1]]
        last = [ends[start - 1] - 1 for start in starts[1:]]
        # Characters that the file sets in one go are of one type.
        apart = [not same for same in calls.set_together(self._page, first, last)]
        firsts, lasts = self._types_of(first), iter(self._types_of([*compress(last, apart)]))
        types: list[_Type] = []
        for start, count, one, several in zip(starts, counts, firsts, apart, strict=False):
            alike = not several or next(lasts) == one
            types += [one] * count if alike else self._types_of(begins[start : start + count])
        return types

    def _types_of(self, characters: Sequence[int]) -> list[_Type]:
        fonts = calls.fonts(self._page, characters)
        for font, character in zip(fonts, characters, strict=True):
            if font not in self._bold:
                self._bold[font] = self._is_bold(character)
        sizes = calls.sizes(self._page, characters).tolist()
        return [
            (round(size, 1) if _SMALLEST <= size <= _LARGEST else 1.0, self._bold[font])
            for size, font in zip(sizes, fonts, strict=True)
        ]

    def _is_bold(self, character: int) -> bool:
        """Tell whether the font of a character is bold, by its name, its flags or its weight."""
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._raw, character, name, _LONGEST_FONT_NAME, ctypes.byref(flags))
        return (
            _BOLD_NAME.search(name.value.decode("latin-1")) is not None
            or flags.value & _FORCE_BOLD != 0
            or raw.FPDFText_GetFontWeight(self._raw, character) >= _BOLD_WEIGHT
        )

    def _mark(self, texts: list[str], ends: _Places, types: Sequence[_Type]) -> None:
        """Give divided words their hyphen, and raise the marks of footnotes, small digits behind a word."""
        last, before = self._codes[ends - 1], self._codes[ends - 2]
        for index in np.flatnonzero(_DIVIDES[last] | _DIGIT[last] | _DIGIT[before]).tolist():
            text = texts[index]
            if text[-1] in _BROKEN:
                texts[index] = text = f"{text[:-1]}-"
            mark = _REFERENCE.search(text)
            if (
                mark
                and self._types_of([int(ends[index]) - len(text) + mark.start(1)])[0][0]
                < _SMALL * types[index][0]
            ):
                texts[index] = text[: mark.start(1)] + in_superscript(mark[1]) + text[mark.end(1) :]

    def _raise(self, texts: list[str], ends: _Places, y: Floats, types: Sequence[_Type], turn: Turn) -> None:
        """Raise the digits at the end of words that stand higher than the word begins, as in a power."""
        behind = _DIGIT[self._codes[ends - 1]]
        # A comma or a full stop may follow.
        lasts = ends - np.where(behind, 1, 2)
        chosen = [n for n in np.flatnonzero(_DIGIT[self._codes[lasts]]).tolist() if len(texts[n]) > 1]
        if not chosen:
            return
        origins = calls.origins(self._page, lasts[chosen].tolist())
        _, heights = turn.point(origins[:, 0], origins[:, 1])
        for number, height in zip(chosen, heights.tolist(), strict=True):
            if _RAISED * types[number][0] < y[number] - height < types[number][0]:
                texts[number] = self._with_raised(texts[number], int(ends[number]), height, turn)

    def _with_raised(self, text: str, end: int, height: float, turn: Turn) -> str:
        mark = _LAST_DIGITS.search(text)
        if mark is None:
            return text
        digits = range(end - len(text) + mark.start(1), end - len(text) + mark.end(1))
        origins = calls.origins(self._page, digits)
        _, heights = turn.point(origins[:, 0], origins[:, 1])
        raised = takewhile(lambda one: abs(one - height) < _LEVEL, heights[::-1].tolist())
        start = mark.end(1) - sum(1 for _ in raised)
        return text[:start] + in_superscript(text[start : mark.end(1)]) + text[mark.end(1) :]


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
