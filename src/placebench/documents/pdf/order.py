"""The order in which a page's file sets its words: one cell after the other, where a program drew a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise, repeat
from operator import itemgetter

import attrs

from placebench.documents.pdf.place import Word

_position = itemgetter(0)


@attrs.frozen(slots=False, eq=False)
class Order:
    """Where each word of a page comes in its file.

    Attributes:
        words: The words of the page in this order.
    """

    words: tuple[Word, ...]

    @cached_property
    def _positions(self) -> Mapping[int, int]:
        return {id(word): position for position, word in enumerate(self.words)}

    def of(self, word: Word) -> int:
        """Return the position of a word, from 0; far behind all for one that runs another way."""
        return self._positions.get(id(word), 2 * len(self.words))

    def partings(self, words: tuple[Word, ...]) -> list[bool]:
        """Tell of each two of words that stand side by side whether others come between them."""
        if self._come_so(words):
            return [False] * (len(words) - 1)
        return [two != one + 1 for one, two in pairwise(self._of_each(words))]

    def runs(self, words: list[Word]) -> list[list[Word]]:
        """Return words in runs that the file sets without others in between."""
        if self._come_so(tuple(words)):
            return [words]
        runs: list[list[Word]] = []
        follows = None
        for position, word in sorted(zip(self._of_each(words), words, strict=True), key=_position):
            if position == follows:
                runs[-1].append(word)
            else:
                runs.append([word])
            follows = position + 1
        return runs

    def _come_so(self, words: tuple[Word, ...]) -> bool:
        """Tell whether words come as they stand, as most do."""
        first = self.of(words[0])
        return self.words[first : first + len(words)] == words

    def _of_each(self, words: Iterable[Word]) -> list[int]:
        return list(map(self._positions.get, map(id, words), repeat(2 * len(self.words))))
