"""One table as a document of each format that has tables."""

from __future__ import annotations

from collections.abc import Sequence

import docx

from placebench.documents import Document, read_document
from tests.documents.pdf_making import flowing, table
from tests.documents.word_files import read as read_word

Rows = Sequence[Sequence[str]]


def as_html(rows: Rows) -> Document:
    text = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return read_document(f"<html><body><table>{text}</table></body></html>".encode(), "page.html")


def as_word(rows: Rows) -> Document:
    word = docx.Document()
    made = word.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            made.cell(number, column).text = cell
    return read_word(word)


def as_pdf(rows: Rows) -> Document:
    return read_document(flowing([table(rows, colWidths=[60, 350])]), "paper.pdf")


def as_text(rows: Rows) -> Document:
    return read_document("\n".join(" | ".join(row) for row in rows).encode(), "paper.txt")


FORMATS = (as_html, as_word, as_pdf, as_text)
