"""What a sentence goes on to say of other places, in words that stand for the thing: "Beta has none"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Match, Wording
from placebench.coding.governing.contrast import next_in_line
from placebench.coding.places_left_out import is_excepted
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM

_WORDS = "other_places"
_ITS_BODY = r"(?:'s)?(?:(?: [\w-]+){0,3}? <body_of_place>)?"
_THE_THING = r"(?: (?:about )?<the_thing>\b)?"
_STOPS = r"(?: <and_more>\b(?: [\w ]{2,30})?)?(?=\W*$|\W*[,;.(]| (?:and|but|while|whereas|though) )"
# In the order in which they are asked: "is not yet" before "is".
_TOLD = {
    status: Wording(_WORDS, rf"{_ITS_BODY},? <{status}>{_THE_THING}{_STOPS}")
    for status in ("absent", "ended", "planned", "option", "emerging", "in_place")
}
_BEFORE = {
    "in_place": Wording(
        _WORDS,
        r"\b(?:(?:so|as) <does>|the same <is_true>(?: too| also)? (?:of|for|in|to)) (?:the |<those_of> )?$",
    ),
    "absent": Wording(_WORDS, r"(?:\b(?:nor|neither) <does>|\b<but_not>) (?:the |<those_of> )?$"),
}
# "Neither Beta nor Gamma does": the words before the list and behind it tell of each.
_NEITHER, _NOR_DOES = (
    re.compile(r"\bneither (?:[\w' ]{2,40} nor )?(?:in |the )*$"),
    Wording(_WORDS, r" <does>\b"),
)
# A name begins what is said of a place; "the council of Beta has none" says nothing of Beta's partnership.
_BEGINS = re.compile(r"(?:^|[,;:.(] |\b(?:and|but|while|whereas|though|or|both|neither|in|the) )(?:the )?$")
# How a sentence begins that goes on with another place; "so does Beta" takes up what was said.
_OPENS = Wording(_WORDS, r"\W*(?:(?:<opens>|<does>|unlike [\w' ]{3,30})\b,? ?)*")


@attrs.frozen
class Told:
    """What is said of another place than the one that a statement is about.

    Attributes:
        place_id: The place.
        status: How far the same thing is there.
        sentence: The sentence that says so.
        words: What it says there, in lower case.
    """

    place_id: str
    status: str
    sentence: Located
    words: str = ""


def other_places(reading: Reading, sentence: Located, found: Match) -> Iterator[Told]:
    """Yield what the words behind a match, or the next sentence, say of other places.

    Args:
        reading: The document.
        sentence: The sentence that states a thing of its own places.
        found: The words for the thing.
    """
    for mention in sentence.left_out:
        if mention.end <= found.start and is_excepted(reading.codebook, sentence, mention):
            yield Told(mention.name.id, "absent", sentence)
    yield from _told(reading, sentence, found.end)
    after = next_in_line(reading, sentence)
    # "Most places publish theirs; Beta does not" takes up its own verb, and not the sentence before.
    first = next((m for m in after.mentions if m.name.kind != SYSTEM), None) if after else None
    if (
        after is not None
        and first is not None
        and _OPENS.of(reading.codebook).fullmatch(after.passage.lower[: first.start])
    ):
        yield from _told(reading, after, 0)


def _told(reading: Reading, sentence: Located, start: int) -> Iterator[Told]:
    told: dict[str, tuple[str, str]] = {}
    named = [m for m in sentence.mentions if m.name.kind != SYSTEM and m.start >= start]
    last: str | None = None
    for mention in named:
        listed = [m.name.id for m in sentence.listed_with(mention) if m in named]
        before = _status_before(reading, sentence, mention.start)
        # "So do Beta and Gamma": what is said before a list is said of all that it names.
        status = before or _status(reading, sentence, mention.start, mention.end) or (listed and last) or None
        last = status if before or (listed and last) else None
        # "Beta and Gamma have none": the last name of a list is followed by what is said of all.
        words = sentence.passage.lower[mention.end :].partition(",")[0]
        told |= dict.fromkeys([*listed, mention.name.id], (status, words)) if status else {}
    yield from (Told(place, status, sentence, words) for place, (status, words) in told.items())


def _status_before(reading: Reading, sentence: Located, low: int) -> str | None:
    """Return how far a thing is there by the words before the name of a place: "so does Beta"."""
    before = sentence.passage.lower[:low]
    return next(
        (status for status, told in _BEFORE.items() if told.of(reading.codebook).search(before)), None
    )


def _status(reading: Reading, sentence: Located, low: int, high: int) -> str | None:
    """Return how far a thing is there by the words around the name of a place; None where they do not say."""
    lower, book = sentence.passage.lower, reading.codebook
    if _NEITHER.search(lower[:low]) and _NOR_DOES.of(book).match(lower, high):
        return "absent"
    if not _BEGINS.search(lower[:low]):
        return None
    return next((status for status, told in _TOLD.items() if told.of(book).match(lower, high)), None)
