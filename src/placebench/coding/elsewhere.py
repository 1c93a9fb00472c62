"""Sentences whose subject is a system or a council area that is none of the profile's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Name, gazetteer

_WORDS = "elsewhere"
_COMPASS = Wording(_WORDS, r"\b<bearing>(?:ern)? (?!<no_area>)[A-Z][a-z]+\b")
_STANDS_BEFORE = re.compile(
    r"(?:^|[,;:] |\b(?:[Ii]n|[Aa]cross|[Ll]ike|[Aa]t|[Ww]ithin|[Ff]or instance|[Ff]or example) )$"
)
_IS_AS_SUBJECT = Wording(
    _WORDS, r"'s?\b|,|(?: <systems_body>)? (?:has|have|had|is|are|was|were|will|would|does|did)\b"
)
_LED_TO = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Ll]ike|[Uu]nlike|from|of) $")
_ENDS = re.compile(r"[,.;:]|$")
_TOLD_OF = re.compile(r"\b(?:how|that|what|where|while|whereas) $")
_WHERE = re.compile(r", where\b")
_OF_AN_ORGANISATION = Wording(_WORDS, r" <of_an_organisation>\b")
_OWNS = re.compile(r"'s\b")
_OPENINGS = frozenset({"In ", "Across "})
_NAMED_BODY = Wording(_WORDS, r" (?:[A-Z][\w'-]+ )*<named_body>\b")


def strangers(text: str, own: Gazetteer, codebook: Codebook) -> Iterator[int]:
    """Yield where a folded sentence begins to speak of a system or an area elsewhere.

    Args:
        text: The sentence, case kept.
        own: The names of the system that is read, and of its places.
        codebook: The coding frame with the names of England.
    """
    mentions = england(codebook).mentions(text)
    within = _names_of_several(text, codebook) if mentions else []
    for mention in mentions:
        listed = any(low <= mention.start < high for low, high in within)
        subject = not listed and _is_subject(codebook, text[: mention.start], text[mention.end :])
        if subject and not _is_own(mention.name.text, own):
            yield mention.start
    for found in _COMPASS.of(codebook).finditer(text):
        before, after = re.sub(r"^The $", "", text[: found.start()]), text[found.end() :]
        if _is_subject(codebook, before, after) and not _is_own(found.group(), own):
            yield found.start()


def _names_of_several(text: str, codebook: Codebook) -> list[tuple[int, int]]:
    """Return where areas stand in the name of one organisation, parted by commas."""
    of_an_organisation = _OF_AN_ORGANISATION.of(codebook)
    spans = codebook.rosters["whole"]["words"].spans(text.lower())
    return [(low, high) for low, high in spans if of_an_organisation.match(text, high)]


def others_in(text: str, own: Gazetteer, codebook: Codebook) -> int:
    """Return how often a text names a system or an area of England that is none of its own."""
    return sum(not _is_own(mention.name.text, own) for mention in england(codebook).mentions(text))


def _is_subject(codebook: Codebook, before: str, after: str) -> bool:
    return bool(
        (_STANDS_BEFORE.search(before) and _IS_AS_SUBJECT.of(codebook).match(after))
        or (_LED_TO.search(before) and _ENDS.match(after))
        or (not before and _NAMED_BODY.of(codebook).match(after))
        or _TOLD_OF.search(before)
        or _OWNS.match(after)
        or _WHERE.match(after)
        or before in _OPENINGS
    )


@lru_cache(maxsize=4096)
def _is_own(text: str, own: Gazetteer) -> bool:
    word = re.compile(rf"\b{re.escape(text)}\b")
    return any(word.search(name.text) for name in own.names)


@lru_cache(maxsize=4)
def england(codebook: Codebook) -> Gazetteer:
    """Return the names of systems and council areas in England."""
    systems, places = codebook.england["systems"], codebook.england["places"]
    return gazetteer([*(Name(n, SYSTEM, n) for n in systems), *(Name(n, PLACE, n) for n in places)])
