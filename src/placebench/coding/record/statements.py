"""Statements on maturity that give no stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Wording
from placebench.coding.bare_names import is_bare_name
from placebench.coding.purposes import is_purpose
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import ITEM
from placebench.extract.passages import Line, Passage
from placebench.importer import Fact
from placebench.model import Statement

TABLE = "statements"
_SAID_OF = {
    "strength": frozenset({"in_place"}),
    "development_area": frozenset({"in_place", "absent", "emerging"}),
}
_HEADS = frozenset({"heads_strengths", "heads_development"})
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
    """Yield the statements on how well things go: the points of lists that a heading calls so, and others."""
    headed = tuple(_headed(reading))
    yield from headed
    listed = {fact.quotes[0] for fact in headed}
    told: set[tuple[int, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        if status not in _SAID_OF.get(cue.entry, ()) or (id(sentence), cue.entry) in told:
            continue
        if is_purpose(reading, sentence, found) or is_bare_name(reading.codebook, sentence):
            continue
        if reading.codebook.entry(TABLE, "no_statement").match.matches(sentence.passage.lower):
            continue
        if reading.quote(sentence) in listed:
            continue
        told.add((id(sentence), cue.entry))
        columns = reading.columns(sentence, found.start)
        if _is_on_the_system(reading, sentence):
            columns |= {"place_id": None, "applies_to": "system"}
        row = Statement(
            **columns,
            rule=cue.rule,
            direction=cue.columns["direction"],
            speaker=_speaker(reading, sentence),
            text=sentence.passage.text,
        )
        yield reading.fact(row, sentence)


def _headed(reading: Reading) -> Iterator[Fact]:
    """Yield the points below "What works well" and its like, where most of a list are on joint work."""
    heads = [cue for cue in reading.codebook.cues[TABLE] if cue.entry in _HEADS]
    of_joint_work = reading.codebook.entry(TABLE, "of_joint_work").match
    for line in reading.own_lines:
        cue = next((cue for cue in heads if cue.match.matches(line.folded.lower)), None)
        items = tuple(_items_below(reading, line)) if cue else ()
        if cue is None or 2 * sum(of_joint_work.matches(item.folded.lower) for item in items) < len(items):
            continue
        told = (reading.lines[0].text, *line.block.path, line.text, *(item.text for item in items))
        of_ourselves = _FIRST_PERSON.search(" ".join(told).lower()) is not None
        for sentence in (reading.by_line[item.index][0] for item in items):
            columns = reading.columns(sentence)
            if columns["applies_to"] == "system":
                continue
            row = Statement(
                **columns,
                rule=cue.rule,
                direction=cue.columns["direction"],
                speaker="self" if of_ourselves else _speaker(reading, sentence),
                text=sentence.passage.text,
            )
            yield reading.fact(row, sentence)


def _items_below(reading: Reading, heading: Line) -> Iterator[Line]:
    for line in reading.lines[heading.index + 1 :]:
        if line.block.kind != ITEM:
            return
        if line.parent is None and line.index in reading.by_line:
            yield line


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
