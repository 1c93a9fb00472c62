"""The characters of a PDF page put into words, with the place and the type of each word."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from itertools import accumulate, chain, compress, pairwise, repeat, takewhile
from operator import add, eq, sub

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
_HAS_RARE = re.compile(f"[{re.escape(_RARE)}]")
# Looking back from a capital, as there are fewer of them than of small letters to look ahead from.
_CAPITAL_BEHIND_SMALL = re.compile(r"[A-Z](?<=[a-z)][A-Z])")
_DIGITS = frozenset("0123456789")
_BREAKS = frozenset(_BROKEN)
_MARKS = _DIGITS | _BREAKS

_Type = tuple[float, bool]


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
        even, rare = _HAS_RARE.subn(" ", self._text)
        even = even.replace("\r", "\n")
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
        found = [match.start() for match in _CAPITAL_BEHIND_SMALL.finditer(self._text)]
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
        if len(lines) < len(self):
            some = copy(self)
            some.keep(lines)
            return some.words(range(len(lines)), turn)
        x0, y = turn.points(*calls.origins(self._page, self._starts))
        x1 = turn.rights(calls.loose_sides(self._page, [end - 1 for end in self._ends], turn.side), x0)
        types = self._types()
        texts = self._marked(types, y, turn)
        sizes, bold = zip(*types, strict=True)
        found = zip(texts, x0, x1, y, sizes, bold, self._apart(types), strict=True)
        return compress(map(tuple.__new__, repeat(Word), found), turn.which_show(x0, y))

    def keep(self, lines: Sequence[int]) -> None:
        """Leave out all lines but some."""
        firsts, ends = ([edges[line] for line in lines] for edges in (self._first, self._last))
        words = [word for first, last in zip(firsts, ends, strict=True) for word in range(first, last + 1)]
        self._texts = [self._texts[word] for word in words]
        self._starts = [self._starts[word] for word in words]
        self._ends = [self._ends[word] for word in words]
        behind = [*accumulate(last + 1 - first for first, last in zip(firsts, ends, strict=True))]
        self._first, self._last = [0, *behind[:-1]], [end - 1 for end in behind]
        self._see_lines()

    def _apart(self, types: Sequence[_Type]) -> list[bool]:
        """Tell of words whether the file sets no space before them, where it sets some in their type.

        Where it sets none, they are those that it begins anew with, in the same font as the word before,
        unless it does so with every word.
        """
        begun = set(self._first)
        apart = self._without_space(together=False)
        if apart:
            inner = Counter(types)
            inner.subtract(types[first] for first in self._first)
            unspaced = Counter(types[word] for word in {*apart, *self._without_space(together=True)})
            spaced = {one for one in unspaced if inner[one] >= _AS_MANY * unspaced[one]}
            begun.update(word for word in apart if types[word] in spaced)
            others = [word for word in apart if types[word] not in spaced]
            anew = [*compress(others, self._begun_anew(others))]
            often = Counter(types[word] for word in anew)
            some = {one for one in often if inner[one] >= _FEWEST_TOGETHER * often[one]}
            begun.update(word for word in anew if types[word] in some)
        return list(map(begun.__contains__, range(len(types))))

    def _without_space(self, *, together: bool) -> list[int]:
        """Return the words within lines before which the file sets no space; those of lines of one kind."""
        which = [alike is together for alike in self._together]
        seconds = (first + 1 for first in compress(self._first, which))
        ends = (last + 1 for last in compress(self._last, which))
        inner = [*chain.from_iterable(map(range, seconds, ends))]
        before = map(sub, map(self._starts.__getitem__, inner), repeat(1))
        return [*compress(inner, calls.generated(self._page, before))]

    def _begun_anew(self, words: Sequence[int]) -> Iterator[bool]:
        before = calls.objects(self._page, [self._ends[word - 1] - 1 for word in words])
        objects = calls.objects(self._page, [self._starts[word] for word in words])
        fonts = zip(calls.fonts(before), calls.fonts(objects), strict=True)
        for one, two, (font, other) in zip(before, objects, fonts, strict=True):
            yield one != two and font == other

    def _types(self) -> list[_Type]:
        """Return size and weight of words; where a line begins and ends alike, all of it is alike."""
        firsts = self._types_by([self._starts[word] for word in self._first], self._begins, self._sizes)
        behind = [last + 1 for last in self._last]
        types = list(chain.from_iterable(map(repeat, firsts, map(sub, behind, self._first))))
        several = [line for line, together in enumerate(self._together) if not together]
        lasts = self._types_of([self._ends[self._last[line]] - 1 for line in several])
        for line, last in zip(several, lasts, strict=True):
            if last != firsts[line]:
                words = slice(self._first[line], behind[line])
                types[words] = self._types_of(self._starts[words])
        return types

    def _types_of(self, characters: Sequence[int]) -> list[_Type]:
        sizes, _ = calls.sizes_and_angles(self._page, characters)
        return self._types_by(characters, calls.objects(self._page, characters), sizes)

    def _types_by(
        self, characters: Sequence[int], objects: Sequence[int | None], sizes: Sequence[float]
    ) -> list[_Type]:
        fonts = calls.fonts(objects)
        if not self._bold.keys() >= set(fonts):
            for font, character in zip(fonts, characters, strict=True):
                if font not in self._bold:
                    self._bold[font] = self._is_bold(character)
        return list(zip(map(_points, sizes), map(self._bold.__getitem__, fonts), strict=True))

    def _is_bold(self, character: int) -> bool:
        """Tell whether the font of a character is bold, by its name, its flags or its weight."""
        name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._raw, character, name, _LONGEST_FONT_NAME, ctypes.byref(flags))
        return (
            _BOLD_NAME.search(name.value.decode("latin-1")) is not None
            or flags.value & _FORCE_BOLD != 0
            or raw.FPDFText_GetFontWeight(self._raw, character) >= _BOLD_WEIGHT
        )

    def _marked(self, types: Sequence[_Type], y: Sequence[float], turn: Turn) -> list[str]:
        """Return the words, divided ones with their hyphen, and marks of footnotes and powers raised."""
        texts = self._texts.copy()
        # Words that end in a digit, or in one and another character, or are divided.
        marked = [
            number
            for number, text in enumerate(texts)
            if not text.isalpha() and (text[-1] in _MARKS or text[-2:-1] in _DIGITS)
        ]
        self._mark(texts, marked, types)
        self._raise(texts, marked, y, types, turn)
        return texts

    def _mark(self, texts: list[str], marked: Sequence[int], types: Sequence[_Type]) -> None:
        """Give divided words their hyphen, and raise the marks of footnotes, small digits behind a word."""
        for index in marked:
            text = texts[index]
            if text[-1] in _BROKEN:
                texts[index] = text = f"{text[:-1]}-"
            mark = _REFERENCE.search(text)
            if mark:
                digit = self._ends[index] - len(text) + mark.start(1)
                if self._types_of([digit])[0][0] < _SMALL * types[index][0]:
                    texts[index] = text[: mark.start(1)] + in_superscript(mark[1]) + text[mark.end(1) :]

    def _raise(
        self, texts: list[str], marked: Sequence[int], y: Sequence[float], types: Sequence[_Type], turn: Turn
    ) -> None:
        """Raise the digits at the end of words that stand higher than the word begins, as in a power."""
        ends = self._ends
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


@lru_cache(maxsize=1024)
def _points(size: float) -> float:
    """Return a size of type in tenths of a point; a document has few. It is 1 where no eye could read it."""
    return round(size, 1) if _SMALLEST <= size <= _LARGEST else 1.0


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
