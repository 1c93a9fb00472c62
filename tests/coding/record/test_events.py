"""Events: what began, ended, merged, was renamed or opened."""

from __future__ import annotations

import datetime as dt

import pytest

CHANGES = [
    ("The Alpha partnership has existed since 2019.", "partnership_created", "in_place"),
    ("In 2019 the council and two trusts set up the Alpha alliance.", "partnership_created", "in_place"),
    ("Alpha's partnership board first met in June 2020.", "partnership_created", "in_place"),
    ("Alpha's Urgent Care Hub opened in October 2022.", "service_opened", "in_place"),
    ("The partnership in Alpha will close on 30 September 2022.", "place_ended", "planned"),
    ("Alpha's alliance agreement lapsed in March 2022.", "agreement_ended", "in_place"),
    ("Alpha's section 75 agreement expires in June and will not be renewed.", "agreement_ended", "planned"),
    ("The Alpha partnership was set up on 1 May, 2019.", "partnership_created", "in_place"),
    ("The two trusts in Alpha merged on 1 April 2022.", "merger", "in_place"),
    ("Alpha's partnership board was formerly known as the care forum.", "renamed", "in_place"),
    (
        "In 2016, key partners in Alpha started to work together as a partnership.",
        "partnership_created",
        "in_place",
    ),
    ("The origins of the Alpha partnership go back to 2016.", "partnership_created", "in_place"),
    (
        "Since 2018, partners in Alpha have been developing a place-based partnership.",
        "partnership_created",
        "in_place",
    ),
    (
        "Rules were agreed for the recently established Alpha partnership.",
        "partnership_created",
        "in_place",
    ),
    (
        "Members were welcomed to the first meeting of the Alpha Place Board.",
        "partnership_created",
        "in_place",
    ),
    ("The number of places in North will be reduced from five to four.", "footprint_decision", "planned"),
]

NOTHING = [
    "The chair of Alpha Together opened the meeting in March 2022.",
    "Alpha Together hopes to open a third hub if money can be found.",
    "The Alpha Youth Partnership was formed in 2018.",
    "The Alpha tobacco alliance was launched in March 2019.",
    "The two budgets in Alpha merged in 2021.",
    "Partners in Alpha came together to discuss winter.",
    "In 2019 the committee set up an inquiry group on Alpha.",
    "Alpha's agreement has not ended.",
    "Whether the partnership in Alpha will close was not discussed.",
    "In 2016 partners in Alpha wrote to the trust together with others.",
    "The first meeting of the Alpha Place Board was postponed.",
    "Any newly formed partnership in Alpha would need staff.",
    "The vacancy in Alpha will close on 30 June 2024.",
]


@pytest.mark.parametrize(("sentence", "event", "status"), CHANGES)
def test_a_change(code, sentence, event, status):
    assert [(row.event, row.status) for row in code(sentence, "events")] == [(event, status)]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_change(code, sentence):
    assert code(sentence, "events") == []


def test_the_day_nearest_to_the_change_is_its_date(code):
    (row,) = code("Agreed on 2 May 2021, Alpha's Urgent Care Hub opened on 4 October 2022.", "events")
    assert row.date == dt.date(2022, 10, 4)


def test_it_is_whom_the_sentence_before_is_about(code):
    told = "Alpha Together is a place partnership. It was set up in April 2023 and is one of two, with Beta."
    (row,) = code(f"Places of North\n\n{told}\n", "events")
    assert row.place_id == "north/alpha"


def test_a_decision_on_places_is_dated_by_the_sentence_after_it(code):
    (row,) = code(
        "North will have four places in future. The board took the decision on 27 July 2022.", "events"
    )
    assert (row.event, row.date, row.place_id) == ("footprint_decision", dt.date(2022, 7, 27), None)


@pytest.mark.parametrize(
    ("text", "event", "place", "status"),
    [
        (
            "The ICB agreed that North would have three places rather than five.",
            "footprint_decision",
            None,
            "in_place",
        ),
        (
            "The Gamma place was dissolved and Alpha took on its work.",
            "place_ended",
            "north/gamma",
            "in_place",
        ),
        ("Alpha Together was established in 2018.", "partnership_created", "north/alpha", "in_place"),
        ("Until 2020 Alpha Together was known as Alpha First.", "renamed", "north/alpha", "in_place"),
        ("The contract in Alpha has now expired.", "agreement_ended", "north/alpha", "in_place"),
        (
            "In Alpha the current arrangements will lapse on 31 March 2030.",
            "agreement_ended",
            "north/alpha",
            "planned",
        ),
    ],
)
def test_what_began_or_ended_and_whose_it_was(code, text, event, place, status):
    (row,) = code(text, "events")
    assert (row.event, row.place_id, row.status) == (event, place, status)


@pytest.mark.parametrize(
    "text",
    [
        "The ICB has not decided that North would have three places rather than five.",
        "It was suggested that North would have three places rather than five.",
        "Alpha's steering group was wound up in March.",
        "The stroke service in the Alpha place has ceased to exist.",
        "Alpha Council was formed in 1974.",
        "Each borough gets a partnership, and that of Alpha will be called the Alpha Care Partnership.",
        "In Alpha much is settled at what was called STP level and has been renamed the ICS board.",
        "In Alpha the contract has not yet expired.",
        "The Alpha Partnership Board has met three times since July 2022.",
        "In Alpha the current arrangements will lapse on 31 March 2030 unless they are renewed.",
    ],
)
def test_no_change_of_a_partnership(code, text):
    assert code(text, "events") == []


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Three CCGs in North will merge on 1 April 2031.", "merger", "planned"),
        ("GPs voted to merge the two CCGs of North.", "merger", "planned"),
        ("In North three ICBs are coming together to form a new, larger one.", "merger", "planned"),
        ("North CCG was formed in April 2019 by merging three CCGs.", "merger", "in_place"),
        (
            "In Alpha the council, GPs and carers have come together and formed Alpha Health and Care.",
            "partnership_created",
            "in_place",
        ),
        (
            "Alpha Together has created an alliance between the council and the hospital.",
            "partnership_created",
            "in_place",
        ),
        ("A partnership board is being set up in Alpha.", "partnership_created", "planned"),
        ("The Alpha partnership was formally launched yesterday.", "partnership_created", "in_place"),
    ],
)
def test_what_merges_and_what_partners_form(code, text, event, status):
    assert [(row.event, row.status) for row in code(text, "events")] == [(event, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Many CCGs are merging, and the Alpha partnership watches them.",
        "If the CCGs of North are to merge, Alpha Together will be asked.",
        "The school in Alpha has formed a partnership with a football club.",
    ],
)
def test_what_is_no_merger_and_no_partnership_of_a_place(code, text):
    assert code(text, "events") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "A plan came out in 2015 by Alpha CCG, before it merged with five others on 1 April 2020.",
            (2020, 4),
        ),
        ("In May 2020 Alpha CCG merged with five others.", (2020, 5)),
    ],
)
def test_a_date_before_a_change_is_not_its_own(code, text, date):
    assert [(row.date.year, row.date.month) for row in code(text, "events")] == [date]


def test_two_trusts_with_joint_acute_services_are_no_partnership_of_a_place(code):
    told = "In Alpha, two trusts entered into {} in 2020."
    assert code(told.format("a health and care partnership"), "events")
    assert not code(told.format("an acute services partnership"), "events")
