"""Sentences whose subject is a system or a council area that is none of the profile's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from placebench.codebook import Codebook
from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Name, gazetteer

_COMPASS = re.compile(
    r"\b(?:North|South|East|West|Mid|Central)(?:ern)? (?!Trust|NHS|Care|Health|Place|Board)[A-Z][a-z]+\b"
)
_STANDS_BEFORE = re.compile(r"(?:^|[,;:] |\b(?:[Ii]n|[Aa]cross|[Ll]ike|[Aa]t|[Ww]ithin) )$")
_IS_AS_SUBJECT = re.compile(r"'s?\b|,| (?:has|have|had|is|are|was|were|will|would|does|did)\b")
_LED_TO = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Ll]ike|[Uu]nlike|from|of) $")
_ENDS = re.compile(r"[,.;:]|$")
_TOLD_OF = re.compile(r"\b(?:how|that|what|where|while|whereas) $")
_WHERE = re.compile(r", where\b")
_OF_AN_ORGANISATION = re.compile(
    r" (?:NHS|Foundation|Mental|Integrated|Clinical|CCG|ICB|Hospitals?|Council|Trust)\b"
)
_OWNS = re.compile(r"'s\b")
_OPENINGS = frozenset({"In ", "Across "})
_NAMED_BODY = re.compile(r" (?:[A-Z][\w'-]+ )*(?:[Pp]artnership|[Bb]oard|[Aa]lliance|[Pp]lace)\b")


def strangers(text: str, own: Gazetteer, codebook: Codebook) -> Iterator[int]:
    """Yield where a folded sentence begins to speak of a system or an area elsewhere.

    Args:
        text: The sentence, case kept.
        own: The names of the system that is read, and of its places.
        codebook: The coding frame with the names of England.
    """
    within = _names_of_several(text, codebook)
    for mention in england(codebook).mentions(text):
        listed = any(low <= mention.start < high for low, high in within)
        subject = not listed and _is_subject(text[: mention.start], text[mention.end :])
        if subject and not _is_own(mention.name.text, own):
            yield mention.start
    for found in _COMPASS.finditer(text):
        before, after = re.sub(r"^The $", "", text[: found.start()]), text[found.end() :]
        if _is_subject(before, after) and not _is_own(found.group(), own):
            yield found.start()


def _names_of_several(text: str, codebook: Codebook) -> list[tuple[int, int]]:
    """Return where areas stand in the name of one organisation, parted by commas."""
    spans = codebook.rosters["whole"]["words"].spans(text.lower())
    return [(low, high) for low, high in spans if _OF_AN_ORGANISATION.match(text, high)]


def others_in(text: str, own: Gazetteer, codebook: Codebook) -> int:
    """Return how often a text names a system or an area of England that is none of its own."""
    return sum(not _is_own(mention.name.text, own) for mention in england(codebook).mentions(text))


def _is_subject(before: str, after: str) -> bool:
    return bool(
        (_STANDS_BEFORE.search(before) and _IS_AS_SUBJECT.match(after))
        or (_LED_TO.search(before) and _ENDS.match(after))
        or (not before and _NAMED_BODY.match(after))
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
