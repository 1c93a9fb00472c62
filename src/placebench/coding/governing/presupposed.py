"""What a sentence takes for granted: "the Board will hear ..." says that there is a board."""

from __future__ import annotations

import re

from placebench.codebook import Cue, Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at

_DETERMINER = re.compile(r"(?:the|an?|its|their|our|each|every|this|that|both|any|no|all) ")
_MAKING = re.compile(
    r"\b(?:establish|creat|set(?:ting)? up|form(?:ed|ing|s)?\b|launch|constitut(?!ion)|becom|introduc|replac"
    r"|(?:have|has|having|had) (?:an?|no|not|its|their"
    r"|own|yet)\b|convene|propos|appoint|abolish|dissol|disband|wound up"
    r"|merg|stood down|ceas|former|no longer|shadow|option|need|require|exist|in place|move|recruit"
    r"|end(?:ed|s)\b|closed|scrapped|(?:act|serve|function)s? as\b)"
)
# "The Board is developing its priorities" makes priorities, "the Board is being developed" a board.
_MADE = re.compile(
    r"\b(?:be|been|being|was|were|is|are)(?: \w+){0,2} (?:establish|creat|set up|form(?:ed|ing)\b|launch"
    r"|constitut|introduc|replac|(?:develop|produc|prepar|draft|adopt|publish|finalis|refresh)(?!ing)"
    r"|written|agreed"
    r"|convene|propos|abolish|dissol|disband|wound up|merg|stood down|scrapped|in place)"
    r"|\bfor the first time\b|\b(?:its|their|an?|the) first (?:formal |official |full )?meeting\b"
    r"|\b(?:com(?:e|es|ing) into (?:being|effect|force)|go(?:es|ing)? live|take over from)\b"
    r"|\b(?:becom|ceas|no longer|shadow|option\b|end(?:ed|s)\b|closed|exist|former)"
)
_WRITING = re.compile(
    r"\b(?:develop|writ(?:e|ing|ten)|produc|prepar|draft|agree|adopt|publish|finalis|refresh)"
)
# "The chair of the Board", "Board members": a body that has them is there, whatever they will do.
_HAS_BEFORE = re.compile(
    r"\b(?:chair|members?|meetings?|minutes|secretary|agenda|work|behalf|report|recommendations"
    r"|decisions?|terms of reference) of"
    r" (?:the |our |its )?$"
)
_HAS_AFTER = re.compile(r"(?:'s)? (?:members|meetings?|agenda|minutes|papers)\b")
# A paper that "was taken to the Board" was so to one that is there, whatever the clause says of the paper.
_RECEIVES = re.compile(
    r"\b(?:took|taken|brought|sent|presented|submitted|went|circulated)\b(?! over)[^.;,]{0,30}"
    r" to (?:the |our |its )?$"
)
# A body that agreed or heard something is there; one that "agreed to become" something is there all the same.
_ACTS = re.compile(
    r"(?:'s)?(?: \([^)]{2,12}\))?,? (?:(?:has|have|had|also|then|formally|jointly) )*"
    r"(?:agreed|decided|endorsed|considered|discussed|approved|noted|heard|supported|reviewed|resolved)\b"
    r"(?! to (?:dissolv|disband|ceas|be\b|merge|stand down|end\b))"
)
_NEW = re.compile(r"\b(?:new|proposed|planned|future|shadow|former|first)\b")
_BODIES = frozenset({"board", "executive_team", "subcommittees"})
_NOT_YET = frozenset({"planned", "emerging", "ended"})
_INDEFINITE = re.compile(r"\b(?:an?|any|no|new|each|every|another) (?:[\w'-]+ ){0,2}$")
_DEFINITE = re.compile(r"(?:\b(?:the|its|our|this|their)|'s?) (?:[\w'-]+ ){0,3}$")


def presupposed(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str | None:
    """Return the status of a body or plan: "the Board will hear ..." says that there is one."""
    lower = sentence.passage.lower
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    article = _DETERMINER.match(lower[start:])
    start += article.end() if article else 0
    low, high = clause_at(lower, found.start, found.end)
    if lower.startswith(", which ", high) and high <= found.end:
        _, high = clause_at(lower, high + 1, high + 2)
    making = _MAKING.search(lower[low : found.end]) or (
        cue.entry == "shared_plan" and _WRITING.search(lower[low:start])
    )
    making = making or _MADE.search(lower[found.end : high])
    if cue.entry in _BODIES and _has_what_a_board_has(lower, start, found.end):
        making = None
    if making or reading.leads(sentence.passage.line):
        return status
    if _INDEFINITE.search(lower[:start]):
        said = (
            cue.entry != "board"
            or status in _NOT_YET
            or re.search(r"\b(?:is|are|was|as)\b", lower[low:start])
        )
        return status if said else None
    named = sentence.passage.text[start].isupper() or _DEFINITE.search(lower[:start]) is not None
    known = sentence.scope.applies_to == "place" or _RECEIVES.search(lower[:start])
    return "in_place" if named and known else status


def _has_what_a_board_has(lower: str, start: int, end: int) -> bool:
    """Tell whether a name stands for a board with members or meetings, and none that is new."""
    before = lower[:start]
    named = (
        _HAS_BEFORE.search(before)
        or _HAS_AFTER.match(lower, end)
        or _ACTS.match(lower, end)
        or _RECEIVES.search(before)
    )
    return bool(named) and not _NEW.search(lower[max(0, start - 20) : end])
