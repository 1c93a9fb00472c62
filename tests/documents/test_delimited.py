"""Comma-separated values: told from plain text by name and content, read as a table."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document
from placebench.errors import UnreadableDocument
from tests.documents.soundness import check

ROWS = [["Name", "Role"], ["Dale Council", "host, and chair"], ["Moor Trust", 'a "lead" provider']]


def read(text: str, name: str = "members.csv", encoding: str = "utf-8") -> Document:
    document = read_document(text.encode(encoding), name)
    check(document)
    return document


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [["\n".join(document.at(span) for span in cell.spans) for cell in row] for row in table.rows]


def written(delimiter: str, end: str = "\n") -> str:
    return end.join(
        delimiter.join('"' + field.replace('"', '""') + '"' for field in row) for row in (*ROWS, [])
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiter_is_told_from_the_content(delimiter: str, end: str) -> None:
    document = read(written(delimiter, end))
    assert document.media_type == "text/csv"
    assert rows(document) == ROWS
    assert document.tables[0].rows[1][1].address == "B2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_told_from_the_content(encoding: str) -> None:
    document = read("Place;Lead\nDale;Zoë\nMoor;Ana – acting\n", encoding=encoding)
    assert rows(document) == [["Place", "Lead"], ["Dale", "Zoë"], ["Moor", "Ana – acting"]]


def test_delimiter_that_the_file_names_is_taken() -> None:
    assert rows(read("sep=;\nPlace;Lead\nDale;Ana, acting\n")) == [["Place", "Lead"], ["Dale", "Ana, acting"]]


def test_a_line_that_says_the_delimiter_takes_no_row() -> None:
    cells = read("sep=;\nPlace;Lead\nDale;Ana\n").tables[0].cells
    assert [cell.address for cell in cells] == ["A1", "B1", "A2", "B2"]


def test_field_of_several_lines_is_one_cell_of_several_parts() -> None:
    assert rows(read('Place,Note\nDale,"first\nsecond"\n'))[1] == ["Dale", "first\nsecond"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.txt", "Place,Lead\nDale,Ana\nMoor,Zoë\n"),
        (
            "paper.csv",
            "The board met.\nIt agreed, after a debate, to meet monthly.\nNo one, it seems, objected.\n",
        ),
        ("paper.csv", "One line, with a comma"),
        ("paper", "a;b\nc;d\n"),
    ],
)
def test_text_stays_text(name: str, text: str) -> None:
    assert read(text, name).media_type == "text/plain"


def test_rows_with_more_and_with_fewer_fields_are_a_table() -> None:
    found = rows(read("Place,Lead,Since\nDale,Ana\nMoor,Zoë,2021,acting\n\nFord,Jo\n"))
    assert found[2] == ["Moor", "Zoë", "2021", "acting"]


def test_field_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="comma-separated values"):
        read("Dale,x\n" * 300 + 'Moor,"' + "x" * 200_000)
