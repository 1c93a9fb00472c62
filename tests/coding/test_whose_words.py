"""Words of others that read like a partnership's own: names of organisations, alliances of trusts, venues."""

from __future__ import annotations

import pytest

SYSTEM_TITLE = "News from North"


def features(rows):
    return {(row.feature, row.value, row.body_kind) for row in rows}


@pytest.mark.parametrize(
    "name",
    [
        "Alpha Care Alliance Community Interest Company",
        "Alpha Voluntary and Community Sector Assembly",
        "Alpha Alliance Housing Association",
    ],
)
def test_an_item_that_is_an_organisations_name_tells_no_feature(code, name):
    page = f"Alpha Together\n\nOur members:\n\n- Alpha Council\n- {name}\n- Healthwatch Alpha\n"
    assert not code(page, "governance", title="Alpha Together")


def test_limited_in_the_name_of_a_company_is_no_weakness(code):
    page = "Alpha Together\n\nPartners in it:\n\n- Alpha Council\n- Oak Trust Limited\n- Alpha Data Limited\n"
    assert not code(page, "statements", title="Alpha Together")


PROVIDERS = [
    "Harbour Hospitals Alliance is a single provider collaborative for all of them.",
    "The Harbour Hospitals Alliance is a partnership between three acute trusts in Alpha.",
]


@pytest.mark.parametrize("told", PROVIDERS)
def test_an_alliance_of_trusts_is_no_partnership_of_a_place(code, told):
    page = f"Care in Alpha\n\n{told} The alliance has a delivery plan.\n"
    rows = code(page, "governance", title="Care in Alpha")
    assert not [row for row in rows if row.feature == "arrangement"]
    assert {row.body_kind for row in rows} <= {"collaborative"}


def test_an_alliance_of_all_partners_is_one(code):
    page = (
        "Care in Alpha\n\nHarbour Alliance is a partnership between the trusts, the council and general"
        " practices of Alpha. The alliance has a delivery plan.\n"
    )
    assert ("shared_plan", "delivery", "partnership") in features(
        code(page, "governance", title="Care in Alpha")
    )


def test_the_place_where_a_board_of_the_system_meets_is_not_its_subject(read):
    page = (
        "The North board will meet in public on Friday 9 May at the Assembly Rooms in Beta.\n\n"
        "The board's role includes the annual report of North.\n"
    )
    for sentence in read(page, title="A meeting of the North board").sentences:
        assert not sentence.scope.places


def test_a_page_on_the_system_is_not_that_of_a_place_named_once(read):
    page = (
        "North brings its partners together.\n\n"
        "The partnership brings together councils and trusts.\n\n"
        + "It has met again.\n\n" * 5
        + "A clinic opened in Gamma.\n\nNHS North has a budget.\n"
    )
    assert read(page, title=SYSTEM_TITLE).default.applies_to == "system"


def test_one_partnership_that_works_in_all_places_is_the_systems(read):
    page = "The Partnership of trusts and councils works across Alpha, Beta and Gamma. NHS North pays.\n"
    assert read(page, title=SYSTEM_TITLE).sentences[0].scope.applies_to == "system"


def test_what_is_said_before_a_list_of_places_is_said_of_all_of_them(code):
    page = "Places of North\n\nThere is a delivery plan for the partnership in Alpha and in Beta.\n"
    rows = code(page, "governance", title="Places of North")
    assert {row.place_id for row in rows} == {"north/alpha", "north/beta"}


def test_a_misspelt_name_in_a_list_of_all_places(read):
    page = "Plans are made by the place partnerships in Alpha, Betta and Gamma, and Beta has one too.\n"
    assert read(page, title=SYSTEM_TITLE).sentences[0].scope.applies_to == "each_place"


@pytest.mark.parametrize("name", ["Beta HCP", "the Beta HCP"])
def test_the_kind_of_body_in_a_name_may_be_written_as_initials(code, name):
    rows = code(f"Beta\n\nThis year {name} meets every month.\n", "governance", title="North")
    assert [(row.place_id, row.body) for row in rows] == [("north/beta", "Beta HCP")]


def test_points_below_the_plans_of_a_trust_are_no_partnerships(code):
    points = "- a shared vision with our neighbours\n- a delivery plan for each ward\n"
    page = "Alpha Together\n\n{} commits to:\n\n" + points
    own = code(page.format("The trust's new strategy"), "governance", title="Alpha Together")
    theirs = code(page.format("The partnership"), "governance", title="Alpha Together")
    assert not own
    assert {row.feature for row in theirs} == {"shared_vision", "shared_plan"}
    assert "partner" not in {row.body_kind for row in theirs}


def test_relationships_still_to_be_created_are_no_strength(code):
    page = "Alpha Together\n\nThe creation of good relationships between all partners was a priority.\n"
    assert not code(page, "statements", title="Alpha Together")


@pytest.mark.parametrize(
    "said",
    [
        "That the terms of reference for the joint health scrutiny committee be agreed.",
        "We know we have to learn from the experience of the first phase.",
        "The best plans of partners are those where residents co-design them.",
    ],
)
def test_words_on_other_matters_tell_no_feature(code, said):
    assert not code(f"Alpha Together\n\n{said}\n", "governance", title="Alpha Together")


def test_prose_that_names_a_place_once_does_not_make_a_systems_page_its_own(read):
    page = (
        "NHS North plans care with its partners.\n\n"
        "Alpha is the largest of the towns by far, with a market on two days of the week, three schools, a"
        " theatre and more than its share of rain.\n\n"
        "The partners meet. North pays for it. North has a plan.\n"
    )
    assert read(page, title="About North").default.applies_to == "system"


def test_a_council_of_the_place_is_an_organisation(read):
    page = "The partners met.\n\nThe Council of the Alpha pays for half of it.\n"
    assert read(page, title=SYSTEM_TITLE).default.applies_to == "system"


def test_a_commissioning_group_is_no_group_of_a_partnership(code):
    page = (
        "A governance structure now links the partners (Alpha Council, Oak and Elm NHS Clinical Commissioning"
        " Group) and a legal agreement signed in 2020 covers it.\n"
    )
    rows = code(page, "governance", title="Working together in Alpha")
    assert [(row.feature, row.body) for row in rows if row.feature == "arrangement"] == [
        ("arrangement", None)
    ]


@pytest.mark.parametrize("thing", ["alternatives to hospital", "community-based alternatives"])
def test_alternatives_in_care_are_no_alternatives_among_which_to_choose(code, thing):
    page = f"Alpha Together\n\nOur priorities are {thing} and better sleep.\n"
    rows = code(page, "priorities", title="Alpha Together")
    assert rows
    assert {row.status for row in rows} == {"in_place"}
