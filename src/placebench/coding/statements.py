"""Statements on maturity that give no stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.importer import Fact
from placebench.model import Statement

TABLE = "statements"
_SAID_OF = {
    "strength": frozenset({"in_place"}),
    "development_area": frozenset({"in_place", "absent", "emerging"}),
}
_SCRUTINY = re.compile(
    r"^the (?:\w+ )?(?:committee|panel|scrutiny\w*|members) (?:\w+ )?(?:emphasised|felt|noted|heard|expressed|was concerned|were concerned)"
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b")
_MINUTES = re.compile(r"\b(?:responded|explained|informed|added|emphasised) that\b|^the partnership\b")


def code_statements(reading: Reading) -> Iterator[Fact]:
    """Yield the statements on how well things go."""
    for cue, sentence, found, status in reading.cued(TABLE):
        if status not in _SAID_OF[cue.entry]:
            continue
        row = Statement(
            **reading.columns(sentence, found.start),
            rule=cue.rule,
            direction=cue.columns["direction"],
            speaker=_speaker(reading, sentence),
            text=sentence.passage.text,
        )
        yield reading.fact(row, sentence)


def _speaker(reading: Reading, sentence: Located) -> str:
    passage = sentence.passage
    minutes = reading.document.metadata.get("document_type") in ("minutes", "scrutiny_minutes")
    if _SCRUTINY.search(passage.lower):
        return "scrutiny"
    said = passage.line.text.startswith('"') or ' said: "' in passage.line.text
    if minutes or (_FIRST_PERSON.search(passage.lower) and said) or _MINUTES.search(passage.lower):
        return "self"
    return "system" if reading.document.metadata.get("document_type") == "board_paper" else "author"
