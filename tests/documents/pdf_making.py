"""PDF files made for the tests."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from placebench.documents import Document

WIDTH, HEIGHT = A4
LEFT = 20 * mm
STYLES = getSampleStyleSheet()

PROSE = (
    "The partnership of Ford meets every other month and is chaired in turn by the council and the trust. "
    "It agreed one plan for older people and keeps a register of what it has decided so far. "
)


class Sheet:
    """A file on which lines are set one below the other, or anywhere."""

    def __init__(self, **options: Any) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=A4, **options)
        self.y = HEIGHT - 25 * mm

    def line(
        self,
        *texts: str,
        at: Sequence[float] = (LEFT,),
        size: float = 10,
        bold: bool = False,
        step: float = 1.2,
    ) -> Sheet:
        """Set a line, or several parts of one at the given distances from the left."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.y -= step * size
        for x, text in zip(at, texts, strict=True):
            self.canvas.drawString(x, self.y, text)
        return self

    def paragraph(self, *lines: str, x: float = LEFT, hang: float = 0) -> Sheet:
        """Set lines with a space above."""
        for number, text in enumerate(lines):
            self.line(text, at=(x + (hang if number else 0),), step=1.2 if number else 2.2)
        return self

    def put(self, x: float, y: float, text: str, size: float = 10) -> Sheet:
        """Set a text anywhere; `y` counts from the top."""
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(x, HEIGHT - y, text)
        return self

    def page(self) -> Sheet:
        """Begin the next page."""
        self.canvas.showPage()
        self.y = HEIGHT - 25 * mm
        return self

    def data(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._file.getvalue()


def flowing(story: Sequence[Flowable], on_page: Callable[[Canvas, Any], None] | None = None) -> bytes:
    """Return a file in which things flow over pages."""
    file = io.BytesIO()
    template = SimpleDocTemplate(file, pagesize=A4)
    furnish = {"onFirstPage": on_page, "onLaterPages": on_page} if on_page else {}
    template.build(list(story), **furnish)
    return file.getvalue()


def table(rows: Sequence[Sequence[str]], *, style: Sequence[tuple[Any, ...]] = (), **options: Any) -> Table:
    """Return a table of paragraphs; without a style it has all borders."""
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    cells = [[Paragraph(text, STYLES["BodyText"]) for text in row] for row in rows]
    return Table(cells, style=list(style or grid), **options)


def set_again(document: Document) -> bytes:
    """Return a file with the headings, paragraphs, lists and tables of a document."""
    story: list[Flowable] = []
    tables = set()
    for block in document.blocks:
        text = escape(" ".join(document.at(block.content).split()))
        level = block.level or 1
        if block.kind == "heading":
            label = f"{block.label} " if block.label else ""
            story.append(Paragraph(f"{label}{text}", STYLES[f"Heading{min(level, 4)}"]))
        elif block.kind == "item":
            style = ParagraphStyle(
                "item", STYLES["BodyText"], leftIndent=18 * level, bulletIndent=18 * level - 18
            )
            story.append(Paragraph(text, style, bulletText=block.label or "•"))
        elif block.kind in ("paragraph", "footnote"):
            story.append(Paragraph(text, STYLES["BodyText"]))
        elif block.table is not None and block.table not in tables:
            tables.add(block.table)
            rows = document.tables[block.table].rows
            texts = [[escape(" ".join(map(document.at, cell.spans))) for cell in row] for row in rows]
            width = max(map(len, texts))
            story.append(table([[*row, *[""] * (width - len(row))] for row in texts], repeatRows=1))
    return flowing(story, lambda canvas, template: canvas.drawString(WIDTH / 2, 30, f"Page {template.page}"))
