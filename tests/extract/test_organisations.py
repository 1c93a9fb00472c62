"""The sectors of organisations, from a list of known ones or from their form."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.extract.organisations import Known, Organisations

KNOWN = Known("Alpha Trust", "ABC", ("acute", "community"))
ORGANISATIONS = Organisations((KNOWN,), load_codebook().sectors)


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Gortown Borough Council", "local_authority"),
        ("Gortown Hospitals NHS Foundation Trust", "acute"),
        ("Gortown Partnership NHS Trust", "mental_health"),
        ("Gortown Community Health NHS Trust", "community"),
        ("Gortown NHS Trust", "nhs_trust"),
        ("Gortown Ambulance Service", "ambulance"),
        ("Gortown ICB", "icb"),
        ("Gortown Primary Care Network", "primary_care"),
        ("Gortown GP Federation", "primary_care"),
        ("Healthwatch Gortown", "healthwatch"),
        ("Gortown Hospice", "vcse"),
        ("Gortown Leisure Trust", "vcse"),
        ("Gortown Housing Association", "housing"),
        ("University of Gortown", "university"),
        ("Gortown College", "education"),
        ("Gortown Police", "police"),
        ("Gortown Fire and Rescue Service", "fire"),
        ("Director of Public Health", "public_health"),
        ("Jobcentre Plus", "other"),
    ],
)
def test_form_tells_the_sector(name, sector):
    assert ORGANISATIONS.sectors(name) == (sector,)


@pytest.mark.parametrize("name", ["Gortown", "Jo Bell", "Item 4"])
def test_form_tells_nothing(name):
    assert ORGANISATIONS.sectors(name) == ()


def test_known_organisation_counts_before_its_form():
    assert ORGANISATIONS.sectors("the Alpha Trust") == ("acute", "community")
    assert ORGANISATIONS.id("the Alpha Trust") == "ABC"
    assert ORGANISATIONS.id("Gortown Trust") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ALPHA TRUST leads it", True),
        ("it is led by local people, and by the council", True),
        ("members: (social care)", True),
        ("Caf\xe9 Gortown", True),
        ("It meets in May", False),
        ("", False),
    ],
)
def test_in_which_of_many_texts_an_organisation_may_be_named(text, named):
    known = Organisations(
        (Known("Alpha Trust", "ABC", ("acute",), ("alpha trust",)),), load_codebook().sectors
    )
    assert known.named_in(["It meets", text, "in June"]) == ({1} if named else set())
    assert known.named_in([text]) == ({0} if named else set())


def test_an_organisation_whose_names_are_not_known_may_stand_anywhere():
    assert ORGANISATIONS.named_in(["It meets", "in May"]) == {0, 1}
