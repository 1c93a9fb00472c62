"""Whose a feature, chair or rhythm is: the body that the sentence names."""

from __future__ import annotations

import re

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.sentences import clause_at

_GROUP = re.compile(
    r"\b(?:[A-Z][\w&'-]+ (?:(?:and|of|for|in|to|&|the) )*){0,6}"
    r"(?:Group|Sub-?group|Committee|Sub-?committee|Forum|Taskforce|Task Force|Cell|Network|Working Party)\b"
)
_PROGRAMME = re.compile(r"(?:[A-Z][\w-]+ ){0,6}[A-Z][\w-]+['\"]? [Pp]rogramme\b")
_PROGRAMME_WORD = re.compile(r"['\"] [Pp]rogramme$")
_PARTNERSHIP = re.compile(
    r"\b(?:(?:[A-Z][\w'-]+ )+(?:Partnership|Alliance|Locality Board)|[Pp]lace[- ]?[Bb]ased [Pp]artnerships?|[Pp]artnerships?|PBPs?|alliance)\b"
)
_APPOSITIONS = (", the ", " (the ", ", a ", " of the ")
_NOT_A_GROUP = re.compile(r"(?:NHS|Dudley|Overview|Scrutiny|Select)\b.*(?:Group|Committee)$")


def body_of(reading: Reading, sentence: Located, found: Match) -> tuple[str | None, str]:
    """Return the name, if it has one, and the kind of the body that the words at a match belong to."""
    passage = sentence.passage
    low, _ = clause_at(passage.lower, found.start, found.end)
    value = found.spans.get("value")
    named = [body for body in _named(reading, sentence) if not _holds(value, found, body)]
    for start, _, name, kind in named:
        if kind == "subgroup" and passage.text[found.end : start] in _APPOSITIONS:
            return name, kind
    candidates = [body for body in named if body[0] < found.end]
    in_clause = [c for c in candidates if c[0] >= low]
    chosen = (in_clause or candidates)[-1:]
    if chosen and _is_whose(passage.lower, chosen[0][1], found.start):
        return chosen[0][2], chosen[0][3]
    return None, "partnership"


def _holds(value: tuple[int, int] | None, found: Match, body: tuple[int, int, str | None, str]) -> bool:
    """Tell whether a body is named by the matched words themselves."""
    if value is not None and value[0] < body[1] and body[0] < value[1]:
        return True
    return found.start <= body[0] and body[1] <= found.end


def _is_whose(lower: str, end: int, start: int) -> bool:
    return " " not in lower[end:start].strip() or len(lower[end:start]) < 140


def _named(reading: Reading, sentence: Located) -> list[tuple[int, int, str | None, str]]:
    text, lower = sentence.passage.text, sentence.passage.lower
    found: list[tuple[int, int, str | None, str]] = []
    for match in _GROUP.finditer(text):
        if not _NOT_A_GROUP.match(match.group()):
            found.append((match.start(), match.end(), match.group(), "subgroup"))
    found += [
        (m.start(), m.end(), _PROGRAMME_WORD.sub("", m.group()), "programme")
        for m in _PROGRAMME.finditer(text)
    ]
    for coded in reading.codebook.bodies:
        found += [(m.start, m.end, None, coded.code) for m in coded.match.finditer(lower)]
    for mention in sentence.mentions:
        if mention.name.kind == PARTNERSHIP:
            found.append((mention.start, mention.end, mention.name.text, "partnership"))
    systems = [mention for mention in sentence.mentions if mention.name.kind == SYSTEM]
    for match in _PARTNERSHIP.finditer(text):
        if any(m.start <= match.start() < m.end or match.start() <= m.start < match.end() for m in systems):
            continue
        name = match.group() if match.group()[0].isupper() and " " in match.group() else None
        found.append((match.start(), match.end(), name, "partnership"))
    return sorted(found, key=lambda candidate: (candidate[0], candidate[1]))
