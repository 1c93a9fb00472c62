"""What stands around a quote: paragraphs in a text, and in a sheet the row of the cell."""

from __future__ import annotations

import pytest

from placebench.documents import Span, open_document
from placebench.report.passages import passages
from placebench.report.pieces import Marked

SHEET = """place,theme,stage,comment,day
Alder,Vision,2,Minutes of May,2024-06-30
Birch,Vision,1,,2024-06-30
Cedar,Vision,3,Not agreed,2024-07-01
"""
TEXT = "Before.\n\nThe board is chaired by the council.\n\nAfter.\n\nFar away.\n"


def quoting(tmp_path, name, text, quote):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    document = open_document(file)
    start = document.text.index(quote)
    one = Marked(Span(start, start + len(quote)), "e", "f")
    return passages(document, [one], {"f": 7})


def words(pieces):
    return "".join(piece.text for piece in pieces)


def test_a_cell_stands_in_its_row_under_the_headings_and_with_no_other_row(tmp_path):
    (passage,) = quoting(tmp_path, "ratings.csv", SHEET, "Not agreed")
    heading, row = passage.rows
    assert (heading.number, heading.is_heading) == (1, True)
    assert (row.number, row.is_heading) == (4, False)
    assert [(cell.address, words(cell.pieces)) for cell in row.cells] == [
        ("A4", "Cedar"),
        ("B4", "Vision"),
        ("C4", "3"),
        ("D4", "Not agreed"),
        ("E4", "2024-07-01"),
    ]
    assert passage.paragraphs == ()


def test_only_the_cell_that_is_quoted_is_marked(tmp_path):
    (passage,) = quoting(tmp_path, "ratings.csv", SHEET, "Not agreed")
    marked = [piece for cell in passage.rows[1].cells for piece in cell.pieces if piece.facts]
    assert [(piece.text, piece.facts) for piece in marked] == [("Not agreed", (7,))]


def test_an_empty_cell_keeps_its_column(tmp_path):
    (passage,) = quoting(tmp_path, "ratings.csv", SHEET, "Birch")
    assert [cell.address for cell in passage.rows[1].cells] == ["A3", "B3", "C3", "", "E3"]


@pytest.mark.parametrize("quote", ["The board is chaired by the council.", "chaired"])
def test_a_paragraph_stands_between_its_neighbours(tmp_path, quote):
    (passage,) = quoting(tmp_path, "minutes.txt", TEXT, quote)
    assert [words(one) for one in passage.paragraphs] == TEXT.split("\n\n")[:3]
    assert passage.rows == ()
