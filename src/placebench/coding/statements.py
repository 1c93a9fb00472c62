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
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b")
_OWN_PAPERS = frozenset({"key_messages", "strategy", "terms_of_reference", "web_page", "partner_list"})


def code_statements(reading: Reading) -> Iterator[Fact]:
    """Yield the statements on how well things go."""
    for cue, sentence, found, status in reading.cued(TABLE):
        if status not in _SAID_OF.get(cue.entry, ()):
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
    kind = reading.document.metadata.get("document_type")
    if reading.codebook.entry(TABLE, "scrutiny_says").match.matches(passage.lower):
        return "scrutiny"
    own_words = passage.line.text.startswith('"') or ' said: "' in passage.line.text or kind in _OWN_PAPERS
    if kind in ("minutes", "scrutiny_minutes") or (own_words and _FIRST_PERSON.search(passage.lower)):
        return "self"
    if reading.codebook.entry(TABLE, "partners_say").match.matches(passage.lower):
        return "self"
    return "system" if kind == "board_paper" else "author"
