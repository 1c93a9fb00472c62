"""Letters of a PDF page put together to words again, where the library takes each for a word of its own.

It does so on some pages whose file sets letter by letter, as that of a browser may, in narrow columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from placebench.documents.pdf.place import Word

_MOST_LETTERS = 0.4
_FEWEST = 20
_SPACE = 0.12
_OVERLAP = 0.3
_LEVEL = 0.05


def with_whole_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page, in the order of the file, with letters that touch one another as words."""
    letters = [word.text for word in words if len(word.text) == 1]
    fewest = max(_FEWEST, _MOST_LETTERS * len(words))
    if len(letters) < fewest or sum(map(str.isalpha, letters)) < fewest:
        return tuple(words)
    whole: list[Word] = []
    for word in words:
        before = whole[-1] if whole else None
        if before and _touch(before, word):
            whole[-1] = before._replace(text=before.text + word.text, x1=word.x1)
        else:
            whole.append(word._replace(apart=False))
    return tuple(whole)


def _touch(before: Word, word: Word) -> bool:
    size = before.size
    level = abs(word.y - before.y) <= _LEVEL * size and word.size == size and word.bold == before.bold
    return level and -_OVERLAP * size < word.x0 - before.x1 < _SPACE * size
