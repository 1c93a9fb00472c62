"""Tables of plain texts whose columns are set with spaces."""

from __future__ import annotations

import re

import pytest

from placebench.documents import Document, read_document

MEMBERS = """\
Name                 Post                  Sits for
Professor Ada Moor   Chair                 Ford Council
Ben Hill             Medical director      Ford Hospitals NHS Foundation Trust
Cleo Wood                                  Healthwatch Ford
"""


def document_of(text: str) -> Document:
    return read_document(text.encode(), "minutes.txt")


def rows_of(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].rows
    return [[" ".join(map(document.at, cell.spans)) for cell in row] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The members of the board are:\n\n{MEMBERS}\nIt meets monthly.\n", id="lines alone"),
        pytest.param(MEMBERS.replace("\n", f"\n{'-' * 60}\n", 1), id="a rule below the labels"),
        pytest.param(MEMBERS.replace("\n", "\n\n"), id="blank lines between rows"),
        pytest.param("".join(f"    {line}\n" for line in MEMBERS.splitlines()), id="indented"),
    ],
)
def test_columns_of_spaces_are_a_table(text: str) -> None:
    document = document_of(text)
    assert len(document.tables) == 1
    assert rows_of(document) == [
        ["Name", "Post", "Sits for"],
        ["Professor Ada Moor", "Chair", "Ford Council"],
        ["Ben Hill", "Medical director", "Ford Hospitals NHS Foundation Trust"],
        ["Cleo Wood", "", "Healthwatch Ford"],
    ]
    assert not any("Moor" in document.at(b.content) for b in document.blocks if b.kind == "paragraph")


SEVERAL = """\
Name          Post                Sits for
Ada Moor      Chair               Ford Council
Ben Hill      Medical director    Ford Hospitals NHS
                                  Foundation Trust
Cleo Wood     Manager             Healthwatch Ford
Professor     Director of the     Dale Trust
Dai Lake      volunteers
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SEVERAL, id="lines alone"),
        pytest.param(re.sub(r"\n(?=Ada|Ben|Cleo|Professor)", "\n\n", SEVERAL), id="blank lines between"),
    ],
)
def test_cells_of_several_lines(text: str) -> None:
    rows = rows_of(document_of(text))
    assert rows[2:4] == [
        ["Ben Hill", "Medical director", "Ford Hospitals NHS Foundation Trust"],
        ["Cleo Wood", "Manager", "Healthwatch Ford"],
    ]
    assert rows[-1] == ["Professor Dai Lake", "Director of the volunteers", "Dale Trust"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Place         Members\n"
            "Ford          Ford Council; Ford\n"
            "              Trust; Healthwatch\n"
            "Dale          Dale Council\n"
            "Moor          Moor Council\n",
            id="lists in cells of several lines",
        ),
        pytest.param(
            "The board met.  It agreed its plan.\nIt meets again.  All may come.\nNo date is set.  Ask.\n",
            id="two spaces behind sentences",
        ),
        pytest.param(
            "1.  Welcome     Chair\n2.  Minutes     Chair\n3.  Plan        Director\n", id="numbered items"
        ),
        pytest.param("Ada Moor      Ford Council\nBen Hill      Dale Council\n", id="two lines"),
        pytest.param(
            "Purpose       Partners agree on\nand aims      what they will do\nMoney         They share it\n",
            id="both cells of a row of two lines",
        ),
    ],
)
def test_what_may_be_no_table_is_none(text: str) -> None:
    assert not document_of(text).tables


def test_points_with_their_numbers_are_no_table():
    text = "Option 1   A forum\nOption 2   A committee\nOption 3   A joint committee\n"
    assert not document_of(text).tables
