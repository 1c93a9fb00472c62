"""Authority that passes, or does not pass, to place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.importer import Fact
from placebench.model import Delegation

TABLE = "delegations"
_FROM = re.compile(r"\b(?:from|by) (?:the )?((?:[A-Z][\w&'-]+ )*(?:ICB|Integrated Care Board|Council|Trust|CCG))\b")
_GIVER = re.compile(r"^(?:The )?((?:[A-Z][\w&'-]+ )*(?:ICB|Integrated Care Board|Council|Trust))\b")
_SOME = re.compile(r"\b(?:some|certain|partly|partial|part of|limited|a number of|selected)\b")
_ALL = re.compile(r"\b(?:full|fully|all (?:of )?(?:its|the)|entire|wholly)\b")
_SCOPES = (
    ("budget", re.compile(r"\bbudgets?\b|\bfunding\b|\bmoney\b|\bfinancial\b")),
    ("decisions", re.compile(r"\bdecisions?\b|\bdecision[- ]making\b|\bauthority\b")),
    ("functions", re.compile(r"\bfunctions?\b|\bresponsibilit|\bcommissioning\b")),
    ("staff", re.compile(r"\bstaff\b")),
)
_SECTION_75 = re.compile(r"section 75|\bs\.? ?75\b")
_SECTION_65Z5 = re.compile(r"section 65z5|\bs\.? ?65z")


def code_delegations(reading: Reading) -> Iterator[Fact]:
    """Yield the delegations that a document states."""
    for cue, sentence, found, status in reading.cued(TABLE):
        text, lower = sentence.passage.text, sentence.passage.lower
        fixed = dict(cue.columns)
        scope = fixed.pop("scope", None)
        extent = fixed.pop("extent", None) or _extent(lower)
        if status == "absent":
            extent = "none"
        giver = found.groups.get("from_body") or _giver(text)
        row = Delegation(
            **reading.columns(sentence, found.start),
            status=status,
            rule=cue.rule,
            scope=scope or (None if extent == "none" else _scope(lower[found.start : found.end])),
            extent=extent,
            from_body=giver,
            power="s75" if _SECTION_75.search(lower) else "s65z5" if _SECTION_65Z5.search(lower) else None,
            **fixed,
        )
        yield reading.fact(row, sentence)


def _extent(lower: str) -> str | None:
    if _SOME.search(lower):
        return "partial"
    return "full" if _ALL.search(lower) else None


def _scope(lower: str) -> str | None:
    return next((code for code, pattern in _SCOPES if pattern.search(lower)), None)


def _giver(text: str) -> str | None:
    found = _FROM.search(text) or _GIVER.search(text)
    return found.group(1) if found else None
