"""Conditions that open a sentence: "Should the council not agree, the board would stay as it is"."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

_MODAL = r"(?:would|will|may|might|could|can|must|shall|should)"
_OPENING = (
    r"(?P<if>if|unless|where|in the event (?:that|of))"
    r"|(?P<inverted>should(?! (?:be|have|also|not|include|only|\w+ly)\b)(?= [^,;:]{2,80} (?:not|fail|be|have"
    r"|wish|want|decide|agree|approve|choose|need|prove|reject|decline|adopt|support|accept|refuse|sign)\b)"
    r"|were(?= [^,;:]{2,80} to\b))"
    r"|(?P<contrary>had(?= (?:the|it|they|this|these|partners|[\w' ]{2,40}? (?:council|icb|trust|board))\b))"
)
_CONDITION = re.compile(rf"(?:and |but |however, |equally, )?(?:{_OPENING}) [^,;:]{{3,160}}(?=, )")
_NEGATED = re.compile(r"\b(?:not|no|cannot|never|nor|neither|fails?|failed)\b|n't\b|^unless\b")
_MAIN = re.compile(rf", [^;]*\b{_MODAL}\b")


@attrs.frozen
class Condition:
    """A condition that opens a sentence, in front of the clause that it is a condition of.

    Attributes:
        end: Where the condition ends.
        negated: Whether it supposes that something is not so.
        inverted: Whether its verb opens it, "should" or "were".
        contrary: Whether it supposes what did not happen, "had".
    """

    end: int
    negated: bool
    inverted: bool
    contrary: bool


@lru_cache(maxsize=1_024)
def condition_of(sentence: str) -> Condition | None:
    """Return the condition that a folded sentence in lower case opens with, or None.

    An inverted verb opens a condition only where the clause behind it says what would be.
    """
    found = _CONDITION.match(sentence)
    if found is None or (not found["if"] and not _MAIN.match(sentence, found.end())):
        return None
    return Condition(
        found.end(),
        negated=bool(_NEGATED.search(found.group())),
        inverted=bool(found["inverted"]),
        contrary=bool(found["contrary"]),
    )
