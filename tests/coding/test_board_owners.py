"""Whose board a sentence speaks of does not follow from the council that its chair comes from."""

from __future__ import annotations

import pytest

CHAIRED = "The Partnership Board is chaired by Councillor Jo Bell of Beta Council."
SYSTEMS = "The paper went to the North Partnership Board. Partners come from Alpha, Beta and Gamma."


def told(rows):
    return {(row.place_id, row.body_kind) for row in rows}


@pytest.mark.parametrize("table", ["governance", "memberships", "roles"])
def test_a_board_named_last_as_the_systems_is_not_its_chairs_councils(code, table):
    assert told(code(f"{SYSTEMS}\n\n{CHAIRED} The Board meets every month.", table)) <= {(None, "system")}


@pytest.mark.parametrize(
    "before",
    [
        "Beta is a borough.",
        f"{SYSTEMS} It also went to the Beta Health and Care Partnership Board.",
        "Beta is a borough. The partnership reports to the North Integrated Care Board.",
    ],
)
def test_a_board_named_last_as_the_places_is_that_places(code, before):
    rows = code(f"{before}\n\n{CHAIRED}", "roles")
    assert [(row.place_id, row.body_kind) for row in rows] == [("north/beta", "partnership")]


def test_on_a_page_of_a_place_the_bare_board_is_the_places(code):
    page = "Beta is a borough. The Beta partnership reports to the North Integrated Care Board."
    rows = code(f"{page} The Board is chaired by Jo Bell of Beta Council.", "roles")
    assert [row.place_id for row in rows] == ["north/beta"]
