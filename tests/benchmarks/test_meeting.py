from __future__ import annotations

import datetime as dt

import pytest

from benchmarks.extraction.coded import Coded
from benchmarks.extraction.meeting import breaks, covers, meets, same


@pytest.mark.parametrize(
    ("found", "coded", "passage", "holds"),
    [
        ("Elmshire Partnership Board", "the Elmshire Partnership Board", False, True),
        ("Elmshire board", "Elmshire Partnership Executive Board", False, False),
        ("frailty and falls", "Frailty, and falls.", False, True),
        ("people's homes", "people’s homes", False, True),
        ("integrated discharge hub", "a single integrated discharge hub for the county", False, True),
        ("discharge hub", "a single integrated discharge hub for the county", False, False),
        ("a board, a forum, a panel, a council, a trust and a charity", "a board", False, False),
        ("a board, a forum, a panel, a council, a trust and a charity", "a board", True, True),
        ("%", "%", False, True),
        ("%", "percent", False, False),
    ],
)
def test_a_text_covers_most_words_or_is_a_piece_of_them(found, coded, passage, holds):
    assert covers(found, coded, passage=passage) is holds


@pytest.mark.parametrize(
    ("found", "coded", "holds"),
    [
        (None, None, True),
        (None, "chair", False),
        ("chair", None, False),
        (0.1 + 0.2, 0.3, True),
        (3.0, 3, True),
        (dt.date(2024, 3, 1), "2024-03-01", True),
        (dt.date(2024, 3, 1), "2024-03-02", False),
        ("joint_committee", "joint_committee", True),
        ("icb_committee", "joint_committee", False),
    ],
)
def test_codes_numbers_and_dates_are_equal_or_not(found, coded, holds):
    assert same(found, coded) is holds


@pytest.mark.parametrize(
    ("table", "given", "coded"),
    [
        ("governance", {"feature": "board", "value": "Elm Board"}, {"feature": "board", "value": None}),
        ("governance", {"feature": "board", "value": "Elm Place Board"}, {"value": "Elm Board"}),
        ("governance", {"feature": "chairing", "value": "joint"}, {"value": ["rotating", "joint"]}),
        ("governance", {"feature": "chairing", "place_id": "elm/ash"}, {"place_id": [None, "elm/ash"]}),
        ("memberships", {"sector": ["acute", "mental_health"]}, {"sector": ["mental_health", "vcse"]}),
        ("commitments", {"nested": True, "domain": "what_we_aim_for"}, {"nested": True, "domain": "aims"}),
        ("milestones", {"due": None, "deliverable": "A plan for winter is agreed"}, {"due": None}),
        ("footprints", {"count": 5}, {"count": 5}),
    ],
)
def test_a_row_meets_what_was_coded(fact, row, table, given, coded):
    assert meets(row(table, **given), fact(table, **coded))


@pytest.mark.parametrize(
    ("table", "given", "coded"),
    [
        ("governance", {"feature": "chairing", "value": "joint"}, {"value": "rotating"}),
        ("governance", {"feature": "chairing", "place_id": "elm/ash"}, {"place_id": None}),
        ("governance", {"feature": "chairing"}, {"status": "planned"}),
        ("memberships", {"sector": ["acute"]}, {"sector": "vcse"}),
        ("commitments", {"nested": False}, {"nested": True}),
        ("milestones", {"due": dt.date(2024, 3, 1)}, {"due": None}),
        ("roles", {"role": "chair", "holder": "Director of Finance"}, {"holder": "Chief Nurse"}),
    ],
)
def test_one_column_that_differs_is_enough(fact, row, table, given, coded):
    assert not meets(row(table, **given), fact(table, **coded))


def test_rows_of_other_tables_and_documents_never_meet(fact, row):
    assert not meets(row("roles", role="chair"), fact("governance"))
    assert not meets(row("roles", role="chair"), Coded("other.txt", "roles", {}))


def test_a_row_that_must_not_be_has_every_value_in_the_same_words(fact, row):
    line = fact("roles", role="chair", holder="Chief Nurse")
    assert breaks(row("roles", role="chair", holder="chief nurse"), line)
    assert not breaks(row("roles", role="chair", holder="Deputy Chief Nurse"), line)
    assert not breaks(row("roles", role="co_chair", holder="Chief Nurse"), line)


def test_a_derived_row_breaks_nothing(fact, row):
    assert breaks(row("assessments"), fact("assessments"))
    assert not breaks(row("assessments", basis="derived"), fact("assessments"))
