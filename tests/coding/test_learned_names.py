"""Partnerships that no profile lists, learned from the head of a page that names them by their form."""

from __future__ import annotations

import pytest

from placebench.codebook import SystemProfile, load_codebook, parse_profile
from placebench.coding.learned_names import with_learned_names
from placebench.coding.names import names_of
from placebench.coding.system_importer import TABLES, SystemImporter
from placebench.documents import read_document
from placebench.importer import Claim, Fact
from placebench.model import Governance


def learned(profile: SystemProfile, text: str, title: str = "") -> set[tuple[str, str]]:
    document = read_document(text.encode(), "page.txt", {"title": title})
    known = names_of(profile, load_codebook())
    found = with_learned_names(known, document, load_codebook())
    return {(name.text, name.id) for name in set(found.names) - set(known.names)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alpha Provider Alliance (APA) meets monthly.", {"Alpha Provider Alliance", "APA"}),
        (
            "Welcome to the Gamma Health and Wellness Collaborative.",
            {"Gamma Health and Wellness Collaborative"},
        ),
        ("Gamma Local Care Organisation (LCO)", {"Gamma Local Care Organisation", "LCO"}),
        ("Gamma Cares is a way of working.", {"Gamma Cares"}),
        ("Alpha Integrated Care Partnership (ICP)", {"Alpha Integrated Care Partnership"}),
        ("The Healthier Beta Alliance has a newsletter.", {"Healthier Beta Alliance"}),
        ("Health & Care Board Beta", {"Health & Care Board Beta"}),
        ("Integrated Care Board for Gamma", {"Integrated Care Board for Gamma"}),
    ],
)
def test_name_of_a_place_and_a_noun_of_such_bodies_is_a_partnerships(
    profile: SystemProfile, text: str, names: set[str]
) -> None:
    assert {name for name, _ in learned(profile, text)} == names
    assert {name for name, _ in learned(profile, "An update", title=text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Beta Care Alliance (BCA) met.", {"Beta Care Alliance"}),
        ("The Gamma Care Alliance met.", set()),
        ("The Beta Integrated Care Partnership met.", set()),
    ],
)
def test_further_down_the_full_names_of_the_pages_own_places_are_learned(
    profile: SystemProfile, text: str, names: set[str]
) -> None:
    before = "Nothing else is said of it.\n\n" * 5
    assert {name for name, _ in learned(profile, f"{before}{text}", "News of Beta")} == names


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Community Safety Partnership",
        "Alpha Primary Care Alliance",
        "Alpha Hospitals Provider Trust",
        "Alpha and Gamma Health Partnership",
        "Alpha Health and Wellbeing Board",
        "The partnership in Alpha (PIA)",
        "Alpha cares for its old people.",
        "Delta Health Alliance (DHA)",
        "North Integrated Care Partnership",
    ],
)
def test_bodies_of_others_are_not_learned(profile: SystemProfile, text: str) -> None:
    assert learned(profile, text) == set()


def test_short_form_is_the_subject_of_later_sentences(profile: SystemProfile) -> None:
    text = (
        "Gamma Provider Collaborative (GPC)\n\nThe NHS and the council act as one.\n\nGPC meets quarterly.\n"
    )
    document = read_document(text.encode(), "page.txt")
    importer = SystemImporter("north", "1", profile)
    (claim,) = importer.identify(document)
    rows = [found.row for found in importer.extract(document, claim) if isinstance(found, Fact)]
    (row,) = [row for row in rows if isinstance(row, Governance) and row.feature == "meeting_frequency"]
    assert (row.place_id, row.body_kind, row.body) == ("north/gamma", "partnership", "GPC")


def _once_a_system() -> SystemProfile:
    return parse_profile(
        "north.toml",
        b"""
[system]
id = "north"
name = "North"

[[place]]
id = "alpha"
name = "Alpha"
partnerships = [{ name = "Alpha Integrated Care System", aliases = ["Alpha ICS"], valid_to = 2020-03-31 }]

[[place]]
id = "beta"
name = "Beta"
""",
    )


@pytest.mark.parametrize(
    ("published", "title", "place"),
    [
        ("2019-05-01", "How Alpha is run", "north/alpha"),
        ("2023-05-01", "How Alpha is run", None),
        ("2019-05-01", "How Beta is run", None),
        ("2019-05-01", "How North is run", None),
    ],
)
def test_the_ics_was_a_places_own_while_its_partnership_was_called_so(
    published: str, title: str, place: str | None
) -> None:
    importer = SystemImporter("north", "1", _once_a_system())
    text = b"The ICS has a pooled budget.\n\nIts partners meet in the town hall of Alpha.\n"
    document = read_document(text, "page.txt", {"title": title, "published": published})
    rows = [
        fact.row
        for fact in importer.extract(document, Claim((document.span,), TABLES, 1, ""))
        if isinstance(fact, Fact)
    ]
    own = {row.place_id for row in rows if isinstance(row, Governance) and row.body_kind == "partnership"}
    assert own == ({place} if place else set())


def test_names_of_partnerships_stand_in_prose_with_small_letters_too() -> None:
    assert "Alpha integrated care system" in {
        name.text for name in names_of(_once_a_system(), load_codebook()).names
    }
    assert "Alpha ics" not in {name.text for name in names_of(_once_a_system(), load_codebook()).names}
