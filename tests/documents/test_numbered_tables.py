"""Tables that set the points of minutes beside their numbers, in every format that has tables."""

from __future__ import annotations

import pytest

from placebench.documents import read_document
from tests.documents.soundness import check
from tests.documents.table_files import as_html, as_pdf, as_word

MINUTES = [
    ("4.1", "The Ford partnership agreed its terms of reference."),
    ("4.2", "Its chair rotates between the council and the trust."),
    ("", "It meets every other month."),
]
ITEMS = [("item", "4.1", MINUTES[0][1]), ("item", "4.2", MINUTES[1][1]), ("paragraph", None, MINUTES[2][1])]


@pytest.mark.parametrize("made", [as_html, as_word, as_pdf])
def test_points_beside_their_numbers_are_items(made) -> None:
    document = made(MINUTES)
    check(document)
    assert document.tables == ()
    assert [(block.kind, block.label, document.at(block.content)) for block in document.blocks] == ITEMS


def test_items_within_a_point_stand_below_it() -> None:
    document = as_html([("5.", "<p>Resolved, that:</p><ul><li>the plan be agreed;</li></ul>")])
    assert [(block.label, block.level) for block in document.blocks] == [("5.", 1), ("•", 2)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("No.", "Action"), *MINUTES], id="with a header"),
        pytest.param([("1", "Ford Council"), ("2", "Ford Trust")], id="names"),
        pytest.param([("1.", "The plan was agreed.", "Ann")], id="three columns"),
    ],
)
def test_other_tables_stay_tables(rows: list[tuple[str, ...]]) -> None:
    assert len(as_html(rows).tables) == 1


def test_tables_around_keep_their_cells() -> None:
    page = "<table><tr><td>Theme</td><td>Lead</td></tr><tr><td>Data</td><td>Ann</td></tr></table>"
    points = "<table><tr><td>1.</td><td>The plan was agreed.</td></tr></table>"
    document = read_document(f"<html><body>{points}{page}{points}{page}</body></html>".encode(), "page.html")
    check(document)
    assert [block.table for block in document.blocks if block.kind == "cell"] == [0] * 4 + [1] * 4
