"""Milestones: deliverables with a date ahead."""

from __future__ import annotations

import datetime as dt

import pytest

AHEAD = [
    ("By 31 March 2026 all partners in Alpha will use one record.", "By 31 March 2026", dt.date(2026, 3, 31)),
    ("Alpha will publish a plan by the end of June 2025.", "by the end of June 2025", dt.date(2025, 6, 30)),
    ("In 2025/26 we will open a second hub in Alpha.", "In 2025/26", None),
    ("A workshop for Alpha will be held before Christmas.", "before Christmas", None),
    ("Alpha Together asked for a report by 30 November 2025.", "by 30 November 2025", dt.date(2025, 11, 30)),
    ("An options paper on Alpha would come by 1 June 2025.", "by 1 June 2025", dt.date(2025, 6, 1)),
]  # fmt: skip

NOTHING = [
    "The Alpha Together newsletter will be published in July 2030.",
    "The ICB's financial plan will be submitted by 30 June 2030; Alpha Together contributed.",
    "Jo Bell has been appointed Place Director for Alpha and starts on 1 April 2030.",
    "Jo Bell leads Alpha Together. She takes over from Kit Moor on 1 April 2030.",
    "Alpha Together's new chair, Jo Bell, will start in September 2030.",
    "The Alpha partnership is asked to note the results and to agree a plan by 31 March 2026.",
    "The next meeting of Alpha Together will be held on 4 March 2025.",
    "Healthwatch will join Alpha Together in April 2025.",
    "The post in Alpha is funded until March 2025.",
    "By March 2024 Alpha had published its plan.",
    "Alpha Together met on 4 March 2025.",
    "Members of Alpha Together will meet on 3 June 2025.",
    "A deputy chair for Alpha is to be drawn from primary care from April 2025.",
]


@pytest.mark.parametrize(("sentence", "words", "due"), AHEAD)
def test_a_date_ahead(code, sentence, words, due):
    (row,) = code(sentence, "milestones", published="2024-05-01")
    assert (row.due_text, row.due, row.status) == (words, due, "planned")


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_deliverable(code, sentence):
    assert code(sentence, "milestones") == []


def test_a_date_before_the_document_is_not_ahead(code):
    sentence = "By March 2021 all partners in Alpha would use one record."
    assert code(sentence, "milestones", published="2024-05-01") == []


def test_a_list_of_next_steps(code):
    rows = code("Alpha Together\n\nNext steps:\n- June 2025: hire a lead\n- Talk more\n", "milestones")
    assert [(row.deliverable, row.due_text) for row in rows] == [("June 2025: hire a lead", "June 2025")]


def test_what_partners_agreed_to_do_on_a_day(code):
    (row,) = code("Alpha Together agreed to launch a joint committee on 1 April 2030.", "milestones")
    assert (str(row.due), row.status) == ("2030-04-01", "planned")


@pytest.mark.parametrize(
    ("before", "kept"),
    [("It was added that ", ""), ("As noted above, ", ""), ("It is likely that ", "It is likely that ")],
)
def test_who_told_it_is_no_part_of_a_deliverable_but_a_doubt_is(code, before, kept):
    (row,) = code(f"{before}Alpha Together will open a hub by June 2030.", "milestones")
    assert row.deliverable == f"{kept}Alpha Together will open a hub by June 2030"


@pytest.mark.parametrize(
    "sentence",
    [
        "By 2030 this will:",
        "The population of Alpha will rise to 90,000 by 2030.",
        "The number of carers in Alpha is expected to double by 2030.",
        "The agreement will run until March 2030.",
        "The boards in Alpha agreed to meet in common from June 2030.",
        "The first meeting is expected to take place in June 2030.",
    ],
)
def test_what_will_be_and_is_no_deliverable(code, sentence):
    assert code(f"Place working in Alpha\n\n{sentence}\n", "milestones", published="2024-05-01") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan of Alpha sets out how bodies will work together between now and 2031.",
        "The Health and Care Bill aims to put boards on a new footing from July 2031.",
        "All staff of the clinical commissioning group will transfer to the ICB from July 2031.",
        "Waiting lists in Alpha are expected to fall in 2031.",
        "By 2031 people in Alpha will live five years longer.",
        "Funding of £2 million would be available for Alpha in 2031.",
        "Demand in Alpha will go on growing in 2031.",
        "The election in Alpha will be in May 2031.",
        "Alpha Together is expected to save £80 million by 2031.",
        "Alpha Together aims to secure more funding for its work in 2031.",
        "We are changing so that by 2031 people in Alpha will have better care.",
        "The strategy of Alpha will run until 2031.",
    ],
)
def test_what_happens_or_lasts_is_no_act_of_anybody(code, sentence):
    assert code(sentence, "milestones", published="2024-05-01") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "People in Alpha will be able to see their record online by December 2031.",
        "By December 2031 we will have opened two hubs in Alpha.",
        "Every place will need to have a board by April 2031.",
        "Residents of Alpha will be able to book online from May 2031.",
    ],
)
def test_what_people_get_by_a_day_is_a_deliverable(code, sentence):
    assert len(code(sentence, "milestones", published="2024-05-01")) == 1


@pytest.mark.parametrize(("year", "rows"), [(2031, 1), (2021, 0)])
def test_a_date_behind_a_plan_is_that_of_the_promise_where_it_lies_ahead(code, year, rows):
    sentence = f"Alpha Together is to agree a dementia plan in May {year}."
    assert len(code(sentence, "milestones", published="2024-05-01")) == rows


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Alpha Together will submit its plan to the council in November.", "in November"),
        ("Alpha Together has a plan, to be finished and published by late spring.", "by late spring"),
        ("A plan is being drawn up in Alpha, to be completed by 3 May 2031.", "by 3 May 2031"),
    ],
)
def test_a_promise_of_a_month_or_in_few_words(code, sentence, words):
    assert [row.due_text for row in code(sentence, "milestones")] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members of the Alpha partnership will recall the visit in March.",
        "The Care Act will come into force in Alpha on 1 July 2031.",
        "Guidance required each ICP to publish a strategy by 2031, the Alpha partnership heard.",
        "The functions of the CCG in Alpha will be handed over by July 2031.",
        "North will publish its digital strategy by May 2031.",
    ],
)
def test_what_the_nation_or_the_system_does_by_a_day(code, sentence):
    assert code(sentence, "milestones") == []


def test_a_list_of_dates_tells_what_was_done_and_what_is_to_come(code):
    text = (
        "Key milestones of the Alpha partnership:\n\n"
        "- its name was changed in May 2024\n"
        "- agree its budget by 30 June 2031\n"
    )
    assert [row.due_text for row in code(text, "milestones")] == ["by 30 June 2031"]


@pytest.mark.parametrize(
    ("sentence", "deliverable"),
    [
        (
            "Alpha Together has three teams; a fourth will be in place by June 2030.",
            "a fourth will be in place by June 2030",
        ),
        (
            "Members were glad, but the Alpha care record will go live by June 2030.",
            "the Alpha care record will go live by June 2030",
        ),
        (
            "A review of Alpha Together has begun; its findings will be published by June 2030.",
            "A review of Alpha Together has begun; its findings will be published by June 2030",
        ),
        (
            "Four hubs will open by June 2030 in Alpha; Ford; and Green.",
            "Four hubs will open by June 2030 in Alpha; Ford; and Green",
        ),
        (
            "Partners in Alpha run a hub and will open a second by June 2030.",
            "Partners in Alpha run a hub and will open a second by June 2030",
        ),
        (
            "The care team of the Alpha hospital and the council will move by June 2030.",
            "The care team of the Alpha hospital and the council will move by June 2030",
        ),
    ],
)
def test_a_deliverable_is_the_clause_that_holds_it(code, sentence, deliverable):
    (row,) = code(sentence, "milestones")
    assert row.deliverable == deliverable


def test_a_day_on_which_something_was_agreed_is_not_when_it_is_due(code):
    assert code("In March 2025 Alpha Together agreed to set up a shared team.", "milestones") == []
    (row,) = code("In March 2025 Alpha Together agreed to open the hub by June 2031.", "milestones")
    assert row.due_text == "by June 2031"
    (row,) = code("In March 2031 Alpha Together will set up a shared team.", "milestones")
    assert row.due_text == "In March 2031"
