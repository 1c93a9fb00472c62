"""What partnerships work on: lists of priorities, in items, under headings or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.topics import topics_of
from placebench.documents import HEADING, ITEM
from placebench.extract.labels import label_of, listed
from placebench.extract.passages import Line
from placebench.extract.quantities import number
from placebench.importer import Fact
from placebench.model import Priority

TABLE = "priorities"
_SENTENCE = re.compile(r"\b(?:will|would|is being|has been|have been|are being|is|was|were|has)\b")
_PERIOD = re.compile(r"\bfor ((?:the year )?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?| to (?:19|20)\d\d)?)")
_LONGEST = 160
_LONGEST_IN_SENTENCE = 90
_NOT_THE_PARTNERSHIP = frozenset({"subgroup", "system", "collaborative", "partner", "programme"})


@attrs.frozen
class _Source:
    """What says that something is a priority: a sentence, the cue in it and how far it is one."""

    reading: Reading
    cue: Cue
    sentence: Located
    status: str

    def row(self, item: str, position: int, said_by: Located) -> Fact | None:
        """Return the row for one thing that is listed, or None where the words are no label."""
        label = label_of(item)
        if not label or len(label) > _LONGEST or not any(c.isalpha() for c in label):
            return None
        scope = said_by if said_by.scope.named and said_by.scope.places else self.sentence
        columns = self.reading.columns(scope)
        if columns["applies_to"] == "system":
            return None
        period = _PERIOD.search(self.sentence.passage.text)
        row = Priority(
            **columns,
            status=self.status,
            rule=self.cue.rule,
            label=label,
            topics=topics_of(item, self.reading.codebook),
            period=period.group(1) if period else None,
            position=position,
        )
        return self.reading.fact(row, said_by)


def code_priorities(reading: Reading) -> Iterator[Fact]:
    """Yield the priorities that a document lists, each once."""
    seen: set[tuple[object, ...]] = set()
    for fact in (*_cued(reading), *_headed(reading), *_numbered(reading)):
        row = fact.row
        assert isinstance(row, Priority)
        key = (row.place_id, row.label.lower(), row.status)
        if key not in seen:
            seen.add(key)
            yield fact


def _cued(reading: Reading) -> Iterator[Fact]:
    listed_lines: set[int] = set()
    taken: dict[int, list[tuple[int, int]]] = {}
    for cue, sentence, found, status in reading.cued(TABLE):
        source = _Source(reading, cue, sentence, status)
        line = sentence.passage.line.index
        if cue.entry == "list" and line not in listed_lines and sentence is reading.by_line[line][-1]:
            if _is_ours(reading, sentence, found):
                listed_lines.add(line)
                yield from _from_items(source, sentence.passage.line)
        elif found.groups.get("items") and line not in listed_lines and _is_ours(reading, sentence, found):
            span = found.spans["items"]
            others = taken.setdefault(id(sentence), [])
            if not any(low < span[1] and span[0] < high for low, high in others):
                facts = tuple(_from_sentence(source, found))
                if facts:
                    others.append(span)
                yield from facts


def _is_ours(reading: Reading, sentence: Located, found: Match) -> bool:
    if reading.codebook.entry(TABLE, "others").match.matches(sentence.passage.lower):
        return False
    return body_of(reading, sentence, found)[1] not in _NOT_THE_PARTNERSHIP


def _from_items(source: _Source, lead: Line) -> Iterator[Fact]:
    position = 0
    for line in source.reading.own_lines:
        if line.block.kind == ITEM and line.lead == lead.index and line.text:
            position += 1
            sentence = source.reading.by_line[line.index][0]
            if fact := source.row(sentence.passage.text, position, sentence):
                yield fact


def _from_sentence(source: _Source, found: Match) -> Iterator[Fact]:
    codebook, sentence = source.reading.codebook, source.sentence
    low, high = found.spans["items"]
    lower = sentence.passage.lower[low:high]
    if source.cue.entry == "numbered" or codebook.entry(TABLE, "no_list").match.matches(lower):
        return
    if source.cue.entry == "these" and not _announced(source):
        return
    end = codebook.entry(TABLE, "ends").match.search(lower)
    text = sentence.passage.text[low : low + end.start if end else high]
    if source.cue.entry == "focus" and topics_of(text, codebook) == ("other",):
        return
    count = number(found.groups.get("count") or "")
    for position, (start, stop) in enumerate(listed(text, int(count) if count else None), 1):
        item = text[start:stop]
        if len(label_of(item)) <= _LONGEST_IN_SENTENCE and not _SENTENCE.search(item):
            if fact := source.row(item, position, sentence):
                yield fact


def _announced(source: _Source) -> bool:
    """Tell whether the sentence before "These are ..." says that there are priorities."""
    group = source.reading.by_line[source.sentence.passage.line.index]
    before = group[max(0, group.index(source.sentence) - 1)]
    codebook = source.reading.codebook
    return codebook.entry(TABLE, "announces").match.matches(before.passage.lower) and not codebook.entry(
        TABLE, "others"
    ).match.matches(before.passage.lower)


def _headed(reading: Reading) -> Iterator[Fact]:
    """Yield what stands under a heading such as "Our priorities": its list, else its sub-headings."""
    for line in reading.own_lines:
        cue = _naming(reading, line) if line.block.kind == HEADING else None
        if cue is not None:
            source = _Source(reading, cue, reading.by_line[line.index][0], cue.status or "in_place")
            yield from tuple(_from_items(source, line)) or _chapters(source, line)


def _naming(reading: Reading, line: Line) -> Cue | None:
    lower = line.folded.lower
    if reading.codebook.entry(TABLE, "others").match.matches(lower):
        return None
    return next(
        (
            cue
            for cue in reading.codebook.cues[TABLE]
            if cue.entry == "heading"
            and cue.match.matches(lower)
            and not (cue.unless and cue.unless.matches(lower))
        ),
        None,
    )


def _chapters(source: _Source, heading: Line) -> Iterator[Fact]:
    level = heading.block.level or 1
    chapters = source.reading.codebook.entry(TABLE, "chapters").match
    named: list[Line] = []
    for line in source.reading.lines[heading.index + 1 :]:
        if line.block.kind == HEADING and (line.block.level or 1) <= level:
            break
        if (
            line.block.kind == HEADING
            and line.block.level == level + 1
            and line.index in source.reading.by_line
        ):
            if chapters.matches(line.folded.lower):
                return
            named.append(line)
    if len(named) > 1:
        for position, line in enumerate(named, 1):
            if fact := source.row(line.text, position, source.reading.by_line[line.index][0]):
                yield fact


def _numbered(reading: Reading) -> Iterator[Fact]:
    """Yield the lines that begin "Priority 1: ...", where there are two or more."""
    cue = reading.codebook.entry(TABLE, "numbered")
    others = reading.codebook.entry(TABLE, "others").match
    facts: list[Fact] = []
    for line in reading.own_lines:
        found = cue.match.search(line.folded.lower)
        path = " ".join((*line.block.path, line.text)).lower()
        if found is None or line.index not in reading.by_line or others.matches(path):
            continue
        sentence = reading.by_line[line.index][0]
        item = sentence.passage.text[found.spans["items"][0] : found.spans["items"][1]]
        fact = _Source(reading, cue, sentence, "in_place").row(item, len(facts) + 1, sentence)
        if fact is not None:
            facts.append(fact)
    if len({_label(fact) for fact in facts}) > 1:
        yield from facts


def _label(fact: Fact) -> str:
    assert isinstance(fact.row, Priority)
    return fact.row.label.lower()
