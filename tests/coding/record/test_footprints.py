"""Footprints: how many places and neighbourhoods, for how many people."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "level", "count"),
    [
        ("There are three place boards in North.", "place", 3),
        ("Alpha is one of three places in North.", "place", 3),
        ("Alpha has six neighbourhoods.", "neighbourhood", 6),
        ("Alpha works through four integrated neighbourhood teams.", "neighbourhood", 4),
        ("Teams in Alpha are arranged in five localities.", "locality", 5),
        ("All three localities of North were asked to refresh their plans.", "place", 3),
        ("North has three well-established place-based planning partnerships.", "place", 3),
        ("There are partnerships in each of North's three districts.", "place", 3),
        ("The board in Alpha aims to cut waits across the three localities in North.", "place", 3),
        ("North agreed on the three ICP areas.", "place", 3),
        ("All three care systems (Alpha, Beta and Gamma) will go on.", "place", 3),
        ("North works in three local areas: Alpha, Beta and Gamma.", "place", 3),
        ("There are 12 local care partnerships covering all of Alpha.", "locality", 12),
        ("The six primary care networks set up across Alpha will grow.", "neighbourhood", 6),
        ("Alpha works through nine groups of GP practices.", "neighbourhood", 9),
        ("Alpha set up seven integrated nursing and social care teams.", "neighbourhood", 7),
        ("The four local authority boundaries are those of North's partnerships.", "place", 4),
        ("Its places follow the boundaries of the four local authorities in North.", "place", 4),
        ("Alpha has set up five hubs around groups of GP practices.", "neighbourhood", 5),
        ("The map shows the four local areas of North.", "place", 4),
        ("North has three, locally focussed integrated care partnerships.", "place", 3),
        ("The board of North delegates to its three place-based committees.", "place", 3),
        ("Seven LAPs have been set up across Alpha.", "locality", 7),
        ("Care is based in six local areas covering Alpha.", "locality", 6),
        ("Alpha is made up of eleven community partnerships.", "locality", 11),
        ("Within Alpha there are ten health and care neighbourhoods.", "neighbourhood", 10),
    ],
)
def test_a_count(code, sentence, level, count):
    assert [(row.level, row.count) for row in code(sentence, "footprints")] == [(level, count)]


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Alpha is home to 175,000 people.", 175_000, 175_000),
        ("Alpha serves a population of about 1.2 million.", 1_200_000, 1_200_000),
        ("Each place has between 30,000 and 50,000 people.", 30_000, 50_000),
        ("Alpha is home to half a million people.", 500_000, 500_000),
        ("We plan services on behalf of 1.2m local people in Alpha.", 1_200_000, 1_200_000),
        ("Two million people live in Alpha.", 2_000_000, 2_000_000),
        ("We care for the 1.7million people living in Alpha.", 1_700_000, 1_700_000),
        ("The million people in Alpha grow older.", 1_000_000, 1_000_000),
        ("Each neighbourhood in Alpha has 30-50k residents.", 30_000, 50_000),
        ("Population of Alpha: 212,345 people", 212_345, 212_345),
        ("The population that we serve, 212,345 people, lives in Alpha.", 212_345, 212_345),
        ("In North our 800,000 population is young.", 800_000, 800_000),
        ("North's homes differ for the 1.1 million people we serve.", 1_100_000, 1_100_000),
        ("North Integrated Care Board (ICB) delivers care to 1.4 million people.", 1_400_000, 1_400_000),
        ("Practices look after 30,000 to 50,000 people who live in that neighbourhood.", 30_000, 50_000),
    ],
)
def test_a_population(code, sentence, low, high):
    assert [(row.population_min, row.population_max) for row in code(sentence, "footprints")] == [(low, high)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Alpha 12,000 people were vaccinated.",
        "Item 5 Place-based partnerships in Alpha",
        "A proposal to bring the places of North down was not discussed.",
        "The members in Alpha include the clinical directors of seven primary care networks.",
        "Alpha's partnership covers all services for children.",
        "We met the other two place-based partnerships in North.",
        "Work began in the remaining two neighbourhoods of Alpha.",
        "Beta works with two other boroughs - Alpha and Gamma.",
        "Care in Alpha: England has been divided up into 42 different areas.",
        "In Alpha the hospital trust serves 400,000 people.",
        "The plan for 2016 to 2021 says how residents of Alpha will fare.",
        "In Alpha 90,000 people live in areas that are among the most deprived.",
        "Omega Together serves 312,000 people.",
        "The NHS in North employs 70,000 people living in our area.",
        "The hospital in Alpha serves a population of 600,000.",
        "By 2040 the population of Alpha will reach 400,000.",
        "The service helps 120,000 people living with diabetes in Alpha.",
        "A pilot runs in three neighbourhoods of Alpha.",
        "Alpha has 35 neighbourhoods that are among the most deprived in England.",
        "The post covers three boroughs of North.",
        "The charity is there for 800,000 people in Alpha and Beta.",
        "Two of our places - Alpha and Beta - are rural.",
        "Alpha would ideally have more than four neighbourhoods.",
        "Alpha saw the transfer of its clinics to a trust and three primary care networks.",
    ],
)
def test_what_is_no_footprint(code, sentence):
    assert code(sentence, "footprints") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("North has three places instead of five.", {(3, "in_place"), (5, "ended")}),
        ("North has four places. Until now there were six.", {(4, "in_place"), (6, "ended")}),
        ("The ICB works with its three health and care partnerships.", {(3, "in_place")}),
        ("In North three place partnerships are due to be set up by 2031.", {(3, "planned")}),
        ("In Alpha teams in six neighbourhoods are being rolled out.", {(6, "planned")}),
        ("The intention is for North to have three new place partnerships.", {(3, "planned")}),
        ("The three new place partnerships of North met.", {(3, "in_place")}),
        ("There was a choice of rooms in North. Until now there were six.", set()),
        ("The Board is asked to:\n- note the position in the three localities;\n", set()),
    ],
)
def test_how_many_places_there_are_and_were(code, text, counts):
    assert {(row.count, row.status) for row in code(text, "footprints")} == counts


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("In September 2024, an Integrated Neighbourhood event was held in Alpha.", []),
        ("In 2023 neighbourhoods in Alpha began to share staff.", []),
        ("Alpha has 20 neighbourhoods.", [20]),
    ],
)
def test_a_year_counts_no_neighbourhoods(code, sentence, counts):
    assert [row.count for row in code(sentence, "footprints")] == counts


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Alpha is one of three places within the North ICS and covers a population of 90,000.", "place"),
        ("Alpha Together is part of the North Integrated Care System and serves 90,000 people.", "place"),
        ("The North ICS, with three places, covers a population of 900,000.", "system"),
        ("Within the North ICS there are 900,000 people.", "system"),
    ],
)
def test_the_system_that_a_place_lies_in_is_not_who_has_the_people(code, sentence, level):
    rows = [row for row in code(sentence, "footprints") if row.population_min]
    assert {row.level for row in rows} == {level}


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("There are 19 local care partnerships covering all of Alpha.", []),
        ("Nine local care partnerships across Alpha join up care.", []),
        ("There have previously been five place-based partnerships in North.", []),
        ("There are three place-based partnerships across North.", [3]),
    ],
)
def test_partnerships_within_a_place_or_of_the_past_are_no_places(code, sentence, counts):
    assert [row.count for row in code(sentence, "footprints") if row.level == "place"] == counts


@pytest.mark.parametrize(
    ("sentence", "most"),
    [
        ("Alpha serves over 650,000 people.", None),
        ("Alpha is home to more than 650,000 people.", None),
        ("Alpha serves about 650,000 people.", 650_000),
        ("Alpha serves more than 300,000 to 650,000 people.", 650_000),
    ],
)
def test_who_are_more_than_a_figure_have_no_most(code, sentence, most):
    (row,) = code(sentence, "footprints")
    assert row.population_max == most


@pytest.mark.parametrize(
    ("sentence", "levels"),
    [
        (
            "There are five community teams in Alpha, each serving 120,000 to 200,000 people.",
            ["neighbourhood"],
        ),
        ("There are five hubs, each serving between 120,000 and 200,000 people.", []),
        ("Alpha has thirteen Neighbourhood Hubs, each covering 30,000 to 50,000 people.", ["neighbourhood"]),
        ("Each of our six neighbourhoods has between 40,000 and 58,000 residents.", ["neighbourhood"]),
        ("North has three places, each covering a population of 300,000.", ["place"]),
        ("Alpha serves 120,000 to 200,000 people.", ["place"]),
    ],
)
def test_the_people_of_each_are_those_of_what_is_counted(code, sentence, levels):
    rows = code(f"Alpha Together\n\n{sentence}", "footprints")
    assert [row.level for row in rows if row.population_max] == levels


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Alpha has 19 primary care networks and 14 neighbourhood teams.", [14, 19]),
        ("There are six neighbourhoods, five PCNs and four integrated teams in Alpha.", [4, 5, 6]),
        ("Alpha has three neighbourhoods with two integrated care teams.", [2, 3]),
        ("Alpha has 19 primary care networks.", [19]),
        ("Membership of Alpha Together included the council, three primary care networks and a trust.", []),
        ("Members of Alpha Together include two PCNs and the council.", []),
        ("The seats are drawn from two primary care networks and the council.", []),
    ],
)
def test_networks_and_teams_are_each_counted_and_members_are_not(code, sentence, counts):
    rows = code(f"Place working in Alpha\n\n{sentence}\n", "footprints")
    assert sorted(row.count for row in rows if row.level == "neighbourhood") == counts


def test_a_weighted_population_is_none_that_lives_there(code):
    told = "North has a population of 900,000 (weighted population of 950,000) in three counties."
    assert [row.population_min for row in code(told, "footprints", title="North")] == [900_000]


def test_neighbourhoods_counted_beside_places_are_all_there_are(code):
    told = "Across North we have agreed on 20 neighbourhoods and three places."
    rows = [row for row in code(told, "footprints", title="North") if row.level == "neighbourhood"]
    assert [(row.count, row.applies_to) for row in rows] == [(20, "system")]


def test_a_point_of_a_list_may_say_of_which_parts_it_speaks(code):
    text = "Alpha Together heard:\n\n- Neighbourhood areas in Alpha will be of 50,000 to 90,000 people.\n"
    told = [(row.level, row.population_min, row.population_max) for row in code(text, "footprints")]
    assert told == [("neighbourhood", 50_000, 90_000)]


def test_what_a_word_means_is_no_population_of_the_system(code):
    told = "{} of an area of approximately 250,000 to 500,000 people."
    assert code(told.format("We all live in reach"), "footprints", title="North at a glance")
    assert not code(told.format("It is our name for the clusters"), "footprints", title="North at a glance")


def test_figures_before_their_places(code):
    text = "North\n\n300,000 people live in Alpha and 200,000 people live in Beta.\n"
    rows = code(text, "footprints")
    assert {(row.place_id, row.population_min) for row in rows} == {
        ("north/alpha", 300_000),
        ("north/beta", 200_000),
    }


def test_a_figure_of_several_places_is_the_systems_where_that_is_named(code):
    text = "Home to more than 800,000 people from Alpha to Beta, North covers many towns.\n"
    assert [(row.place_id, row.level) for row in code(text, "footprints")] == [(None, "system")]


@pytest.mark.parametrize(
    ("text", "level", "place"),
    [
        (
            "Alpha Together is new. It is one of three places in the North ICS, and serves 190,000 people.",
            "place",
            "north/alpha",
        ),
        (
            "Alpha is one of the three partnerships of North ICB, serving about 190,000 people.",
            "place",
            "north/alpha",
        ),
        ("Alpha lies in the North Integrated Care System, which serves 900,000 people.", "system", None),
        ("It is one of three places in the North ICS and serves 190,000 people.", None, None),
    ],
)
def test_people_told_behind_the_system_that_a_place_is_of(code, text, level, place):
    rows = [row for row in code(text, "footprints") if row.population_min]
    assert [(row.level, row.place_id) for row in rows] == ([(level, place)] if level else [])


def test_leads_of_neighbourhoods_are_no_neighbourhoods(code):
    rows = code("Alpha\n\nAlpha has 12 neighbourhoods with 10 neighbourhood leads.\n", "footprints")
    assert [(row.level, row.count) for row in rows] == [("neighbourhood", 12)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Alpha has three neighbourhoods and Beta five.", {"alpha": 3, "beta": 5}),
        ("Alpha has three neighbourhoods, Beta five and Gamma two.", {"alpha": 3, "beta": 5, "gamma": 2}),
        ("Alpha has three neighbourhoods, while Beta has four.", {"alpha": 3, "beta": 4}),
        ("There are three neighbourhoods in Alpha and five in Beta.", {"alpha": 3, "beta": 5}),
        ("Alpha has 12 integrated neighbourhood teams and Beta nine.", {"alpha": 12, "beta": 9}),
        ("Alpha is divided into four localities, Beta into six.", {"alpha": 4, "beta": 6}),
        ("Alpha has three neighbourhoods and Beta five hospitals.", {"alpha": 3}),
        ("Alpha has three neighbourhoods and five care homes in Beta.", {"alpha": 3}),
        ("Alpha has three neighbourhoods and twelve practices, Beta five.", {"alpha": 3}),
        ("Alpha has three neighbourhoods and Beta five per cent of the staff.", {"alpha": 3}),
    ],
)
def test_counts_of_further_places_without_what_they_count(code, text, counts):
    rows = code(f"NHS North places\n\n{text}\n", "footprints")
    assert {row.place_id.partition("/")[2]: row.count for row in rows} == counts


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together covers all 148,000 residents of Alpha.",
        "Alpha Together serves all of the 148,000 people who live in Alpha.",
        "Alpha Together looks after the health of all 148,000 people of Alpha.",
        "Alpha Together is responsible for all 148,000 residents in Alpha.",
    ],
)
def test_all_residents_are_the_population(code, text):
    rows = code(f"Alpha Together: report\n\n{text}\n", "footprints")
    assert [(row.level, row.population_min) for row in rows] == [("place", 148000)]


@pytest.mark.parametrize(
    "text",
    [
        "The leaflet went to all 148,000 homes in Alpha.",
        "All 148,000 residents were invited to the event.",
        "Alpha Together employs all 1,480 people in Alpha.",
    ],
)
def test_all_who_were_invited_or_employed_are_not(code, text):
    assert not code(f"Alpha Together: report\n\n{text}\n", "footprints")


@pytest.mark.parametrize(
    "text",
    [
        "The Alpha partnership includes:\n\n- Alpha Council\n- Eight PCNs\n- Healthwatch Alpha\n",
        "Members of the Alpha Partnership:\n\n- Alpha Council\n- Alpha Trust\n- Six primary care networks\n",
        "Who is in the Alpha partnership\n\nAlpha Council\nFive PCNs\nAlpha NHS Trust\n",
        "Alpha Together brings together Alpha Council, six primary care networks and Alpha NHS Trust.",
    ],
)
def test_networks_in_a_list_of_members_are_no_parts_of_a_place(code, text):
    assert code(text, "footprints") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Alpha at a glance:\n\n- Eight primary care networks\n- 42 GP practices\n", 8),
        ("Alpha's partnership works through:\n\n- six neighbourhoods\n- its hubs\n", 6),
        ("The Alpha partnership includes:\n\n- Alpha Council\n- All eight PCNs\n- Healthwatch Alpha\n", 8),
        ("Alpha has eight primary care networks, which are members of the partnership.", 8),
    ],
)
def test_networks_in_other_lists_are_parts_of_a_place(code, text, count):
    assert [(row.count, row.place_id) for row in code(text, "footprints")] == [(count, "north/alpha")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            'Alpha has a board and two "Localities" for the former area of Mill. Under that are nine LAPs.',
            {(2, "north/alpha"), (9, "north/alpha")},
        ),
        (
            "Beta has two localities. Beneath them are nine local area partnerships.",
            {(2, "north/beta"), (9, "north/beta")},
        ),
        ('Beta has a board, and under that are four "Communities", each with a hub.', {(4, "north/beta")}),
        ("Beta is divided into four communities.", {(4, "north/beta")}),
        ("Beta has four localities, on the boundaries of the former CCG areas.", {(4, "north/beta")}),
        ("The former borough partnership in Beta had six neighbourhoods.", set()),
    ],
)
def test_what_stands_below_a_place_is_its_own(code, text, counts):
    assert {(row.count, row.place_id) for row in code(text, "footprints")} == counts
