"""Priorities in lists: below a lead or a heading, on numbered lines, on a page of their own."""

from __future__ import annotations

import pytest

from tests.coding.work.rows import labels


@pytest.mark.parametrize(
    "lead",
    [
        "Our priorities are:",
        "In December the board agreed its priorities for 2024/25:",
        "The following were chosen as priorities for the coming year:",
        "We will focus on the following areas:",
    ],
)
def test_a_list_of_priorities(code, lead):
    rows = code(f"Alpha Together\n\n{lead}\n- Frailty: fewer falls\n- Healthy weight\n- Jobs\n", "priorities")
    assert labels(rows) == ["Frailty", "Healthy weight", "Jobs"]


@pytest.mark.parametrize(
    "lead",
    [
        "To deliver our priorities we will:",
        "The priorities of the health and wellbeing board are:",
        "Progress against our priorities:",
        "The principles behind our priorities are:",
        "The board is asked to agree the priorities:",
    ],
)
def test_a_list_of_something_else(code, lead):
    assert code(f"Alpha Together\n\n{lead}\n- Frailty\n- Healthy weight\n- Jobs\n", "priorities") == []


@pytest.mark.parametrize("heading", ["What are our priorities?", "What are the areas of focus?"])
def test_a_heading_may_ask_what_the_list_below_it_answers(code, heading):
    text = f"Alpha Place Partnership\n\n{heading}\n\n- Frailty\n- Diabetes\n"
    assert labels(code(text, "priorities")) == ["Frailty", "Diabetes"]


def test_a_heading_names_the_list_below_it(code):
    text = "Alpha Together\n\nWelcome.\n\nOUR PRIORITIES\n\n- Frailty\n- Jobs\n\nNEXT STEPS\n\n- Hire\n"
    assert labels(code(text, "priorities")) == ["Frailty", "Jobs"]


def test_numbered_priorities_stand_on_lines_of_their_own(code):
    text = "Alpha Together\n\nPriority 1: Starting well\n\nYes.\n\nPriority 2: Ageing well\n\nYes.\n"
    assert labels(code(text, "priorities")) == ["Starting well", "Ageing well"]
    assert code("Alpha Together\n\nPriority 1: Starting well\n\nWe help families.\n", "priorities") == []


def test_points_of_the_agenda_after_the_list_are_no_priorities(code):
    text = (
        "Alpha Together: minutes\n\n4. Priorities\nThe board agreed its priorities:\n- Frailty\n- Falls\n"
        "5. Any other business\nNone.\n"
    )
    assert labels(code(text, "priorities")) == ["Frailty", "Falls"]


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("We have three priorities that will guide us in Alpha for five years:", "in_place"),
        ("The Alpha plan names two priority areas through which it will be delivered:", "in_place"),
        ("Alpha has agreed four areas of focus on which partners spend their time:", "in_place"),
        ("Our Alpha plan sets out plans to improve health in two priority areas:", "in_place"),
        ("To reach these long-term ambitions for Alpha, the plan identifies two priority areas:", "in_place"),
        ("Alpha might look at three priorities that others have:", None),
        ("The hospital's priorities that need work in Alpha are not ours:", None),
        ("The board was asked about priorities that matter in Alpha:", None),
    ],
)
def test_a_list_whose_lead_goes_on_about_the_priorities(code, lead, status):
    rows = code(f"{lead}\n- frailty\n- housing\n", "priorities")
    assert [(row.label, row.status) for row in rows] == (
        [("frailty", status), ("housing", status)] if status else []
    )


@pytest.mark.parametrize(
    ("lead", "rows"),
    [
        ("From a North viewpoint the two themes of the Alpha paper are:", 0),
        ("At North level the five priorities are:", 0),
        ("Seen from here, the two themes of the Alpha plan are:", 2),
    ],
)
def test_what_a_system_sees_as_priorities_is_no_places(code, lead, rows):
    text = f"Place working in Alpha\n\n{lead}\n- primary care\n- mental health\n"
    assert len(code(text, "priorities")) == rows


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Priorities 2024 to 2026", 3),
        ("Our priorities 2024/25", 3),
        ("Priorities for 2024-2026", 3),
        ("Priorities (2024 to 2026)", 3),
        ("Alpha priorities: 2024 - 26", 3),
        ("2024/25 priorities", 3),
        ("Progress on priorities 2024 to 2026", 0),
        ("Priorities of the council's budget 2024 to 2026", 0),
        ("Priority 2024 estates funding", 0),
        ("National priorities 2024/25", 0),
    ],
)
def test_a_heading_of_priorities_may_end_in_years(code, heading, rows):
    items = ("Frailty and falls prevention", "Children's mental health", "Reducing smoking in pregnancy")
    listed = "".join(f"<li>{item}</li>" for item in items)
    page = f"<h1>Alpha Together</h1><h2>{heading}</h2><ul>{listed}</ul>"
    assert len(code(page, "priorities")) == rows


UNDER_STAGES = """At first Alpha Together's priorities are to:

Early years

- put teeth first
- weigh babies

Old age

- prevent falls
"""
BROKEN = """Alpha Together is currently focusing on:

- Dementia care

Clinics open on each estate.

- Healthy weight

Walks are led by volunteers.

The board meets in June.

- Minutes
"""
OF_A_PLAN = """Alpha's plan addresses three areas that partners share and over the years will:

- cut smoking
- treat frailty at home
- train volunteers
"""
LISTS = [
    (UNDER_STAGES, "put teeth first; weigh babies; prevent falls"),
    (BROKEN, "Dementia care; Healthy weight"),
    (OF_A_PLAN, "cut smoking; treat frailty at home; train volunteers"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_that_does_not_stand_right_below_its_lead(code, text, expected):
    assert labels(code(text, "priorities")) == expected.split("; ")


def test_a_long_item_is_cut_to_the_clauses_that_fit(code):
    item = (
        "Mend how people in Alpha leave hospital so that every ward, practice, care home and family knows "
        "what comes next, with one plan, one number to ring and one visit, to spare them a second stay"
    )
    (row,) = code(f"The priorities of Alpha Together are:\n\n- {item}\n", "priorities")
    assert item.startswith(row.label)
    assert len(row.label) < len(item)


@pytest.mark.parametrize(
    ("before", "publisher", "status"),
    [
        ("These matter most to us.", "Alpha Together", ["in_place", "in_place"]),
        ("These are what we propose to work on.", "Alpha Together", ["candidate", "candidate"]),
        ("These matter most to us.", "Alpha Council", []),
    ],
)
def test_a_page_that_is_called_our_priorities_begins_with_them(code, before, publisher, status):
    text = f"{before}\n\n- Better sleep\n- Shorter waits\n\nMore of Alpha is to follow.\n"
    rows = code(text, "priorities", title="Our priorities", publisher=publisher)
    assert [row.status for row in rows] == status


@pytest.mark.parametrize(
    "lead",
    ["For 2025 to 2028 we have agreed four:", "Together we have chosen these:", "Until 2028 they are:"],
)
def test_a_lead_may_refer_to_the_priorities_of_its_heading(code, lead):
    page = f"What are our priorities?\n\n{lead}\n\n- Frailty\n- Healthy weight\n- Jobs\n- Mental health\n"
    rows = code(f"Alpha Together\n\n{page}", "priorities")
    assert labels(rows) == ["Frailty", "Healthy weight", "Jobs", "Mental health"]
