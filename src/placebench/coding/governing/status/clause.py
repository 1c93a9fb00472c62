"""How far a feature of governance is there, by the words around the cue that found it."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.governing.contrast import ended_next, not_accepted
from placebench.coding.governing.status.granted import WRITTEN, status_of_a_name
from placebench.coding.governing.status.lists import is_deliverable, is_promised, status_of_list
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

_THERE_ALREADY = frozenset({"board", "subcommittees", "shared_plan", "shared_vision", "executive_team"})
_WITHOUT_SHADOW = WRITTEN | {"strategy_alignment"}
_SAID_TO_BE = frozenset({"in_place", "emerging"})
_WORDS = "status"
_FEWEST_FORMS = 2
_OR_ANOTHER = re.compile(r",? ?\bor (?!before|after|by|in|not|else\b|until)")
_POST = re.compile(r"(?:man|woman|person)?(?: and [^,.;]{3,40}?)? (?:of|for) [^,.;]{3,80},")
_WEIGHED = Wording(
    _WORDS,
    r"[^,.;]{0,60}? (?:was|were|had been|has been|have been) (?:[\w-]+ly )?<weighed>\b"
    r"(?! and (?:\w+ )?<accepted>)",
)
_A_FORM = re.compile(r"\b(?:an?|any|another|such an?) (?:[\w'-]+ ){0,2}$")
_DRAFT_BEFORE = Wording(_WORDS, r"\b<draft> (?:[\w'-]+ ){0,2}$")
_DRAFT = Wording(_WORDS, r"\b<draft> ")
_DRAFT_AFTER = Wording(_WORDS, r" (?:is|are|was|were|remains?) (?:[\w-]+ )?<not_final>\b")
_ACCEPTED = Wording(_WORDS, r"\b<accepted>\b")
_BUT_FOR = Wording(_WORDS, r"[^,.;]{0,30}? <but_for> ")
_BUT_FOR_FIRST = Wording(_WORDS, r"<but_for> ")


def status_of(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str | None:
    """Return how far the thing is there, given what the clause says; None where nothing is said of it."""
    # No text runs in shadow, nor what it says: what does so is the body that it was written for.
    status = "in_place" if status == "shadow" and cue.entry in _WITHOUT_SHADOW else status
    status = _told(reading, cue, sentence, found, status)
    if cue.entry == "arrangement" and (
        (status in ("in_place", "expected", "planned") and _alternative(reading, sentence))
        or (status == "in_place" and _is_weighed(reading.codebook, sentence, found))
    ):
        return "option"
    if cue.entry == "chairing" and _POST.match(sentence.passage.lower, found.end):
        # Who is introduced as a chair is one, whatever they go on to say.
        return "in_place" if sentence.passage.text[: found.start].endswith(", ") else status
    if status == "absent" and _is_all_but(reading.codebook, sentence, found):
        return None
    if cue.entry in _THERE_ALREADY and cue.status is None and status != "shadow":
        known = _named_or_draft(reading, cue, sentence, found, status)
        return "ended" if known == "in_place" and ended_next(reading, sentence, found) else known
    if status == "in_place" and ended_next(reading, sentence, found):
        return "ended"
    return "emerging" if status == "in_place" and not_accepted(reading, sentence) else status


def _named_or_draft(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str | None:
    """Return how far a thing is there that its mere mention may take for granted, but for a draft."""
    if cue.entry in WRITTEN and status in _SAID_TO_BE and _is_draft(reading.codebook, sentence, found):
        return "emerging"
    return status_of_a_name(reading, cue, sentence, found, status)


def _told(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str:
    """Return how far the thing is there by the words around it; a board in shadow may meet in public."""
    if status == "in_place":
        return status_of_list(reading, sentence, found, status)
    if status == "emerging" and is_deliverable(reading, sentence, found):
        # That a list of deliverables is only likely leaves its dates as plans.
        return "planned"
    if status == "expected" and is_promised(sentence):
        return "planned"
    return "in_place" if status == "shadow" and cue.entry == "public_transparency" else status


def _is_weighed(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether a form "was considered" and no more: it is one that partners looked at."""
    lower = sentence.passage.lower
    _, high = clause_at(lower, found.start, found.end)
    return bool(_A_FORM.search(lower[: found.start]) and _WEIGHED.of(codebook).match(lower, found.end, high))


def _is_draft(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether a plan is called a draft, which its readers have not accepted."""
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, found.end)
    if _ACCEPTED.of(codebook).search(lower, low, high):
        return False
    before = _DRAFT_BEFORE.of(codebook).search(lower[low : found.start])
    if before or _DRAFT_AFTER.of(codebook).match(lower, found.end, high):
        return True
    return _DRAFT.of(codebook).search(lower, found.start, found.end) is not None


def _is_all_but(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether what is not there is named with an exception: "no pooled budget beyond the fund"."""
    lower = sentence.passage.lower
    behind = _BUT_FOR.of(codebook).match(lower, found.end)
    return behind is not None or _BUT_FOR_FIRST.of(codebook).match(lower) is not None


def _alternative(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence names several forms with "or" between them."""
    lower = sentence.passage.lower
    stretches = [
        (found.start, found.end)
        for c in reading.held(sentence.passage).get("governance", ())
        if c.entry == "arrangement"
        for found in c.match.finditer(lower)
    ]
    if len(stretches) < _FEWEST_FORMS:
        return False
    # The "or" of one form's own words, "a committee of the ICB or of the council", parts no two forms;
    # that before the last of several does, though a cue begins with it or no known form follows.
    (_, low), (high, end) = min(stretches), max(stretches)
    last = _OR_ANOTHER.match(lower, high) or _OR_ANOTHER.match(lower, end)
    return last is not None or re.search(r"\bor\b|/or\b", lower[low:high]) is not None
