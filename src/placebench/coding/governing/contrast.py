"""What the words after a statement take back: "It was wound up in 2021", "which has since lapsed"."""

from __future__ import annotations

from placebench.codebook import Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located

_WORDS = "contrast"
_CAME_TO_AN_END = Wording(
    _WORDS,
    r"(?:it|they|this|that|these|those)(?: <thing>s?)?"
    r"(?: (?:was|were|has|have|had|been|is|are|since|later|then|now|formally|subsequently))* <ended>\b"
    r"(?! <ends_otherwise>\b)",
)
_WHICH_ENDED = Wording(
    _WORDS,
    r"[^,.;]{0,40}, which (?:(?:has|have|had|was|were|is|are|been|since|now|then|later|formally) )*"
    r"<which_ended>\b"
    r"|[^,.;]{0,40}, (?:which|who|whose) [^,;:.]{3,100},"
    r" (?:(?:was|were|has|have|had|been|is|are|since|later|then|now|formally) )*(?:<ended>\b|not met\b)"
    r"|[^.;]{0,60}, (?:but|and) (?:(?:they|it|we|then|later|since|has|have|had) )*"
    r"<gave_up> (?:up )?(?:it|them|this|the <given_up>)\b",
)
_NOT_ACCEPTED = Wording(
    _WORDS,
    r"(?:but |however, )?(?:it|they|this|that|these|(?:the )?[\w ]{3,40}?)"
    r" (?:(?:has|have|had|was|were|is|are)(?: not|n't)|has yet to|have yet to|never)(?: yet)? (?:been |be )?"
    r"<accept>(?:e?d)?(?: off)?(?: it| them| this| to it)?\W*$",
)


def ended_next(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words after a match, or the next sentence, say that the thing came to an end."""
    if _WHICH_ENDED.of(reading.codebook).match(sentence.passage.lower, found.end):
        return True
    after = next_in_line(reading, sentence)
    return after is not None and _CAME_TO_AN_END.of(reading.codebook).match(after.passage.lower) is not None


def not_accepted(reading: Reading, sentence: Located) -> bool:
    """Tell whether the next sentence says that nobody has agreed to what a sentence tells of."""
    after = next_in_line(reading, sentence)
    return after is not None and _NOT_ACCEPTED.of(reading.codebook).match(after.passage.lower) is not None


def next_in_line(reading: Reading, sentence: Located) -> Located | None:
    """Return the sentence after one, on the same line."""
    line = reading.by_line.get(sentence.passage.line.index, ())
    return next((other for other in line if other.passage.start >= sentence.passage.end), None)
