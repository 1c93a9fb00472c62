"""Authority that passes, or does not pass, to place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from placebench.codebook import Match
from placebench.coding.governing.values import written
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Delegation

TABLE = "delegations"
_BODY = r"((?:[A-Z][\w&'-]+ )*(?:ICB|[Ii]ntegrated [Cc]are [Bb]oard(?: \(ICB\))?|Council|Trust|CCG))"
_HANDS = re.compile(
    rf"{_BODY} (?:(?:has|have|had|will|would|may|might|could|also|formally|now) )*"
    r"(?:delegat|devolv|hand|pass|transfer|retain|keep|kept)"
)
_FROM = re.compile(rf"\b(?:from|by) (?:the )?(?:{_BODY}|((?:[A-Z][\w'-]+ )*Health and Well-?being Board))\b")
_GIVER = re.compile(rf"^(?:The )?{_BODY}")
_ANY_ICB = re.compile(r"\b((?:[A-Z][\w&'-]+ )*ICB)\b")
_RECEIVERS = {
    "partnership": re.compile(
        # A name may hold "Health and Care", and end with the body of a partnership.
        r"\b((?:[A-Z][\w'-]+ (?:(?:and|&) (?=(?:Social )?(?:Care|Well-?being) ))?)*"
        r"(?:(?:Partnership|Alliance)(?: (?:Executive|Board)(?! [A-Z]))?|Locality Board)"
        r"|partnerships?|place)\b"
    ),
    "committee": re.compile(r"\b((?:[A-Z][\w'-]+ )*[Cc]ommittee)\b"),
    "officer": re.compile(r"\b((?:[Pp]lace|[Mm]anaging|[Ee]xecutive) (?:[Dd]irector|[Ll]ead)s?)\b"),
    "provider": re.compile(r"\b((?:[A-Z][\w'-]+ )*(?:Trust|lead provider|Lead Provider))\b"),
    "council": re.compile(r"\b((?:[A-Z][\w'-]+ )*(?:Council|Local Authority)(?: level)?)\b"),
}
# "Delegated to the Alpha Health" cuts a name whose "and" is its own.
_GOES_ON = re.compile(
    r"(?<=\bHealth) (?:and|&) (?:Social )?Care (?:Partnership|Alliance)(?: (?:Executive|Board)\b(?! [A-Z]))?"
)
_THE_RECEIVER = re.compile(
    r"\bto the (?:place(?:[- ]based)? (?:director|lead|board|committee|partnership)|board|partnership"
    r"|locality board|alliance)\b"
    r"|\bto place\b(?![- ]based| (?:partnerships|boards|directors|leads|committees))"
)
_ALLOWED = re.compile(
    r"\b(?:allow|enabl|permit|empower)(?:s|es|ed|e|ing)? (?:the |an? |its |each )?[\w' ]{2,40}?"
    r" to (?:delegate|devolve|pass|hand|transfer)\b"
)
_OPTIONS = re.compile(r"\b(?:options?|possible|choices?|alternatives?|scenarios?)\b")
_GIVES = re.compile(
    r"(?:,[^,]{3,60},)? (?:has|have|had|will|would|may|might|could|did|does|is|delegat|devolv)"
)
_SOME = re.compile(
    r"\b(?:some|certain|partly|partial|parts? of|most of|much of|up to|limited|a number of|selected)\b"
)
_ALL = re.compile(r"\b(?:full|fully|all (?:of )?(?:its|the)|entire|wholly)\b")
_SCOPES = (
    (
        "budget",
        re.compile(
            r"\bbudgets?\b|\bfunding\b|\bmoney\b|\bfinancial\b|£\d|\bfunds\b|(?<!human )\bresources\b"
        ),
    ),
    ("decisions", re.compile(r"\bdecisions?\b|\bdecision[- ]making\b|\bauthority\b")),
    ("functions", re.compile(r"\bfunctions?\b|\bresponsibilit|\bcommissioning\b|\bduties\b")),
    ("staff", re.compile(r"\bstaff\b")),
)
_IN_OTHER_WORDS = "passed"
_RECEIVED = (
    ("officer", re.compile(r"\b(?:director|lead|officer)s?\b")),
    ("committee", re.compile(r"\bcommittee\b")),
    ("provider", re.compile(r"\b(?:trust|provider|federation|hospitals?|royal)\b")),
    ("council", re.compile(r"\b(?:council|local authority)\b")),
    ("partnership", re.compile(r"\b(?:[a-z]{3,}|us|it)\b")),
)
_OF_PLACE = re.compile(
    r"\b(?:places?|partnerships?|alliances?|[hl]cp|localit\w+|boroughs?|the (?:board|committee)|us|it"
    r"|lead provider|trust|council|royal|hospitals?)\b"
)
_WITHIN = re.compile(r"\b(?:its|their)\b|\b(?:finance|audit|quality|remuneration|executive) committee\b")
_TO_IT = re.compile(r" to it\b")
_COMMITTEE = re.compile(r"\bcommittee\b")
_OBJECT = re.compile(
    r"(?:(?!(?:for|in|on|at|by|from|under|with|as|and|or|to|which|that|until|so|who)\b)[\w'-]+ ){0,5}?"
    r"(?:functions?|responsibilit\w+|decisions?|decision-making|budgets?|funding|money|authority)\b"
)
_SECOND = (
    r"(?=(?:the |its |an? |their )?(?:\w+ )?"
    r"(?:budget|fund|money|resources|functions|decisions|responsibilit))"
)
_AND_ALSO = re.compile(rf",? (?:together with|along with|as well as|and) {_SECOND}")
_LISTED = re.compile(rf"(?:,? (?:together with|along with|as well as|and)|,) {_SECOND}")
# "Decisions on services, functions and budgets" are decisions alone.
_ON = re.compile(r"\b(?:on|about|over|regarding|for|of|concerning)\b")
_BOTH = re.compile(r"\b(functions?) and (?:the |its |their |associated )*(budgets?|funding|decisions?)\b")
_SECTION_75 = re.compile(r"section 75|\bs\.? ?75\b")
_SECTION_65Z5 = re.compile(r"section 65z5|\bs\.? ?65z")


def code_delegations(reading: Reading) -> Iterator[Fact]:
    """Yield the delegations that a document states, each by its scope where its words give one."""
    found = list(_stated(reading))
    scoped = {_said(row, fact) for fact in found if (row := _delegation(fact)) is not None and row.scope}
    for fact in found:
        row = _delegation(fact)
        again = row is not None and row.scope is None and row.extent is None
        if row is None or not again or _said(row, fact) not in scoped:
            yield fact


def _delegation(fact: Fact) -> Delegation | None:
    return fact.row if isinstance(fact.row, Delegation) else None


def _said(row: Delegation, fact: Fact) -> tuple[str | None, str, str | None, Quote]:
    """Return what two rows of a sentence share that say the same, one of them without what passes."""
    return row.place_id, row.status, row.to_kind, fact.quotes[0]


def _stated(reading: Reading) -> Iterator[Fact]:
    """Yield what the cues of the coding frame find."""
    told: set[tuple[int, int, int]] = set()
    heard = sorted(reading.cued(TABLE, clauses=True), key=lambda one: one[0].entry == _IN_OTHER_WORDS)
    for cue, sentence, found, said in heard:
        clause, _ = clause_at(sentence.passage.lower, found.start, found.end)
        at = sentence.passage.line.index, sentence.passage.start, clause
        if cue.entry == _IN_OTHER_WORDS and (at in told or not _is_of_place(sentence, found)):
            continue
        told.add(at)
        status = _status(reading, sentence, found, said)
        lower = sentence.passage.lower
        fixed = dict(cue.columns)
        stated = fixed.pop("extent", None)
        among_options = _is_offered(reading, sentence, found)
        offered = status == "absent" and among_options
        extent = stated if offered else "none" if status == "absent" else stated or _extent(lower)
        named = fixed.pop("scope", None)
        both = _BOTH.search(lower, found.start) if named else None
        scopes: list[str | None] = [_scope(part) for part in both.groups()] if both else [named]
        if named is None:
            scopes = _scopes_of(lower, found, extent, alone=among_options)
        row = Delegation(
            **_columns(reading, sentence, found),
            status="option" if offered else status,
            rule=cue.rule,
            extent=extent,
            power="s75" if _SECTION_75.search(lower) else "s65z5" if _SECTION_65Z5.search(lower) else None,
            **_parties(reading, sentence, found, fixed),
        )
        yield from (reading.fact(attrs.evolve(row, scope=scope), sentence) for scope in scopes)


def _status(reading: Reading, sentence: Located, found: Match, status: str) -> str:
    """Return the status; what a body is allowed to delegate is no more than the main clause makes it."""
    if status != "in_place" or not _ALLOWED.search(sentence.passage.lower[: found.end]):
        return status
    main = reading.status(sentence, 0, 1)
    return main if main in ("planned", "emerging", "expected") else "option"


def _parties(reading: Reading, sentence: Located, found: Match, fixed: dict[str, Any]) -> dict[str, Any]:
    """Return who gives and who receives, and what the receiver is."""
    told = _told(reading, sentence, found)
    kind = fixed.get("to_kind") or _kind_received(found) or _kind_acting(sentence, found)
    if told is not sentence and kind == "partnership" and _COMMITTEE.search(told.passage.lower):
        kind = "committee"
    return {
        "from_body": fixed.get("from_body")
        or written(sentence, found, "from_body")
        or _giver(sentence, found),
        "to_body": fixed.get("to_body")
        or _named_receiver(sentence, found)
        or _receiver(told.passage.text, kind),
        "to_kind": kind,
    }


def _told(reading: Reading, sentence: Located, found: Match) -> Located:
    """Return the sentence that names the receiver: the one before for "delegated to it decisions on ..."."""
    first = "object" in found.groups and _TO_IT.search(sentence.passage.lower, found.start, found.end)
    return reading.before(sentence) if first else sentence


def _columns(reading: Reading, sentence: Located, found: Match) -> dict[str, Any]:
    """Return whom a row is about; "the Board" in a place's own paper is that place's."""
    told = _told(reading, sentence, found)
    columns = reading.partnership_columns(told, found.start if told is sentence else 0, "partnership")
    own = reading.default.places
    if columns["place_id"] is None and len(own) == 1 and _THE_RECEIVER.search(sentence.passage.lower):
        columns |= {"place_id": own[0], "applies_to": "place"}
    return columns


def _is_offered(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether the words stand in a list of options: "three levels are possible: no delegation, ..."."""
    before, colon, _ = sentence.passage.lower[: found.start].rpartition(": ")
    return any(
        _OPTIONS.search(lead) for lead in (before if colon else "", *reading.leads(sentence.passage.line))
    )


def _extent(lower: str) -> str | None:
    if _SOME.search(lower):
        return "partial"
    return "full" if _ALL.search(lower) else None


def _scopes_of(lower: str, found: Match, extent: str | None, *, alone: bool) -> list[str | None]:
    """Return what passes: named after the receiver ("delegated to it the budget"), in the match or before."""
    if extent == "none":
        return [_scope(lower[: found.start]) if lower.startswith("none", found.start) else None]
    start = found.spans["object"][0] if found.groups.get("object") else found.end + 1
    if _OBJECT.match(lower, start):
        _, high = clause_at(lower, found.start, found.end)
        told = lower[start : max(high, found.end)]
        parts = (_AND_ALSO if _ON.search(told.partition(",")[0]) else _LISTED).split(told)
        scopes = (_first_scope(part) for part in parts)
        return list(dict.fromkeys(scope for scope in scopes if scope))
    before = "" if alone else lower[: found.start]
    return [_scope(lower[found.start : found.end]) or _scope(before)]


def _first_scope(lower: str) -> str | None:
    """Return the scope that a stretch names first: "decisions on the budget" are decisions."""
    found = ((pattern.search(lower), code) for code, pattern in _SCOPES)
    return min(((match.start(), code) for match, code in found if match), default=(0, None))[1]


def _scope(lower: str) -> str | None:
    return next((code for code, pattern in _SCOPES if pattern.search(lower)), None)


def _is_of_place(sentence: Located, found: Match) -> bool:
    """Tell whether it is to a place that authority passes: the receiver is a body of one, or named so."""
    if "receiver" not in found.groups:
        return True
    low, high = found.spans["receiver"]
    if any(low <= m.start < high and m.name.kind != SYSTEM for m in sentence.mentions):
        return True
    receiver = sentence.passage.lower[low:high]
    return bool(_OF_PLACE.search(receiver)) and not _WITHIN.search(receiver)


def _kind_received(found: Match) -> str | None:
    """Return what the words after "to" are: a committee, an officer, a partnership."""
    receiver = found.groups.get("receiver")
    if receiver is None:
        return None
    return next((kind for kind, pattern in _RECEIVED if pattern.search(receiver)), None)


def _kind_acting(sentence: Located, found: Match) -> str:
    """Return what holds the authority where it is the subject: "the Place Committee holds the budget"."""
    before = sentence.passage.lower[: found.end]
    return next((kind for kind, pattern in _RECEIVED[:2] if pattern.search(before)), "partnership")


def _named_receiver(sentence: Located, found: Match) -> str | None:
    if found.groups.get("receiver") is None:
        return None
    start, end = found.spans["receiver"]
    goes_on = _GOES_ON.match(sentence.passage.text, end)
    return sentence.passage.text[start : goes_on.end() if goes_on else end].removeprefix("the ").strip()


def _giver(sentence: Located, found: Match) -> str | None:
    text = sentence.passage.text
    named = _HANDS.search(text) or _FROM.search(text) or _GIVER.search(text) or _ANY_ICB.search(text)
    if named is None:
        systems = (m for m in sentence.mentions if m.name.kind == SYSTEM and m.start < found.end)
        system = next(systems, None)
        if system is not None and _GIVES.match(text, system.end):
            return text[system.start : system.end]
        named = _FROM.search(sentence.passage.line.text)
    return next(group for group in named.groups() if group).removeprefix("The ") if named else None


def _receiver(sentence: str, kind: str) -> str | None:
    found = _RECEIVERS[kind].search(sentence)
    if found is None:
        return None
    return found.group(1).removesuffix("s") if kind == "officer" else found.group(1)
