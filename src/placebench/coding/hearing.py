"""What the cues in a sentence say there, and why some say nothing: a condition, a denial, words of others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import attrs

from placebench.codebook import Cue, Match, Wording
from placebench.coding import reasons
from placebench.coding.abroad import abroad
from placebench.coding.elsewhere import strangers
from placebench.coding.held_cues import HeldCues
from placebench.coding.located_text import LocatedText
from placebench.coding.once import once_a_sentence
from placebench.coding.rules_in_force import is_rule
from placebench.coding.scope import Located
from placebench.extract.force import NOTHING, force_of_leads
from placebench.extract.gazetteer import PARTNERSHIP
from placebench.extract.sentences import clause_at

# What is done "in line with national guidance" is done here.
_BY_RULE = Wording("hearing", r"\b(?:<by_rule>|(?:as )?<required> (?:by|in|within)) (?:the |new |current )*$")
# "The plan for recovering access, which was published by the department", is theirs too.
_WHICH_WAS = re.compile(r",? (?:which|that) (?:(?:was|were|is|are|had|has|have|been|also|first) )*")
_GOES_ON = re.compile(
    r"(?:there|it|its|they|their|both)\b(?! (?:is|was) (?:agreed|noted|proposed|reported|said)\b)"
)
_OPENINGS = frozenset({"in ", "across "})
# Terms of reference lay these down; what their body commits itself to is still to be done.
_RULED = frozenset({"governance", "roles", "memberships", "delegations"})
_OF_RULES = frozenset({"planned", "expected"})
_OUR_OWN = re.compile(r";|\b(?:here|our|we|us)\b")


@attrs.frozen
class Heard:
    """A cue whose words a sentence holds.

    Attributes:
        cue: The cue.
        reason: Why it says nothing there, a key of `reasons.REASONS`; None where it says something.
        found: Where its words stand; None where a condition of the cue is not met.
        status: How far the thing is there, as the sentence says.
        words: The words that its `unless` names and the sentence holds.
    """

    cue: Cue
    reason: str | None
    found: Match | None = None
    status: str | None = None
    words: str = ""


def hear(
    text: LocatedText,
    cues: HeldCues,
    table: str,
    sentence: Located,
    *,
    entries: Collection[str] = (),
    clauses: bool = False,
) -> Iterator[Heard]:
    """Yield the cues of a table that one sentence holds, and why each that says nothing does not."""
    for cue in cues.of(table, sentence.passage):
        if entries and cue.entry not in entries:
            continue
        unmet = _unmet(text, cues, table, cue, sentence)
        if unmet is not None:
            yield Heard(cue, unmet, words=_excluding(cue, sentence) or "")
            continue
        for found in cues.matches(table, cue, sentence.passage, clauses=clauses):
            if _is_of_others(text, sentence, found):
                yield Heard(cue, reasons.ELSEWHERE)
                continue
            status = _status(text, cue, sentence, found)
            if table in _RULED and status in _OF_RULES and _is_rule(text, sentence, found):
                status = "in_place"
            yield Heard(cue, reasons.NEGATED if status == NOTHING else None, found, status)


def _status(text: LocatedText, cue: Cue, sentence: Located, found: Match) -> str:
    """Return how far a thing is there: by its cue, unless a list asks for it, else by its words."""
    if cue.status == "in_place":
        return force_of_leads(text.leads(sentence.passage.line), text.codebook) or cue.status
    return cue.status or text.status(sentence, found.start, _trigger_end(found))


def _is_rule(text: LocatedText, sentence: Located, found: Match) -> bool:
    """Tell whether terms of reference that are in force say with "will" how their body works."""
    lower = sentence.passage.lower
    return text.has_rules_in_force and is_rule(lower, found.start, _trigger_end(found), text.codebook)


def _unmet(text: LocatedText, cues: HeldCues, table: str, cue: Cue, sentence: Located) -> str | None:
    """Return which condition of a cue a sentence does not meet, or None if it meets all."""
    passage = sentence.passage
    if _excluding(cue, sentence) is not None:
        return reasons.UNLESS
    if cue.lead is None and cue.needs is None:
        return None
    introduced = " ".join(text.leads(passage.line))
    if cue.lead is not None and not cue.lead.matches(introduced):
        return reasons.LEAD
    plain = cues.plain(table, passage) or ""
    met = cue.needs is None or any(map(cue.needs.matches, (f"{passage.lower} {introduced}", plain)))
    return None if met else reasons.NEEDS


def _excluding(cue: Cue, sentence: Located) -> str | None:
    """Return the words that the `unless` of a cue names, unless a place's partnership is named so."""
    lower = sentence.passage.lower
    if cue.unless is None or not cue.unless.matches(lower):
        return None
    names = [(m.start, m.end) for m in sentence.mentions if m.name.kind == PARTNERSHIP]
    for start, end in cue.unless.spans(lower):
        if not any(low <= start and end <= high for low, high in names):
            return lower[start:end].strip()
    return None


def _is_of_others(text: LocatedText, sentence: Located, found: Match) -> bool:
    """Tell whether the words are of a national body or a place elsewhere, named before or among them."""
    strange, elsewhere = _others(text, sentence)
    if not strange and not elsewhere:
        return False
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, _trigger_end(found))
    goes_on = strange[:1] == (0,) and _is_there(text, sentence)
    for start in strange:
        between = [m for m in sentence.mentions if start < m.start < found.end]
        reach = high if lower[:start].endswith((" in ", " across ")) else found.end
        opens = (goes_on or lower[:start] in _OPENINGS) and not _OUR_OWN.search(lower[start : found.start])
        told = low <= start or opens or lower.startswith(", where", low)
        if told and start < reach and not between:
            return True
    return any(
        start < max(high, found.start) or _WHICH_WAS.fullmatch(lower, high, start) for start in elsewhere
    )


@once_a_sentence
def _others(text: LocatedText, sentence: Located) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where a sentence begins to speak of places elsewhere, and of national bodies."""
    passage = sentence.passage
    by_rule = _BY_RULE.of(text.codebook)
    spans = text.codebook.reading["elsewhere"].spans(passage.lower)
    elsewhere = tuple(start for start, _ in spans if not by_rule.search(passage.lower[:start]))
    strange = (
        *strangers(passage.text, text.names, text.codebook),
        *abroad(passage.text, text.names, text.codebook),
    )
    return ((0, *strange) if _is_there(text, sentence) else strange), elsewhere


def _is_there(text: LocatedText, sentence: Located) -> bool:
    """Tell whether a sentence goes on about a place elsewhere: "There, ...", or "It" behind one abroad."""
    if not _GOES_ON.match(sentence.passage.lower):
        return False
    before = text.before(sentence)
    if before is sentence:
        return False
    if sentence.passage.lower.startswith("there, "):
        return any(_others(text, before))
    named = sentence.mentions or before.mentions
    told = abroad(before.passage.text, text.names, text.codebook)
    return not named and next(told, None) is not None


def _trigger_end(found: Match) -> int:
    """Return where the words end that say something; a list that follows them has its own clauses."""
    return next((found.spans[name][0] for name in ("items", "members") if found.groups.get(name)), found.end)
