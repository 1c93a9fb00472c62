"""What the head of minutes and terms of reference says of the body that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.importer import Fact
from placebench.model import Governance

_HEAD = 8
_TITLE = 4
_OF_A_BODY = re.compile(r"\bterms of reference\b|\bminutes of (?:(?:the|a) )?(?:\w+ )?meeting\b|^minutes\b")
_TERMS = re.compile(r"\bterms of reference\b")
_BODY = re.compile(
    r"^(?:minutes of (?:the )?|terms of reference(?: of| for|:) (?:the )?)?(?P<name>[\w&',() -]{3,80}?"
    r"\b(?:partnership|place|locality|alliance|borough)(?:[- ]based)?(?: partnership)? (?:board|committee"
    r"|forum))"
    r"(?:[ :-]+(?:terms of reference|minutes|meeting).*)?$"
)
_APPROVED = re.compile(r"\b(?:approved|agreed|adopted|ratified|signed off) (?:by|on|at|in)\b")
_PARTNERSHIPS = re.compile(r"\b(?:partnership|alliance|place|locality|together)\b")
_GROUPS = re.compile(r"\b(?:sub-?group|sub-?committee|working group|steering group|delivery group|task)\b")
_ACTING = re.compile(
    r"\b[Tt]he (?P<name>(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&) )?)+Sub-?(?:[Cc]ommittee|[Gg]roup))\b"
    r"(?! of (?:the )?(?:ICB|NHS|Integrated|Council|Trust|Cabinet|Health and Wellbeing))"
)
_OTHERS = re.compile(
    r"health and wellbeing|safeguarding|scrutiny|integrated care (?:board|partnership)|\bicb\b"
)
_SMALL = frozenset({"and", "of", "for", "the", "in"})


def titled_bodies(reading: Reading) -> Iterator[Fact]:
    """Yield the board that minutes or terms of reference are of, and that the latter were approved."""
    head = [sentence for sentence in reading.sentences if sentence.passage.line.index < _HEAD]
    if not any(_OF_A_BODY.search(sentence.passage.lower) for sentence in head):
        return
    terms = any(_TERMS.search(other.passage.lower) for other in head)
    written = " ".join(s.passage.lower for s in head if s.passage.line.index < _TITLE)
    if terms and _PARTNERSHIPS.search(written) and not (_OTHERS.search(written) or _GROUPS.search(written)):
        approved = (s for s in head if _APPROVED.search(s.passage.lower) and "draft" not in s.passage.lower)
        yield from (_fact(reading, s, "terms_of_reference", "agreed") for s in approved)
    bodies = ((sentence, _BODY.match(sentence.passage.lower)) for sentence in head)
    board = next(((s, f) for s, f in bodies if f and not _OTHERS.search(f["name"])), None)
    if board is None:
        return
    sentence, found = board
    yield _fact(reading, sentence, "board", _name(sentence.passage.text[slice(*found.span("name"))]))
    for other in reading.statements:
        for acting in _ACTING.finditer(other.passage.text):
            yield _fact(reading, other, "subcommittees", acting["name"])


def _fact(reading: Reading, sentence: Located, feature: str, value: str) -> Fact:
    row = Governance(
        **reading.partnership_columns(sentence, 0, "partnership"),
        rule=f"governance.{feature}",
        feature=feature,
        value=value,
        body_kind="partnership",
    )
    return reading.fact(row, sentence)


def _name(written: str) -> str:
    if not written.isupper():
        return written
    words = (word.lower() if word.lower() in _SMALL else word.capitalize() for word in written.split())
    return " ".join(words)
