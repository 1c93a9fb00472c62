"""Statements on maturity that give no stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from placebench.codebook import Codebook, Wording
from placebench.coding.bare_names import is_bare_name
from placebench.coding.purposes import is_purpose
from placebench.coding.reading import Reading
from placebench.coding.record.headed_statements import headed_statements, speaker_of_list
from placebench.coding.scope import Located
from placebench.extract.passages import Passage
from placebench.importer import Fact
from placebench.model import Statement

TABLE = "statements"
_SAID_OF = {
    "strength": frozenset({"in_place"}),
    "development_area": frozenset({"in_place", "absent", "emerging"}),
}
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b")
_THIS_MODEL = Wording(TABLE, r"\b(?:this|that) (?:operating )?<model>\b")
_OF_THE_SYSTEM = Wording(TABLE, r"\b<system>(?:'s)? (?:\w+ ){0,2}<model>\b")
_SPEAKERS = (("scrutiny_says", "scrutiny"), ("peers_say", "peer"), ("chair_says", "self"))
_SAYS = Wording(TABLE, r'" <says> |\b<says_first>[,:]* "')
_REPORTED = Wording(
    TABLE,
    r"\bin (?:his|her|their) (?:own )?words\b|,[^,.;]{3,60} <reports>\W*$"
    r"|^[^,.;]{3,60},[^,.;]{3,80}, <tells> (?!no\b)",
)
_OF_MEETINGS = frozenset({"minutes", "scrutiny_minutes", "key_messages"})
_OWN_PAPERS = frozenset({"key_messages", "strategy", "terms_of_reference", "web_page", "partner_list"})


def code_statements(reading: Reading) -> Iterator[Fact]:
    """Yield the statements on how well things go, and then the points of lists that a heading calls so."""
    lines: set[int] = set()
    told: set[tuple[int, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        if status not in _SAID_OF.get(cue.entry, ()) or (id(sentence), cue.entry) in told:
            continue
        if is_purpose(reading, sentence, found) or is_bare_name(reading.codebook, sentence):
            continue
        if reading.codebook.entry(TABLE, "no_statement").match.matches(sentence.passage.lower):
            continue
        told.add((id(sentence), cue.entry))
        columns = reading.columns(sentence, found.start)
        if _is_on_the_system(reading, sentence):
            columns |= {"place_id": None, "applies_to": "system"}
        lines.add(sentence.passage.line.index)
        yield _fact(reading, sentence, columns, cue.rule, cue.columns["direction"])
    for sentence, direction in headed_statements(reading, lines):
        yield _fact(reading, sentence, reading.columns(sentence), f"{TABLE}.headed_{direction}", direction)


def _fact(reading: Reading, sentence: Located, columns: dict[str, Any], rule: str, direction: str) -> Fact:
    row = Statement(
        **columns,
        rule=rule,
        direction=direction,
        speaker=_speaker(reading, sentence),
        text=sentence.passage.text,
    )
    return reading.fact(row, sentence)


def _is_on_the_system(reading: Reading, sentence: Located) -> bool:
    """Tell whether "this model" is one of the system, which the sentence before names."""
    if not _THIS_MODEL.of(reading.codebook).search(sentence.passage.lower):
        return False
    return _OF_THE_SYSTEM.of(reading.codebook).search(reading.before(sentence).passage.lower) is not None


def _speaker(reading: Reading, sentence: Located) -> str:
    passage = sentence.passage
    kind = reading.document.metadata.get("document_type")
    for entry, speaker in _SPEAKERS:
        if reading.codebook.entry(TABLE, entry).match.matches(_opening(reading, sentence)):
            return speaker
    of_list = speaker_of_list(reading, passage.line)
    if of_list is not None:
        return of_list
    if _is_spoken(reading.codebook, passage) or _REPORTED.of(reading.codebook).search(passage.lower):
        return "self"
    own_words = passage.line.text.startswith('"') or ' said: "' in passage.line.text or kind in _OWN_PAPERS
    if kind in _OF_MEETINGS or (own_words and _FIRST_PERSON.search(passage.lower)):
        return "self"
    if reading.codebook.entry(TABLE, "partners_say").match.matches(passage.lower):
        return "self"
    return "system" if kind == "board_paper" else "author"


def _is_spoken(codebook: Codebook, passage: Passage) -> bool:
    """Tell whether a sentence stands inside a quotation that the line says who speaks."""
    line = passage.line.folded.lower
    opened = line[: passage.start].count('"') % 2 == 1 or passage.text.startswith('"')
    return opened and bool(_SAYS.of(codebook).search(line))


def _opening(reading: Reading, sentence: Located) -> str:
    """Return the sentence that says who speaks: the one before, where this begins with "they"."""
    pronoun = reading.codebook.entry(TABLE, "pronoun")
    while pronoun.match.matches(sentence.passage.lower):
        # "It was explained that": nobody asks any more, and whoever was asked speaks.
        if pronoun.unless and pronoun.unless.matches(sentence.passage.lower):
            break
        before = reading.before(sentence)
        if before.passage == sentence.passage:
            break
        sentence = before
    return sentence.passage.lower
