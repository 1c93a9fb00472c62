"""Names of boards by their form: what a place or partnership is called, words of its kind, "Board"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.governing.status import status_of_a_name
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.force import NOTHING
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM, Mention, Name

_WORDS = "board_names"
_TAIL = Wording(_WORDS, r"(?:'s)? (?:(?i:<kind>),? |(?!<no_kind>)[A-Z]{3,5} )*?(?i:<board>)\b")
_OF_THE_ICB = re.compile(
    r" Committee of (?:the )?(?:NHS )?(?:[\w'&,-]+ ){0,9}?(?:Integrated Care Board|ICB)\b", re.IGNORECASE
)
_GOES_ON = Wording(_WORDS, r" <goes_on>\b| of (?:the )?(?:\w+ ){0,3}(?i:council|trust)\b")
_NOT_ITS_OWN = Wording(_WORDS, "<not_its_own>", re.IGNORECASE)
_OF_ANOTHER_KIND = Wording(_WORDS, "<of_another_kind>$", re.IGNORECASE)
_OF_NO_PLACE = Wording(_WORDS, "<of_no_place> Board")
_SHORT_NAME = Wording(
    _WORDS,
    r"<partnership> \((?:the )?[\"']?(?P<short>(?!ICP\b|ICB\b|ICS\b)[A-Z][A-Za-z]{1,5})[\"']?\)",
)
_LONGER_BEFORE = re.compile(r"(?:[A-Z][\w'&-]+|\bof) $")
_LEADS_TO_IT = re.compile(r"(?:^|[.:;] |\b(?:The|This|An?|Our|Its|In|At|By|For|To|Under|Both|Shadow)) ?$")
_GENERIC = Wording(_WORDS, "<generic>", re.IGNORECASE)
# "Alpha Council Locality Board" is none of the council's alone, nor a "Wellbeing Partnership" a theme.
_NO_THEME = re.compile(r"\bcouncil (?=(?:locality|place|borough)\b)|\bwell-?being (?=partnership\b)")
_THEMES = Wording(_WORDS, r"\b<theme>\b")


def own_boards(
    codebook: Codebook, text: str, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, Mention]]:
    """Yield start, end and place of each name of a board in a sentence that begins with a place's name.

    Args:
        codebook: The coding frame.
        text: The folded sentence, case kept.
        mentions: The names in it.
    """
    named, goes_on = _TAIL.of(codebook), _GOES_ON.of(codebook)
    for mention in mentions:
        if mention.name.kind == SYSTEM or _is_inside_a_name(text[: mention.start]):
            continue
        tail = _OF_THE_ICB.match(text, mention.end) or named.match(text, mention.end)
        if tail is None or goes_on.match(text, tail.end()) or not _is_a_name(text[slice(*tail.span())]):
            continue
        if _is_ours(codebook, mention, tail.group()):
            yield mention.start, tail.end(), mention


def is_of_others(codebook: Codebook, name: str, after: str) -> bool:
    """Tell whether a board is of a theme, a sector or another body, by its name and the words after it."""
    told = _NO_THEME.sub("", name.lower())
    by_name = _OF_NO_PLACE.of(codebook).fullmatch(name) or _THEMES.of(codebook).search(told)
    return bool(by_name or _GOES_ON.of(codebook).match(after))


def stated_boards(reading: Reading) -> Iterator[tuple[Located, Match, Mention, str]]:
    """Yield each sentence that names the board of a place, the name, the place, and the board's status."""
    cue = reading.codebook.entry("governance", "board")
    short = _short_names(reading)
    for sentence in reading.statements:
        text = sentence.passage.text
        for start, end, mention in own_boards(reading.codebook, text, _mentions(sentence, short)):
            name = text[start:end]
            found = Match(start, end, {"value": name}, {"value": (start, end)})
            status = reading.status(sentence, start, end)
            known = status_of_a_name(reading, cue, sentence, found, status) if status != "shadow" else status
            if known is not None and known != NOTHING:
                yield sentence, found, mention, known


def _short_names(reading: Reading) -> Mapping[str, Name]:
    """Return the short names that a document gives to partnerships: "the Alpha Partnership (AP)"."""
    found: dict[str, Name] = {}
    for sentence in reading.sentences:
        for given in _SHORT_NAME.of(reading.codebook).finditer(sentence.passage.text):
            places = {m.name.id for m in sentence.mentions if given.start() <= m.start < given.start("short")}
            places = places & set(sentence.scope.places) or set(reading.default.places)
            if len(places) == 1:
                found.setdefault(given["short"], Name(given["short"], PARTNERSHIP, next(iter(places))))
    return found


def _mentions(sentence: Located, short: Mapping[str, Name]) -> list[Mention]:
    text = sentence.passage.text
    named = (found for name in short for found in re.finditer(rf"\b{name}(?= (?:Board|Committee)\b)", text))
    return [*sentence.mentions, *(Mention(short[one.group()], *one.span()) for one in named)]


def _is_inside_a_name(before: str) -> bool:
    """Tell whether a name goes on from capitals before it: "the Future Alpha Partnership Board"."""
    return bool(_LONGER_BEFORE.search(before)) and not _LEADS_TO_IT.search(before)


def _is_a_name(tail: str) -> bool:
    """Tell whether words are written as a name is, and not as in "Alpha place board"."""
    words = re.findall(r"[A-Za-z]{4,}", tail)[:-1]
    return tail.isupper() or all(word[0].isupper() for word in words)


def _is_ours(codebook: Codebook, mention: Mention, tail: str) -> bool:
    if _OF_THE_ICB.fullmatch(tail):
        return True
    if _NOT_ITS_OWN.of(codebook).search(tail) or _THEMES.of(codebook).search(tail.lower()):
        return False
    if _OF_ANOTHER_KIND.of(codebook).search(mention.name.text):
        return False
    return (
        mention.name.kind == PARTNERSHIP
        or bool(_GENERIC.of(codebook).search(tail))
        or tail.strip().lower() == "committee"
    )
