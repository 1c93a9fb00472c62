"""Posts that a text joins to the name of a place alone: "Managing Director, Alpha", "director for Alpha"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.reasons import HEADED
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, PLACE

_WORDS = "placed_posts"
_MANAGING = Wording(
    _WORDS,
    r"(?:^|[,;:(] ?|- |\b<before> |'s |\bNHS [A-Z]\w+ (?:and [A-Z]\w+ )?)"
    r"(?P<post>(?:<rank> )*<managing> [Dd]irector)(?:,? | - | \(|,? (?:for|of) (?:the )?)$",
)
_PLAIN = Wording(
    _WORDS,
    r"(?:^|[,;:(] ?|- |\b<before> |'s )(?P<post>(?:<rank> )*[Dd]irector)(?:,? for (?:the )?)$",
)
_CLINICAL = Wording(
    _WORDS,
    r"(?:^|[,;:(] ?|- |\b<before> |'s )(?P<post>(?:<rank> )*<clinical> (?:[Dd]irector|[Ll]ead))"
    r"(?:,? | - | \(|,? for (?:the )?)$",
)
_DELIVERY = Wording(
    _WORDS,
    r"(?:^|[,;:(] ?|- |\b<before> |'s )(?P<post>(?:<rank> )*[Dd]irector of <delivery>)"
    r"(?:,? | - |,? for (?:the )?)$",
)
# "Alpha Leisure", "Alpha's parks" and "Alpha, Example Hospitals Trust" are not the place.
_OF_ANOTHER = Wording(_WORDS, r"'s\b| (?!<area>\b)[A-Z&]|(?:,| at| of| -) [^.;,]{0,60}\b<employer>\b")
_NAME_GOES_ON = re.compile(r"'s\b| (?!(?:Place|Borough|Locality|Lead|Acting|Interim)\b)[A-Z]")
_CALLED = (
    (_MANAGING, "Place Director"),
    (_PLAIN, "Place Director"),
    (_CLINICAL, "Place Clinical Director"),
    (_DELIVERY, "Place Programme Director"),
)
_BEFORE = 60
_TABLE = "roles"
_POSTS = frozenset({"post", "place_director"})
_REPORT_OF = Wording(_TABLE, r"(?:joint )?<report>s? (?:of|from|by)\b")


def posts_in_headings(reading: Reading) -> Iterator[tuple[Cue, Located, Match, str]]:
    """Yield posts in headings that say whose report an item is: "Report of the Alpha Borough Director"."""
    report = _REPORT_OF.of(reading.codebook)
    for sentence in reading.sentences:
        if report.match(sentence.passage.lower) and reading.unstated(sentence) == HEADED:
            yield from reading.cued_in(_TABLE, sentence, entries=_POSTS)


def begins_with_place(reading: Reading, text: str, length: int, *, whole: bool) -> bool:
    """Tell whether the first words of a text are the name of a place; `whole`: that name and no more."""
    places = [m for m in reading.names.mentions(text[:length]) if m.name.kind == PLACE]
    if whole:
        return any(m.end - m.start == length for m in places)
    return any(m.start == 0 and not _NAME_GOES_ON.match(text, m.end) for m in places)


def placed(reading: Reading, text: str) -> str:
    """Return a text in which "place director for" stands for a post that is joined to a place alone."""
    if "irector" not in text and "linical" not in text:
        return text
    for mention in sorted(reading.names.mentions(text), key=lambda mention: -mention.start):
        if mention.name.kind not in (PLACE, PARTNERSHIP):
            continue
        if mention.name.kind == PLACE and _OF_ANOTHER.of(reading.codebook).match(text, mention.end):
            continue
        start = max(0, mention.start - _BEFORE)
        for post, called in _CALLED:
            found = post.of(reading.codebook).search(text[start : mention.start])
            if found is not None:
                behind = text[mention.end :]
                behind = behind.removeprefix(")") if found.group().endswith("(") else behind
                name = text[mention.start : mention.end]
                text = f"{text[: start + found.start('post')]}{called} for {name}{behind}"
                break
    return text
