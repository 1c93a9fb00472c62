"""Runs of organisations that a sentence names one after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.codebook import load_codebook
from placebench.extract.organisations import Organisations
from placebench.extract.running_names import runs

BOOK = load_codebook()
ORGANISATIONS = Organisations((), BOOK.sectors)


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in runs(text, ORGANISATIONS, BOOK)]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        (
            "Hope grew between Alpha Council, the Alpha Hospital and Age UK.",
            "Alpha Council, the Alpha Hospital and Age UK",
        ),
        (
            "NHS Alpha and Beta Clinical Commissioning Group (A&B CCG) and Alpha Council (ABC) agreed.",
            "NHS Alpha and Beta Clinical Commissioning Group (A&B CCG) and Alpha Council (ABC)",
        ),
        (
            "The council, GPs and the voluntary, community and faith sector plan as one.",
            "council, GPs and the voluntary, community and faith sector",
        ),
        ("Alpha Council as well as Healthwatch Alpha sat.", "Alpha Council as well as Healthwatch Alpha"),
    ],
)
def test_a_run_begins_and_ends_with_an_organisation(text, run):
    assert told(text) == [run]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Council runs a park.",
        "Alpha Council works with Healthwatch Alpha.",
        "Alpha Council has asked for what the Alpha Hospital will build.",
        "Nobody is named here.",
    ],
)
def test_one_organisation_or_a_verb_between_two_makes_no_run(text):
    assert told(text) == []


@given(st.text(alphabet="AaBb CcouncilNHSTrustGPs,.();:&'- ", max_size=200))
def test_runs_lie_in_the_text_one_after_the_other(text):
    edges = [edge for run in runs(text, ORGANISATIONS, BOOK) for edge in run]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
