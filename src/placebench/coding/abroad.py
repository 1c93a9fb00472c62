"""Clauses on a place abroad, which papers hold up as an example: "Jönköping in Sweden has ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import PLACE, Gazetteer, Name, gazetteer

_WORDS = "abroad"
# All that stands before the name in its clause belongs to what the name is the name of.
_OPENS_A_CLAUSE = Wording(
    _WORDS,
    r"(?:^|[;:] |, (?:and|but|while|whereas) |\b<tells_of>,? )(?:[Tt]he |[Aa]n? )?"
    r"(?:(?:[A-Z][\w'-]+|<part_of_its_name>),? )*\(?$",
)
_WHICH = re.compile(r"\)?,? ?(?=, (?:which|where|whose)\b)")


def abroad(text: str, own: Gazetteer, codebook: Codebook) -> Iterator[int]:
    """Yield where a folded sentence begins to speak of a place abroad.

    Args:
        text: The sentence, case kept.
        own: The names of the system that is read, and of its places.
        codebook: The coding frame with the names of places abroad.
    """
    for mention in _places(codebook).mentions(text):
        if any(mention.name.text in name.text for name in own.names):
            continue
        if _OPENS_A_CLAUSE.of(codebook).search(text[: mention.start]):
            yield mention.start
        elif relative := _WHICH.match(text, mention.end):
            yield relative.end()


@lru_cache(maxsize=4)
def _places(codebook: Codebook) -> Gazetteer:
    return gazetteer([Name(name, PLACE, name) for name in codebook.england["abroad"]])
