"""Where a list of priorities stands: right below its lead, under titles, or broken by paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile

from placebench.coding.reading import Reading
from placebench.documents import HEADING, ITEM, PARAGRAPH, Block
from placebench.extract.gazetteer import PARTNERSHIP
from placebench.extract.passages import Line, introduces

Known = Callable[[str], bool]

# A line of its own that is a name and no sentence, such as a cell or a tile of a page.
NAME_ONLY = re.compile(r"[A-Z][^.:;?!]{2,60}")
# A point whose mark a page has lost: a line of words that is no sentence.
_PLAIN_POINT = re.compile(r"[A-Z][^.:;?!|]{2,160};?(?: and)?")
_FEWEST = 2
_FEW_BEFORE = 2
_LONGEST_TITLE = 4


def listed_below(reading: Reading, lead: Line) -> tuple[Line, ...]:
    """Return the items of the list that a line introduces, wherever below it they stand."""
    own = tuple(
        line for line in reading.own_lines if line.lead == lead.index and line.text and _is_thing(line)
    )
    if len(own) == 1:
        return tuple(_broken(reading, lead, own[0])) or own
    if own or (lead.block.kind == HEADING and not introduces(lead)):
        return own
    return tuple(_under_titles(reading, lead)) or tuple(_numbered(reading, lead)) or in_a_row(reading, lead)


def in_a_row(reading: Reading, lead: Line) -> tuple[Line, ...]:
    """Return two or more lines right below a lead that are points but for their marks.

    What stands last is none of them where prose or a list follows it: it is the heading of these.
    """
    named: list[Line] = []
    for line in reading.lines[lead.index + 1 :]:
        point = line.block.kind in (HEADING, PARAGRAPH) and _PLAIN_POINT.fullmatch(line.text)
        if not point or line.index not in reading.by_line:
            if _ends_the_row(reading, named, line):
                named.append(line)
            elif _opens_prose(named):
                named.pop()
            break
        named.append(line)
    return tuple(named) if len(named) >= _FEWEST else ()


def _ends_the_row(reading: Reading, named: list[Line], line: Line) -> bool:
    """Tell whether a line with a full stop is the last point: it begins as all the others do, "To ..."."""
    point = line.text.endswith(".") and _PLAIN_POINT.fullmatch(line.text[:-1])
    if not point or len(named) < _FEWEST or line.index not in reading.by_line:
        return False
    return {each.text.split()[0] for each in named} == {line.text.split()[0]}


def _opens_prose(named: list[Line]) -> bool:
    """Tell whether the last line before prose is its title: a heading, or short and unlike the others."""
    if not named:
        return False
    *others, last = (line.text.split() for line in named)
    alike = {words[0] for words in others} == {last[0]}
    return named[-1].block.kind == HEADING or (len(last) <= _LONGEST_TITLE and not alike)


def headed_below(reading: Reading, lead: Line, known: Known) -> tuple[Line, ...]:
    """Return two or more headings below a lead, each with prose: numbered, else of known things."""
    numbered = tuple(_numbered(reading, lead))
    if numbered:
        return numbered
    named: list[Line] = []
    for line in _headings_with_prose(reading, lead):
        if line.block.label or not known(line.folded.lower):
            break
        named.append(line)
    return tuple(named) if len(named) >= _FEWEST else ()


def _numbered(reading: Reading, lead: Line) -> Iterator[Line]:
    """Yield the headings below a lead that count from one, where there are two or more."""
    named: list[Line] = []
    for line in _headings_with_prose(reading, lead):
        if (line.block.label or "").strip("().") != str(len(named) + 1):
            break
        named.append(line)
    if len(named) >= _FEWEST:
        yield from named


def _headings_with_prose(reading: Reading, lead: Line) -> Iterator[Line]:
    """Yield the headings below a lead, up to the first that prose does not follow."""
    below = reading.lines[lead.index + 1 :]
    for line, following in pairwise(below):
        if line.block.kind == PARAGRAPH and line is not below[0]:
            continue
        if line.block.kind != HEADING or following.block.kind != PARAGRAPH:
            return
        if line.index in reading.by_line:
            yield line


def listed_under_title(reading: Reading) -> tuple[Line, ...]:
    """Return the items that a page begins with, below at most a few lines of prose, where its body is known.

    A page that is called "Our priorities" is a list of these, though no heading in its text says so.
    """
    told = (reading.document.metadata.get(key, "") for key in ("title", "publisher"))
    if not any(m.name.kind == PARTNERSHIP for text in told for m in reading.names.mentions(text)):
        return ()
    page = [line for line in reading.own_lines if line.text]
    first = next((n for n, line in enumerate(page) if line.block.kind == ITEM), len(page))
    if first > _FEW_BEFORE or any(line.block.kind == HEADING for line in page[:first]):
        return ()
    listed = takewhile(lambda line: line.block.kind == ITEM, page[first:])
    return tuple(line for line in listed if line.parent is None and _is_thing(line))


def _is_thing(line: Line) -> bool:
    return line.block.kind == ITEM and not introduces(line)


def _broken(reading: Reading, lead: Line, first: Line) -> Iterator[Line]:
    """Yield names in items of their own, each with a paragraph that explains it."""
    named: list[Line] = []
    before = lead
    for line in reading.lines[lead.index + 1 :]:
        is_next = _alike(line.block, first.block) and NAME_ONLY.fullmatch(line.text) is not None
        explains = line.block.kind == PARAGRAPH and before.block.kind == ITEM
        if not explains and not (is_next and before.block.kind != ITEM):
            break
        if is_next:
            named.append(line)
        before = line
    if len(named) >= _FEWEST:
        yield from (line for line in named if line.index in reading.by_line)


def _alike(one: Block, other: Block) -> bool:
    """Tell whether two blocks are items of one list: of one level, with one mark or both with a number."""
    marks = [label.strip("().") for label in (one.label or "", other.label or "")]
    same = marks[0] == marks[1] or all(mark.isdigit() for mark in marks)
    return one.kind == ITEM and one.level == other.level and same


def _under_titles(reading: Reading, lead: Line) -> Iterator[Line]:
    """Yield the items of lists under names, such as stages of life, below a line that introduces them."""
    title: Line | None = None
    for line in reading.lines[lead.index + 1 :]:
        if line.block.kind == ITEM and title is not None:
            if _is_thing(line) and line.index in reading.by_line:
                yield line
        elif line.block.kind in (HEADING, PARAGRAPH) and NAME_ONLY.fullmatch(line.text):
            if title is not None and reading.lines[line.index - 1] is title:
                return
            title = line
        else:
            return
