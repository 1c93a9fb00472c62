"""Features that a few words name without a doubt: the header of a column, the name of a row."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from placebench.codebook import Codebook, Wording

WITHOUT_VALUE = frozenset(
    {
        "pooled_budget",
        "capitated_budget",
        "risk_sharing",
        "accountability_framework",
        "integrated_teams",
        "co_location",
        "shared_care_record",
        "population_health_management",
        "communications_plan",
        "scheme_of_delegation",
        "joint_posts",
    }
)
"""Features that have no value or may lack one, so that their name says all."""
_FORM = "arrangement"
_WORDS = "feature_rows"
_NOT_TOLD = Wording(_WORDS, r"\W*<not_told>\W*")
_STATUSES = ("absent", "planned", "emerging", "in_place")
# In the order in which they are asked: "not yet agreed" before "agreed".
_TOLD = {status: Wording(_WORDS, rf"\W*<{status}>\b(?! one\b)") for status in _STATUSES}
# An answer ends with these words, or goes on after a stop: "no one knows" is none.
_ANSWERED = {
    status: Wording(_WORDS, rf"\W*<{status}>(?: <now>)?(?=\W*$|[,;:.(]| - | <goes_on>\b)")
    for status in _STATUSES
}


def feature_named(codebook: Codebook, text: str, among: AbstractSet[str]) -> str | None:
    """Return the one feature whose words a header, a title or a cell has; None for none or several.

    Args:
        codebook: The coding frame.
        text: The words, folded and in lower case.
        among: The features that are asked for.
    """
    told = re.sub(r"\W+$", "", text)
    # Without a text in which capitals count, none of the cues is found that ask for them.
    cues = codebook.cues_in("", told).get("governance", ())
    found = {cue.entry for cue in cues if cue.entry in among and not cue.case and cue.lead is None}
    return found.pop() if len(found) == 1 else None


def told_by(codebook: Codebook, text: str, among: AbstractSet[str]) -> tuple[str, str | None] | None:
    """Return the one feature that words name, and its value where it is a form: "Joint committee".

    Args:
        codebook: The coding frame.
        text: The words, folded and in lower case.
        among: The features that are asked for besides the forms.
    """
    feature = feature_named(codebook, text, among)
    told = re.sub(r"\W+$", "", text)
    cues = (cue for cue in codebook.cues["governance"] if cue.entry == _FORM and cue.value and not cue.case)
    forms = {
        cue.value
        for cue in cues
        if cue.lead is None and cue.match.matches(told) and not (cue.unless and cue.unless.matches(told))
    }
    if feature is not None:
        return (feature, None) if not forms else None
    return (_FORM, forms.pop()) if len(forms) == 1 else None


def how_far(codebook: Codebook, text: str, *, answer: bool = False) -> str | None:
    """Return how far a thing is there by the words of a cell or an answer; None where they do not say.

    Args:
        codebook: The coding frame.
        text: The words, in lower case.
        answer: Whether they answer a question, and may be any sentence.
    """
    if _NOT_TOLD.of(codebook).fullmatch(text):
        return None
    told = _ANSWERED if answer else _TOLD
    return next((status for status, words in told.items() if words.of(codebook).match(text)), None)
