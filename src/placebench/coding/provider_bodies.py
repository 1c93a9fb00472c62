"""Bodies of providers alone: an alliance of trusts or a provider collaborative, which is no partnership."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.once import once
from placebench.coding.providers_told import told_of_providers
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP

_WORDS = "provider_bodies"
_SMALL = Wording(_WORDS, r"\b(?:[Tt]he|[Oo]ur|[Tt]his) (?P<noun><small_noun>)\b")
_ARTICLE = re.compile(r"(?:The|Our|This) ")


def provider_bodies(reading: Reading, sentence: Located) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names a body of which its page says that none but providers are in it."""
    names, nouns = _told(reading)
    if not names:
        return
    text = sentence.passage.text
    for name in names:
        yield from (found.span() for found in re.finditer(rf"\b{re.escape(name)}\b", text))
    for found in _SMALL.of(reading.codebook).finditer(text):
        if found["noun"] in nouns:
            yield found.span()


def names_providers(reading: Reading, sentence: Located, start: int, end: int) -> bool:
    """Tell whether words of a sentence name such a body."""
    return any(low < end and start < high for low, high in provider_bodies(reading, sentence))


@once
def _told(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of such bodies, and the nouns by which the page calls them for short."""
    own = [name.text for name in reading.names.names if name.kind == PARTNERSHIP]
    found = [
        match
        for sentence in reading.sentences
        for match in told_of_providers(reading.codebook, sentence.passage.text)
    ]
    names = {_ARTICLE.sub("", match["name"]) for match in found} - set(own)
    nouns = {match["noun"].lower() for match in found}
    shared = {noun for noun in nouns if any(name.lower().endswith(noun) for name in own)}
    return frozenset(names), frozenset(nouns - shared)
