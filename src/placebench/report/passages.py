"""What facts quote, in the source's own text: paragraphs with those around them, and rows of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from placebench.documents import Document
from placebench.report.content import Passage
from placebench.report.pieces import Marked, cut_by
from placebench.report.sheet_rows import is_of_sheet, sheet_passages

_AROUND = 1
"""Paragraphs that are shown before and after one that is quoted."""
_LONGEST = 1500
"""Characters of a paragraph that nothing quotes, before it is cut."""


def passages(document: Document, marked: Sequence[Marked], numbers: Mapping[str, int]) -> tuple[Passage, ...]:
    """Return the passages of a document that hold evidence, in reading order.

    Args:
        document: The document.
        marked: Its evidence.
        numbers: Number of each fact, by identifier.
    """
    cut = cut_by(document, marked, numbers)
    place = {block: n for n, block in enumerate(document.blocks)}
    quoted = sorted({place[block] for one in marked for block in document.blocks_in(one.span)})
    of_sheets = [n for n in quoted if is_of_sheet(document, document.blocks[n])]
    others = sorted(set(quoted) - set(of_sheets))
    return (
        *sheet_passages(document, [document.blocks[n] for n in of_sheets], cut),
        *(
            Passage(_place(document, run[0]), tuple(cut(document.blocks[n].span, _LONGEST) for n in run))
            for run in _runs(_with_around(others, len(document.blocks)))
        ),
    )


def _with_around(quoted: Sequence[int], blocks: int) -> list[int]:
    near = {n + step for n in quoted for step in range(-_AROUND, _AROUND + 1)}
    return sorted(n for n in near if 0 <= n < blocks)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for n in numbers:
        if run and n != run[-1] + 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _place(document: Document, block: int) -> str:
    first = document.blocks[block]
    page = f"page {first.page}" if first.page else ""
    return ", ".join(filter(None, (page, " > ".join(first.path))))
