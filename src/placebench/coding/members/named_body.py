"""Which body the words before a cue speak of, and whether it is the system's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.names import initials_of
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP as NAMED_PARTNERSHIP
from placebench.extract.gazetteer import PLACE, SYSTEM

_WORDS = "named_body"
_NAME = Wording(_WORDS, r"(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&|in|with) )*)+<named>\b")
_OF_A_PLACE = Wording(_WORDS, r"(?:'s)? <behind_a_place>\b")
# An integrated care board goes by "NHS" and the name of its system.
_SYSTEMS_BODY = Wording(_WORDS, r"^NHS [A-Z]|<system_named>\b")
_ITS_BODY = Wording(_WORDS, r"(?:(?:'s)?(?: and [A-Z][a-z]+)? (?:<of_care>|and|&))* ?<behind_a_system>\b")
_OF_SYSTEM = Wording(_WORDS, r"\b<system>\b")
_PLACES = Wording(_WORDS, r"\b<places>\b", re.IGNORECASE)
_HEAD_LINES = 8
OTHER = "other"
PARTNERSHIP = "partnership"
SUBGROUP = "subgroup"


def named_body(lower: str, codebook: Codebook, *, first: bool = False) -> str | None:
    """Return what kind of body a folded text in lower case names last, or first, or None where it names none.

    Returns:
        `partnership`, `subgroup`, `other` for a body that is neither, or None.
    """
    patterns = codebook.rosters["body"]
    for found in patterns["none"].finditer(lower):
        lower = lower[: found.start] + "~" * (found.end - found.start) + lower[found.end :]
    candidates = [
        (found.start if first else -found.end, rank, kind)
        for rank, kind in enumerate((OTHER, SUBGROUP, PARTNERSHIP))
        for found in patterns[kind].finditer(lower)
    ]
    return min(candidates)[2] if candidates else None


def earlier(reading: Reading, sentence: Located) -> tuple[str, ...]:
    """Return the sentences that stand before one in its paragraph, as they are written."""
    siblings = reading.by_line[sentence.passage.line.index]
    return tuple(s.passage.text for s in siblings if s.passage.end <= sentence.passage.start)


def unnamed(reading: Reading, text: str) -> str:
    """Return a text in which "the partnership" stands for the names of the system's own partnerships."""
    of_a_place = _OF_A_PLACE.of(reading.codebook)
    for mention in sorted(reading.names.mentions(text), key=lambda mention: -mention.start):
        called = of_a_place.match(text, mention.end) if mention.name.kind == PLACE else None
        if called or mention.name.kind == NAMED_PARTNERSHIP:
            text = f"{text[: mention.start]}the partnership{text[called.end() if called else mention.end :]}"
    return text


def is_foreign(reading: Reading, text: str) -> bool:
    """Tell whether a text names, last of all, a partnership of a place that is not the system's."""
    names = list(_NAME.of(reading.codebook).finditer(text))
    if not names:
        return False
    name = names[-1].group()
    ours = name.startswith("Our ") or text[: names[-1].start()].endswith("our ")
    titled = name.lower() in _title(reading) and bool(reading.default.places)
    if ours or titled or reading.names.mentions(name):
        return False
    generic = reading.codebook.rosters["name"]["generic"]
    strange = [w for w in name.split() if not generic.matches(w.lower().removesuffix("'s"))]
    return any(word not in initials_of(reading.profile, reading.codebook) for word in strange)


def is_of_another_place(reading: Reading, text: str, places: Sequence[str]) -> bool:
    """Tell whether a text names, last of all, a partnership of a place that is none of these."""
    names = list(_NAME.of(reading.codebook).finditer(text))
    mentions = reading.names.mentions(names[-1].group()) if names else ()
    ids = {mention.name.id for mention in mentions if mention.name.kind != SYSTEM}
    return bool(ids and places) and ids.isdisjoint(places)


def head(reading: Reading) -> str:
    """Return the title and first lines of a document, folded, in lower case."""
    return _head(reading).lower()


def _head(reading: Reading) -> str:
    first = " ".join(line.text for line in reading.lines[:_HEAD_LINES])
    return f"{reading.document.metadata.get('title', '')} {first}"


@once
def of_partnership(reading: Reading) -> bool:
    """Tell whether the head of a document names a partnership, and its title no body of others."""
    patterns = reading.codebook.rosters["meeting"]
    named = any(m.name.kind == NAMED_PARTNERSHIP for m in reading.names.mentions(_head(reading)))
    if not (named or patterns["own"].matches(unnamed(reading, _head(reading)).lower())):
        return False
    return not patterns["other"].matches(_title(reading)) or _is_under_a_letterhead(reading)


def _is_under_a_letterhead(reading: Reading) -> bool:
    """Tell whether the last body that is named above the attendance of a meeting is a partnership.

    The first line may be the letterhead of the body that keeps the minutes.
    """
    texts = [line.text for line in reading.lines[:_HEAD_LINES]]
    title = reading.document.metadata.get("title", "")
    present = reading.codebook.rosters["opens"]["present"]
    attended = next((n for n, text in enumerate(texts) if present.matches(text.lower())), 0)
    if not attended or title not in ("", texts[0]):
        return False
    patterns = reading.codebook.rosters["meeting"]
    for text in reversed(texts[1:attended]):
        if patterns["other"].matches(text.lower()):
            return False
        if any(
            text.startswith(m.name.text)
            for m in reading.names.mentions(text)
            if m.name.kind == NAMED_PARTNERSHIP
        ):
            return True
    return False


@once
def is_of_the_system(reading: Reading) -> bool:
    """Tell whether a document is about a body of the whole system, by its title or publisher."""
    book = reading.codebook
    told = f"{reading.document.metadata.get('title', '')} {reading.lines[0].text if reading.lines else ''}"
    if (
        _is_under_a_letterhead(reading)
        or _PLACES.of(book).search(told)
        or any(m.name.kind != SYSTEM for m in reading.names.mentions(told))
    ):
        return False
    if _OF_SYSTEM.of(book).search(told):
        return True
    publisher = "" if reading.default.places else reading.document.metadata.get("publisher", "")
    return any(
        _SYSTEMS_BODY.of(book).search(mention.name.text) or _ITS_BODY.of(book).match(text, mention.end)
        for text in (told, publisher)
        for mention in reading.names.mentions(text)
        if mention.name.kind == SYSTEM
    )


def is_of_others(reading: Reading) -> bool:
    """Tell whether the title of a document names a body that is no partnership: a scrutiny committee."""
    other = reading.codebook.rosters["meeting"]["other"]
    return not of_partnership(reading) and other.matches(_title(reading))


@once
def own_meeting(reading: Reading) -> bool:
    """Tell whether a document is the record of a meeting of the partnership itself."""
    return reading.codebook.rosters["meeting"]["record"].matches(head(reading)) and of_partnership(reading)


def _title(reading: Reading) -> str:
    first = reading.lines[0].text if reading.lines else ""
    return f"{reading.document.metadata.get('title', '')} {first}".lower()
