"""Bullets that a program draws instead of setting a character, as browsers do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from placebench.documents.pdf.place import Word
from placebench.documents.pdf.rules import Dot

BULLET = "\u2022"

_MOST = 300
_LARGEST = 0.75
_HIGHEST = 0.9
_BEFORE = 2.5
_BEHIND = 1.0
_CLOSE = 0.2
_down = attrgetter("y")


def with_bullets(words: Sequence[Word], dots: Sequence[Dot]) -> Sequence[Word]:
    """Return the words of a page with those dots that stand before the first word of a line as bullets.

    Args:
        words: The words, in the order of the file.
        dots: What is drawn as high as it is wide; so many that they are a picture are none.
    """
    if not 0 < len(dots) <= _MOST:
        return words
    sorted_words = sorted(words, key=_down)
    bullets: dict[int, Word] = {}
    marked = [(dot, _marked(dot, sorted_words, dots, _BEHIND)) for dot in dots]
    places = {round(dot.x) for dot, begins in marked if begins is not None}
    for dot, far in marked:
        # Beneath other bullets, one may stand close behind the text of the column before.
        near = far is None and round(dot.x) in places
        begins = _marked(dot, sorted_words, dots, _CLOSE) if near else far
        if begins is not None:
            x0, x1 = dot.x - dot.size / 2, dot.x + dot.size / 2
            bullets[id(begins)] = Word(BULLET, x0, x1, begins.y, begins.size)
    whole: list[Word] = []
    for word in words:
        if id(word) in bullets:
            whole.append(bullets[id(word)])
        whole.append(word)
    return whole


def _marked(dot: Dot, words: Sequence[Word], dots: Sequence[Dot], apart: float) -> Word | None:
    """Return the word that a dot is the bullet of: the first of its line, close behind it.

    Args:
        dot: The dot.
        words: The words of its page, from the top.
        dots: All dots.
        apart: How far behind the text before it a bullet stands at least, by the size of the type.
    """
    row = []
    for index in range(bisect_left(words, dot.y, key=_down), len(words)):
        word = words[index]
        if word.y - dot.y > max(dot.size / _LARGEST, word.size) * _HIGHEST + word.size:
            break
        if word.y - dot.y <= _HIGHEST * word.size and dot.size <= _LARGEST * word.size:
            row.append(word)
    behind = [word for word in row if word.x0 >= dot.x]
    if not behind:
        return None
    first = min(behind, key=lambda word: word.x0)
    size = first.size
    if first.x0 - dot.x > _BEFORE * size or any(_between(word, dot, apart) for word in row):
        return None
    # A row of dots leads the eye to a number.
    alone = all(abs(one.y - dot.y) > size / 2 or not 0 < abs(one.x - dot.x) < 2 * size for one in dots)
    return first if alone else None


def _between(word: Word, dot: Dot, apart: float) -> bool:
    """Tell whether a word stands under the dot or too close before it for a new line to begin there."""
    return word.x0 < dot.x < word.x1 + apart * word.size
