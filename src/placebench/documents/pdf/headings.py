"""Which paragraphs of a PDF are headings, and of what level: by size and weight of type and by numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from placebench.documents.headings import is_outer, is_title
from placebench.documents.pdf.paragraphs import Paragraph

_LARGER = 1.12
_LONGEST = 160
_MOST_LINES = 3
_NUMBERED = ("decimal", "outline")

_Style = tuple[float, bool, bool]


@attrs.frozen
class Headings:
    """The headings of a document, by the identity of their paragraphs, with their levels."""

    levels: dict[int, int]

    def level(self, paragraph: Paragraph) -> int | None:
        """Return the level of a heading, from 1, or None where the paragraph is none."""
        return self.levels.get(id(paragraph))


def find_headings(paragraphs: Sequence[Paragraph]) -> Headings:
    """Return the headings among the paragraphs of a document in reading order."""
    body = body_size(paragraphs)
    pairs = list(zip(paragraphs, (*paragraphs[1:], None), strict=False))
    found = [one for one, below in pairs if _is_heading(one, below, body)]
    if all(one.size < _LARGER * body and not one.bold for one in found):
        styled = {id(one) for one in found}
        found = [one for one, below in pairs if id(one) in styled or _stands_alone(one, below)]
    found = list(_without_runs(found, paragraphs))
    styles = sorted({_style(one) for one in found}, reverse=True)
    rank = {style: number for number, style in enumerate(styles, 1)}
    return Headings({id(one): rank[_style(one)] + _depth(one) - 1 for one in found})


def body_size(paragraphs: Iterable[Paragraph]) -> float:
    """Return the size of the type of most characters."""
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _is_heading(paragraph: Paragraph, below: Paragraph | None, body: float) -> bool:
    label, text = paragraph.label, paragraph.text
    if paragraph.later or len(paragraph.lines) > _MOST_LINES or len(text) > _LONGEST:
        return False
    if (label and not label.kind.startswith(_NUMBERED)) or not any(map(str.isalpha, text)):
        return False
    if text.endswith(":") and below is not None and below.label is not None:
        return False
    if paragraph.size >= _LARGER * body:
        return not text.endswith((".", ";", ","))
    return (paragraph.bold or text.isupper()) and is_title(text)


def _stands_alone(paragraph: Paragraph, below: Paragraph | None) -> bool:
    """Tell whether a paragraph is a heading in a document whose headings are set like the rest of it."""
    if len(paragraph.lines) > 1 or paragraph.later or paragraph.label or not paragraph.spaced:
        return False
    text = paragraph.text
    return below is not None and not text.endswith(":") and is_title(text)


def _without_runs(found: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """Yield the headings without long runs of them, which are lists of names."""
    kept = {id(one) for one in found}
    for is_run, group in groupby(paragraphs, lambda one: id(one) in kept):
        run = list(group)
        if is_run and (len(run) <= _MOST_LINES or len({_style(one) for one in run}) > 1):
            yield from run


def _style(paragraph: Paragraph) -> _Style:
    return round(paragraph.size * 2) / 2, is_outer(paragraph.text), paragraph.bold


def _depth(paragraph: Paragraph) -> int:
    return paragraph.label.depth if paragraph.label else 1
