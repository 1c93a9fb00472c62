"""Stage matrices: themes down, stages across, as papers print them; no tables whose cells are stages.

A header that is repeated after a page break is passed over; a row without a theme, or whose theme begins in
the middle of a sentence, goes on with the row above; a theme whose row fell apart into paragraphs keeps its
text without stages. Stages that are a part of a known scale are enough where nothing but them stands across
and most cells below are sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence

import attrs

from placebench.documents import CELL, FOOTNOTE, FURNITURE, HEADING, Block, Cell, Document, Join, Span, Table
from placebench.extract.cells import text_of
from placebench.extract.matrix_title import MatrixTitle, matrix_title

CONTINUES_AFTER_BREAK = "row without a theme continues the row above"
CONTINUES_SENTENCE = "theme that begins in mid-sentence continues the row above"
_FEWEST_STAGES = 3
_FEWEST_PARAGRAPHS = 4
_FEWEST_OF_STAGES = 2
_FEWEST_OF_CRITERIA = 2
_NUMBERED = re.compile(r"(?:stage|level)?\s*\d+\s*[:.\-]?\s*")
_CRITERION = re.compile(r"(?:(?<!\S)[a-z].*?\s+){2}(?<!\S)[a-z]")
"""Three words without a capital: a criterion, and no name, number or list of places."""


@attrs.frozen
class MatrixTheme:
    """One row of a matrix.

    Attributes:
        label: Spans of the theme cell, or of the heading and paragraph that stand for it.
        stages: Spans of each stage cell, lowest stage first; empty where the source lost the boundaries.
        loose: Spans of the paragraphs that the row fell into.
        named: Whether the first span of the label is a heading of its own, and so the name.
    """

    label: tuple[Span, ...]
    stages: tuple[tuple[Span, ...], ...]
    loose: tuple[Span, ...] = ()
    named: bool = False


@attrs.frozen
class Matrix:
    """A stage matrix of a document.

    Attributes:
        title: What it is called, without "Appendix One:", or None.
        title_span: Where that stands; None also where only the document's metadata say so.
        stages: Folded names of the stages, lowest first.
        stage_spans: Where each name stands.
        themes: The rows.
        joins: Rows that were joined, counted over all its tables, and by which rule.
        span: From the first table to the last paragraph.
    """

    title: str | None
    title_span: Span | None
    stages: tuple[str, ...]
    stage_spans: tuple[Span, ...]
    themes: tuple[MatrixTheme, ...]
    joins: tuple[Join, ...]
    span: Span


def matrices(
    document: Document, scales: Sequence[Sequence[str]], is_title: Callable[[str], bool]
) -> Iterator[Matrix]:
    """Yield the stage matrices of a document.

    Args:
        document: The document.
        scales: Known scales: the names of stages, lowest first, in lower case.
        is_title: Tells whether a heading, in lower case, can be the title of a framework.
    """
    groups: list[tuple[_Header, list[Table]]] = []
    in_words = _of_words(scales)
    for table in document.tables:
        header = _header(document, table, scales) or _header_of_part(document, table, in_words)
        if header is None or _holds_stages(document, table, header, scales):
            continue
        if groups and groups[-1][0].names == header.names:
            groups[-1][1].append(table)
        else:
            groups.append((header, [table]))
    for header, tables in groups:
        yield _matrix(document, header, tables, matrix_title(document, tables[0], is_title))


@attrs.frozen
class _Header:
    names: tuple[str, ...]
    columns: tuple[int, ...]
    spans: tuple[Span, ...]


def _header(document: Document, table: Table, scales: Sequence[Sequence[str]]) -> _Header | None:
    for row in table.rows[:3]:
        named = [(cell, text_of(document, cell)) for cell in row if cell.spans]
        for scale in scales:
            cells = [(cell, text) for cell, text in named if is_stage_name(text, scale)]
            told_apart = len({text.lower() for _, text in cells}) == len(cells)
            if len(cells) >= _FEWEST_STAGES and len(cells) == len(scale) and told_apart:
                return _Header(
                    tuple(text for _, text in cells),
                    tuple(cell.column for cell, _ in cells),
                    tuple(cell.spans[0] for cell, _ in cells),
                )
    return None


def _header_of_part(document: Document, table: Table, scales: Sequence[Sequence[str]]) -> _Header | None:
    """Return the header of neighbouring stages of one of some scales, if the table is a plain matrix."""
    stages = {stage for scale in scales for stage in scale}
    for number, row in enumerate(table.rows[:3]):
        named = [(cell, text_of(document, cell)) for cell in row if cell.spans]
        found = [one for one in named if is_stage_name(one[1], stages)]
        header = _Header(
            tuple(text for _, text in found),
            tuple(cell.column for cell, _ in found),
            tuple(cell.spans[0] for cell, _ in found),
        )
        known = len(found) >= _FEWEST_STAGES and _follow_in_one(header.names, scales)
        if known and _holds_criteria(document, table, number, header):
            return header
    return None


def _of_words(scales: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    return [scale for scale in scales if not any(name.isdigit() for name in scale)]


def _follow_in_one(names: Sequence[str], scales: Sequence[Sequence[str]]) -> bool:
    """Tell whether stages follow one another in a scale without a gap."""
    return any(
        all(is_stage_name(name, [stage]) for name, stage in zip(names, scale[first:], strict=False))
        for scale in scales
        for first in range(len(scale) - len(names) + 1)
    )


def _holds_criteria(document: Document, table: Table, heading: int, header: _Header) -> bool:
    """Tell whether stages are all that stands across, and most cells below them are sentences."""
    first = min(header.columns)
    across = {cell.column for cell in table.cells if cell.spans and cell.column >= first}
    if not first or across != set(header.columns):
        return False
    below = [row for row in table.rows[heading + 1 :] if not _is_header(document, row, header)]
    under = [[cell for cell in row if cell.spans and cell.column in header.columns] for row in below]
    criteria = sum(bool(_CRITERION.search(text_of(document, cell))) for row in under for cell in row)
    return criteria * _FEWEST_OF_CRITERIA > sum(map(bool, under)) * len(header.columns)


def _holds_stages(document: Document, table: Table, header: _Header, scales: Sequence[Sequence[str]]) -> bool:
    """Tell whether cells of a table are mere names of stages, as where places are rated."""
    rows = [row for row in table.rows if not _is_header(document, row, header)]
    texts = [text_of(document, cell) for row in rows for cell in row if cell.column in header.columns]
    known = {stage for scale in scales for stage in scale}
    stages = sum(is_stage_name(text, known) for text in texts if text)
    return stages * _FEWEST_OF_STAGES > sum(map(bool, texts))


def is_stage_name(text: str, stages: Container[str]) -> bool:
    """Tell whether a text is the name of one of some stages, with its number or without."""
    lower = text.lower()
    if lower.strip() in stages:
        return True
    numbered = _NUMBERED.match(lower)
    return numbered is not None and (lower[numbered.end() :].strip() or lower) in stages


def _matrix(document: Document, header: _Header, tables: list[Table], title: MatrixTitle) -> Matrix:
    rows: list[MatrixTheme] = []
    joins: list[Join] = []
    count = 0
    for table in tables:
        for row in table.rows:
            cells = {cell.column: cell for cell in row}
            count += 1
            if _is_header(document, row, header):
                continue
            theme = _row(cells, header)
            rule = _continuation(document, rows, theme)
            if rule is None:
                rows.append(theme)
            elif rows:
                rows[-1] = _joined(rows[-1], theme)
                joins.append(Join(count - 1, rule))
    loose, end = _fallen_apart(document, tables[-1], len(header.names))
    return Matrix(
        title=title.text,
        title_span=title.span,
        stages=header.names,
        stage_spans=header.spans,
        themes=(*rows, *loose),
        joins=tuple(joins),
        span=Span(tables[0].span.start, end),
    )


def _is_header(document: Document, row: Sequence[Cell], header: _Header) -> bool:
    texts = {cell.column: text_of(document, cell) for cell in row}
    return all(
        texts.get(c, "").lower() == n.lower() for c, n in zip(header.columns, header.names, strict=True)
    )


def _row(cells: dict[int, Cell], header: _Header) -> MatrixTheme:
    first = min(header.columns)
    label = tuple(span for column, cell in sorted(cells.items()) if column < first for span in cell.spans)
    stages = tuple(cells[column].spans if column in cells else () for column in header.columns)
    return MatrixTheme(label, stages)


def _continuation(document: Document, rows: list[MatrixTheme], theme: MatrixTheme) -> str | None:
    if not theme.label:
        return CONTINUES_AFTER_BREAK
    if not rows or not rows[-1].label:
        return None
    before = document.at(rows[-1].label[-1]).rstrip()
    begins = document.at(theme.label[0]).lstrip()
    if begins[:1].islower() and not before.endswith((".", "!", "?", ":")):
        return CONTINUES_SENTENCE
    return None


def _joined(above: MatrixTheme, below: MatrixTheme) -> MatrixTheme:
    stages = tuple(one + two for one, two in zip(above.stages, below.stages, strict=True))
    return MatrixTheme(above.label + below.label, stages)


def _fallen_apart(document: Document, table: Table, stages: int) -> tuple[list[MatrixTheme], int]:
    """Read the rows that follow the last table as a heading and paragraphs."""
    above = document.path_above(table.span)
    themes: list[MatrixTheme] = []
    heading: Block | None = None
    paragraphs: list[Block] = []
    for block in (*document.blocks_in(Span(table.span.end, len(document.text))), None):
        inside = block is not None and block.path[: len(above)] == above and block.kind != CELL
        if block is None or not inside or block.kind == HEADING:
            if heading is not None and len(paragraphs) >= max(_FEWEST_PARAGRAPHS, stages):
                spans = tuple(p.content for p in paragraphs)
                themes.append(MatrixTheme((heading.content, spans[0]), (), spans[1:], named=True))
            elif heading is not None or block is None or not inside:
                break
            heading, paragraphs = block, []
            if not inside:
                break
        elif block.kind not in (FOOTNOTE, FURNITURE):
            if heading is None:
                break
            paragraphs.append(block)
    end = themes[-1].loose[-1].end if themes else table.span.end
    return themes, end
