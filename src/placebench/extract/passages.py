"""Passages: sentences and list items, each with the words that introduce it."""

from __future__ import annotations

from functools import cached_property, lru_cache

import attrs

from placebench.documents import FOOTNOTE, FURNITURE, HEADING, ITEM, PARAGRAPH, Block, Document, Span
from placebench.documents.headings import is_left_open
from placebench.documents.text_in_tables.prose_cells import with_prose_of_cells
from placebench.extract.folding import Folded, fold, fold_block
from placebench.extract.sentences import sentences

_BEFORE_LISTS = (
    " including", " are", " include", " as follows", " the following", " as follows.", " the following.",
)  # fmt: skip


@attrs.frozen(slots=False)
class Line:
    """A block with its folded text and its place among the lists of the document.

    Attributes:
        index: Position among the document's lines.
        block: The block.
        folded: Its folded content, without the label.
        lead: Index of the line that introduces the list it stands in, or None.
        parent: Index of the list item that it is nested under, or None.
    """

    index: int
    block: Block
    folded: Folded
    lead: int | None
    parent: int | None

    @property
    def text(self) -> str:
        """The folded content."""
        return self.folded.text

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its sentences; a heading is one."""
        if self.block.kind == HEADING:
            return (Passage(self, 0, len(self.text), first=True),) if self.text else ()
        spans = enumerate(sentences(self.text))
        return tuple(Passage(self, start, end, first=number == 0) for number, (start, end) in spans)


@attrs.frozen(slots=False)
class Passage:
    """One sentence of a line.

    Attributes:
        line: The line that it stands in.
        start: Start in the line's folded text.
        end: End in the line's folded text.
        first: Whether it is the line's first sentence.
    """

    line: Line
    start: int
    end: int
    first: bool

    @cached_property
    def text(self) -> str:
        """The folded sentence, case kept."""
        return self.line.folded.text[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        """The folded sentence in lower case."""
        return self.line.folded.lower[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where the sentence lies in the document."""
        return self.line.folded.span(self.start, self.end)

    def part(self, start: int, end: int) -> Span:
        """Return the document's span of a range of the sentence."""
        return self.line.folded.span(self.start + start, self.start + end)


@lru_cache(maxsize=4)
def lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document that state something: no footnotes or furniture, and no data."""
    found: list[Line] = []
    for read in with_prose_of_cells(document):
        if read.kind in (FOOTNOTE, FURNITURE):
            continue
        folded = fold_block(document, read)
        # "Every partnership must have" is what its list goes on from, and no title.
        leads = read.kind == HEADING and is_left_open(folded.text)
        block = attrs.evolve(read, kind=PARAGRAPH) if leads else read
        lead, parent = _introduced_by(found, block) if block.kind == ITEM else (None, None)
        found.append(Line(len(found), block, folded, lead, parent))
    return tuple(found)


def passages(line: Line) -> tuple[Passage, ...]:
    """Return the sentences of a line; a heading is one."""
    return line.passages


def introduces(line: Line) -> bool:
    """Tell whether a line ends as one that a list follows."""
    return (
        line.text.rstrip(" -").endswith(":")
        or line.folded.lower.endswith(_BEFORE_LISTS)
        or is_left_open(line.text)
    )


def _introduced_by(before: list[Line], block: Block) -> tuple[int | None, int | None]:
    level = block.level or 1
    parent: int | None = None
    for line in reversed(before):
        if _is_titled(line) and _is_beside(line, block):
            continue
        if line.block.kind != ITEM:
            return (line.index if introduces(line) or line.block.kind == HEADING else None), parent
        outer = line.block.level or 1
        if outer < level:
            if introduces(line):
                return line.index, line.index if parent is None else parent
            parent = line.index if parent is None else parent
            level = outer
        elif (
            outer == level
            and line.block.label != block.label
            and introduces(line)
            and _numbered(line.block)
            and not _numbered(block)
        ):
            # Extraction from PDF loses indentation: a numbered point that ends in a colon opens what follows.
            return line.index, line.index if parent is None else parent
    return None, parent


def _is_titled(line: Line) -> bool:
    """Tell whether a line is a heading in its document, even one that leads up to a list."""
    return line.block.kind == HEADING or (line.block.kind == PARAGRAPH and line.block.level is not None)


def _is_beside(heading: Line, block: Block) -> bool:
    """Tell whether a heading before a block is none above it, as that of the list beside it."""
    title = " ".join(heading.text.split())
    return (
        heading.block.path == block.path[:-1]
        and bool(block.path)
        and title != " ".join(fold(block.path[-1]).text.split())
    )


def _numbered(block: Block) -> bool:
    return any(character.isdigit() for character in block.label or "")
