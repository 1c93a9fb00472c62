"""What the words after a statement take back: "A has one; B does not", "It was wound up in 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.sentences import clause_at

_WORDS = "contrast"
_NOT_SO = re.compile(
    r"\W*(?:but |while |whereas |and |although |though )?(?:the )?"
    r"(?P<who>[A-Z][\w'-]*(?:(?:,| and| or)? [A-Z][\w'-]*|(?:,"
    r"| and) the [A-Z][\w'-]*)*)(?: (?:partnership|board|place))?"
    r" (?:(?:do|does|has|have|did|is|are|was|were)(?: not|n't)(?: yet| currently)?|(?:has|have|had) (?:no"
    r" such [\w-]+|none))(?=\W*$|[,;.]| and (?:do|does|has|have)\b)"
)
_CAME_TO_AN_END = Wording(
    _WORDS,
    r"(?:it|they|this|that|these|those)(?: <thing>s?)?"
    r"(?: (?:was|were|has|have|had|been|is|are|since|later|then|now|formally|subsequently))* <ended>\b",
)
_WHICH_ENDED = Wording(
    _WORDS,
    r"[^,.;]{0,40}, which (?:(?:has|have|had|was|were|is|are|been|since|now|then|later|formally) )*"
    r"<which_ended>\b"
    r"|[^.;]{0,60}, (?:but|and) (?:(?:they|it|we|then|later|since|has|have|had) )*"
    r"<gave_up> (?:up )?(?:it|them|this|the <given_up>)\b",
)
_NOT_ACCEPTED = Wording(
    _WORDS,
    r"(?:but |however, )?(?:it|they|this|that|these|(?:the )?[\w ]{3,40}?)"
    r" (?:(?:has|have|had|was|were|is|are)(?: not|n't)|has yet to|have yet to|never)(?: yet)? (?:been |be )?"
    r"<accept>(?:e?d)?(?: off)?(?: it| them| this| to it)?\W*$",
)


def others_without(reading: Reading, sentence: Located, found: Match) -> Iterator[tuple[str, Located]]:
    """Yield the places that the next words say have no such thing, with the sentence that says so."""
    _, high = clause_at(sentence.passage.lower, found.start, found.end)
    yield from _named(sentence, high)
    after = _next(reading, sentence)
    if after is not None:
        yield from _named(after, 0)


def places_before(sentence: Located, found: Match) -> tuple[str, ...]:
    """Return the places that a sentence names before a match."""
    named = (m for m in sentence.mentions if m.name.kind != SYSTEM and m.start < found.start)
    return tuple(dict.fromkeys(m.name.id for m in named))


def ended_next(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words after a match, or the next sentence, say that the thing came to an end."""
    if _WHICH_ENDED.of(reading.codebook).match(sentence.passage.lower, found.end):
        return True
    after = _next(reading, sentence)
    return after is not None and _CAME_TO_AN_END.of(reading.codebook).match(after.passage.lower) is not None


def not_accepted(reading: Reading, sentence: Located) -> bool:
    """Tell whether the next sentence says that nobody has agreed to what a sentence tells of."""
    after = _next(reading, sentence)
    return after is not None and _NOT_ACCEPTED.of(reading.codebook).match(after.passage.lower) is not None


def _named(sentence: Located, start: int) -> Iterator[tuple[str, Located]]:
    found = _NOT_SO.match(sentence.passage.text, start)
    if found is None:
        return
    low, high = found.span("who")
    for mention in sentence.mentions:
        if mention.name.kind != SYSTEM and low <= mention.start < high:
            yield mention.name.id, sentence


def _next(reading: Reading, sentence: Located) -> Located | None:
    line = reading.by_line.get(sentence.passage.line.index, ())
    return next((other for other in line if other.passage.start >= sentence.passage.end), None)
