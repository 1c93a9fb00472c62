"""Which body the words around a list of members speak of: the board, the system or a partnership by name."""

from __future__ import annotations

import re

from placebench.codebook import Match, Wording
from placebench.coding.members.named_body import OTHER, PARTNERSHIP, earlier, is_foreign, named_body, unnamed
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP as NAMED_PARTNERSHIP
from placebench.extract.gazetteer import SYSTEM

_ASIDE = re.compile(r"^(?:its|they|their) |\b(?:has|have|had) (?:\w+ )?seats?\b")
_SHORT_FORM = re.compile(r" \([^)]*\)$")
_WORDS = "spoken_body"
_CALLS_ITSELF = Wording(_WORDS, r"<calls_itself>$")
_SYSTEM = Wording(_WORDS, r"\b<system>\b")
_OF_PLACES = Wording(_WORDS, r"\b<area>(?:[- ]based)?(?: <of_care>){0,4} <bodies>\b", re.IGNORECASE)
_OF_A_SERVICE = Wording(
    _WORDS,
    r"^(?:what (?:is|are) )?(?:the |our |this )?(?:[\w'&-]+ ){0,6}?<service>"
    r"(?:\?|$| (?:is|was|has|will|helps?|supports?)\b)",
    re.IGNORECASE,
)


def speaks_of_a_board(reading: Reading, sentence: Located) -> bool:
    """Tell whether the last body that the sentences before name is the partnership's board."""
    before = [text for text in earlier(reading, sentence) if not _ASIDE.search(text.lower())]
    named = (named_body(unnamed(reading, text).lower(), reading.codebook) for text in reversed(before))
    return next((body for body in named if body), None) == PARTNERSHIP and not is_foreign(
        reading, sentence.passage.line.text[: sentence.passage.start]
    )


def speaks_of_the_system(reading: Reading, sentence: Located) -> bool:
    """Tell whether the last body that the sentences before name is the system, or no partnership."""
    for text in reversed(earlier(reading, sentence)):
        if body := named_body(unnamed(reading, text).lower(), reading.codebook):
            return body == OTHER
        if any(mention.name.kind != SYSTEM for mention in reading.names.mentions(text)):
            return False
        if reading.names.mentions(text) or _SYSTEM.of(reading.codebook).search(text):
            return True
    return False


def speaks_of_place_partnerships(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence before speaks of a system's place partnerships, so that they are "they"."""
    before = reading.before(sentence)
    if before is sentence or is_foreign(reading, before.passage.text):
        return False
    return _OF_PLACES.of(reading.codebook).search(before.passage.text) is not None


def speaks_of_a_service(reading: Reading, sentence: Located) -> bool:
    """Tell whether "it" is a service or a project, by the sentence before or the heading above."""
    before = earlier(reading, sentence)[-1:] or sentence.passage.line.block.path[-1:]
    told = _OF_A_SERVICE.of(reading.codebook)
    return any(told.match(text.strip()) for text in (*before, reading.before(sentence).passage.text))


def names_a_partnership(
    reading: Reading, sentence: Located, found: Match, kind: str = NAMED_PARTNERSHIP
) -> bool:
    """Tell whether the body of a match is a partnership, or a place, by its own name."""
    low, high = found.spans.get("body", (-1, -1))
    said = _SHORT_FORM.sub("", sentence.passage.text[low:high]) if low >= 0 else ""
    ends = (
        m.end
        for m in sentence.mentions
        if m.start >= low and (m.name.kind == kind or _CALLS_ITSELF.of(reading.codebook).search(m.name.text))
    )
    return any(0 <= low + len(said) - end <= 1 for end in ends) or _is_named_after(reading, said)


def _is_named_after(reading: Reading, said: str) -> bool:
    """Tell whether words are a place and the usual words for a partnership: "Alpha Care Alliance"."""
    rest = said
    for mention in sorted(reading.names.mentions(said), key=lambda mention: -mention.start):
        rest = f"{rest[: mention.start]}{rest[mention.end :]}"
    words = [word.lower() for word in rest.split()]
    names = reading.codebook.rosters["name"]
    if rest == said or not all(
        names["generic"].matches(word) or names["brand"].matches(word) for word in words
    ):
        return False
    branded = bool(words) and all(names["brand"].matches(word) for word in words)
    return branded or _CALLS_ITSELF.of(reading.codebook).search(said) is not None
