"""A sentence whose subject is an area elsewhere says nothing of the system that is read."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.coding.elsewhere import strangers
from placebench.extract import Name, gazetteer

OWN = gazetteer([Name("Kent and Medway", "system", "kent"), Name("East Kent", "place", "kent/east")])


@pytest.mark.parametrize(
    "sentence",
    [
        "Frimley's record is shared by every practice.",
        "In Leeds, the board has an independent chair.",
        "The West Norfolk board runs in shadow form.",
        "Members heard how Dorset pools its budgets.",
    ],
)
def test_subject_elsewhere_is_seen(sentence: str) -> None:
    assert list(strangers(sentence, OWN, load_codebook()))


@pytest.mark.parametrize(
    "sentence",
    [
        "East Kent's board has an independent chair.",
        "The University of Leeds helped to write the plan.",
        "Mid Yorkshire Teaching NHS Trust sits on the board.",
        "The board meets every month.",
    ],
)
def test_own_places_and_organisations_are_no_strangers(sentence: str) -> None:
    assert not list(strangers(sentence, OWN, load_codebook()))
