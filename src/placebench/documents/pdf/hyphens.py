"""Lines joined to a text; a hyphen at the end of a line goes only where the document shows that it may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

_DIVIDED = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = re.compile(r"[^\W\d_]+")
_ALONE = frozenset({"and", "or", "to", "nor", "und"})
_PREFIXES = frozenset(
    {"anti", "co", "cross", "inter", "multi", "non", "post", "pre", "pro", "re", "self", "sub"}
)
_HYPHENS = ("-", "\u2010")
_SOFT = "\u00ad"
_CUT = frozenset({*_HYPHENS, _SOFT})
_BEHIND = frozenset(".,;:)")


class Hyphens:
    """Knows the words of a document.

    Args:
        texts: Its lines.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _words(self) -> Mapping[str, int]:
        """How often the document has each word; counted where the end of a line asks for it."""
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
        known += _WORD.findall("\n".join(whole).lower())
        return Counter(known)

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
        whole = self._words[start + end] > 0 and self._words[f"{start}-{end}"] == 0
        parts = start in _PREFIXES or (self._words[start] > 0 and self._words[end] > 0)
        joins = whole and not parts and following.group()[0].islower()
        return above[:-1] if joins else above, ""

    def _is_broken(self, above: str, below: str) -> bool:
        """Tell whether a word too long for its line goes on in the next, as in a narrow cell."""
        if not above.isalpha() or not below[:1].islower():
            return False
        following = _NEXT.match(below)
        whole = above.lower() + following.group() if following else ""
        return self._words[whole] >= max(self._words[above.lower()], 1)
