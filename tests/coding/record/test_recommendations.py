"""Recommendations: what a board was asked, and what a committee asked of others."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("The Board is asked to note the report on Alpha.", ["note"]),
        (
            "The Board was asked to note the position in Alpha, and to agree an annual report.",
            ["note", "agree"],
        ),
        ("It is recommended that the Committee approves the plan for Alpha.", ["endorse"]),
        ("RESOLVED: That the report on Alpha be noted.", ["note"]),
        ("The committee recommended that Alpha Together publishes its minutes.", ["recommend"]),
        (
            "Decisions: That: (1) the progress in Alpha be noted; (2) the new structure be agreed.",
            ["note", "agree"],
        ),
        ("Alpha Together noted the report.", []),
        ("Members asked for more about Alpha.", []),
        ("The report recommends that people in Alpha walk to work on most days.", []),
    ],
)
def test_a_request_in_a_sentence(code, sentence, actions):
    assert [row.action for row in code(sentence, "recommendations")] == actions


@pytest.mark.parametrize(
    ("title", "actions"),
    [("Alpha Health and Wellbeing Board: minutes", ["endorse"]), ("Alpha Partnership Board: minutes", [])],
)
def test_what_the_board_approved_is_told_of_another_bodys_meeting(code, title, actions):
    text = f"{title}\n\nThe board approved the Better Care Fund (BCF) plan for Alpha, with a change.\n"
    assert [row.action for row in code(text, "recommendations")] == actions


def test_requests_in_a_list(code):
    rows = code(
        "Alpha Together\n\nThe Board is asked to:\n- Note the plan\n- Approve the budget\n", "recommendations"
    )
    assert [(row.to_body, row.action) for row in rows] == [("The Board", "note"), ("The Board", "endorse")]


def test_numbered_recommendations_below_the_line_that_announces_them(code):
    text = (
        "Alpha Together\n\nThe panel recommends:\n\nR1. That minutes are out.\n\nR2. That a plan is made.\n"
    )
    rows = code(text, "recommendations")
    assert [(row.action, row.text) for row in rows] == [
        ("recommend", "That minutes are out."),
        ("recommend", "That a plan is made."),
    ]


def test_of_a_decision_only_what_asks_something_of_somebody(code):
    text = (
        "Alpha Together\n\nResolved:\n\n1. To thank the officers.\n2. To ask the ICB to publish its plan.\n"
    )
    rows = code(text, "recommendations")
    assert [(row.action, row.to_body) for row in rows] == [("recommend", "the ICB")]


def test_a_paper_that_recommends(code):
    (row,) = code("We are recommending that Alpha Together keeps its present form.", "recommendations")
    assert (row.action, row.text) == ("recommend", "Alpha Together keeps its present form.")


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("That the Alpha Cabinet Member brings a paper.", "the Alpha Cabinet Member"),
        ("That the ICB considers delegating a budget to Alpha.", "the ICB"),
        ("For Alpha Together to meet in public.", "Alpha Together"),
        ("To recommend that the Alpha board publish its papers.", "the Alpha board"),
        ("To request a report on Alpha in June.", None),
    ],
)
def test_whom_a_committee_asks(code, words, to):
    (row,) = code(f"Alpha\n\nThe panel recommends:\n\n1. {words}\n", "recommendations")
    assert row.to_body == to


@pytest.mark.parametrize(
    "name",
    [
        "The Health & Wellbeing Board",
        "The Alpha & Mossley Health and Wellbeing Board",
        "Alpha Health & Care Board",
    ],
)
def test_who_is_asked_has_an_ampersand(code, name):
    (row,) = code(f"Alpha\n\n{name} is asked to note the plan of the partnership.\n", "recommendations")
    assert row.to_body == name


@pytest.mark.parametrize(
    ("again", "rows"),
    [
        ("Endorse the aims that are set out in the executive summary.", 1),
        ("Endorse the aims that are set out.", 1),
        ("Endorse the aims that partners set out last year.", 2),
        ("Note the aims that are set out.", 2),
        ("Endorse the aims that are set out for 2026.", 2),
    ],
)
def test_a_recommendation_made_twice_is_one(code, again, rows):
    asked = "The board is asked to:\n- Endorse the aims that are set out.\n"
    text = f"Place working in Alpha\n\n{asked}\nSome words.\n\n{asked.splitlines()[0]}\n- {again}\n"
    assert len(set(code(text, "recommendations"))) == rows


def test_of_a_recommendation_made_twice_the_fuller_words_stay(code):
    asked = "The board is asked to:\n- Endorse the aims{}.\n"
    text = f"Place working in Alpha\n\n{asked.format('')}\nSome words.\n\n{asked.format(' in section 2')}"
    assert {row.text for row in code(text, "recommendations")} == {"Endorse the aims in section 2."}


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("consider whether they have any relevant interest in an item", 0),
        ("consider any pecuniary interests that they hold", 0),
        ("consider whether they have an interest in any item", 0),
        ("consider the plan of the partnership in Alpha", 1),
    ],
)
def test_to_declare_interests_is_routine(code, asked, rows):
    text = f"Place working in Alpha\n\nMembers are asked to {asked}.\n"
    assert len(code(text, "recommendations")) == rows


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("RESOLVED: That the Board", 2),
        ("RESOLVED - That the Committee:", 2),
        ("It was resolved that the Health and Wellbeing Board", 2),
        ("Agreed that Cabinet", 2),
        ("Resolved: that the Place Panel", 2),
        ("Unanimously resolved that the Council", 2),
        ("The Board", 0),
        ("Reports to the Board", 0),
        ("It was not resolved that the Board", 0),
        ("Members resolved the questions of the Board", 0),
    ],
)
def test_a_decision_whose_points_follow_the_name_of_who_decides(code, lead, count):
    points = (
        "<ol><li>approve the plan for Alpha Together;</li><li>ask the Place Director to report.</li></ol>"
    )
    rows = code(f"<html><body><h1>Alpha</h1><p>{lead}</p>{points}</body></html>", "recommendations")
    assert [row.action for row in rows] == ["endorse", "recommend"][:count]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("approve the scheme of delegation to Alpha and Beta", ["alpha", "beta"]),
        ("note the plans of Beta and of Gamma", ["beta", "gamma"]),
        ("endorse the plan of Alpha Together for Alpha", ["alpha"]),
        ("note the report on Beta", ["beta"]),
    ],
)
def test_a_recommendation_on_several_places_is_one_of_each(code, text, places):
    rows = code(f"North ICB\n\nThe Board is asked to {text}.\n", "recommendations")
    assert [row.place_id for row in rows] == [f"north/{place}" for place in places]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Alpha\n\nDecision:\n\nTHAT:\n\n(a) the plan was approved; and\n\n(b) the report was noted.",
            ["endorse", "note"],
        ),
        (
            "The Cabinet approved the following:\n\n1. The plan of Alpha.\n2. The terms of it.",
            ["endorse", "endorse"],
        ),
        (
            "Resolved - That\n\n(1) the Alpha partnership agreement be agreed and that the report be noted.",
            ["agree", "note"],
        ),
        (
            "Alpha place plan\n\nTo consider and endorse the place plan of the Alpha partnership.",
            ["endorse"],
        ),
        (
            "# The Sub-Committee is asked to\n\n1. Note the plan of the Alpha partnership.\n",
            ["note"],
        ),
        (
            "Alpha\n\nThe Wellbeing Board (WB) is recommended to:\n\n1. Note the plan.\n2. Endorse it.",
            ["note", "endorse"],
        ),
        ("Recommendations\n\nThe Board is asked to:\n\n- note the Alpha place plan", ["note"]),
    ],
)
def test_what_stands_below_a_line_that_announces_it(code, text, actions):
    assert [row.action for row in code(text, "recommendations")] == actions


def test_points_below_one_that_only_begins_what_is_asked(code):
    text = (
        "Alpha Together\n\nThe Committee is recommended to:\n\n1. Note the report.\n\n"
        "2. Agree on the need for the ICB to:\n\n"
        "(a) keep the budget in Alpha\n\n(b) find a convenor for Alpha\n"
    )
    told = [(row.action, row.text) for row in code(text, "recommendations")]
    assert told == [
        ("note", "Note the report."),
        ("agree", "keep the budget in Alpha"),
        ("agree", "find a convenor for Alpha"),
    ]


def test_a_verb_that_begins_a_line_is_no_number_before_it(code):
    text = "Alpha Together\n\nResolved:\n\nTo note the update on Alpha Together.\n\nTo approve its plan.\n"
    rows = code(text, "recommendations")
    assert [(row.action, row.text) for row in rows] == [
        ("note", "To note the update on Alpha Together."),
        ("endorse", "To approve its plan."),
    ]


def test_points_numbered_below_the_number_of_their_lead(code):
    text = (
        "Alpha Together\n\n2.1 The Committee is asked to:\n\n2.1.1 note the plan of Alpha Together\n\n"
        "2.1.2 appoint its members\n\n2.1.3 endorse its terms\n\n3. Background\n"
    )
    assert [row.action for row in code(text, "recommendations")] == ["note", "endorse"]


def made(code, text):
    return {(row.action, row.by_body or row.to_body) for row in code(text, "recommendations")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Alpha Board is recommended to: 1. Note the Alpha plan so far 2. Approve the next Alpha plan",
            {("note", "The Alpha Board"), ("endorse", "The Alpha Board")},
        ),
        (
            "The Board is asked to: 1. note the report on Alpha; 2. approve the Alpha plan.",
            {("note", "The Board"), ("endorse", "The Board")},
        ),
        (
            "The Alpha Partnership recommended the care plan for approval by both councils.",
            {("recommend", "The Alpha Partnership")},
        ),
        (
            "News\n\n(a) That, subject to those words, the Board approves the Alpha Partnership terms;",
            {("endorse", "the Board")},
        ),
        (
            "News\n\n(b) That the Alpha Partnership terms, which were approved in July, be noted;",
            {("note", None)},
        ),
        (
            "Agenda item\n\nTerms\n\nThe Board to consider new terms of the Alpha Partnership.\n\nMinutes:",
            {("consider", None)},
        ),
    ],
)
def test_what_is_asked_in_points_and_letters(code, text, expected):
    assert made(code, f"{text}\n") == expected


def test_numbers_elsewhere_still_end_sentences(code):
    text = "Alpha has one plan, which is in its phase 1. The Alpha Together board meets monthly."
    assert [
        row.value for row in code(f"News\n\n{text}\n", "governance") if row.feature == "meeting_frequency"
    ] == ["monthly"]


@pytest.mark.parametrize(
    ("points", "places"),
    [
        (
            ("note the work of all places", "endorse the plan of Beta", "agree next steps"),
            [None, "beta", None],
        ),
        (("note the plan of Beta", "agree next steps"), ["beta", "beta"]),
        (
            ("note the budget", "agree the report", "endorse the plan of Beta", "note the risks"),
            [None, None, "beta", None],
        ),
    ],
)
def test_one_point_on_a_place_leaves_the_others_of_none(code, points, places):
    text = "North ICB board\n\nPlaces: Alpha, Beta and Gamma.\n\nThe Board is asked to:\n\n"
    rows = code(text + "".join(f"- {point}\n" for point in points), "recommendations")
    assert [row.place_id for row in rows] == [place and f"north/{place}" for place in places]
