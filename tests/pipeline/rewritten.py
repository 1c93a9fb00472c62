"""The example documents written anew as Word documents, and what a document in any format states."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from placebench.documents import Block, Document, Table
from placebench.model import FACT_TABLES, columns_of
from placebench.pipeline import ImportRun, import_documents

TEXTS = ("bob-board-paper-illustrative.txt", "bob-case-study.txt", "dudley-partnership-board-minutes.txt")
PAGES = (
    "bolton-locality-board-terms-of-reference.html",
    "croydon-alliance-web-page.html",
    "lsc-place-based-partnerships.html",
    "oxfordshire-scrutiny-minutes.html",
    "place-governance-article.html",
)
BULLETS = ("-", "•")

Writer = Callable[[Document], WordDocument]


def pasted(document: Document) -> WordDocument:
    """Return the lines of a text as paragraphs of the same style, blank ones among them."""
    word = docx.Document()
    for line in document.text.split("\n"):
        word.add_paragraph(line)
    return word


def typed(document: Document) -> WordDocument:
    """Return the lines of a text as paragraphs that only their spacing parts."""
    word = docx.Document()
    for line in filter(str.strip, document.text.split("\n")):
        word.add_paragraph(line)
    return word


def styled(document: Document) -> WordDocument:
    """Return a document with the headings, bullets and tables of Word."""
    return written(document, headings=True)


def listed(document: Document) -> WordDocument:
    """Return a document with the bullets, numbers and tables of Word, and headings like other paragraphs."""
    return written(document, headings=False)


def written(document: Document, *, headings: bool) -> WordDocument:
    word = docx.Document()
    for block in document.blocks:
        if block.kind == "cell" and block.table is not None:
            table = document.tables[block.table]
            if block.content == next(span for cell in table.cells for span in cell.spans):
                add_table(word, document, table)
        elif block.kind == "heading" and headings:
            word.add_heading(document.at(block.span), block.level or 9)
        elif block.label in BULLETS or (block.kind == "item" and not headings):
            kind = "List Bullet" if block.label in BULLETS else "List Number"
            depth = min(block.level or 1, 3)
            word.add_paragraph(document.at(block.content), style=kind if depth == 1 else f"{kind} {depth}")
        elif block.kind != "furniture":
            word.add_paragraph(indented(document, block))
    return word


def indented(document: Document, block: Block) -> str:
    return "  " * ((block.level or 1) - 1) + document.at(block.span)


def add_table(word: WordDocument, document: Document, table: Table) -> None:
    height = max(cell.row + cell.row_span for cell in table.cells)
    width = max(cell.column + cell.column_span for cell in table.cells)
    grid = word.add_table(height, width)
    for cell in table.cells:
        last = grid.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
        into = grid.cell(cell.row, cell.column).merge(last)
        for number, span in enumerate(cell.spans):
            paragraph = into.add_paragraph() if number else into.paragraphs[0]
            paragraph.text = document.at(span)


def facts(run: ImportRun, path: str) -> Counter[tuple[object, ...]]:
    """Return what a document of a run states, without what names the file and the rows."""
    (report,) = (report for report in run.reports if report.path == path)
    assert not report.messages
    (source,) = (row["source_id"] for row in run.dataset["sources"].to_pylist() if row["path"] == path)
    found: Counter[tuple[object, ...]] = Counter()
    for table, kind in FACT_TABLES.items():
        names = [column.name for column in columns_of(kind)]
        said = [name for name in names if not name.endswith("fact_id") and name != "source_id"]
        rows = (row for row in run.dataset[table].to_pylist() if row["source_id"] == source)
        found.update((table, *(str(row[name]) for name in said)) for row in rows)
    return found


def imported(files: Iterable[Path], folder: Path, known: Mapping[str, dict[str, str]]) -> ImportRun:
    """Read documents that lie in a folder by themselves, with what is known of those of the same stem."""
    rows = {Path(name).stem: row for name, row in known.items()}
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        sources = csv.DictWriter(file, ["file", *next(iter(rows.values()))])
        sources.writeheader()
        sources.writerows({"file": path.name, **rows[path.stem]} for path in files)
    return import_documents([folder])
