"""Governance features, from the cues of the coding frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import PARTNERSHIP
from placebench.extract.quantities import number
from placebench.importer import Fact
from placebench.model import Governance
from placebench.model.vocabularies import FEATURES

TABLE = "governance"
_OTHER_LISTS = frozenset({"list", "asked", "resolved", "asked_of_each"})
_SEVERAL = frozenset({"strategy_alignment"})
_LONGEST_NAME = 80
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|provides?|which)\b")
_AND_ANOTHER = re.compile(
    r"(?<=strategy) and |(?<=plan) and |(?<=strategies) and |(?<=board) and ", re.IGNORECASE
)


def code_governance(reading: Reading) -> Iterator[Fact]:
    """Yield the governance features that a document states."""
    for cue, sentence, found, status in reading.cued(TABLE):
        if _lists_something_else(reading, sentence):
            continue
        if (
            cue.entry == "arrangement"
            and status in ("in_place", "expected", "planned")
            and _alternative(reading, sentence)
        ):
            status = "option"
        for value in _values(reading, cue, sentence, found):
            yield _row(reading, cue, sentence, found, status, value)

    yield from _named_alliances(reading)


def _named_alliances(reading: Reading) -> Iterator[Fact]:
    """Yield the form of a partnership whose own name says that it is an alliance."""
    for sentence in reading.statements:
        for mention in sentence.mentions:
            if mention.name.kind == PARTNERSHIP and mention.name.text.endswith(" Alliance"):
                row = Governance(
                    system_id=reading.profile.system.system_id,
                    place_id=mention.name.id,
                    rule=f"{TABLE}.arrangement",
                    feature="arrangement",
                    value="alliance",
                    body=mention.name.text,
                )
                yield reading.fact(row, sentence)


def _row(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str, value: str | None) -> Fact:
    body, kind = body_of(reading, sentence, found)
    kind = cue.body_kind or kind
    row = Governance(
        **reading.partnership_columns(sentence, found.start, kind),
        status=status,
        rule=cue.rule,
        feature=cue.entry,
        value=value,
        body=cue.body or body,
        body_kind=kind,
    )
    return reading.fact(row, sentence)


def _lists_something_else(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence is an item of a list of priorities or recommendations."""
    cues = reading.codebook.cues
    leads = reading.leads(sentence.passage.line)
    lists = [c for c in (*cues["priorities"], *cues["recommendations"]) if c.entry in _OTHER_LISTS]
    return any(
        c.match.matches(lead) and not (c.unless and c.unless.matches(lead))
        for lead in leads[:1]
        for c in lists
    )


def _alternative(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence names several forms with "or" between them."""
    lower = sentence.passage.lower
    ends = [
        found.start
        for c in reading.codebook.cues[TABLE]
        if c.entry == "arrangement"
        for found in c.match.finditer(lower)
    ]
    return bool(ends) and re.search(r"\bor\b|/or\b", lower[min(ends) : max(ends)]) is not None


def _values(reading: Reading, cue: Cue, sentence: Located, found: Match) -> list[str | None]:
    value = _value(cue, sentence, found)
    if value is None:
        return [None] if cue.value is None and "value" not in found.groups else []
    if cue.entry in _SEVERAL:
        organisations = organisations_of(reading.profile, reading.codebook)
        subject = (
            value.rpartition(", ")[0].lower().startswith(("while", "although", "as "))
            or len(value) > _LONGEST_NAME
        )
        parts = [value[low:high] for low, high in items(value)] if subject else _AND_ANOTHER.split(value)
        named = [_without_article(part) for part in parts]
        return [n for n in named if not subject or (organisations.sectors(n) and not _VERB.search(n))]
    return [value]


def _value(cue: Cue, sentence: Located, found: Match) -> str | None:
    if cue.value is not None:
        return cue.value
    if found.groups.get("value") is None:
        return None
    start, end = found.spans["value"]
    written = sentence.passage.text[start:end]
    coded = cue.code(written)
    if coded is not None and FEATURES[cue.entry].holds == "number":
        figure = number(coded)
        return f"{figure:g}" if figure is not None else None
    return _without_article(coded) if coded else None


def _without_article(name: str) -> str:
    return re.sub(r"^(?:the|a|an|its|their|our) ", "", name.strip(), flags=re.IGNORECASE)
