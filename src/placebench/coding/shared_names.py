"""Bodies by a name that several levels share: what it stands for in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from placebench.codebook import Pattern, Wording
from placebench.coding.names import initials_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM

_BILL = dt.date(2022, 1, 1)
"""From when papers name the bodies of the act that came into force in July."""
_BOARD = Wording("shared_names", r"\b<board_of_system>\b")


def shared_names(reading: Reading, sentence: Located) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each body of such a name that a sentence names.

    "The ICP" is the partnership of a place in a paper of 2021, and the committee of a system in one of 2023;
    "the Alpha ICP" is the partnership of Alpha in both, and so is "the ICP" on a page about Alpha where the
    profile calls Alpha's partnership by such a name.
    """
    day = _day(reading)
    for name in reading.codebook.shared_names:
        for found in name.match.finditer(sentence.passage.lower):
            if any(low <= found.start and found.end <= high for low, high in named_partnerships(sentence)):
                continue
            owned = _is_behind_a_place(reading, sentence, found.start) or (
                _is_the_places(reading, sentence, name.match) and not _is_the_systems(sentence, found.start)
            )
            statutory = name.kind if _is_of_the_act(reading, sentence, day) else name.kind_on(day)
            yield found.start, found.end, PARTNERSHIP if owned else statutory


def named_partnerships(sentence: Located) -> list[tuple[int, int]]:
    """Return start and end of the names in a sentence that the profile gives to partnerships.

    What the profile names counts before words that are usual for some kind of body.
    """
    return [(one.start, one.end) for one in sentence.mentions if one.name.kind == PARTNERSHIP]


def kind_of_name(reading: Reading, name: str) -> str:
    """Return the kind of body that a name stands for: the partnership, unless its last words say another."""
    lower = name.lower()
    if any(mention.start == 0 for mention in reading.names.mentions(name)):
        return PARTNERSHIP
    told = [body.code for body in reading.codebook.bodies if _ends_with(body.match, lower)]
    shared = [
        one.kind_on(_day(reading)) for one in reading.codebook.shared_names if _ends_with(one.match, lower)
    ]
    # What a system's own words say comes last, and counts most.
    return [PARTNERSHIP, *shared, *told][-1]


def _is_the_places(reading: Reading, sentence: Located, words: Pattern) -> bool:
    """Tell whether the profile gives such a name to the partnership of the place spoken of."""
    places = sentence.scope.places or reading.default.places
    own = (
        name
        for name in reading.names.names
        if name.kind == PARTNERSHIP and name.id in places and name.was_in_use(_day(reading))
    )
    return len(places) == 1 and any(_ends_with(words, name.text.lower()) for name in own)


def _is_the_systems(sentence: Located, position: int) -> bool:
    """Tell whether words stand in or directly behind a name of the system: "the North ICP"."""
    text = sentence.passage.text
    return any(
        one.name.kind == SYSTEM
        and (one.start <= position < one.end or text[one.end : position] in (" ", "'s "))
        for one in sentence.mentions
    )


def _ends_with(words: Pattern, lower: str) -> bool:
    return any(end == len(lower) for _, end in words.spans(lower))


def _day(reading: Reading) -> dt.date | None:
    return reading.published[0] if reading.published else None


def _is_behind_a_place(reading: Reading, sentence: Located, position: int) -> bool:
    """Tell whether a place's name, or its initials, stands directly before."""
    text = sentence.passage.text
    named = any(m.name.kind != SYSTEM and text[m.end : position] in (" ", "'s ") for m in sentence.mentions)
    before = text[:position].split()[-1:]
    return named or (bool(before) and before[0] in initials_of(reading.profile, reading.codebook))


def _is_of_the_act(reading: Reading, sentence: Located, day: dt.date | None) -> bool:
    """Tell whether a paragraph speaks of what the act of 2022 set up: the committee beside a board."""
    line = reading.by_line.get(sentence.passage.line.index, ())
    return (
        day is not None
        and day >= _BILL
        and any(_BOARD.of(reading.codebook).search(each.passage.lower) for each in line)
    )
