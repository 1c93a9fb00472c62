"""Facts read as sentences where their tables have one, and lose nothing that is given."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from placebench.model import FACT_TABLES, columns_of
from placebench.report.reading import read_as

PARTS = tomllib.loads(files("placebench.report").joinpath("facts.toml").read_text("utf-8"))


def row(table, **given):
    return {column.name: given.get(column.name) for column in columns_of(FACT_TABLES[table])}


@pytest.mark.parametrize(
    ("table", "given", "said"),
    [
        (
            "delegations",
            {"scope": "decisions", "from_body": "partners", "to_body": "place", "to_kind": "partnership"},
            "decisions from partners to place; to kind: partnership",
        ),
        ("delegations", {"to_kind": "partnership"}, "to kind: partnership"),
        (
            "assessments",
            {"theme_id": "f/4", "stage_low": 1, "stage_high": 2, "kind": "self", "assessor": "Place board"},
            "stage 1 to 2 on 4 Trust by Place board (self rating)",
        ),
        (
            "memberships",
            {"organisation": "Dudley Group", "organisation_id": "o", "sectors": ["acute"]},
            "Dudley Group; organisation: The Dudley Group; sectors: acute",
        ),
        (
            "governance",
            {"feature": "arrangement", "value": "joint_committee"},
            "arrangement: joint committee",
        ),
        ("events", {"text": "It {event} opened"}, "It {event} opened"),
        ("recommendations", {"action": "recommend", "text": "Do"}, "action: recommend; text: Do"),
    ],
)
def test_a_fact_in_words(table, given, said):
    names = {"f/4": "4 Trust", "o": "The Dudley Group"}
    assert read_as(table, row(table, **given), names) == said


def test_parts_name_tables_of_the_model():
    assert set(PARTS) <= set(FACT_TABLES)
