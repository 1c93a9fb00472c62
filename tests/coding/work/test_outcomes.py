"""Outcomes: figures told as results, never targets, context or figures of somebody else."""

from __future__ import annotations

import pytest

RESULTS = [
    ("In Alpha emergency admissions fell by 12 per cent in 2023.", 12, None, "percent", "decrease"),
    ("In Alpha the average wait fell from 11 weeks to six weeks.", 6, 11, "weeks", "decrease"),
    ("In Alpha waits have come down from nine days in 2022/23 to five days.", 5, 9, "days", "decrease"),
    ("In Alpha the wait for a first visit is now 6 weeks, down from 11.", 6, 11, "weeks", "decrease"),
    (
        "In Alpha 81% of people were at home after a month, up from 70% in 2021.",
        81,
        70,
        "percent",
        "increase",
    ),
    ("Alpha has seen a 15% reduction in falls among older people.", 15, None, "percent", "decrease"),
    ("Alpha Together helped more than 340 people to leave hospital.", 340, None, "people", None),
    ("In Alpha 1,250 carers have been supported since the spring.", 1250, None, "carers", None),
    ("Alpha's hub cut ambulance call-outs by 20 per cent.", 20, None, "percent", "decrease"),
    ("In Alpha the hub brought a 4-day reduction in the length of stays.", 4, None, "days", "decrease"),
    ("Since May 2021, 77 residents of Alpha were helped.", 77, None, "residents", None),
    ("In Alpha 85 of our residents went home sooner or avoided a ward.", 85, None, "residents", None),
    ("In Alpha the team avoided 640 nights in a ward.", 640, None, "nights", "decrease"),
    ("In Alpha the hub made savings equivalent to 300 bed days.", 300, None, "bed days", "decrease"),
    ("In Alpha the council saved £90,000 of its care costs.", 90_000, None, "pounds", None),
    ("Alpha's hub freed up at least £1.5m for others.", 1_500_000, None, "pounds", None),
    ("In Alpha the number in beds was 71 in May, compared with 96 before.", 71, 96, "count", "decrease"),
]

MEASURES = [
    (
        "Alpha Together said that falls at home fell by 12% and that hospital stays fell by 8%.",
        {"falls at home", "hospital stays"},
    ),
    (
        "Alpha Together reported a 14% reduction in emergency admissions and a saving of £2 million.",
        {"emergency admissions", "saving of £2 million"},
    ),
    (
        "In Alpha calls to the ambulance fell by 6%, and visits to wards fell by a fifth.",
        {"In Alpha calls to the ambulance", "visits to wards"},
    ),
]

NOTHING = [
    "Alpha Together aims to cut emergency admissions by 12 per cent.",
    "In Alpha admissions should fall from 300 to 200 by 2026.",
    "The target in Alpha is a 10% reduction in falls.",
    "The population of Alpha grew by 9% in ten years.",
    "The budget in Alpha fell from 12 million to 10 million.",
    "Admissions in North as a whole rose by 3 per cent.",
    "Emergency admissions have not fallen by 5 per cent in Alpha.",
    "In Alpha the plan is to see 500 people each year.",
    "Nationally falls dropped by 5%, and Alpha took note.",
    "In Alpha 40 people attended the workshop.",
    "In Alpha 34% of residents live in poor areas, up from 30% in 2011.",
    "Alpha Together saw 40 people apply for the post.",
    "Alpha needs to save £20 million.",
    "In Alpha a grant of £20 million was awarded to save a hospice.",
]


@pytest.mark.parametrize(("sentence", "value", "baseline", "unit", "direction"), RESULTS)
def test_a_figure_told_as_a_result(code, sentence, value, baseline, unit, direction):
    (row,) = code(sentence, "outcomes")
    assert (row.value, row.baseline, row.unit, row.direction) == (value, baseline, unit, direction)
    assert row.place_id == "north/alpha"


@pytest.mark.parametrize(("sentence", "measures"), MEASURES)
def test_what_is_measured_ends_where_the_next_figure_begins(code, sentence, measures):
    assert {row.measure for row in code(sentence, "outcomes")} == measures


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_figure_that_is_no_result_of_the_partnership(code, sentence):
    assert code(sentence, "outcomes") == []


def test_each_figure_of_a_sentence_counts(code):
    rows = code("In Alpha falls fell by 12% and admissions fell by 9%.", "outcomes")
    assert {row.value for row in rows} == {12, 9}


def test_figures_beside_one_of_what_was_avoided_count(code):
    rows = code("In Alpha the team avoided 50 admissions, 40 GP visits and saved 30 bed days.", "outcomes")
    assert {(row.value, row.unit) for row in rows} == {(50, "admissions"), (40, "visits"), (30, "bed days")}


@pytest.mark.parametrize(
    ("lead", "values"),
    [("In Alpha the results so far are", [310, 12]), ("In Alpha the figures of the ward are", [])],
)
def test_points_of_a_list_of_results(code, lead, values):
    text = f"Alpha Together\n\n{lead}:\n\n- 310 visits by nurses\n- 12% of callers were old hands\n"
    assert [row.value for row in code(text, "outcomes")] == values


def test_how_a_figure_is_meant(code):
    (row,) = code("In Alpha about 900 people now have a care plan.", "outcomes")
    assert row.bound == "about"


def test_the_measure_leaves_out_who_says_it_and_when(code):
    (row,) = code("We heard that in 2023 the wait in Alpha fell by 12 days.", "outcomes")
    assert row.measure == "the wait in Alpha"


@pytest.mark.parametrize(
    ("sentence", "value", "bound"),
    [
        ("In Alpha call-outs are down by at least 14% since 2022.", 14, "at_least"),
        ("In Alpha long stays have dropped by about a quarter.", 25, "about"),
        ("In Alpha the number of delays has almost halved.", 50, "about"),
        ("The team in Alpha is saving 200 bed days a month.", 200, "exact"),
    ],
)
def test_a_fall_in_other_words(code, sentence, value, bound):
    (row,) = code(sentence, "outcomes")
    assert (row.value, row.bound, row.direction) == (value, bound, "decrease")


@pytest.mark.parametrize(
    "sentence",
    [
        "In Alpha emergency attendances rose by 8% in 2023.",
        "In Alpha staff sickness is up by 2%.",
        "The team in Alpha expects to be saving 200 bed days a month.",
    ],
)
def test_more_of_what_nobody_wants_is_no_result(code, sentence):
    assert code(sentence, "outcomes") == []


def test_points_take_the_period_of_the_point_that_introduces_them(code):
    text = "- Alpha: over winter 2023/24 partners worked as one. Results included:\n- 12% fewer falls\n"
    rows = code(f"Results of joint work\n\n{text}", "outcomes")
    assert [(row.value, row.period) for row in rows] == [(12, "winter 2023/24")]


@pytest.mark.parametrize(
    "effort",
    ["The focus on reducing", "Joint work to cut", "A drive to lower", "Continued efforts to prevent"],
)
def test_an_effort_is_no_part_of_the_measure(code, effort):
    (row,) = code(
        f"In Alpha, {effort.lower()} stays on the ward led to an average of 8 admissions compared with an "
        "average in 2021 of 15.",
        "outcomes",
    )
    assert (row.measure, row.value, row.baseline) == ("stays on the ward", 8, 15)


def test_figures_with_points_beside_each_other(code):
    told = "In Alpha it led to a 10.4 per cent reduction in visits and a 7.3 per cent reduction in stays."
    rows = code(told, "outcomes")
    assert [(row.value, row.measure) for row in rows] == [(10.4, "visits"), (7.3, "stays")]


def test_what_something_is_compared_with_is_not_what_is_measured(code):
    assert not code("In Alpha care came up to 20 weeks faster than waiting for a ward.", "outcomes")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "In Alpha call-outs dropped by 11 per cent and stays by two days.",
            {("call-outs", 11, "decrease"), ("stays", 2, "decrease")},
        ),
        (
            "In Alpha uptake rose from 50% to 64% and early checks from 31% to 40%.",
            {("uptake", 64, "increase"), ("early checks", 40, "increase")},
        ),
        (
            "In Alpha late discharges fell by a third and length of stay fell from 8 days to 6 days.",
            {("late discharges", 33.3, "decrease"), ("length of stay", 6, "decrease")},
        ),
        (
            "In Alpha readmissions fell from 12 to 9 per cent and waits to 5 weeks.",
            {("readmissions", 9, "decrease"), ("waits", 5, "decrease")},
        ),
        (
            "In Alpha admissions fell by 9 per cent and the team moved to 3 halls.",
            {("admissions", 9, "decrease")},
        ),
    ],
)
def test_each_figure_has_its_own_measure(code, sentence, told):
    rows = code(f"How Alpha is doing\n\n{sentence}\n", "outcomes")
    assert {(row.measure.removeprefix("In Alpha "), row.value, row.direction) for row in rows} == told


@pytest.mark.parametrize(
    "text",
    [
        "Rents collected in Alpha rose by 3%.",
        "Potholes mended within a week rose by 20% in Alpha.",
        "Bin collections missed in Alpha fell by 12%.",
        "Library visits in Alpha rose by 15%.",
        "Parking fines in Alpha fell by 10%.",
        "Burglaries in Alpha fell by 11%.",
        "Complaints about noise in Alpha fell by 14%.",
    ],
)
def test_what_councils_do_besides_is_no_outcome_of_joint_work(code, text):
    assert not code(f"Alpha Together: report\n\n{text}\n", "outcomes")


@pytest.mark.parametrize(
    "text",
    [
        "People sleeping rough in Alpha fell by 40%.",
        "Loneliness among older people in Alpha fell by 8%.",
        "Evictions of people with mental illness fell by 20%.",
    ],
)
def test_what_makes_for_health_is(code, text):
    assert code(f"Alpha Together: report\n\n{text}\n", "outcomes")


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        (
            "In Alpha 62% fewer patients have needed long stays in the wards and around 450 stayed out.",
            62,
            "patients have needed long stays in the wards",
        ),
        ("In Alpha the team meant 15% fewer readmissions while 200 carers were visited.", 15, "readmissions"),
        (
            "In Alpha 40% more children were vaccinated but only half were seen.",
            40,
            "children were vaccinated",
        ),
        (
            "Alpha has 22% fewer falls in care homes and staff say that they feel safer.",
            22,
            "falls in care homes",
        ),
        ("In Alpha the hub cut falls by 20% and waits have fallen from 12 weeks to four.", 4, "waits"),
        ("Alpha's hub helped 1,200 people to stop smoking and trained many.", 1200, "people to stop smoking"),
        (
            "In all 842 people had been through Alpha's home service by March 2018, many of them over 80.",
            842,
            "people had been through Alpha's home service",
        ),
        ("Alpha's team had 9% fewer admissions and readmissions.", 9, "admissions and readmissions"),
        (
            "Alpha's hub saw 25% fewer falls among people at home and in care.",
            25,
            "falls among people at home and in care",
        ),
    ],
)
def test_a_measure_ends_where_the_next_clause_begins(code, text, value, measure):
    assert (value, measure) in {(row.value, row.measure) for row in code(text, "outcomes")}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Alpha's home team looked after 640 people last winter.", "people looked after"),
        ("Alpha's hubs helped 1,250 residents.", "residents helped"),
        ("Alpha's team supported 300 carers this year.", "carers supported"),
        ("Alpha's hubs helped 1,200 people to stay at home.", "people to stay at home"),
    ],
)
def test_where_nothing_else_is_told_of_people_it_is_what_was_done_for_them(code, text, measure):
    assert [row.measure for row in code(f"Alpha Together: report\n\n{text}\n", "outcomes")] == [measure]
