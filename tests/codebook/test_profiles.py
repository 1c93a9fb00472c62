"""System profiles: what a file may hold, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from placebench.codebook import SystemProfile, load_profile, slug
from placebench.errors import CodebookError

SMALLEST = """
[system]
id = "north"
name = "North"

[[place]]
id = "alpha"
name = "Alpha"
"""
FULL = """
[system]
id = "north"
name = "North"
aliases = ["NHS North", "Norths"]
ods = "QXX"
gss = "E54999999"
valid_from = 2022-07-01
valid_to = 2026-03-31
successor = "NHS North and South ICB"

[[place]]
id = "alpha"
name = "Alpha"
aliases = ["Alphashire"]
footprint = ["E06999999"]
valid_to = 2024-03-31
partnerships = [{ name = "Alpha's Health Alliance", aliases = ["AHA"], valid_from = 2021-04-01 }]

[[organisation]]
name = "Alpha Hospitals"
sectors = ["acute", "community"]
ods = "RXX"
valid_from = 2010-01-01

[[organisation]]
name = "Alpha Council"
aliases = ["Alpha Borough Council"]
sectors = ["local_authority"]
gss = "E06999999"

[[organisation]]
name = "Age UK Alpha"
sectors = ["vcse"]

[[edition]]
name = "board paper"
match = "paper is for"
document_type = "board_paper"
expects = { recommendations = [1], roles = [0, 5] }
"""

Load = Callable[[str], SystemProfile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(text: str) -> SystemProfile:
        path = tmp_path / "north.toml"
        path.write_text(text, encoding="utf-8")
        return load_profile(path)

    return loaded


def test_smallest_profile_is_a_system_with_a_place(load: Load) -> None:
    profile = load(SMALLEST)
    assert (profile.system.system_id, profile.system.ods_code, profile.aliases) == ("north", None, ())
    assert [(place.place_id, place.system_id) for place in profile.places] == [("north/alpha", "north")]
    assert (profile.place_aliases, profile.partnerships) == ({"north/alpha": ()}, ())
    assert (profile.organisations, profile.editions) == ((), ())


def test_system_and_place_have_codes_names_and_dates(load: Load) -> None:
    profile = load(FULL)
    system, (place,) = profile.system, profile.places
    assert (system.ods_code, system.gss_code) == ("QXX", "E54999999")
    assert (system.valid_from, system.valid_to) == (dt.date(2022, 7, 1), dt.date(2026, 3, 31))
    assert (system.successor, profile.aliases) == ("NHS North and South ICB", ("NHS North", "Norths"))
    assert (place.footprint, place.valid_from, place.valid_to) == (("E06999999",), None, dt.date(2024, 3, 31))
    assert profile.place_aliases == {"north/alpha": ("Alphashire",)}


def test_partnership_belongs_to_its_place(load: Load) -> None:
    (partnership,) = load(FULL).partnerships
    assert partnership.partnership_id == "north/alpha/alphas-health-alliance"
    assert (partnership.place_id, partnership.aliases) == ("north/alpha", ("AHA",))
    assert partnership.valid_from == dt.date(2021, 4, 1)


def test_organisation_goes_by_its_code_or_else_its_name(load: Load) -> None:
    found = [(o.organisation_id, o.sectors) for o in load(FULL).organisations]
    assert found == [
        ("RXX", ("acute", "community")),
        ("E06999999", ("local_authority",)),
        ("age-uk-alpha", ("vcse",)),
    ]


def test_edition_says_what_its_documents_look_like_and_must_give(load: Load) -> None:
    (edition,) = load(FULL).editions
    assert edition.match.search("this paper is for decision")
    assert (edition.name, edition.document_type) == ("board paper", "board_paper")
    assert edition.expects == {"recommendations": (1, None), "roles": (0, 5)}


@pytest.mark.parametrize(
    ("text", "found", "where"),
    [
        ("[system\n", "line 1", "north.toml"),
        (SMALLEST.replace("name", "nom", 1), "nom", "north.toml, line 4"),
        (SMALLEST + 'codes = ["E1"]\n', "codes", "north.toml, line 9"),
        (SMALLEST + '[[organisation]]\nname = "A"\nsector = "acute"\n', "sector", "north.toml, line 11"),
        (SMALLEST + '[[organisation]]\nname = "A"\n', "only name", "north.toml"),
        (SMALLEST + "[[editions]]\n", "editions", "north.toml, line 9"),
        (SMALLEST + '[[edition]]\nname = "a"\nmatch = "("\n', "missing )", "north.toml, line 11"),
        (SMALLEST + 'valid_from = "July 2022"\n', "'July 2022'", "north.toml, line 9"),
        ('[system]\nid = "north"\nname = "North"\n', "only system", "north.toml"),
        ('[[place]]\nid = "alpha"\nname = "Alpha"\n', "only place", "north.toml"),
    ],
    ids=[
        "toml",
        "key",
        "of place",
        "of organisation",
        "no sector",
        "table",
        "edition",
        "date",
        "place",
        "system",
    ],
)
def test_what_is_wrong_is_named_with_its_place(load: Load, text: str, found: str, where: str) -> None:
    with pytest.raises(CodebookError) as raised:
        load(text)
    assert found in raised.value.found
    assert raised.value.where == where


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Berkshire West", "berkshire-west"), ("King’s & Queen's", "kings-queens"), ("A (B), C", "a-b-c")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected
