"""Priorities: where a source calls something one, and whose it is."""

from __future__ import annotations

import pytest

from tests.coding.work.rows import labels

IN_SENTENCES = [
    (
        "Alpha Together's three priorities are frailty, school readiness and oral health.",
        "frailty; school readiness; oral health",
    ),
    (
        "The partnership in Alpha has agreed two priorities: falls and end of life care.",
        "falls; end of life care",
    ),
    (
        "Alpha Together chose dementia, respiratory disease and carers as its three priorities.",
        "dementia; respiratory disease; carers",
    ),
    (
        "In Alpha, dementia and falls were agreed as the partnership's priorities for 2024/25.",
        "dementia; falls",
    ),
    (
        "Alpha Together focuses on frailty, primary care and healthy weight.",
        "frailty; primary care; healthy weight",
    ),
    (
        "Alpha's plan names two priorities: children and young people, and mental health and wellbeing.",
        "children and young people; mental health and wellbeing",
    ),
    (
        "Priorities for Alpha include urgent and emergency care, cancer and obesity.",
        "urgent and emergency care; cancer; obesity",
    ),
    (
        "Alpha Together agreed two priorities. These are hospital discharge and diabetes.",
        "hospital discharge; diabetes",
    ),
    (
        "The top priority for Alpha Together is known. Its top priority is hospital discharge.",
        "hospital discharge",
    ),
    ("Cardiovascular disease is a priority for Alpha Together.", "Cardiovascular disease"),
    ("Alpha Together has prioritised frailty and loneliness.", "frailty; loneliness"),
    (
        "The priority areas we named in Alpha, which we will work on, are frailty, prevention and autism.",
        "frailty; prevention; autism",
    ),
    (
        "In Alpha we have areas of focus around the themes of start well, live well and age well.",
        "start well; live well; age well",
    ),
    (
        "Alpha Together has a clear focus on prevention, carers and end of life care.",
        "prevention; carers; end of life care",
    ),
    (
        "Alpha Together focuses on giving every child a good start; keeping people well; and frailty.",
        "giving every child a good start; keeping people well; frailty",
    ),
    ("Alpha Together focuses on tackling smoking and obesity.", "tackling smoking and obesity"),
]

NOTHING = [
    "Alpha Together's priorities were approved.",
    "Alpha Together's priorities were ratified by the board in May.",
    "Membership of Alpha Together depends on its objectives and may include colleges and universities.",
    "Alpha's health and wellbeing board has four priorities: housing, jobs, air quality and children.",
    "The priorities of the North ICB are access, quality and money, and Alpha heard about them.",
    "National priorities include cancer, maternity and diagnostics; Alpha takes note of them.",
    "The priorities of Alpha Together are reviewed each year and reported to partners.",
    "Alpha Together's priorities are aligned with the strategy of the council.",
    "Alpha Together has not yet agreed its priorities.",
    "The priorities of Alpha Together are the right ones and it will keep them.",
    "Alpha Together works on discharge with the hospital every winter.",
    "Members of Alpha Together asked why oral health was not a priority.",
    "The Frailty Delivery Group in Alpha has two priorities: falls and bone health.",
    "Alpha Together focused on getting to know one another.",
    "The board should agree priorities for Alpha such as dementia and falls.",
    "Should dementia be a priority in Alpha?",
    "Alpha Together's priorities, including minutes, papers and rooms, were filed.",
    "The Alpha HWB has become the senior partnership, focused on housing and prevention.",
    "Alpha Together works to shift care into the community with a focus on prevention.",
]

FORCE = [
    (
        "In Alpha a long list of possible priorities, among them falls and dementia, is being cut.",
        "candidate",
    ),
    ("Alpha Together has two priorities. Dementia was suggested as a possible third.", "candidate"),
    ("Alpha Together is discussing a third priority, dementia.", "emerging"),
    ("Dementia may be added to the list of priorities in Alpha next year.", "candidate"),
    ("Dementia is no longer a priority for Alpha Together.", "ended"),
    ("In Alpha, dementia has been taken off the list of priorities.", "ended"),
]


@pytest.mark.parametrize(("sentence", "expected"), IN_SENTENCES)
def test_a_sentence_that_lists_priorities(code, sentence, expected):
    rows = code(sentence, "priorities")
    assert "; ".join(labels(rows)) == expected
    assert {(row.place_id, row.status) for row in rows} == {("north/alpha", "in_place")}


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_that_names_no_priority_of_a_partnership(code, sentence):
    assert code(sentence, "priorities") == []


@pytest.mark.parametrize(("sentence", "status"), FORCE)
def test_what_is_no_priority_yet_or_no_longer(code, sentence, status):
    assert status in {row.status for row in code(sentence, "priorities")}
    assert all(row.status != "in_place" or row.label != "Dementia" for row in code(sentence, "priorities"))


def test_what_was_agreed_to_be_the_priorities(code):
    told = "The board agreed that its priorities for the year would be falls, frailty and flow."
    text = f"Alpha Together\n\n{told}\n"
    assert labels(code(text, "priorities")) == ["falls", "frailty", "flow"]


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        (
            "As for priorities, dental health and falls are under discussion in Alpha.",
            "emerging",
            "dental health; falls",
        ),
        (
            "So far work in Alpha has centred on asthma and on falls, and a list will follow.",
            "emerging",
            "asthma; falls",
        ),
        (
            "Alpha Together has agreed priorities. Dementia was put forward as an addition.",
            "candidate",
            "Dementia",
        ),
        ("Our plan for Alpha focuses on two things:\n- frailty\n- housing\n", "in_place", "frailty; housing"),
        ("This report on Alpha covers two things:\n- the budget\n- the risks\n", "in_place", ""),
    ],
)
def test_other_words_for_what_is_worked_on(code, text, status, expected):
    rows = [row for row in code(text, "priorities") if row.status == status]
    assert "; ".join(labels(rows)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Our priorities cover frailty, falls and housing in Alpha.", "frailty; falls; housing in Alpha"),
        ("Priorities for now span asthma and falls.", ""),
        ("Shared priorities span asthma and falls.", "asthma; falls"),
        ("We heard that priorities cover asthma and falls elsewhere in the country.", ""),
        ("Priorities encompass asthma and falls and align with the plans of the system.", "asthma; falls"),
        ("The council's priorities cover parks and roads.", ""),
    ],
)
def test_what_priorities_cover(code, sentence, expected):
    rows = code(f"Place working in Alpha\n\n{sentence}\n", "priorities")
    assert "; ".join(labels(rows)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Alpha Together works for all ages, with a particular focus on frailty and dementia.",
            "frailty; dementia",
        ),
        ("Our partnership in Alpha keeps a stubborn focus on loneliness.", "loneliness"),
        (
            "Alpha Together focuses on frailty, and helping carers to mend their health and sleep.",
            "frailty; helping carers to mend their health and sleep",
        ),
        (
            "In Alpha the partnership's work covers three strands, namely falls, frailty and dementia.",
            "falls; frailty; dementia",
        ),
        (
            "Alpha's priorities include falls, and keeping people well by cutting drinking and smoking.",
            "falls; keeping people well by cutting drinking and smoking",
        ),
        ("Alpha Together focuses on mental, social and bodily frailty.", "mental, social and bodily frailty"),
    ],
)
def test_what_work_has_its_focus_on(code, sentence, expected):
    assert "; ".join(labels(code(sentence, "priorities"))) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Together will go on with its four agreed priorities, doing so as cheaply as it can.",
        "The priorities of Alpha Together are being rewritten by three officers.",
        "The trust in Alpha has a strong focus on frailty.",
    ],
)
def test_what_follows_the_word_for_priorities_and_is_none(code, sentence):
    assert code(sentence, "priorities") == []


def test_children_and_young_people_with_a_comma_are_one_thing(code):
    told = (
        "The Alpha partnership has four workstreams: planned care, urgent care, children, young people and"
        " maternity services, and prevention."
    )
    labels = [row.label for row in code(told, "priorities", title="Alpha Together")]
    assert "children, young people and maternity services" in labels


def test_words_that_point_back_are_no_label(code):
    assert not code("Alpha has high needs. Meeting these needs is our priority.", "priorities", title="Alpha")


def test_the_end_of_a_clause_is_no_further_thing(code):
    told = (
        "Alpha Together focuses on helping people to live well, cutting waits, and making sure of care that"
        " people trust and meet their needs."
    )
    labels = [row.label for row in code(told, "priorities", title="Alpha Together")]
    assert labels
    assert "meet their needs" not in labels


def test_what_one_moves_away_from_is_no_priority(code):
    told = "Alpha moved from having boards focused mainly on mental health, to three teams for all care."
    assert not code(told, "priorities", title="Alpha Together")


LOST_MARKS = """Alpha's priorities are:

To join up primary and community care

To raise stronger families

Our board

The board meets each month.
"""
COUNTED = """We have renewed our priorities in Alpha. Our three areas of focus are:

1. Working with streets

We listen to what matters there.

2. Living with long-term conditions

Many could be found sooner.

Contact us

Write to the clerk.
"""
KNOWN = """Our key priorities

Frailty

Frail people stay at home for longer.

Mental health

Help is at hand in a crisis.

Our offices

They are above the library.
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (LOST_MARKS, "join up primary and community care; raise stronger families"),
        (COUNTED, "Working with streets; Living with long-term conditions"),
        (KNOWN, "Frailty; Mental health"),
        ("Our priorities\n\nFind us\n\nWe are in Alpha.\n\nNews\n\nAll is well.\n", ""),
    ],
)
def test_a_page_that_has_lost_the_marks_or_levels_of_its_list(code, page, expected):
    rows = code(f"Alpha Together\n\nThis is the page of Alpha Together.\n\n{page}", "priorities")
    assert "; ".join(labels(rows)) == expected


def test_programmes_told_by_their_number_are_programmes(code):
    told = "In Alpha we committed to three programmes: start well, live well and age well.\n"
    assert code(f"Alpha Together\n\n{told}", "priorities") == []
    assert [row.name for row in code(f"Alpha Together\n\n{told}", "programmes")] == [
        "start well",
        "live well",
        "age well",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha's priorities are zorbing, glimmering and frailty.",
        "Alpha's priorities this year are zorbing, glimmering and frailty.",
        "Alpha's priorities: zorbing, glimmering and frailty.",
        "Alpha priorities: zorbing, glimmering and frailty.",
        "The current priorities of Alpha Together are zorbing, glimmering and frailty.",
        "Alpha has three priorities: zorbing, glimmering and frailty.",
    ],
)
def test_words_that_are_no_known_topic_lose_no_list(code, text):
    rows = code(f"Alpha Together: report\n\n{text}\n", "priorities")
    assert [(row.label, row.topics) for row in rows] == [
        ("zorbing", ("other",)),
        ("glimmering", ("other",)),
        ("frailty", ("frailty",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council's priorities: roads, bins and parks.",
        "The trust's priorities: theatres, beds and parking.",
        "Quality priorities: roads, bins and parks.",
    ],
)
def test_lists_of_others_are_no_places(code, text):
    assert not code(f"Alpha Together: report\n\n{text}\n", "priorities")


@pytest.mark.parametrize(
    ("title", "publisher", "labels"),
    [
        ("Our year", "Healthwatch Alpha", set()),
        ("Alpha Hospitals NHS Foundation Trust: annual report", "", set()),
        ("Alpha Together: our year", "Healthwatch Alpha", {"GP access", "dentistry"}),
        ("Our year", "Alpha Council", {"GP access", "dentistry"}),
    ],
)
def test_our_priorities_are_those_of_who_speaks_for_itself(code, title, publisher, labels):
    text = "How it went\n\nWe sit on the board of Alpha Together. Our priorities are GP access and dentistry."
    rows = code(text, "priorities", title=title, publisher=publisher)
    assert {row.label for row in rows} == labels
