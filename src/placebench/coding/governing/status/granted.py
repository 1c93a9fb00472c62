"""What a sentence takes for granted: "the Board will hear of falls" says that there is a board.

What is to come is then the rest of the sentence. Of bodies and of texts the sentence decides at once. Of
other things, such as teams and budgets, a document that also says that they are to be made means those, so
that `in_document` decides once all sentences are read.
"""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

WRITTEN = frozenset({"shared_plan", "shared_vision"})
"""Features that are texts: they are there once they are written, though a draft is none yet."""

_BODIES = frozenset({"board", "executive_team", "subcommittees"})
# Features that are things with an article or owner, and not what partners do.
_THINGS = WRITTEN | {
    "arrangement",
    "integrated_teams",
    "pooled_budget",
    "population_health_management",
    "shared_care_record",
}
_LEFT_OPEN = frozenset({"planned", "emerging", "option", "expected", "ended"})
_NOT_YET = frozenset({"planned", "emerging", "ended"})
_WORDS = "status"

# What makes, changes or ends a thing says of that thing that it is to come.
_MAKES_A_BODY = Wording(_WORDS, r"\b(?:<makes>|<makes_a_body>)")
_MAKES_A_THING = Wording(_WORDS, r"\b(?:<makes>|<makes_a_thing>|<writes>)")
_WRITES = Wording(_WORDS, r"\b(?:<writes>|<settles>)")
# "The Board is developing its priorities" makes priorities, "the Board is being developed" a board.
_IS_MADE = Wording(
    _WORDS,
    r"\b(?:be|been|being|was|were|is|are)(?: \w+){0,2} (?:<is_made>|<is_written>(?!ing))|\b<begins_or_ends>",
)
_NEW_BODY = Wording(_WORDS, r"\b<new>\b(?! that\b)")
_NEW_THING = Wording(_WORDS, r"\b(?:<new>|<new_edition>)\b")

# "Within the alliance", "set out in our plan": what the clause says is not said of the thing.
_NAME = r"(?:(?!<no_name>\b)[\w'&-]+ )"
_OWNED = rf"(?:(?:the|its|our|their|this|these|both) {_NAME}{{0,3}}|[\w&-]+'s? {_NAME}{{0,2}})"
_BESIDE = Wording(_WORDS, rf"\b<beside> {_OWNED}$")
_BEGINS = r"^[ ,;:(-]*(?:(?:and|that|where|but|while|as|when) )*"
_SUBJECT = Wording(_WORDS, rf"{_BEGINS}{_OWNED}$")
# "Integrated teams aim to ...": those that hope for something are there, though nobody says whose they are.
_SUBJECT_THAT_HOPES = Wording(_WORDS, rf"{_BEGINS}(?:{_OWNED}|{_NAME})?$")
_WHERE = r"(?: (?:in|of|for|across) (?:[\w'&-]+ ){0,4}?[\w'&-]+)?"
_DOES = Wording(
    _WORDS,
    rf"{_WHERE} will (?:(?:also|now|then|next|all|soon|again|each) )*"
    r"(?!(?:(?:in|by|from|within) (?:\w+ ){1,3})?be (?!<joined>)|<is_described>)",
)
# "The teams could see more people", "the fund should be spent on carers": both are there.
_AT_WORK = frozenset({"integrated_teams", "shared_care_record"})
_COULD = Wording(_WORDS, rf"{_WHERE} <could> (?:(?:also|now|then|all|soon|not) )*(?!be\b|<is_described>)")
_IS_USED = Wording(_WORDS, rf"{_WHERE} <could> (?:(?:also|now|then|all|only|not) )*be (?:\w+ly )?<used>\b")
_HOPES = Wording(_WORDS, rf"{_WHERE} (?:(?:all|also|each) )?<hopes> to (?!be |become )\w")
# "Until 2021 the alliance was hosted by the trust": what ended is who did so.
_SUBJECT_TILL_THEN = Wording(_WORDS, rf"^(?:until [^,;]{{3,30}},? )?{_OWNED}$")
_HAD_DONE = Wording(_WORDS, rf"{_WHERE} (?:was|were|had been) (?:\w+ly )?<served>\b")

# "The chair of the Board", "Board members": a body that has them is there, whatever they will do.
_HAS_BEFORE = Wording(
    _WORDS, r"\b<of_a_body> of (?:the |our |its )?$|\b<changes> to (?:the |our |its |[\w'-]+ ){0,5}$"
)
_HAS_AFTER = Wording(_WORDS, r"(?:'s)? <its>\b")
# "The proposed changes to the agreement": there is an agreement to change.
_IS_CHANGED = Wording(_WORDS, r"\b<changes> to (?:the|our|its|their|this) (?:[\w'-]+ ){0,4}$")
# A paper that "was taken to the Board" was so to one that is there, whatever the clause says of the paper.
_RECEIVES = Wording(_WORDS, r"\b<brought>\b(?! over)[^.;,]{0,30} to (?:the |our |its )?$")
# A body that agreed or heard something is there; one that "agreed to become" something is there all the same.
_ACTS = Wording(
    _WORDS,
    r"(?:'s)?(?: \([^)]{2,12}\))?,? (?:(?:has|have|had|also|then|formally|jointly) )*"
    r"<acts>\b(?! to <goes_under>)",
)
# What becomes a committee of another kind is there, though the change is but proposed.
_BECOMES = Wording(
    _WORDS,
    r"(?: (?:will|would|could|should|may|might|can|is to|are to))?"
    r" <turns_into> (?:an?|the|its) (?:\w+ ){0,2}<kind>\b",
)
# "An Alpha Partnership Board, with leaders of each, meets monthly": it is at work.
_WORKS = Wording(_WORDS, r"(?:, <with_members> [^;.:]{3,120}?,)? <works>\b")
# "The Board will meet on Tuesday", "the Board aims to give ...": what is to come is not the board.
_WILL_MEET = Wording(
    _WORDS, r" (?:(?:will|is to|are to) (?:next |also |now )?(?:meet|be meeting)|<hopes> to)\b"
)
_BY_IT = Wording(_WORDS, r"\b<in_its_hands> by (?:the |our )?$")
# Whom others report to, or who steers a thing, is there though no article says so.
_GOVERNS = Wording(_WORDS, r"\b<governed> (?:(?:in)?to|by) (?:an?|one) (?:[\w'-]+ ){0,2}$")
# "Use the forum as the place board": what something is to be used as is not there for that.
_TO_SERVE_AS = Wording(_WORDS, r"\b<to_serve>\b[^.;]{0,60} as (?:the|its|our|their) (?:[\w'-]+ )?$")
# "Work to develop the plan": it is not written yet, though it has a name.
_IN_WORK = Wording(_WORDS, r"\b<in_work> (?:an? |the |its |our |their )?(?:[\w'&-]+ ){0,6}$")
# What is called current is there, though it is to become something else.
_CURRENT = Wording(_WORDS, r"\b<current> $")
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|each|every|this|that|both|any|no|all) ")
_INDEFINITE = re.compile(r"\b(?:an?|any|no|new|each|every|another) (?:[\w'-]+ ){0,2}$")
_EACH_WITH = re.compile(r"\beach (?:with|has|having) (?:an?|its own) (?:[\w-]+ ){0,4}$")
_DEFINITE = re.compile(r"(?:\b(?:the|its|our|this|their)|'s?) (?:[\w'-]+ ){0,3}$")


def status_of_a_name(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str | None:
    """Return the status of a body or text that a sentence names; None where an article leaves it open.

    Args:
        reading: The document.
        cue: The cue that found the name.
        sentence: The sentence.
        found: The match, whose value is the name where it has one.
        status: What the words around the name say of the clause.
    """
    lower, codebook = sentence.passage.lower, reading.codebook
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    article = _ARTICLE.match(lower[start:])
    start += article.end() if article else 0
    there = cue.entry in _BODIES and (
        _CURRENT.of(codebook).search(lower[:start]) or _has_what_a_body_has(codebook, lower, start, found.end)
    )
    listed = reading.leads(sentence.passage.line) or _TO_SERVE_AS.of(codebook).search(lower[:start])
    if (listed or _is_made(codebook, cue, lower, start, found)) and not there:
        in_work = cue.entry == "shared_plan" and _IN_WORK.of(codebook).search(lower[:start])
        return "emerging" if in_work and status == "in_place" else status
    if _INDEFINITE.search(lower[:start]):
        said = (
            cue.entry != "board"
            or (sentence.passage.text[start].isupper() and _WORKS.of(codebook).match(lower, found.end))
            or status in _NOT_YET
            or _GOVERNS.of(codebook).search(lower[:start])
            or _EACH_WITH.search(lower[:start])
            or re.search(r"\b(?:is|are|was|as)\b", lower[clause_at(lower, found.start, found.end)[0] : start])
        )
        return status if said else None
    named = sentence.passage.text[start].isupper() or _DEFINITE.search(lower[:start]) is not None
    known = (
        sentence.scope.applies_to == "place"
        or _RECEIVES.of(codebook).search(lower[:start])
        or _WILL_MEET.of(codebook).match(lower, found.end)
        or _BY_IT.of(codebook).search(lower[:start])
    )
    return "in_place" if named and known else status


def is_granted(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> bool:
    """Tell whether a clause on what is to come takes the matched thing for granted."""
    if cue.entry not in _THINGS or cue.status is not None or status not in _LEFT_OPEN:
        return False
    if reading.leads(sentence.passage.line):
        return False
    lower, codebook = sentence.passage.lower, reading.codebook
    low, high = clause_at(lower, found.start, found.end)
    # A cue may end on the space behind its word.
    end = found.start + len(lower[found.start : found.end].rstrip())
    before, after = lower[low : found.start], lower[end:high]
    if status == "ended":
        return bool(_SUBJECT_TILL_THEN.of(codebook).match(before) and _HAD_DONE.of(codebook).match(after))
    made = _MAKES_A_THING.of(codebook)
    new = _NEW_THING.of(codebook).search(lower[max(0, found.start - 20) : found.end])
    changed = not new and _IS_CHANGED.of(codebook).search(before)
    if not changed and (new or made.search(before) or made.search(lower[found.end : found.end + 80])):
        return False
    if changed or _stands_beside(codebook, before):
        return True
    does = _SUBJECT.of(codebook).match(before) and _DOES.of(codebook).match(after)
    if _SUBJECT.of(codebook).match(before) and cue.entry != "arrangement":
        could = cue.entry in _AT_WORK and _COULD.of(codebook).match(after)
        does = does or could or _IS_USED.of(codebook).match(after)
    hopes = _SUBJECT_THAT_HOPES.of(codebook).match(before) and _HOPES.of(codebook).match(after)
    return bool(does or hopes)


def _is_made(codebook: Codebook, cue: Cue, lower: str, start: int, found: Match) -> bool:
    """Tell whether a clause makes, changes or ends the body or text that it names."""
    low, high = clause_at(lower, found.start, found.end)
    if lower.startswith(", which ", high) and high <= found.end:
        _, high = clause_at(lower, high + 1, high + 2)
    making = not _stands_beside(codebook, lower[low:start]) and (
        _MAKES_A_BODY.of(codebook).search(lower[low : found.end])
        or (cue.entry in WRITTEN and _WRITES.of(codebook).search(lower[low : found.end]))
    )
    return bool(making or _IS_MADE.of(codebook).search(lower[start:high]))


def _stands_beside(codebook: Codebook, before: str) -> bool:
    """Tell whether words before a thing only bring it in: "put to the ...", "within our ..."."""
    return _BESIDE.of(codebook).search(before) is not None


def _has_what_a_body_has(codebook: Codebook, lower: str, start: int, end: int) -> bool:
    """Tell whether a name stands for a body with members or meetings, and none that is new."""
    before = lower[:start]
    named = (
        _HAS_BEFORE.of(codebook).search(before)
        or _HAS_AFTER.of(codebook).match(lower, end)
        or _ACTS.of(codebook).match(lower, end)
        or _RECEIVES.of(codebook).search(before)
        or _BECOMES.of(codebook).match(lower, end)
    )
    return bool(named) and not _NEW_BODY.of(codebook).search(lower[max(0, start - 20) : end])
