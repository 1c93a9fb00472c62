"""Tables of plain texts whose cells bars part."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document


def document_of(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


def rows_of(document: Document) -> list[list[str]]:
    return [
        [" ".join(map(document.at, cell.spans)) for cell in row]
        for table in document.tables
        for row in table.rows
    ]


def test_rows_of_bars_are_a_table() -> None:
    rows = "Group | Lead\nFalls Group | Ada Moor\nStroke Group | \nDiet Group | Cy Fell\n"
    text = f"Our groups\n\n{rows}\nIt meets.\n"
    assert rows_of(document_of(text)) == [
        ["Group", "Lead"],
        ["Falls Group", "Ada Moor"],
        ["Stroke Group", ""],
        ["Diet Group", "Cy Fell"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chair | Ada Moor\n\nThe board met.\n", id="one line"),
        pytest.param("Home | News | Contact\nFord Together | Our partners\n", id="other numbers of cells"),
    ],
)
def test_other_lines_with_bars_are_text(text: str) -> None:
    assert rows_of(document_of(text)) == []
