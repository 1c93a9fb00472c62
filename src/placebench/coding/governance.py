"""Governance features, from the cues of the coding frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.quantities import number
from placebench.importer import Fact
from placebench.model import Governance
from placebench.model.vocabularies import FEATURES

TABLE = "governance"


def code_governance(reading: Reading) -> Iterator[Fact]:
    """Yield the governance features that a document states."""
    for cue, sentence, found, status in reading.cued(TABLE):
        value = _value(cue, sentence, found)
        if value is None and cue.value is None and "value" in found.groups:
            continue
        body, kind = body_of(reading, sentence, found)
        row = Governance(
            **reading.columns(sentence, found.start),
            status=status,
            rule=cue.rule,
            feature=cue.entry,
            value=value,
            body=cue.body or body,
            body_kind=cue.body_kind or kind,
        )
        yield reading.fact(row, sentence)


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
