"""What a heading names where prose parts it from its list, or where each paragraph begins with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.coding.work.priority_lists import NAME_ONLY, Known, headed_below
from placebench.documents import HEADING, ITEM, PARAGRAPH
from placebench.extract.passages import Line, introduces

Named = tuple[Line, str]

_FEWEST = 2
_MOST_PROSE = 3
# "Frailty: we find people earlier".
_TITLED = re.compile(r"([A-Z][^.:;?!|]{2,60}?)(?:: | - )\S.*")
_POINTS_ELSEWHERE = Wording("priorities", r"\b<told_elsewhere>\b")


def named_farther_below(reading: Reading, heading: Line, known: Known) -> tuple[Named, ...]:
    """Return what a few paragraphs part from its heading: points, names alone, or headings with prose."""
    titled = tuple(_titled(reading, heading))
    if titled:
        return titled
    last = _end_of_prose(reading, heading)
    if last is None:
        return ()
    found = _points(reading, last) or _names(reading, last, known) or headed_below(reading, last, known)
    return tuple((line, line.text) for line in found)


def _titled(reading: Reading, heading: Line) -> Iterator[Named]:
    """Yield the paragraphs right below a heading that begin with a name, where there are two or more."""
    named: list[Named] = []
    for line in reading.lines[heading.index + 1 :]:
        found = _TITLED.fullmatch(line.text) if line.block.kind == PARAGRAPH else None
        if found is None or line.index not in reading.by_line:
            break
        named.append((line, found[1]))
    if len(named) >= _FEWEST:
        yield from named


def _end_of_prose(reading: Reading, heading: Line) -> Line | None:
    """Return the last of a few paragraphs below a heading; None where they point elsewhere."""
    last: Line | None = None
    elsewhere = _POINTS_ELSEWHERE.of(reading.codebook)
    for line in reading.lines[heading.index + 1 : heading.index + 2 + _MOST_PROSE]:
        prose = line.block.kind == PARAGRAPH and not NAME_ONLY.fullmatch(line.text)
        if not prose or introduces(line):
            return last
        if elsewhere.search(line.folded.lower):
            return None
        last = line
    return None


def _points(reading: Reading, last: Line) -> tuple[Line, ...]:
    points: list[Line] = []
    for line in reading.lines[last.index + 1 :]:
        if line.block.kind != ITEM or line.lead is not None or line.index not in reading.by_line:
            break
        if line.parent is None and line.text and not introduces(line):
            points.append(line)
    return tuple(points) if len(points) >= _FEWEST else ()


def _names(reading: Reading, last: Line, known: Known) -> tuple[Line, ...]:
    """Return paragraphs of a known name each, which prose may follow."""
    named: list[Line] = []
    before = last
    for line in reading.lines[last.index + 1 :]:
        if line.block.kind == HEADING or line.block.kind != PARAGRAPH:
            break
        is_name = NAME_ONLY.fullmatch(line.text) is not None and line.index in reading.by_line
        if is_name and known(line.folded.lower):
            named.append(line)
        elif is_name or before not in named:
            break
        before = line
    return tuple(named) if len(named) >= _FEWEST else ()
