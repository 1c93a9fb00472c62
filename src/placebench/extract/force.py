"""How far a clause says that a thing is there: negation, plans, options, requirements."""

from __future__ import annotations

import re
from functools import lru_cache

from placebench.codebook import Codebook, ForceMarker, Wording
from placebench.extract.conditions import condition_of
from placebench.extract.sentences import clause_at

NOTHING = "none"
_ASIDE = re.compile(r"\([^()]{12,}\)")
# What a subject will do besides: "the group runs the plan and aims to mend what holds it up".
_DOES_BESIDES = re.compile(
    r" and (?:also |now )?(?:aims?|hopes?|wants?|wishes|intends?|plans?|(?:is|are) (?:keen|working)) to"
    r" (?!be\b)"
)
_IS_MADE = Wording(
    "force", r", which (?:is|are|was|were|will|would|has|have|had)\b[^,.;]{0,30}\b<made_or_ended>"
)
# What a body decides besides says nothing of what it decided first.
_DECIDES_BESIDES = Wording(
    "force",
    r" and (?:also |then )?<decides> that\b"
    r"(?! (?:it|this|they|these|such|one|both|the (?:board|committee|plan))\b).*",
)
# "The former is run by the council" tells the first of two things from the second.
_FIRST_OF_TWO = Wording("force", r"\bthe former(?=,| <does_of_two>\b|$|[^.;]* the latter\b)")
_STRONGER_THAN_A_LIST = frozenset({"absent", "ended", "option", "emerging", "shadow", NOTHING})


def force(
    sentence: str, start: int, end: int, codebook: Codebook, introduced_by: tuple[str, ...] = ()
) -> str:
    """Return the status that a sentence gives to the words between `start` and `end`.

    Args:
        sentence: A folded sentence in lower case.
        start: Start of the words that name the thing.
        end: End of those words.
        codebook: The coding frame with its markers.
        introduced_by: What introduces the list that the sentence stands in, nearest first, in lower case.

    Returns:
        A code of the status vocabulary, or `none` where nothing is asserted.
    """
    own = _conditional(sentence, start, end, codebook) or (
        _clause_force(sentence, start, end, codebook) or _told_of_it(sentence, start, end, codebook)
    )
    # A list of requirements or options keeps its force unless an item says something stronger.
    if own in _STRONGER_THAN_A_LIST:
        return own
    colon = _introduction(sentence, start, end)
    introduced_by = (colon, *introduced_by) if colon else introduced_by
    return force_of_leads(introduced_by, codebook) or own or "in_place"


def force_of_leads(introduced_by: tuple[str, ...], codebook: Codebook) -> str | None:
    """Return the status that what introduces a list gives to its items; None where it gives none.

    Args:
        introduced_by: What introduces it, nearest first, in lower case.
        codebook: The coding frame with its markers.
    """
    leads = [_clause_force(lead, max(0, len(lead) - 1), len(lead), codebook) for lead in introduced_by]
    given = [status for status in leads if status is not None]
    # What a requirement "will include" is required too.
    return next((status for status in given if status != "planned"), "planned") if given else None


def _conditional(sentence: str, start: int, end: int, codebook: Codebook) -> str | None:
    """Return the status of words in or behind a negated or inverted condition; None without one."""
    condition = condition_of(sentence)
    if condition is None or not (condition.negated or condition.inverted or condition.contrary):
        return None
    if condition.contrary:
        return NOTHING
    if start < condition.end:
        return NOTHING if condition.negated else "option"
    # What the condition denies is not denied by the clause behind it.
    masked = "~" * condition.end + sentence[condition.end :]
    told = _clause_force(masked, start, end, codebook) or "in_place"
    return "option" if told == "planned" else told


def _told_of_it(sentence: str, start: int, end: int, codebook: Codebook) -> str | None:
    """Return what a relative clause says of the words before it: "the X board, which is being set up"."""
    _, high = clause_at(sentence, start, end)
    if high > end or not _IS_MADE.of(codebook).match(sentence, high):
        return None
    return _clause_force(sentence, high + 1, high + 2, codebook)


def _introduction(sentence: str, start: int, end: int) -> str | None:
    """Return what stands before the colon that opens the clause of a range, or the list that it is in."""
    low, _ = clause_at(sentence, start, end)
    if sentence.startswith("; ", low):
        low = sentence.rfind(": ", 0, low)
    return sentence[:low] if low >= 0 and sentence.startswith(": ", low) else None


# Many cues ask for the same clause, above all for that which introduces a list.
@lru_cache(maxsize=4_096)
def _clause_force(sentence: str, start: int, end: int, codebook: Codebook) -> str | None:
    low, high = clause_at(sentence, start, end)
    clause = _masked(sentence[low:high], start - low, codebook)
    for marker in codebook.markers_in(clause):
        if _signals(marker, clause, start - low, end - low):
            return marker.status
    return None


def _masked(clause: str, cue: int, codebook: Codebook) -> str:
    """Blank what only looks like a marker, brackets beside the cue, and what its subject does besides."""
    asides = [found.span() for found in _ASIDE.finditer(clause) if not found.start() <= cue < found.end()]
    besides = _DOES_BESIDES.search(clause, cue)
    asides += [besides.span()] if besides else []
    decides = _DECIDES_BESIDES.of(codebook).search(clause, cue) if " that" in clause else None
    asides += [decides.span()] if decides else []
    if "the former" in clause:
        asides += [found.span() for found in _FIRST_OF_TWO.of(codebook).finditer(clause)]
    for start, end in [*asides, *codebook.force_mask.spans(clause)]:
        clause = clause[:start] + "~" * (end - start) + clause[end:]
    return clause


def _signals(marker: ForceMarker, clause: str, start: int, end: int) -> bool:
    if marker.match is not None:
        return marker.match.matches(clause)
    if marker.before is not None:
        return any(
            high <= end and clause[high:start].count(" ") <= marker.words
            for low, high in marker.before.spans(clause)
        )
    return marker.after is not None and any(
        low >= start and clause[end:low].count(" ") <= marker.words for low, _ in marker.after.spans(clause)
    )
