"""Lines joined to a text; a hyphen at the end of a line goes only where the document shows that it may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_LETTER = r"[^\W\d_]"
_DIVIDED = re.compile(rf"({_LETTER}{{2,}})[-\u2010]$")
_WORD = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*")
_NEXT = re.compile(rf"{_LETTER}+")
_GOES_ON = re.compile(rf"-?{_LETTER}")
_COMES_FROM = re.compile(rf"{_LETTER}-?\Z")
_MOST_SEARCHED = 60
_ALONE = frozenset({"and", "or", "to", "nor", "und"})
_PREFIXES = frozenset(
    {"anti", "co", "cross", "inter", "multi", "non", "post", "pre", "pro", "re", "self", "sub"}
)
_HYPHENS = ("-", "\u2010")
_SOFT = "\u00ad"
_CUT = frozenset({*_HYPHENS, _SOFT})
_BEHIND = frozenset(".,;:)")


class _Words:
    """Knows how often a document has a word; read when the end of a line first asks for one.

    Args:
        texts: The lines of the document.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._counted: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return how often the document has a word in lower case."""
        if word not in self._counted:
            # To look for a few words takes less time than to count all.
            few = len(self._counted) < _MOST_SEARCHED
            whole = _occurrences(word, self._parts[0]) if few else self._all[word]
            self._counted[word] = whole + self._parts[1][word]
        return self._counted[word]

    @cached_property
    def _parts(self) -> tuple[str, Counter[str]]:
        """The lines that no hyphen divides, as one text, and the words of the others that are whole."""
        known: list[str] = []
        whole: list[str] = []
        divided = False
        for line in self._texts:
            text = line.replace(_SOFT, "") if _SOFT in line else line
            goes_on = text.endswith("-")
            if divided or goes_on:
                known += _WORD.findall(text.lower())[divided : -1 if goes_on else None]
            else:
                whole.append(text)
            divided = goes_on
        return "\n".join(whole).lower(), Counter(known)

    @cached_property
    def _all(self) -> Counter[str]:
        return Counter(_WORD.findall(self._parts[0]))


def _occurrences(word: str, text: str) -> int:
    """Return how often a text has a word by itself, not as a part of another."""
    count, start = 0, text.find(word)
    while start >= 0:
        end = start + len(word)
        alone = (
            _GOES_ON.match(text, end) is None and _COMES_FROM.search(text, max(0, start - 2), start) is None
        )
        count += alone
        start = text.find(word, end if alone else start + 1)
    return count


class Hyphens:
    """Joins the lines of a document.

    Args:
        texts: All its lines.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = _Words(texts)

    def joint(self, above: str, below: str) -> tuple[str, str]:
        """Return a line without what its end loses to the next line, and what stands between the two."""
        # Most lines end between two words.
        if above[-1:] not in _CUT and below[:1] not in _BEHIND and not above.isalpha():
            return above, " "
        if above.endswith(_SOFT):
            return above.rstrip(_SOFT), ""
        if (below[:1] in _BEHIND and above[-1:].isalnum()) or self._is_broken(above, below):
            return above, ""
        # Few lines end so, and each word of the others might begin what is looked for.
        divided = _DIVIDED.search(above) if above.endswith(_HYPHENS) else None
        following = _NEXT.match(below)
        if divided is None or following is None:
            return above, "" if above.endswith("-") and below[:1].isalnum() and above[
                -2:-1
            ].isalnum() else " "
        if following.group().lower() in _ALONE:
            return above, " "
        start, end = divided.group(1).lower(), following.group().lower()
        count = self._words.count
        whole = count(start + end) > 0 and count(f"{start}-{end}") == 0
        parts = start in _PREFIXES or (count(start) > 0 and count(end) > 0)
        joins = whole and not parts and following.group()[0].islower()
        return above[:-1] if joins else above, ""

    def _is_broken(self, above: str, below: str) -> bool:
        """Tell whether a word too long for its line goes on in the next, as in a narrow cell."""
        if not above.isalpha() or not below[:1].islower():
            return False
        following = _NEXT.match(below)
        whole = self._words.count(above.lower() + following.group()) if following else 0
        return whole > 0 and whole >= self._words.count(above.lower())
