"""What partnerships work on: lists of priorities, in items or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.topics import topics_of
from placebench.documents import ITEM
from placebench.extract.enumerations import clauses, items
from placebench.extract.labels import label_of
from placebench.importer import Fact
from placebench.model import Priority

TABLE = "priorities"
_SENTENCE = re.compile(r"\b(?:will|would|is being|has been|have been|are being)\b")
_WHOLE = frozenset(
    {
        "health and wellbeing",
        "health and care",
        "children and young people",
        "mental health and wellbeing",
        "learning disability and autism",
    }
)
_LONGEST = 160


def code_priorities(reading: Reading) -> Iterator[Fact]:
    """Yield the priorities that a document lists."""
    done: set[int] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        line = sentence.passage.line.index
        if cue.entry == "list" and sentence is reading.by_line[line][-1] and line not in done:
            done.add(line)
            yield from _from_list(reading, cue, sentence, status)
        elif cue.entry == "inline" and line not in done and found.groups.get("items"):
            done.add(line)
            yield from _from_sentence(reading, cue, sentence, found.spans["items"], status)


def _from_list(reading: Reading, cue: Cue, lead: Located, status: str) -> Iterator[Fact]:
    position = 0
    for line in reading.own_lines:
        if line.block.kind == ITEM and line.lead == lead.passage.line.index and line.text:
            position += 1
            sentence = reading.by_line[line.index][0]
            yield from _priority(reading, cue, lead, sentence, line.text, position, status)


def _from_sentence(
    reading: Reading, cue: Cue, sentence: Located, span: tuple[int, int], status: str
) -> Iterator[Fact]:
    text = sentence.passage.text[span[0] : span[1]]
    parts = list(clauses(text))
    if len(parts) == 1:
        parts = list(items(text, _WHOLE, examples=False))
    for position, (low, high) in enumerate(parts, 1):
        item = text[low:high]
        if not _SENTENCE.search(item):
            yield from _priority(reading, cue, sentence, sentence, item, position, status)


def _priority(
    reading: Reading, cue: Cue, lead: Located, sentence: Located, item: str, position: int, status: str
) -> Iterator[Fact]:
    label = label_of(item)
    if not label or len(label) > _LONGEST:
        return
    scope = sentence if sentence.scope.named and sentence.scope.places else lead
    row = Priority(
        **reading.columns(scope),
        status=status,
        rule=cue.rule,
        label=label,
        topics=topics_of(item, reading.codebook),
        position=position,
    )
    yield reading.fact(row, sentence)
