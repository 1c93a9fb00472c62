"""Whose priorities words state: a partnership's own, or those of a system, a partner or a stranger."""

from __future__ import annotations

import re

from placebench.codebook import Match, Wording
from placebench.coding.bodies import body_of
from placebench.coding.publishers_own import is_its_publishers
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM

_TABLE = "priorities"
# "An impact and a focus on frailty": the noun, not the verb whose subject comes before it.
_NOUN = re.compile(
    r"\b(?:an?|the|and|its|our|their|with|more|greater|strong(?:er)?|key|particular|real|clear)$"
)
_OF = re.compile(r"\b(?:of|for|in|by) (?:the )?$")
# "From a North viewpoint the themes are": what a system sees, not what a place works on.
_SEEN_FROM = re.compile(r"(?:'s)?(?:[- ]wide)? (?:viewpoint|perspective|level|point of view)\b|-wide\b")
# "The priorities of Northshire: ...": whose they are, where the words go on to what they are.
_OWNER = re.compile(
    r"[Pp]riorit(?:ies|y (?:areas|themes)) (?:of|for|in|at) (?:the )?"
    r"([A-Z][\w&'-]*(?: (?:and |of )?[A-Z&][\w&'-]*)*)(?=[:,]| (?:are|were|include|remain)\b)"
)
# "It has four priorities", said of a strategy of the health and wellbeing board.
_OF_THE_BOARD = Wording(_TABLE, r"(?:(?!\b<of_ours>\b).)*?\b<of_the_board>\b")
_IT = Wording(_TABLE, r"(?:[\w-]+ ){0,3}?(?:<it>|(?:the|this) (?:[\w-]+ ){0,2}<its_paper>)\b")
_NOT_THE_PARTNERSHIP = frozenset({"subgroup", "system", "collaborative", "partner", "programme"})


def are_ours(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether priorities that words state are those of a partnership of the system."""
    if reading.codebook.entry(_TABLE, "others").match.matches(sentence.passage.lower):
        return False
    low, high = found.spans.get("who", (0, -1))
    if low < high and not _is_partnership(reading, sentence, low, high):
        return False
    if _names_a_system(sentence, found) or _names_a_stranger(reading, sentence, found):
        return False
    if _is_of_the_boards_strategy(reading, sentence) or _are_its_publishers(reading, sentence, found):
        return False
    return body_of(reading, sentence, found)[1] not in _NOT_THE_PARTNERSHIP


def _is_of_the_boards_strategy(reading: Reading, sentence: Located) -> bool:
    """Tell whether "it" or "the strategy" is that of a health and wellbeing board, named before or above."""
    if not _IT.of(reading.codebook).match(sentence.passage.lower):
        return False
    line = sentence.passage.line
    told = (reading.before(sentence).passage.lower, *(title.lower() for title in line.block.path[-1:]))
    title = reading.document.metadata.get("title", "").lower()
    named = _OF_THE_BOARD.of(reading.codebook)
    return any(named.match(text) for text in (*told, *(() if line.block.path else (title,))))


def _are_its_publishers(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether "our priorities" are those of one organisation that speaks for itself.

    On a page that begins with a partnership somebody of that speaks.
    """
    lower, first = sentence.passage.lower, reading.lines[0].text
    publisher = reading.document.metadata.get("publisher", "")
    opens = [mention.name.kind for mention in reading.names.mentions(first)]
    guest = PARTNERSHIP in opens and not (publisher and first.startswith(publisher))
    return "our" in lower and not guest and is_its_publishers(reading, lower, found)


def _names_a_system(sentence: Located, found: Match) -> bool:
    """Tell whether the words speak of the priorities of a system: "the priorities of North are"."""
    start, end = found.start, found.spans.get("items", (found.end, found.end))[0]
    before = sentence.passage.lower
    return any(
        m.name.kind == SYSTEM
        and m.start < end
        and ((start <= m.start and _OF.search(before[: m.start])) or _SEEN_FROM.match(before, m.end))
        for m in sentence.mentions
    )


def _names_a_stranger(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words say that the priorities are those of a body that the profile does not know."""
    end = found.spans.get("items", (found.end, found.end))[1]
    owner = _OWNER.search(sentence.passage.text[:end], found.start)
    if owner is None:
        return False
    low, high = owner.span(1)
    known = any(m.name.kind != SYSTEM and m.start < high and low < m.end for m in sentence.mentions)
    return not known and not reading.codebook.entry(_TABLE, "who").match.matches(owner[1].lower())


def _is_partnership(reading: Reading, sentence: Located, low: int, high: int) -> bool:
    if _NOUN.search(sentence.passage.lower[low:high]):
        return False
    if any(m.name.kind != SYSTEM and low <= m.start and m.end <= high for m in sentence.mentions):
        return True
    return reading.codebook.entry(_TABLE, "who").match.matches(sentence.passage.lower[low:high])
