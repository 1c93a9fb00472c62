"""What partnerships work on: lists of priorities, in items, under headings or in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Cue, Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.headed_priorities import headed, numbered, titled
from placebench.coding.work.priority_owners import are_ours
from placebench.coding.work.priority_rows import TABLE, Announced, Stated, are_known, from_items, is_work
from placebench.coding.work.priority_tables import tabled
from placebench.coding.work.running_priorities import from_sentence
from placebench.documents import HEADING
from placebench.extract.passages import introduces
from placebench.extract.sentences import clause_at
from placebench.importer import Fact

_LISTS = frozenset({"list", "themes", "meant"})
# How many sentences before a list may say that what it lists is not settled.
_BEFORE = 3


def code_priorities(reading: Reading) -> Iterator[Fact]:
    """Yield the priorities that a document lists, each once."""
    told = (
        *_cued(reading),
        *headed(reading),
        *titled(reading),
        *_referred(reading),
        *numbered(reading),
    )
    stated = (*((row, reading.quote(sentence)) for row, sentence in told), *tabled(reading))
    seen: set[tuple[object, ...]] = set()
    for row, quote in stated:
        key = (row.place_id, row.label.lower(), row.status)
        if key not in seen:
            seen.add(key)
            yield Fact(row, (quote,))


def _cued(reading: Reading) -> Iterator[Stated]:
    listed_lines: set[int] = set()
    taken: dict[int, list[tuple[int, int]]] = {}
    for cue, sentence, found, status in reading.cued(TABLE):
        source = Announced(reading, cue, sentence, _told(reading, cue, sentence, found, status))
        line = sentence.passage.line.index
        below = cue.entry in _LISTS and not found.groups.get("items")
        if below and line not in listed_lines and sentence is reading.by_line[line][-1]:
            items = tuple(from_items(source, sentence.passage.line))
            if items and are_ours(reading, sentence, found) and is_work(reading, cue, items):
                listed_lines.add(line)
                yield from items
        elif found.groups.get("items") and line not in listed_lines and are_ours(reading, sentence, found):
            span = found.spans["items"]
            others = taken.setdefault(id(sentence), [])
            if not any(low < span[1] and span[0] < high for low, high in others):
                facts = tuple(from_sentence(source, found))
                if not is_work(reading, cue, facts):
                    continue
                if facts:
                    others.append(span)
                yield from facts


def _told(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str:
    """Return the status of priorities, which are candidates where the words that lead to them say so."""
    start = found.spans.get("items", (found.end, found.end))[0]
    low, _ = clause_at(sentence.passage.lower, found.start, found.end)
    if cue.status is not None or status != "in_place":
        return status
    candidates = reading.codebook.entry(TABLE, "candidates").match
    if candidates.matches(sentence.passage.lower[low:start]):
        return "candidate"
    return (_told_before(reading, sentence) if cue.entry in _LISTS else None) or status


def _told_before(reading: Reading, sentence: Located) -> str | None:
    """Return what the sentences before a list of priorities say of it: that it is proposed, or a draft."""
    told, last = [sentence.passage.lower], sentence
    while (before := reading.before(last)) is not last and len(told) <= _BEFORE:
        told.append(before.passage.lower)
        last = before
    book = reading.codebook
    if any(book.entry(TABLE, "settled").match.matches(lower) for lower in told):
        return None
    kinds = (("candidate", "candidates"), ("emerging", "drafts"))
    found = (kind for kind, entry in kinds if any(map(book.entry(TABLE, entry).match.matches, told)))
    return next(found, None)


def _referred(reading: Reading) -> Iterator[Stated]:
    """Yield lists below "These are five of them:", where priorities, or themes, are announced before that."""
    codebook = reading.codebook
    refers, announces, themes, others = (
        codebook.entry(TABLE, entry).match for entry in ("refers", "announces", "announces_themes", "others")
    )
    cue = next(cue for cue in codebook.cues[TABLE] if cue.entry == "these")
    for line in reading.own_lines:
        sentence = reading.by_line[line.index][-1] if line.index in reading.by_line else None
        if sentence is None or not introduces(line) or not refers.matches(sentence.passage.lower):
            continue
        before = reading.before(sentence)
        told, heading = before.passage.lower, before is sentence
        if heading:
            above = reading.lines[line.index - 1] if line.index else line
            told = above.folded.lower if above.block.kind == HEADING else ""
        of_themes = not announces.matches(told)
        found = (themes if of_themes else announces).search(told)
        if found is None or others.matches(told):
            continue
        if of_themes and _is_aside(reading, told):
            continue
        status = "in_place" if heading else reading.status(before, found.start, found.end)
        if status in ("in_place", "emerging", "candidate"):
            items = tuple(from_items(Announced(reading, cue, sentence, status), line))
            if not of_themes or are_known(reading, items):
                yield from items


def _is_aside(reading: Reading, told: str) -> bool:
    """Tell whether themes that a sentence announces are not of work."""
    unless = reading.codebook.entry(TABLE, "announces_themes").unless
    return unless is not None and unless.matches(told)
