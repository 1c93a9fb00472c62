"""The characters of a PDF page put into words, with the place and the type of each word."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise, repeat, takewhile
from operator import add, eq
from typing import TypeVar

import attrs
from pypdfium2 import raw

from placebench.documents.counting import in_superscript
from placebench.documents.pdf import calls
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
_RIGHT = 2
_LEAST_APART = 0.05
_AS_MANY = 1.1
_FEWEST_TOGETHER = 1.5

_BLANK = {
    *filter(str.isspace, map(chr, range(_LARGEST_SPACE + 1))),
    *map(chr, range(0x20)),
    *"\x7f\ufffe\uffff",
}
_RARE = "".join(sorted(_BLANK - set(" \r\n")))
_CAPITAL = re.compile(r"[a-z)](?=[A-Z])")
_HAS_RARE = re.compile(f"[{re.escape(_RARE)}]")
_AS_SPACE = str.maketrans(dict.fromkeys(_RARE, " ") | {"\r": "\n"})
_DIGITS = frozenset("0123456789")
_BREAKS = frozenset(_BROKEN)
_MARKS = _DIGITS | _BREAKS

_Type = tuple[float, bool]
_Value = TypeVar("_Value")


@attrs.frozen(eq=False)
class FaintLine:
    """A line that cannot be seen unless something lies behind it.

    Attributes:
        line: Its number.
        painted: Whether it is painted, in white.
        origins: Where its words begin, each as x and y in page space.
    """

    line: int
    painted: bool
    origins: Sequence[tuple[float, float]]


class Glyphs:
    """The characters of a page, parted into words and lines.

    Args:
        text_page: A text page of pypdfium2.
    """

    def __init__(self, text_page: Handle) -> None:
        self._raw = text_page.raw
        self._page = calls.pointer(text_page.raw)
        self._text = _characters(self._raw)
        self._part()
        self._see_lines()
        if self._part_turned():
            self._see_lines()
        self._bold: dict[int | None, bool] = {None: False}

    def __len__(self) -> int:
        return len(self._first)

    def lines(self) -> Iterator[tuple[float, int]]:
        """Yield the turn of each line with words, in radians clockwise, and its number of characters."""
        for angle, first, last in zip(self._angles, self._first, self._last, strict=True):
            yield angle, self._ends[last] - self._starts[first]

    def faint(self) -> Iterator[FaintLine]:
        """Yield the lines of which no word is painted, and those that are white throughout."""
        unpainted = calls.unpainted(self._begins)
        white = calls.white(self._page, [self._starts[word] for word in self._first])
        for told, begun, painted in ((self._unpainted, unpainted, False), (self._white, white, True)):
            for line in compress(range(len(self)), begun):
                words = slice(self._first[line], self._last[line] + 1)
                begins = self._starts[words]
                if all(told([*begins, *(end - 1 for end in self._ends[words])])):
                    yield FaintLine(line, painted, [*zip(*calls.origins(self._page, begins), strict=True)])

    def _unpainted(self, characters: Sequence[int]) -> list[bool]:
        return calls.unpainted(calls.objects(self._page, characters))

    def _white(self, characters: Sequence[int]) -> list[bool]:
        return calls.white(self._page, characters)

    def _part(self) -> None:
        """Part the characters into words and lines."""
        rare = _HAS_RARE.search(self._text) is not None
        even = self._text.translate(_AS_SPACE) if rare else self._text.replace("\r", "\n")
        texts = even.replace("\n", " ").split(" ")
        behind = accumulate(map(add, map(len, texts), repeat(1)))
        self._texts = [*filter(None, texts)]
        self._ends = [end - 1 for text, end in zip(texts, behind, strict=True) if text]
        self._starts = [end - len(text) for text, end in zip(self._texts, self._ends, strict=True)]
        self._part_touching()
        lines = accumulate(len(line) + 1 for line in even.split("\n"))
        # Numbers of the first and the last word of each line.
        edges = sorted({0, *(bisect_left(self._starts, end) for end in lines)})
        self._first, self._last = edges[:-1], [edge - 1 for edge in edges[1:]]
        for word, end in enumerate(self._ends) if rare else ():
            if self._text[end : end + 1] in _BREAKS:
                self._texts[word] += self._text[end]
                self._ends[word] += 1

    def _part_touching(self) -> None:
        """Part words of cells that nearly touch: a capital behind a small letter, set apart and by itself."""
        found = [match.end() for match in _CAPITAL.finditer(self._text)]
        if not found:
            return
        before = [index - 1 for index in found]
        together = map(eq, calls.objects(self._page, before), calls.objects(self._page, found))
        ends, (begins, _) = calls.loose_sides(self._page, before, _RIGHT), calls.origins(self._page, found)
        gaps = (begin - end for begin, end in zip(begins, ends, strict=True))
        sizes, _ = calls.sizes_and_angles(self._page, found)
        for index, same, gap, size in zip(found, together, gaps, sizes, strict=True):
            word = bisect_right(self._starts, index) - 1
            if (
                same
                or not _LEAST_APART * size < gap < size
                or not self._starts[word] < index < self._ends[word]
            ):
                continue
            text, at = self._texts[word], index - self._starts[word]
            self._texts[word : word + 1] = text[:at], text[at:]
            self._starts.insert(word + 1, index)
            self._ends.insert(word, index)

    def _see_lines(self) -> None:
        """Look at how each line begins, and whether it is set in one go, since it is all alike then."""
        firsts = [self._starts[word] for word in self._first]
        begins = calls.objects(self._page, firsts)
        ends = calls.objects(self._page, [self._ends[word] - 1 for word in self._last])
        self._sizes, self._angles = calls.sizes_and_angles(self._page, firsts)
        self._begins = begins
        self._together = [one is not None and one == other for one, other in zip(begins, ends, strict=True)]

    def _angles_of(self, words: Iterable[int]) -> list[float]:
        return calls.sizes_and_angles(self._page, [self._starts[word] for word in words])[1]

    def _part_turned(self) -> bool:
        """Part the lines in which the direction changes, since the library joins what lies side by side."""
        begins: set[int] = set()
        apart = [line for line, together in enumerate(self._together) if not together]
        last_angles = self._angles_of(self._last[line] for line in apart)
        for line, last_angle in zip(apart, last_angles, strict=True):
            first, last, angle = self._first[line], self._last[line], self._angles[line]
            if abs(angle - last_angle) > _TURN:
                words = range(first, last + 1)
                turns = pairwise(self._angles_of(words))
                begins.update(
                    w for w, (one, two) in zip(words[1:], turns, strict=True) if abs(two - one) > _TURN
                )
        if begins:
            self._first = sorted({*self._first, *begins})
            self._last = sorted({*self._last, *(word - 1 for word in begins)})
        return bool(begins)

    def text(self, line: int) -> str:
        """Return the words of a line."""
        words = self._texts[self._first[line] : self._last[line] + 1]
        return " ".join(text.rstrip(_BROKEN) for text in words)

    def words(self, lines: Sequence[int], turn: Turn) -> Iterator[Word]:
        """Yield the words of lines that are set in the direction of a turn, as far as the page shows them."""
        begins, ends = self._of(lines, self._starts), self._of(lines, self._ends)
        texts = self._of(lines, self._texts)
        x0, y = turn.points(*calls.origins(self._page, begins))
        x1 = turn.rights(calls.loose_sides(self._page, [end - 1 for end in ends], turn.side), x0)
        types = self._types(lines, begins, ends)
        # Words that end in a digit, or in one and another character, or are divided.
        marked = [
            number
            for number, text in enumerate(texts)
            if not text.isalpha() and (text[-1] in _MARKS or text[-2:-1] in _DIGITS)
        ]
        self._mark(texts, marked, ends, types)
        self._raise(texts, marked, ends, y, types, turn)
        sizes, bold = zip(*types, strict=True)
        found = zip(texts, x0, x1, y, sizes, bold, self._apart(lines, types), strict=True)
        return compress(map(tuple.__new__, repeat(Word), found), turn.which_show(x0, y))

    def _apart(self, lines: Sequence[int], types: Sequence[_Type]) -> list[bool]:
        """Tell of words whether the file sets no space before them, where it sets some in their type.

        Where it sets none, they are those that it begins anew with, in the same font as the word before,
        unless it does so with every word.
        """
        words = list(chain.from_iterable(range(self._first[n], self._last[n] + 1) for n in lines))
        begun = {self._first[line] for line in lines}
        apart = self._without_space(line for line in lines if not self._together[line])
        if apart:
            type_of = dict(zip(words, types, strict=True))
            inner = Counter(type_of[word] for word in words if word not in begun)
            several = {*apart, *self._without_space(line for line in lines if self._together[line])}
            unspaced = Counter(type_of[word] for word in several)
            spaced = {one for one in unspaced if inner[one] >= _AS_MANY * unspaced[one]}
            begun.update(word for word in apart if type_of[word] in spaced)
            others = [word for word in apart if type_of[word] not in spaced]
            anew = [*compress(others, self._begun_anew(others))]
            often = Counter(type_of[word] for word in anew)
            some = {one for one in often if inner[one] >= _FEWEST_TOGETHER * often[one]}
            begun.update(word for word in anew if type_of[word] in some)
        return list(map(begun.__contains__, words))

    def _without_space(self, lines: Iterable[int]) -> list[int]:
        """Return the words within lines before which the file sets no space."""
        inner = [word for line in lines for word in range(self._first[line] + 1, self._last[line] + 1)]
        return [*compress(inner, calls.generated(self._page, [self._starts[word] - 1 for word in inner]))]

    def _begun_anew(self, words: Sequence[int]) -> Iterator[bool]:
        before = calls.objects(self._page, [self._ends[word - 1] - 1 for word in words])
        objects = calls.objects(self._page, [self._starts[word] for word in words])
        fonts = zip(calls.fonts(before), calls.fonts(objects), strict=True)
        for one, two, (font, other) in zip(before, objects, fonts, strict=True):
            yield one != two and font == other

    def _of(self, lines: Sequence[int], values: list[_Value]) -> list[_Value]:
        """Return of one value for each word those of the words of lines."""
        if len(lines) == len(self):
            return values.copy()
        return list(chain.from_iterable(values[self._first[n] : self._last[n] + 1] for n in lines))

    def _types(self, lines: Sequence[int], begins: Sequence[int], ends: Sequence[int]) -> list[_Type]:
        """Return size and weight of words; where a line begins and ends alike, all of it is alike."""
        counts = [self._last[line] - self._first[line] + 1 for line in lines]
        starts = [0, *accumulate(counts)]
        firsts = self._types_by(
            [begins[start] for start in starts[:-1]],
            [self._begins[line] for line in lines],
            [self._sizes[line] for line in lines],
        )
        together = [self._together[line] for line in lines]
        several = (end for end, alike in zip(starts[1:], together, strict=True) if not alike)
        lasts = iter(self._types_of([ends[end - 1] - 1 for end in several]))
        types: list[_Type] = []
        for start, count, first, whole in zip(starts, counts, firsts, together, strict=False):
            alike = whole or next(lasts) == first
            types += repeat(first, count) if alike else self._types_of(begins[start : start + count])
        return types

    def _types_of(self, characters: Sequence[int]) -> list[_Type]:
        sizes, _ = calls.sizes_and_angles(self._page, characters)
        return self._types_by(characters, calls.objects(self._page, characters), sizes)

    def _types_by(
        self, characters: Sequence[int], objects: Sequence[int | None], sizes: Sequence[float]
    ) -> list[_Type]:
        fonts = calls.fonts(objects)
        for font, character in zip(fonts, characters, strict=True):
            if font not in self._bold:
                self._bold[font] = self._is_bold(character)
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

    def _mark(
        self, texts: list[str], marked: Sequence[int], ends: Sequence[int], types: Sequence[_Type]
    ) -> None:
        """Give divided words their hyphen, and raise the marks of footnotes, small digits behind a word."""
        for index in marked:
            text = texts[index]
            if text[-1] in _BROKEN:
                texts[index] = text = f"{text[:-1]}-"
            mark = _REFERENCE.search(text)
            if (
                mark
                and self._types_of([ends[index] - len(text) + mark.start(1)])[0][0] < _SMALL * types[index][0]
            ):
                texts[index] = text[: mark.start(1)] + in_superscript(mark[1]) + text[mark.end(1) :]

    def _raise(
        self,
        texts: list[str],
        marked: Sequence[int],
        ends: Sequence[int],
        y: Sequence[float],
        types: Sequence[_Type],
        turn: Turn,
    ) -> None:
        """Raise the digits at the end of words that stand higher than the word begins, as in a power."""
        # A comma or a full stop may follow.
        lasts = {n: ends[n] - (1 if self._text[ends[n] - 1] in _DIGITS else 2) for n in marked}
        lasts = {n: last for n, last in lasts.items() if self._text[last] in _DIGITS and len(texts[n]) > 1}
        if not lasts:
            return
        _, heights = turn.points(*calls.origins(self._page, [*lasts.values()]))
        for number, height in zip(lasts, heights, strict=True):
            if _RAISED * types[number][0] < y[number] - height < types[number][0]:
                texts[number] = self._with_raised(texts[number], ends[number], height, turn)

    def _with_raised(self, text: str, end: int, height: float, turn: Turn) -> str:
        mark = _LAST_DIGITS.search(text)
        if mark is None:
            return text
        digits = range(end - len(text) + mark.start(1), end - len(text) + mark.end(1))
        _, heights = turn.points(*calls.origins(self._page, digits))
        raised = takewhile(lambda one: abs(one - height) < _LEVEL, reversed(heights))
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
