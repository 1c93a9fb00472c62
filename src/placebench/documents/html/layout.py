"""The text, blocks and tables of an HTML page, assembled in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from placebench.documents.document import (
    CELL,
    FOOTNOTE,
    FURNITURE,
    HEADING,
    ITEM,
    PARAGRAPH,
    Span,
)
from placebench.documents.draft import Draft
from placebench.documents.grid import MOST_ROWS, Grid
from placebench.documents.headings import is_title
from placebench.documents.html.committee_pages import DOCUMENTS, LAYOUT_TABLE
from placebench.documents.html.context import BLOCKS, Context, is_footnote_anchor, is_skip_link
from placebench.documents.html.flow import Flow
from placebench.documents.html.folds import Attributes
from placebench.documents.html.tree import TEXT, Node
from placebench.documents.labels import Label, LabelSense
from placebench.documents.nesting import ListNesting, Sections
from placebench.documents.reading import Reading

_BOLD_HEADING = 7
_CELL_BREAK = re.compile(r"\n(?![a-z])")


def lay_out(
    nodes: Iterable[Node], *, landmarks: bool = True, content: frozenset[str] | None = None
) -> Reading:
    """Assemble a page.

    Args:
        nodes: What is seen, in document order.
        landmarks: Whether to tell navigation, banners and the like from the content.
        content: Class or id of the element that holds the content, where all around it is furniture.
    """
    layout = _Layout(Context(landmarks=landmarks, outside=content))
    for node in nodes:
        layout.read(node)
    return layout.finish()


class _Layout:
    def __init__(self, outermost: Context) -> None:
        self._draft = Draft()
        self._open = [outermost]
        self._of_committee = outermost.outside is not None
        self._flow = Flow()
        self._sections = Sections()
        self._lists = ListNesting()
        self._labels = LabelSense()
        self._beneath = 0

    def read(self, node: Node) -> None:
        self._leave(node.depth)
        here = self._open[-1]
        if node.tag == TEXT:
            self._flow.add(node.text, bold=here.bold, preformatted=here.preformatted, raised=here.raised)
        elif node.tag == "br":
            self._flow.add_break()
        elif node.tag in BLOCKS or is_skip_link(node):
            if here.heading is not None and self._flow.has_text:
                self._flush()
                self._end_heading()
            self._flush()
            self._open.append(self._inside(here, node))
        else:
            if is_footnote_anchor(node) and not self._flow.has_text:
                here.footnote = True
            emphasised = here.emphasised(node)
            if emphasised:
                self._open.append(emphasised)

    def finish(self) -> Reading:
        self._leave(0)
        self._flush()
        text, blocks, tables = self._draft.finish()
        return Reading(text, tuple(blocks), tuple(tables))

    def _end_heading(self) -> None:
        """A heading that was not closed holds what stands below it."""
        for context in self._open:
            context.heading = None

    def _leave(self, depth: int) -> None:
        while len(self._open) > 1 and self._open[-1].depth >= depth:
            if not self._open[-1].inline:
                self._flush()
            self._open.pop()

    def _inside(self, here: Context, node: Node) -> Context:
        context = here.inside(node)
        if context.unspoken:
            return context
        if node.tag == "table" and not _lays_out(node.attributes):
            context.grid = self._draft.new_grid()
            context.cell, context.item, context.list_level = None, None, 0
            context.table_head = False
        elif node.tag == "table":
            context.grid = None
        elif context.grid is not None:
            _enter_grid(context, context.grid, node)
        elif node.tag == "th":
            context.furniture = True
        return context

    def _flush(self) -> None:
        text, bold = self._flow.take()
        if not text.strip():
            return
        here = self._open[-1]
        if here.unspoken or (here.item is not None and self._lists_documents()):
            self._emit(FURNITURE, text)
        elif here.cell is not None:
            self._add_cell(text, here)
        elif here.heading is not None:
            self._add_heading(text, here.heading, here.heading)
        elif here.footnote:
            self._emit(FOOTNOTE, text, label=_taken_label(here))
        elif here.item is not None:
            level = here.item.level + self._beneath
            self._emit(ITEM, text, label=_taken_label(here), level=level)
            return
        elif bold and is_title(text) and not here.caption:
            self._add_heading(text, _BOLD_HEADING, None)
        else:
            self._add_paragraphs(text, here)
            return
        self._beneath = 0

    def _lists_documents(self) -> bool:
        """Tell whether items are the names of files that go with an item of an agenda."""
        last = self._sections.path[-1:]
        return self._of_committee and any(heading.lower().startswith(DOCUMENTS) for heading in last)

    def _add_heading(self, text: str, depth: int, level: int | None) -> None:
        self._lists.close()
        path = self._sections.enter(depth, " ".join(text.split()))
        self._emit(HEADING, text, level=level, path=path)

    def _add_cell(self, text: str, here: Context) -> None:
        if here.cell is None:
            return
        level = here.item.level if here.item else None
        for part in _CELL_BREAK.split(text):
            if part.strip():
                label = _taken_label(here)
                content = self._emit(CELL, part, label=label, level=level, table=here.cell.table)
                here.cell.spans.append(content)

    def _add_paragraphs(self, text: str, here: Context) -> None:
        if here.caption and here.grid:
            here.grid.name = " ".join(text.split())
        for part in self._labels.parts(text):
            label = self._labels.read(part.lstrip())
            self._beneath = 0
            if label is None:
                self._lists.close()
                self._emit(PARAGRAPH, part)
                continue
            indent = self._lists.indent if here.indent is None else here.indent
            level = self._lists.level(label, indent)
            level = here.mso_level or level
            self._emit(ITEM, part, found=label, level=level)
            # A list of elements that a typed item introduces stands below it.
            self._beneath = level if part.rstrip().endswith(":") else 0

    def _emit(
        self,
        kind: str,
        text: str,
        *,
        label: str | None = None,
        found: Label | None = None,
        level: int | None = None,
        table: int | None = None,
        path: tuple[str, ...] | None = None,
    ) -> Span:
        return self._draft.add(
            kind,
            text,
            path=self._sections.path if path is None else path,
            label=label,
            found=found,
            level=level,
            table=table,
        )


def _lays_out(attributes: Attributes) -> bool:
    """Tell whether a table only puts things beside one another."""
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    return attributes.get("role") in ("presentation", "none") or LAYOUT_TABLE in named


def _enter_grid(context: Context, grid: Grid, node: Node) -> None:
    if node.tag == "thead":
        context.table_head = True
    elif node.tag == "tr":
        grid.start_row()
    elif node.tag == "caption":
        context.caption = True
    elif node.tag in ("td", "th"):
        header = node.tag == "th" or context.table_head
        rows = _covers(node.attributes, "rowspan") or MOST_ROWS
        context.cell = grid.add_cell(rows, _covers(node.attributes, "colspan"), header=header)
        context.item, context.counter, context.list_level, context.heading = None, None, 0, None


def _covers(attributes: Attributes, name: str) -> int:
    found = re.match(r"\s*(\d{1,6})", attributes.get(name) or "", re.ASCII)
    return int(found.group(1)) if found else 1


def _taken_label(here: Context) -> str | None:
    if here.item is None:
        return None
    label, here.item.label = here.item.label, None
    return label
