"""What readers meet on the page are names and words; identifiers and codes stay in titles and files."""

from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark import Result
from placebench.dataset.words import identifiers, says
from placebench.model import FACT_TABLES, columns_of
from placebench.report.naming import in_words, named

NAMES = {
    "bob": "The three counties",
    "bob/oxfordshire": "Oxfordshire",
    "bob/matrix-1": "Matrix",
    "bob/matrix-1/3": "3 Governance",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "bob/oxfordshire: answers on pooled_budget disagree.",
            "Oxfordshire: answers on pooled budget disagree.",
        ),
        ("No place states functions:committee, board.", "No place states functions to committee, board."),
        ("2 in papers/minutes_of_june.pdf (2023)", "2 in papers/minutes_of_june.pdf (2023)"),
        ("2 in minutes_of_june.pdf", "2 in minutes_of_june.pdf"),
        ("bob: 2 bullets under Care.", "The three counties: 2 bullets under Care."),
        ("self: 2 stages.", "self: 2 stages."),
        ("north/alder is not known", "north/alder is not known"),
        ("see share_overlap", "see share_overlap"),
    ],
)
def test_sentences_have_names_and_words(text, said):
    assert in_words(text, NAMES, kept=("share_overlap",)) == said


def test_pairs_of_places_have_names_beside_their_identifiers():
    frame = pl.DataFrame({"place_a": ["bob/oxfordshire"], "place_b": ["north/alder"]})
    found = named(Result(name="r", title="", frame=frame, denominators={}), NAMES).frame
    assert found.select("place_a_name", "place_b_name").row(0) == ("Oxfordshire", "north/alder")
    assert found["place_a"].to_list() == ["bob/oxfordshire"]


def empty(table):
    return {column.name: None for column in columns_of(FACT_TABLES[table])}


RATING = {
    "framework_id": "bob/matrix-1", "theme_id": "bob/matrix-1/3", "stage_low": 2, "stage_high": 2,
    "kind": "self", "assessor": None, "method": None,
}  # fmt: skip


def test_a_fact_says_the_names_of_what_it_points_at_and_keeps_the_identifiers_apart():
    row = empty("assessments") | RATING
    said = "framework: Matrix; theme: 3 Governance; stage: 2; kind: self"
    assert says("assessments", row, NAMES) == said
    assert identifiers("assessments", row) == "framework_id: bob/matrix-1; theme_id: bob/matrix-1/3"


def test_an_identifier_without_a_name_is_shown_and_one_beside_its_name_is_not():
    row = empty("memberships") | {"organisation": "Acute Trust", "organisation_id": "RJ6"}
    assert says("memberships", row, NAMES) == "organisation: Acute Trust"
    row["organisation"] = None
    assert says("memberships", row, NAMES) == "organisation id: RJ6"
