"""What the reader of PDF finds in files with known contents, which are kept beside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from placebench.documents import Document, open_document
from placebench.errors import UnreadableDocument

MATRICES = ("lo", "noborder", "portrait", "rl_grid", "rl_hlines", "rot90")


def open_pdf(formats: Path, name: str) -> Document:
    return open_document(formats / "pdf" / name)


def letters(text: str) -> str:
    """Without spaces and hyphens: a line end hides whether there is one."""
    return "".join(text.replace("-", "").split())


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[" ".join(document.at(span) for span in cell.spans) for cell in row] for row in table.rows]


@pytest.mark.parametrize("layout", MATRICES)
def test_matrix_has_every_cell_whatever_its_layout(formats: Path, layout: str) -> None:
    truth = json.loads((formats / "pdf" / "matrix_truth.json").read_text(encoding="utf-8"))
    found = cells(open_pdf(formats, f"matrix_{layout}.pdf"))
    wanted = [truth["header"], *([" ".join(cell) for cell in row] for row in truth["rows"])]
    assert [list(map(letters, row)) for row in found] == [list(map(letters, row)) for row in wanted]
    exact = sum(
        one == two
        for row, want in zip(found, wanted, strict=True)
        for one, two in zip(row, want, strict=True)
    )
    assert exact >= 52  # of 55


def test_matrix_says_which_rows_a_page_break_cut(formats: Path) -> None:
    assert [join.row for join in open_pdf(formats, "matrix_lo.pdf").tables[0].joins] == [3, 7, 9]


def test_list_of_five_levels(formats: Path) -> None:
    truth = json.loads((formats / "pdf" / "list5_truth.json").read_text(encoding="utf-8"))
    document = open_pdf(formats, "list5.pdf")
    found = [(b.level, document.at(b.content)) for b in document.blocks if b.kind == "item"]
    assert found == [(level + 1, text.strip()) for level, text in truth]


def test_number_of_pages(formats: Path) -> None:
    pages = json.loads((formats / "pdf" / "npages.json").read_text(encoding="utf-8"))
    names = {name for name in pages if (formats / "pdf" / name).exists()}
    assert {name: len(open_pdf(formats, name).pages) for name in names} == {
        name: pages[name] for name in names
    }


def test_headers_and_footers_of_the_board_paper_are_furniture(formats: Path) -> None:
    paper = open_pdf(formats, "board_paper.pdf")
    furniture = [paper.at(block.span) for block in paper.blocks if block.kind == "furniture"]
    assert sum(text.startswith("Page ") for text in furniture) == len(paper.pages)
    assert len(furniture) == 2 * len(paper.pages)


def test_board_paper_numbers_its_points_throughout(formats: Path) -> None:
    paper = open_pdf(formats, "board_paper.pdf")
    labels = [block.label for block in paper.blocks if block.kind == "item"]
    assert [label for label in labels if label and label[0].isdecimal()] == [f"{n}." for n in range(1, 30)]


def test_password_of_the_owner_only(formats: Path) -> None:
    assert len(open_pdf(formats, "enc_owner.pdf").tables) == 1
    with pytest.raises(UnreadableDocument, match="without a password"):
        open_pdf(formats, "enc_user.pdf")
