"""Priorities that headings, titles and numbered lines name."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Cue, Pattern, Wording
from placebench.coding.reading import Reading
from placebench.coding.work.behind_prose import named_farther_below
from placebench.coding.work.priority_lists import NAME_ONLY, Known, headed_below, listed_under_title
from placebench.coding.work.priority_rows import (
    SENTENCE,
    TABLE,
    Announced,
    Stated,
    are_known,
    from_items,
    is_work,
)
from placebench.coding.work.topics import is_known
from placebench.documents import HEADING, PARAGRAPH
from placebench.extract.passages import Line

_MEANT = "meant_heading"
_HEADINGS = frozenset({"heading", "worked_on", _MEANT})
_LONGEST_TITLE = 40
_PROPOSED = Wording(TABLE, r"\b<proposed>\b")


def headed(reading: Reading) -> Iterator[Stated]:
    """Yield what stands under a heading such as "Our priorities": its list, else its sub-headings."""
    for line in reading.own_lines:
        cue = _naming(reading, line.folded.lower) if _is_title(reading, line) else None
        if cue is not None:
            source = Announced(reading, cue, reading.by_line[line.index][0], cue.status or "in_place")
            yield from _below(source, line)


def _below(source: Announced, line: Line) -> tuple[Stated, ...]:
    """Return what stands below a line that may be a heading, where it is work."""
    reading, cue = source.reading, source.cue
    found = tuple(from_items(source, line))
    if cue.entry == _MEANT:
        return found if line.block.kind == HEADING and is_work(reading, cue, found) else ()
    found = found or tuple(_chapters(source, line)) or tuple(_named_below(source, line))
    found = found or tuple(_headed_below(source, line))
    if found and line.block.kind == HEADING:
        return found if is_work(reading, cue, found) else ()
    # What stands farther off, or below what may be no heading, is to name what is known to care.
    found = found or tuple(_farther_below(source, line))
    return found if are_known(reading, found) else ()


def _is_title(reading: Reading, line: Line) -> bool:
    """Tell whether a line is a heading, or a short paragraph that may be one whose mark was lost."""
    short = line.block.kind == PARAGRAPH and len(line.text) <= _LONGEST_TITLE and line.text[-1:].isalpha()
    return line.block.kind == HEADING or (short and line.index in reading.by_line)


def titled(reading: Reading) -> Iterator[Stated]:
    """Yield the list that a partnership's page called "Our priorities" begins with, or what it proposes."""
    cue = _naming(reading, reading.document.metadata.get("title", "").lower())
    if cue is None or cue.entry == _MEANT:
        return
    lines = listed_under_title(reading)
    for position, line in enumerate(lines, 1):
        before = reading.lines[lines[0].index - 1].folded.lower if lines[0].index else ""
        status = "candidate" if _PROPOSED.of(reading.codebook).search(before) else "in_place"
        sentence = reading.by_line[line.index][0]
        yield from Announced(reading, cue, sentence, status).rows(sentence.passage.text, position, sentence)


def _naming(reading: Reading, lower: str) -> Cue | None:
    if reading.codebook.entry(TABLE, "others").match.matches(lower):
        return None
    return next(
        (
            cue
            for cue in reading.codebook.cues[TABLE]
            if cue.entry in _HEADINGS
            and cue.match.matches(lower)
            and not (cue.unless and cue.unless.matches(lower))
        ),
        None,
    )


def _chapters(source: Announced, heading: Line) -> Iterator[Stated]:
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
            yield from source.rows(line.text, position, source.reading.by_line[line.index][0])


def _named_below(source: Announced, heading: Line) -> Iterator[Stated]:
    """Yield two or more lines right below a heading that hold no more than a name each."""
    named: list[Line] = []
    for line in source.reading.lines[heading.index + 1 :]:
        told = line.block.kind == PARAGRAPH and line.index in source.reading.by_line
        if not told or not NAME_ONLY.fullmatch(line.text) or SENTENCE.search(line.text):
            break
        named.append(line)
    if len(named) > 1:
        for position, line in enumerate(named, 1):
            yield from source.rows(line.text, position, source.reading.by_line[line.index][0])


def _headed_below(source: Announced, heading: Line) -> Iterator[Stated]:
    """Yield headings of the same level below one, as where a page keeps no levels, each of a known thing."""
    for position, line in enumerate(headed_below(source.reading, heading, _known(source.reading)), 1):
        yield from source.rows(line.text, position, source.reading.by_line[line.index][0])


def _farther_below(source: Announced, heading: Line) -> Iterator[Stated]:
    reading = source.reading
    for position, (line, name) in enumerate(named_farther_below(reading, heading, _known(reading)), 1):
        yield from source.rows(name, position, reading.by_line[line.index][0])


def _known(reading: Reading) -> Known:
    chapters = reading.codebook.entry(TABLE, "chapters").match
    return lambda lower: is_known(lower, reading.codebook) and not chapters.matches(lower)


def numbered(reading: Reading) -> Iterator[Stated]:
    """Yield two or more lines that begin "Priority 1: ...", or that count themes known to care."""
    cues = reading.codebook.cues[TABLE]
    yield from _counted(reading, tuple(cue for cue in cues if cue.entry == "numbered"))
    themes = tuple(_counted(reading, tuple(cue for cue in cues if cue.entry == "numbered_themes")))
    if are_known(reading, themes):
        yield from themes


def _counted(reading: Reading, cues: tuple[Cue, ...]) -> Iterator[Stated]:
    codebook = reading.codebook
    others, aside, alone = (
        codebook.entry(TABLE, entry).match for entry in ("others", "not_of_work", "number_alone")
    )
    found: list[Stated] = []
    title = reading.document.metadata.get("title", "")
    of_no_work = aside.matches(" ".join((title, *(line.text for line in reading.lines[:1]))).lower())
    lower = [line.folded.lower for line in reading.own_lines]
    numbered_lines = sorted(
        {n for pattern in (*(cue.match for cue in cues), alone) for n in pattern.among(lower)}
    )
    for line in (reading.own_lines[number] for number in numbered_lines):
        told = _named_by(reading, cues, line, alone)
        path = " ".join((*line.block.path, line.text)).lower()
        if told is None or others.matches(path):
            continue
        cue, named, item = told
        if cue.entry == "numbered_themes" and (of_no_work or aside.matches(path)):
            continue
        sentence = reading.by_line[named.index][0]
        found += Announced(reading, cue, sentence, "in_place").rows(item, len(found) + 1, sentence)
    if len({row.label.lower() for row, _ in found}) > 1:
        yield from found


def _named_by(
    reading: Reading, cues: tuple[Cue, ...], line: Line, alone: Pattern
) -> tuple[Cue, Line, str] | None:
    """Return what a line with a number names, itself or in the line below it."""
    if line.index not in reading.by_line:
        return None
    for cue in cues:
        match = cue.match.search(line.folded.lower)
        if match is not None and not (cue.unless and cue.unless.matches(line.folded.lower)):
            text = reading.by_line[line.index][0].passage.text
            return cue, line, text[slice(*match.spans["items"])]
    below = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
    if (
        below is not None
        and cues[0].entry == "numbered"
        and alone.matches(line.folded.lower)
        and below.index in reading.by_line
        and NAME_ONLY.fullmatch(below.text)
        and not SENTENCE.search(below.text)
    ):
        return cues[0], below, below.text
    return None
