"""Authority that passes, or does not pass, to place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.authors import names_a_places_body
from placebench.coding.governing.delegation_tables import delegation_tables
from placebench.coding.governing.other_places import Told, other_places
from placebench.coding.governing.parties import parties_of, sentence_of_receiver
from placebench.coding.reading import Reading
from placebench.coding.scope import Located, places_in
from placebench.documents import Quote
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Delegation

TABLE = "delegations"
_THE_RECEIVER = Wording(
    TABLE,
    r"\bto (?:the|our|a(?= joint )) <the_receiver>\b"
    r"|\bto place\b(?![- ]based| (?:partnerships|boards|directors|leads|committees))",
)
_ALLOWED = Wording(
    TABLE, r"\b<allows>(?:s|es|ed|e|ing)? (?:the |an? |its |each )?[\w' ]{2,40}? to <delegate>\b"
)
_OPTIONS = Wording(TABLE, r"\b<options>\b")
_SOME = Wording(TABLE, r"\b<some>\b")
_ALL = Wording(TABLE, r"\b<all_of_it>\b")
_SCOPES = (
    ("budget", Wording(TABLE, r"<budget>|£\d|(?<!human )\bresources\b")),
    ("decisions", Wording(TABLE, r"\b<decisions>")),
    ("functions", Wording(TABLE, r"\b<functions>")),
    ("staff", Wording(TABLE, r"\b<staff>")),
)
_IN_OTHER_WORDS = "passed"
_HEAD = 3
_OF_A_THEME = Wording(TABLE, r"^(?:[\w'&,-]+ ){0,8}<theme>(?:,? (?:and )?[\w&-]+){0,4} (?:sub-?)?committee\b")
_OF_PLACE = Wording(TABLE, r"\b<of_place>\b")
# What the nation passes on goes to systems.
_NATIONAL = Wording(
    TABLE, r"\b<national> (?:(?:has|have|had|will|also|now|formally) )*<hands>|\b(?:by|from) <national>\b"
)
_WITHIN = Wording(TABLE, r"\b(?:its|their)\b|\b<within> committee\b")
_OBJECT = Wording(
    TABLE,
    r"(?:(?!(?:for|in|on|at|by|from|under|with|as|and|or|to|which|that|until|so|who)\b)[\w'-]+ ){0,5}?"
    r"<object>\b",
)
_SECOND = r"(?=(?:the |its |an? |their )?(?:\w+ )?<second>)"
_AND_ALSO = Wording(TABLE, rf",? <and_also> {_SECOND}")
_LISTED = Wording(TABLE, rf"(?:,? <and_also>|,) {_SECOND}")
# "Decisions on services, functions and budgets" are decisions alone.
_ON = re.compile(r"\b(?:on|about|over|regarding|for|of|concerning)\b")
_BOTH = re.compile(r"\b(functions?) and (?:the |its |their |associated )*(budgets?|funding|decisions?)\b")
_NEITHER = re.compile(
    r"\bneither ([\w -]{3,60}?) nor ([\w -]{3,60}?) (?:is|are|was|were|has|have|had|will)\b"
)
# "Budgets have not been delegated": what does not pass is the subject, or each of several.
_NOT_PASSED = Wording(
    TABLE, r" (?:has|have|had|is|are|was|were)(?:n't| not)(?: \w+){0,2}? (?:been )?(?:\w+ly )?<passed>\b"
)
_PARTS = re.compile(r",? (?:and|or) |, ")
_SERVICES = Wording(TABLE, r"\b<services>\b")
# A council lets an officer finish the paper that it has agreed: nothing passes to place.
_FINISHES = Wording(TABLE, r"\b(?:to|and) <finish>\b")
_ONE_OF_ITS_OWN = frozenset({"officer", "council"})
_SECTION_75 = re.compile(r"section 75|\bs\.? ?75\b")
_SECTION_65Z5 = re.compile(r"section 65z5|\bs\.? ?65z")


def code_delegations(reading: Reading) -> Iterator[Fact]:
    """Yield the delegations that a document states, each by its scope where its words give one."""
    found = [*_stated(reading), *delegation_tables(reading)]
    scoped = {_said(row, fact) for fact in found if (row := _delegation(fact)) is not None and row.scope}
    for fact in _denied_once(found):
        row = _delegation(fact)
        again = row is not None and row.scope is None and (row.extent is None or row.status == "absent")
        if row is None or not again or _said(row, fact) not in scoped:
            yield fact


def _denied_once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield facts, of which those that deny something in one sentence say together what, and to whom."""
    denied: dict[tuple[str | None, Quote], list[Delegation]] = {}
    for fact in facts:
        row = _delegation(fact)
        if row is None or row.extent != "none":
            yield fact
        else:
            denied.setdefault((row.place_id, fact.quotes[0]), []).append(row)
    for (_, quote), rows in denied.items():
        receiver = next((row for row in rows if row.to_body), None)
        for scope in dict.fromkeys(row.scope for row in rows if row.scope) or (None,):
            told = next(row for row in rows if row.scope == scope)
            if receiver is not None:
                told = attrs.evolve(told, to_body=receiver.to_body, to_kind=receiver.to_kind)
            yield Fact(told, (quote,))


def _is_of_a_committee(reading: Reading) -> bool:
    """Tell whether the head of a document names a committee for one theme, such as quality or finance."""
    theme = _OF_A_THEME.of(reading.codebook)
    head = (s.passage.lower for s in reading.sentences if s.passage.line.index < _HEAD)
    return any(theme.search(told) for told in (reading.document.metadata.get("title", "").lower(), *head))


def _delegation(fact: Fact) -> Delegation | None:
    return fact.row if isinstance(fact.row, Delegation) else None


def _said(row: Delegation, fact: Fact) -> tuple[str | None, str, str | None, Quote]:
    """Return what two rows of a sentence share that say the same, one of them without what passes."""
    return row.place_id, row.status, row.to_kind, fact.quotes[0]


def _stated(reading: Reading) -> Iterator[Fact]:
    """Yield what the cues of the coding frame find."""
    told: set[tuple[int, int, int]] = set()
    codebook = reading.codebook
    of_a_theme = _is_of_a_committee(reading)
    heard = sorted(reading.cued(TABLE, clauses=True), key=lambda one: one[0].entry == _IN_OTHER_WORDS)
    for cue, sentence, found, said in heard:
        clause, _ = clause_at(sentence.passage.lower, found.start, found.end)
        at = sentence.passage.line.index, sentence.passage.start, clause
        if of_a_theme and not names_a_places_body(codebook, sentence.passage.lower):
            continue
        if cue.entry == _IN_OTHER_WORDS and (at in told or not _is_of_place(codebook, sentence, found)):
            continue
        told.add(at)
        status = _status(reading, sentence, found, said)
        lower = sentence.passage.lower
        fixed = dict(cue.columns)
        stated = fixed.pop("extent", None)
        among_options = _is_offered(reading, sentence, found)
        offered = status == "absent" and among_options
        columns = _columns(reading, sentence, found)
        own = _said_of_its_place(sentence, found, columns["place_id"])
        extent = stated if offered else "none" if status == "absent" else stated or _extent(codebook, own)
        named = fixed.pop("scope", None)
        both = _BOTH.search(lower, found.start) if named else None
        scopes: list[str | None] = [_scope(codebook, part) for part in both.groups()] if both else [named]
        neither = _NEITHER.search(lower) if extent == "none" else None
        if neither is not None:
            scopes = [scope for part in neither.groups() if (scope := _scope(codebook, part))] or scopes
        elif named is None:
            scopes = _scopes_of(codebook, lower, found, extent, alone=among_options)
        parties = parties_of(reading, sentence, found, fixed)
        one_paper = _FINISHES.of(codebook).search(lower, found.start)
        if one_paper and parties["to_kind"] in _ONE_OF_ITS_OWN:
            continue
        # A system's board delegates to committees of its own, which are none of a place.
        systems_own = parties["to_kind"] == "committee" and columns["place_id"] is None
        if systems_own and not names_a_places_body(codebook, sentence.passage.lower):
            continue
        row = Delegation(
            **columns,
            status="option" if offered else status,
            rule=cue.rule,
            extent=extent,
            power="s75" if _SECTION_75.search(lower) else "s65z5" if _SECTION_65Z5.search(lower) else None,
            **parties,
        )
        yield from (
            reading.fact(attrs.evolve(one, scope=scope), sentence)
            for one in _of_its_receivers(row, sentence, found)
            for scope in scopes
        )
        for told_of in other_places(reading, sentence, found):
            if told_of.place_id != row.place_id:
                other = _of_other(codebook, row, told_of)
                yield from (
                    reading.fact(attrs.evolve(other, scope=scope), told_of.sentence) for scope in scopes
                )


def _of_its_receivers(row: Delegation, sentence: Located, found: Match) -> list[Delegation]:
    """Return a row said of no one place, once for each place that its receivers name; else the row alone."""
    low, high = found.spans.get("receiver", (0, 0))
    named = places_in([m for m in sentence.mentions if low <= m.start < high])
    if row.place_id is not None or not named:
        return [row]
    return [attrs.evolve(row, place_id=place, applies_to="place") for place in named]


def _said_of_its_place(sentence: Located, found: Match, place_id: str | None) -> str:
    """Return the clause of a match in lower case, up to where it goes on to another place."""
    low, high = clause_at(sentence.passage.lower, found.start, found.end)
    others = (m.start for m in sentence.mentions if m.name.kind != SYSTEM and m.name.id != place_id)
    return sentence.passage.lower[low : min((n for n in others if n >= found.end), default=high)]


def _of_other(codebook: Codebook, row: Delegation, told: Told) -> Delegation:
    """Return what a row says, of another place: "Beta has some of it, and Gamma none"."""
    extent = "none" if told.status == "absent" else _extent(codebook, told.words)
    return attrs.evolve(
        row,
        place_id=told.place_id,
        applies_to="place",
        status=told.status,
        extent=extent,
        to_body=None,
    )


def _status(reading: Reading, sentence: Located, found: Match, status: str) -> str:
    """Return the status; what a body is allowed to delegate is no more than the main clause makes it."""
    if status != "in_place" or not _ALLOWED.of(reading.codebook).search(sentence.passage.lower[: found.end]):
        return status
    main = reading.status(sentence, 0, 1)
    return main if main in ("planned", "emerging", "expected") else "option"


def _columns(reading: Reading, sentence: Located, found: Match) -> dict[str, Any]:
    """Return whom a row is about; "the Board" in a place's own paper is that place's."""
    told = sentence_of_receiver(reading, sentence, found)
    columns = reading.partnership_columns(told, found.start if told is sentence else 0, "partnership")
    own, received = reading.default.places, _THE_RECEIVER.of(reading.codebook)
    if columns["place_id"] is None and len(own) == 1 and received.search(sentence.passage.lower):
        columns |= {"place_id": own[0], "applies_to": "place"}
    return columns


def _is_offered(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words stand in a list of options: "three levels are possible: no delegation, ..."."""
    before, colon, _ = sentence.passage.lower[: found.start].rpartition(": ")
    options = _OPTIONS.of(reading.codebook)
    return any(
        options.search(lead) for lead in (before if colon else "", *reading.leads(sentence.passage.line))
    )


def _extent(codebook: Codebook, lower: str) -> str | None:
    """Return how much passes by the words of a clause: what another clause says of some is said of others."""
    if _SOME.of(codebook).search(lower):
        return "partial"
    return "full" if _ALL.of(codebook).search(lower) else None


def _scopes_of(
    codebook: Codebook, lower: str, found: Match, extent: str | None, *, alone: bool
) -> list[str | None]:
    """Return what passes: named after the receiver ("delegated to it the budget"), in the match or before."""
    if extent == "none":
        return _scopes_denied(codebook, lower, found)
    start = found.spans["object"][0] if found.groups.get("object") else found.end + 1
    if _OBJECT.of(codebook).match(lower, start):
        _, high = clause_at(lower, found.start, found.end)
        told = lower[start : max(high, found.end)]
        joins = _AND_ALSO if _ON.search(told.partition(",")[0]) else _LISTED
        parts = joins.of(codebook).split(told)
        scopes = (_first_scope(codebook, part) for part in parts)
        return list(dict.fromkeys(scope for scope in scopes if scope))
    before = "" if alone else lower[: found.start]
    return [_scope(codebook, lower[found.start : found.end]) or _scope(codebook, before)]


def _scopes_denied(codebook: Codebook, lower: str, found: Match) -> list[str | None]:
    """Return what does not pass: the subject of "services and budgets have not been delegated"."""
    if lower.startswith("none", found.start):
        return [_scope(codebook, lower[: found.start])]
    low, _ = clause_at(lower, found.start, found.end)
    passive = _NOT_PASSED.of(codebook).search(lower, low, found.end)
    subject = _ON.split(lower[low : passive.start()])[0] if passive else ""
    parts = _PARTS.split(subject)
    scopes = (_last_scope(codebook, part) or _of_services(codebook, part) for part in parts)
    return list(dict.fromkeys(scope for scope in scopes if scope)) or [None]


def _last_scope(codebook: Codebook, lower: str) -> str | None:
    """Return the scope that a noun with others before it has: "commissioning budgets" are budgets."""
    found = ((match.end(), code) for code, each in _SCOPES for match in each.of(codebook).finditer(lower))
    return max(found, default=(0, None))[1]


def _of_services(codebook: Codebook, lower: str) -> str | None:
    return "functions" if _SERVICES.of(codebook).search(lower) else None


def _first_scope(codebook: Codebook, lower: str) -> str | None:
    """Return the scope that a stretch names first: "decisions on the budget" are decisions."""
    found = ((pattern.of(codebook).search(lower), code) for code, pattern in _SCOPES)
    return min(((match.start(), code) for match, code in found if match), default=(0, None))[1]


def _scope(codebook: Codebook, lower: str) -> str | None:
    return next((code for code, pattern in _SCOPES if pattern.of(codebook).search(lower)), None)


def _is_of_place(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether it is to a place that authority passes: the receiver is a body of one, or named so."""
    if found.groups.get("receiver") is None:
        clause = sentence.passage.lower[slice(*clause_at(sentence.passage.lower, found.start, found.end))]
        return _NATIONAL.of(codebook).search(clause) is None
    low, high = found.spans["receiver"]
    if any(low <= m.start < high and m.name.kind != SYSTEM for m in sentence.mentions):
        return True
    receiver = sentence.passage.lower[low:high]
    return bool(_OF_PLACE.of(codebook).search(receiver)) and not _WITHIN.of(codebook).search(receiver)
