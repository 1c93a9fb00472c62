"""Roles: who chairs, directs or leads, and which posts are planned, vacant or another body's."""

from __future__ import annotations

import pytest

HEAD = "Alpha Together: a place-based partnership\n\n"


def roles(code, text, head=HEAD):
    return {(row.role, row.holder, row.status) for row in code(head + text, "roles")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The partnership is chaired by a local GP.", ("chair", "a local GP", "in_place")),
        (
            "The leader of the council chairs the Place Committee.",
            ("chair", "leader of the council", "in_place"),
        ),
        (
            "Its chair, a retired surgeon and lay person, spoke.",
            ("chair", "a retired surgeon and lay person", "in_place"),
        ),
        ("The board has an independent chair.", ("chair", None, "in_place")),
        ("The board does not yet have a chair.", ("chair", None, "absent")),
        ("The post of chair is vacant.", ("chair", None, "absent")),
        ("Ann Dale stood down as chair of Alpha Together partnership.", ("chair", "Ann Dale", "ended")),
        ("The vice chair comes from Alpha Borough Council.", ("vice_chair", None, "in_place")),
        ("Jo Bell, Place Director for Alpha, welcomed the plan.", ("place_director", "Jo Bell", "in_place")),
        ("Jo Bell has been appointed as interim Place Director.", ("place_director", "Jo Bell", "in_place")),
        ("Jo Bell will take over as Place Director in May.", ("place_director", "Jo Bell", "planned")),
        ("Jo Bell, former Place Director, wrote the plan.", ("place_director", "Jo Bell", "ended")),
        ("A place director is due to start in May.", ("place_director", "place director", "planned")),
        ("Spending is agreed by the Place Director.", ("place_director", "Place Director", "in_place")),
        ("Jo Bell will join the trust as Place Director in May.", ("place_director", "Jo Bell", "planned")),
        ("Jo Bell takes over from Kit Moor as Place Director.", ("place_director", "Jo Bell", "in_place")),
        ("Jo Bell takes over from Kit Moor as Place Director.", ("place_director", "Kit Moor", "ended")),
        ("Jo Bell, a nurse by background, is the Place Director.", ("place_director", "Jo Bell", "in_place")),
        ("Jo Bell, Managing Director, Alpha Place, spoke.", ("place_director", "Jo Bell", "in_place")),
        (
            "The Place Director is the council's Director of Adult Services.",
            ("place_director", "council's Director of Adult Services", "in_place"),
        ),
        (
            "Our place lead is the chief officer of Alpha Hospice.",
            ("place_lead", "chief officer of Alpha Hospice", "in_place"),
        ),
        ("The partnership is chaired this year by Ann Dale.", ("chair", "Ann Dale", "in_place")),
        (
            "The chair rotates each year and is held in 2024/25 by Alpha Hospice.",
            ("chair", "Alpha Hospice", "in_place"),
        ),
        ("Ann Dale, who chairs the Alpha Together Board, agreed.", ("chair", "Ann Dale", "in_place")),
        ("Dr Ann Dale, a local GP, chairs the board.", ("chair", "Dr Ann Dale", "in_place")),
        ("Ann Dale, Chair of Alpha Together, agreed.", ("chair", "Ann Dale", "in_place")),
        ("Ann Dale will chair the partnership from May.", ("chair", "Ann Dale", "planned")),
        ("The co-chairs are Jo Bell (Alpha Hospice) and Ann Dale.", ("co_chair", "Jo Bell", "in_place")),
        (
            "The Falls Group, which is chaired by Ann Dale, would go on.",
            ("chair", "Ann Dale", "in_place"),
        ),
        ("Kit Moor, GP Lead for Alpha Place, spoke.", ("clinical_lead", "Kit Moor", "in_place")),
        ("An independent chair has been recruited.", ("chair", None, "in_place")),
        ("Ann Dale, who has chaired the partnership since 2020, spoke.", ("chair", "Ann Dale", "in_place")),
        (
            "He succeeds Ann Dale, who has been chair of the board for two years.",
            ("chair", "Ann Dale", "in_place"),
        ),
        (
            "The Place Committee met. The committee's current chair is Ann Dale.",
            ("chair", "Ann Dale", "in_place"),
        ),
        (
            "The Managing Director for Alpha at NHS North, who leads the partnership, agreed.",
            ("place_director", "Managing Director for Alpha", "in_place"),
        ),
        (
            "The accountable officer for Beta leads the partnership from day to day.",
            ("place_director", "accountable officer for Beta", "in_place"),
        ),
        (
            "The Chief Executive of Alpha Hospice leads the partnership.",
            ("place_lead", "Chief Executive of Alpha Hospice", "in_place"),
        ),
    ],
)
def test_sentence_states_a_post(code, sentence, expected):
    assert expected in roles(code, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The chair is accountable to the board of the ICB.",
        "Meetings are chaired by rotation.",
        "The Health and Wellbeing Board is chaired by a Cabinet Member.",
        "The Gortown Health and Care Partnership is chaired by a trust chair.",
        "Ann Dale, Chair of Alpha Hospitals NHS Trust, agreed.",
        "Jo Bell, Deputy Place Director, agreed.",
        "Jo Bell, Place Director for Gortown, visited us.",
        "The meeting was chaired by Ann Dale in the absence of the chair.",
        "The chair of Healthwatch Alpha called for more.",
        "Kit Moor, Clinical Director, Sound PCN, spoke.",
        "Ann Dale, Chair of Gortown Together, agreed.",
        "Ann Dale, who chairs the Gortown Hospital Board, agreed.",
        "The chair of the ICB is held by Ann Dale.",
        "The chair was held to account by the council.",
        "The place lead is a joint post between the council and the ICB.",
        "The Managing Director for Gortown leads the partnership.",
        "The managing director for Alpha leads the project.",
        "Ann Dale, who has chaired the meeting since noon, spoke.",
        "The Managing Director for Alpha Zoo, who leads the partnership with schools, spoke.",
        "An independent chair has been appointed to the inquiry.",
        "Ann Dale has been appointed as chair of the Gort Group NHS Foundation Trust.",
        "The council leads the partnership.",
        "A new chair of the council has been elected.",
        "Place Director, NHS North and West Essam ICB",
    ],
)
def test_sentence_states_no_post_of_the_partnership(code, sentence):
    assert roles(code, sentence) == set()


def test_co_chairs_are_two_posts(code):
    assert roles(code, "The board is co-chaired by Jo Bell and the leader of the council.") == {
        ("co_chair", "Jo Bell", "in_place"),
        ("co_chair", "leader of the council", "in_place"),
    }


def test_it_is_the_group_named_before(code):
    rows = code(f"{HEAD}The Delivery Group meets weekly. It is chaired by a hospital manager.", "roles")
    assert [(row.body, row.body_kind) for row in rows] == [("Delivery Group", "subgroup")]


def test_one_director_of_two_places(code):
    rows = code("Alpha and Beta have one place director between them.", "roles")
    assert {row.place_id for row in rows} == {"north/alpha", "north/beta"}


def test_post_without_holder_is_left_out_where_the_holder_is_named(code):
    text = "Jo Bell is the Place Director. The Place Director holds the budget."
    assert roles(code, text) == {("place_director", "Jo Bell", "in_place")}


def test_list_marks_its_chair(code):
    text = "Members:\n- Jo Bell, Chief Executive, Alpha Borough Council (Chair)\n- Ann Dale, Sound PCN\n"
    rows = code(HEAD + text, "roles")
    assert [(row.role, row.holder, row.organisation) for row in rows] == [
        ("chair", "Jo Bell", "Alpha Borough Council")
    ]


def test_words_behind_a_name_tell_the_employer_and_are_no_second_chair(code):
    text = (
        "The partnership is co-chaired by Jo Bell, Leader of Alpha Borough Council, and Ann Dale, a local GP."
    )
    rows = code(HEAD + text, "roles")
    assert {(row.holder, row.organisation, row.sector) for row in rows} == {
        ("Jo Bell", "Alpha Borough Council", "local_authority"),
        ("Ann Dale", None, "primary_care"),
    }


def test_employer_may_stand_behind_the_post(code):
    rows = code(f"{HEAD}Jo Bell is Place Director and works for NHS North.", "roles")
    assert [(row.holder, row.organisation, row.sector) for row in rows] == [("Jo Bell", "NHS North", "icb")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jo Bell has been appointed as chair of Alpha Together. She starts on 2 May 2024.", "planned"),
        ("Jo Bell was named as chair of Alpha Together and takes up the role on 2 May 2024.", "planned"),
        ("Jo Bell has been appointed as Place Director. Jo will join us in the summer.", "planned"),
        ("Jo Bell was appointed as chair of Alpha Together and took up the role in May.", "in_place"),
        ("Jo Bell has been appointed as chair of Alpha Together. She starts on 2 May 2022.", "in_place"),
        ("Jo Bell has been appointed as chair of Alpha Together. A survey will start in May.", "in_place"),
    ],
)
def test_who_takes_up_the_post_after_the_publication_will_hold_it(code, text, status):
    rows = code(HEAD + text, "roles", published="2024-02-01")
    assert {row.status for row in rows if row.holder == "Jo Bell"} == {status}


def test_bare_committee_of_a_group_is_not_the_partnership(code):
    rows = code(f"{HEAD}The Estates Committee met. The committee has an independent chair.", "roles")
    assert "partnership" not in {row.body_kind for row in rows}


def test_chair_of_the_partnership_of_another_place_of_the_system_is_not_coded_here(code):
    text = "The Board reports to the Beta Health and Care Partnership, whose board is chaired by a nurse."
    assert not [row for row in code(HEAD + text, "roles") if row.place_id == "north/alpha"]


def test_table_of_posts_and_who_holds_them(code):
    page = (
        "<h1>Alpha Together: a place-based partnership</h1><h2>Who leads</h2><table>"
        "<tr><th>Post</th><th>Held by</th></tr>"
        "<tr><td>Chair of the Place Board</td><td>Leader of Alpha Borough Council</td></tr>"
        "<tr><td>Vice chair</td><td>Vacant</td></tr>"
        "<tr><td>Chair of the Audit Committee</td><td>Ann Dale</td></tr></table>"
    )
    assert roles(code, page, head="") == {
        ("chair", "Leader of Alpha Borough Council", "in_place"),
        ("vice_chair", None, "absent"),
    }


def test_successor_takes_over_after_the_publication(code):
    text = "Ann Dale has stood down as chair of the Place Board. Jo Bell takes over from May.\n"
    assert ("chair", "Jo Bell", "planned") in roles(code, text)


def test_who_is_elected_outside_the_partnerships_own_minutes_is_another_bodys_chair(code):
    assert roles(code, "Cllr Ann Dale was elected Chair.\n") == set()
    minutes = "Alpha Together partnership board\n\nMinutes of the meeting held on 3 May 2023\n\n"
    told = roles(code, "Cllr Ann Dale was elected Chair.\n", minutes)
    assert told == {("chair", "Cllr Ann Dale", "in_place")}


def test_chair_of_the_system(code):
    (row,) = code(f"{HEAD}Ann Dale, independent chair of the North partnership, spoke.\n", "roles")
    assert (row.place_id, row.body_kind) == (None, "system")


def test_a_holder_has_one_row_with_the_organisation_that_is_named_anywhere(code):
    listed = "Board members\n\n- Jo Bell, Place Director, North ICB\n- Ann Dale, Sound PCN\n\n"
    text = f"{listed}Jo Bell, Place Director, spoke.\n"
    rows = [row for row in code(HEAD + text, "roles") if row.role == "place_director"]
    assert {(row.holder, row.organisation) for row in rows} == {("Jo Bell", "North ICB")}


@pytest.mark.parametrize(
    ("text", "role", "holder"),
    [
        ("Jo Bell, Managing Director of Alpha Health and Care Partners, spoke.", "place_director", "Jo Bell"),
        ("Jo Bell (Alpha & Beta Care Partnership Managing Director) spoke.", "place_director", "Jo Bell"),
        ("Ann Dale, GP and Place Medical Director, spoke.", "clinical_lead", "Ann Dale"),
        ("Jo Bell, who runs the council, is one of ten place-based leads.", "place_lead", "Jo Bell"),
        ("Ann Dale, Place Medical Director, NHS North ICB", "clinical_lead", "Ann Dale"),
    ],
)
def test_forms_of_posts(code, text, role, holder):
    rows = code(HEAD + text, "roles")
    assert [(row.role, row.holder, row.place_id) for row in rows] == [(role, holder, "north/alpha")]


def test_councils_director_of_place_leads_no_partnership(code):
    text = "Alpha Council cabinet\n\nJo Bell, Executive Director of Place, spoke on parks in Alpha."
    assert not code(text, "roles", title="Alpha Council cabinet")


def test_chair_of_the_systems_own_partnership_is_no_chair_of_a_place(code):
    text = "Our Board met.\n\nJo Bell, leader of Alpha Council, will be Chair of the Partnership Board."
    assert not code(text, "roles", title="North Care Partnership Board", publisher="North Care Partnership")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "It is chaired jointly by the Director of Health and Adult Social Care at the city and Kit Moor.",
            ["Director of Health and Adult Social Care at the city", "Kit Moor"],
        ),
        (
            "The vice chair is the Director of Children, Families and Learning.",
            ["Director of Children, Families and Learning"],
        ),
        ("It is chaired jointly by Jo Bell and Kit Moor.", ["Jo Bell", "Kit Moor"]),
        (
            "It is chaired jointly by the Director of Health and Kit Moor.",
            ["Director of Health", "Kit Moor"],
        ),
    ],
)
def test_the_fields_of_a_post_stay_with_it(code, sentence, told):
    rows = code(f"Alpha Together\n\nThe Alpha Together board meets monthly. {sentence}", "roles")
    assert [row.holder for row in rows] == told


def test_one_holder_by_a_whole_name_and_by_a_title_is_one_row(code):
    rows = code(
        "Alpha Together is chaired by Dr Peter Lyle. Dr Lyle also chairs Alpha Together's board.", "roles"
    )
    assert {row.holder for row in rows} == {"Dr Peter Lyle"}


def test_two_holders_of_one_surname_stay_two(code):
    text = (
        "Alpha Together is chaired by Dr Peter Lyle. Its clinical lead is Dr Ann Lyle.\n\n"
        "Dr Moss is the clinical lead of Alpha Together."
    )
    assert {row.holder for row in code(text, "roles")} == {"Dr Peter Lyle", "Dr Ann Lyle", "Dr Moss"}


CAREERS = [
    (
        "Sam Pole, who has worked for Beta Council for ten years, takes over as place director next month.",
        "planned",
        None,
    ),
    ("Sam Pole, formerly of Beta Council, is the place director.", "in_place", None),
    (
        "Sam Pole, previously chief officer of Beta Trust, became place director in May 2021.",
        "in_place",
        None,
    ),
    (
        "Sam Pole, currently at Beta Council, will take over as place director in July.",
        "planned",
        "Beta Council",
    ),
]


@pytest.mark.parametrize(("sentence", "status", "employer"), CAREERS)
def test_where_somebody_came_from_is_neither_the_place_nor_the_employer(code, sentence, status, employer):
    rows = code(f"Alpha Together has a new head. {sentence}", "roles", published="2024-06-01")
    row = next(row for row in rows if row.holder == "Sam Pole")
    assert (row.place_id, row.status, row.organisation) == ("north/alpha", status, employer)


@pytest.mark.parametrize(
    ("when", "status"),
    [("on 1 April 2030", "planned"), ("later this year", "planned"), ("in May 2021", "in_place")],
)
def test_who_takes_over_on_a_day_ahead_will_hold_the_post(code, when, status):
    text = f"Jo Bell, chief executive of Alpha Trust, takes over as place director for Alpha {when}."
    (row,) = code(text, "roles", published="2024-06-01")
    assert row.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "In Alpha, the partnership appointed an independent chair, Dame Ruth Hay.",
        "The Alpha Together board elected a new chair, Dame Ruth Hay, in May.",
    ],
)
def test_the_chair_whom_a_partnership_appoints_is_named_behind_the_post(code, sentence):
    assert {(row.role, row.holder) for row in code(sentence, "roles")} == {("chair", "Dame Ruth Hay")}
