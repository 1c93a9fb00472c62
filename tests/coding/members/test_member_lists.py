"""Memberships in lists and tables: what opens and ends one, and what an item says."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import HEAD, MINUTES, members


@pytest.mark.parametrize("opener", ["Members:", "The members of the Board are:", "Core membership:"])
def test_list_under_an_opener(code, opener):
    text = f"{opener}\n- Chief Executive, Alpha Borough Council\n- Director of Public Health\n- Sound PCN\n"
    assert members(code, text) == [
        ("Alpha Borough Council", "local_authority", "in_place"),
        ("Director of Public Health", "public_health", "in_place"),
        ("Sound PCN", "primary_care", "in_place"),
    ]


def test_list_ends_where_those_in_attendance_begin(code):
    text = "Members:\n- Alpha Borough Council\n\nIn attendance:\n- Head of Communications, NHS North\n"
    assert members(code, text) == [("Alpha Borough Council", "local_authority", "in_place")]


def test_observers_are_no_members(code):
    text = "Members:\n- Healthwatch Alpha (observer)\n- Alpha Hospice\n"
    assert members(code, text) == [
        ("Alpha Hospice", "vcse", "in_place"),
        ("Healthwatch Alpha", "healthwatch", "absent"),
    ]


def test_minutes_give_those_present_and_those_who_sent_apologies(code):
    text = (
        "Present:\nJo Bell (JB) - Chief Executive, Alpha Borough Council\nAnn Dale, Healthwatch Alpha\n\n"
        "Apologies:\nKit Moor, Alpha Police\n\nIn attendance:\nTess Lane, Beta Hospice\n\n1. Welcome\n"
    )
    assert [name for name, _, _ in members(code, text, MINUTES)] == [
        "Alpha Borough Council",
        "Alpha Police",
        "Healthwatch Alpha",
    ]


PRESENT = {
    "columns of blanks": "Jo Bell          Chief Officer, Alpha Hospice\nManager          Sound PCN\n",
    "columns of tabs": "Jo Bell (Chair)\tAlpha Hospice\nKit Moor\tManager, Sound PCN\n",
    "indented lines": "  Jo Bell (Chair), Alpha Hospice\n  Manager, Sound PCN\n",
    "brackets": "Jo Bell (Alpha Hospice)\nDr Kit Moor (Sound PCN)\n",
    "dashes": "Jo Bell - Alpha Hospice (Chair)\nDr Kit Moor - on behalf of Sound PCN\n",
}


@pytest.mark.parametrize("present", PRESENT.values(), ids=PRESENT)
@pytest.mark.parametrize("label", ["Present:", "Members attending:", "Members present"])
def test_those_present_in_any_layout(code, label, present):
    text = f"{label}\n{present}\nIn attendance:\nTess Lane, Beta Hospice\n\n1. Welcome\n"
    assert members(code, text, MINUTES) == [
        ("Alpha Hospice", "vcse", "in_place"),
        ("Sound PCN", "primary_care", "in_place"),
    ]


def test_terms_of_reference_in_columns(code):
    text = (
        "3.1 The members are:\n"
        "     Alpha Borough Council (2)      Director of Adult Social Care\n"
        "                                    Director of Public Health\n"
        "     Sound PCN                      two clinical directors\n"
    )
    assert members(code, text, "Alpha Together\nTerms of Reference\n\n") == [
        ("Alpha Borough Council", "adult_social_care", "in_place"),
        ("Alpha Borough Council", "public_health", "in_place"),
        ("Sound PCN", "primary_care", "in_place"),
    ]


@pytest.mark.parametrize(
    "opener",
    [
        "Partners in Alpha Together",
        "Who is involved",
        "Signatories",
        "We are a partnership of:",
        "The parties are:",
    ],
)
def test_partners_under_other_openers(code, opener):
    text = f"{opener}\n\n- Alpha Borough Council\n- Sound PCN\n"
    assert [sector for _, sector, _ in members(code, text)] == ["local_authority", "primary_care"]


def test_table_of_what_partners_bring(code):
    rows = "Partner\tWhat they bring\nAlpha Hospice\tCare at home\nSound PCN\tGeneral practice\n"
    assert [name for name, _, _ in members(code, rows)] == ["Alpha Hospice", "Sound PCN"]


@pytest.mark.parametrize(
    "opener", ["Circulation", "Organisations in scope", "Health and Wellbeing Board members", "Participants"]
)
def test_other_lists_of_organisations_name_no_members(code, opener):
    assert members(code, f"{opener}\n\nAlpha Hospice\nSound PCN\n", MINUTES) == []


def test_minutes_of_another_body_give_no_members(code):
    head = "Health Scrutiny Committee\n\nMinutes of a meeting on the Alpha Together partnership\n\n"
    assert members(code, "Present:\nAnn Dale, Healthwatch Alpha\n", head) == []


def test_a_column_of_members_beside_their_organisations_holds_people_or_posts(code):
    rows = "Chair\tHealthwatch Alpha\tNo\nLeader of the Council\tAlpha Borough Council\tYes\n"
    heading = "Membership of the Alpha Partnership Board, June 2025"
    text = f"Alpha Together\n\n{heading}\n\nMember\tOrganisation\tVoting\n{rows}"
    found = [row.organisation for row in code(text, "memberships")]
    assert found == ["Healthwatch Alpha", "Alpha Borough Council"]
    assert not [row for row in code(text, "roles") if row.role == "chair"]


def test_a_quorum_tells_of_no_other_members(code):
    text = "Alpha Together\n\nNo business may be done without four members, including one from the ICB.\n"
    assert code(text, "memberships") == []


def test_table_of_people_posts_and_organisations(code):
    rows = "Name\tRole\tOrganisation\nJo Bell\tLeader\tAlpha Borough Council\nAnn Dale\tManager\tSound PCN\n"
    assert members(code, f"Membership\n\n{rows}") == [
        ("Alpha Borough Council", "local_authority", "in_place"),
        ("Sound PCN", "primary_care", "in_place"),
    ]


def test_table_of_actions_names_no_members(code):
    rows = "Action\tLead\tOrganisation\nWrite\tJo Bell\tAlpha Borough Council\nSend\tAnn Dale\tNHS North\n"
    assert members(code, f"Action log\n\n{rows}") == []


def test_table_with_a_column_for_each_partnership(code):
    table = (
        "Organisation\tAlpha\tBeta\nNorth County Council\tMember\tObserver\n"
        "Sound PCN\t-\tMember\nAlpha Police\tLeft in 2022\t-\n"
    )
    rows = code(f"Partnerships of the North system\n\nMembers\n\n{table}", "memberships")
    assert {(row.place_id, row.organisation, row.status) for row in rows} == {
        ("north/alpha", "North County Council", "in_place"),
        ("north/beta", "North County Council", "absent"),
        ("north/beta", "Sound PCN", "in_place"),
        ("north/alpha", "Alpha Police", "ended"),
    }


def test_table_with_a_row_for_each_place_and_its_members_in_one_cell(code):
    page = (
        "<html><body><h1>Partnerships of the North system</h1><h2>Members</h2><table>"
        "<tr><th>Place</th><th>Member organisations</th></tr>"
        "<tr><td>Alpha</td><td>Alpha Hospice<br>Sound PCN</td></tr>"
        "<tr><td>Beta</td><td><p>Beta Police</p><p>Sound PCN</p></td></tr></table></body></html>"
    )
    rows = code(page, "memberships")
    assert {(row.place_id, row.organisation) for row in rows} == {
        ("north/alpha", "Alpha Hospice"),
        ("north/alpha", "Sound PCN"),
        ("north/beta", "Beta Police"),
        ("north/beta", "Sound PCN"),
    }


@pytest.mark.parametrize(
    "opener",
    [
        "The partners in Alpha Together are:",
        "The partners in Alpha Integrated Care Partnership are:",
        "The following organisations have a seat on the Committee:",
        "These organisations make up the partnership:",
    ],
)
def test_list_under_a_sentence_that_opens_it(code, opener):
    assert [sector for _, sector, _ in members(code, f"{opener}\n- Alpha Council\n- Alpha Police\n")] == [
        "local_authority",
        "police",
    ]


@pytest.mark.parametrize(
    "opener",
    [
        "The following organisations have a seat on the ICB board:",
        "The partners in the Health and Wellbeing Board are:",
    ],
)
def test_list_of_another_body(code, opener):
    assert members(code, f"{opener}\n- Alpha Council\n- Alpha Police\n") == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Conecta Health, for general practice", ("Conecta Health", "primary_care")),
        ("Alpha Doctors Together, the local GP federation", ("Alpha Doctors Together", "primary_care")),
        ("Alpha Council of Voluntary Organisations", ("Alpha Council of Voluntary Organisations", "vcse")),
        ("Alpha Children's Trust", ("Alpha Children's Trust", "children_services")),
        ("Director of Place, North ICB", ("North ICB", "icb")),
    ],
)
def test_item_of_a_list_tells_the_sector(code, item, expected):
    found = members(code, f"Members:\n- {item}\n- Alpha Police\n")
    assert expected in [(name, sector) for name, sector, _ in found]


def test_name_without_a_sector_is_no_member(code):
    assert members(code, "Members:\n- Conecta Alpha\n- Alpha Police\n") == [
        ("Alpha Police", "police", "in_place")
    ]


def test_headings_within_a_list_of_members(code):
    page = (
        "<h1>Alpha Together: a place-based partnership</h1><h2>Members</h2>"
        "<h3>Health</h3><ul><li>Sound PCN</li></ul>"
        "<h3>Local government</h3><ul><li>Alpha Borough Council (social care; public health)</li></ul>"
        "<h3>Friends</h3><ul><li>University of Alpha</li></ul>"
    )
    assert [sector for _, sector, _ in members(code, page, head="")] == ["local_authority", "primary_care"]


def test_lines_that_only_head_a_part_of_a_list_are_no_members(code):
    text = "Alpha Together is made up of:\n\nCouncils\n  Alpha Borough Council\n\nNHS\n  Sound PCN\n"
    assert [name for name, _, _ in members(code, text)] == ["Alpha Borough Council", "Sound PCN"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Linkwell Alpha - a charity for people who live alone", ("Linkwell Alpha", "vcse")),
        ("Northgate Health, a company owned by 12 GP practices, Alpha", ("Northgate Health", "primary_care")),
        (
            "Beech Commissioning Federation, a network of GP practices",
            ("Beech Commissioning Federation", "primary_care"),
        ),
        ("NHS North ICB - responsible for planning health services", ("NHS North ICB", "icb")),
    ],
)
def test_description_of_a_member_tells_its_sector_and_is_no_part_of_its_name(code, item, expected):
    text = f"The organisations in the partnership are:\n\n- {item}\n- Alpha Borough Council\n"
    assert (*expected, "in_place") in members(code, text)


@pytest.mark.parametrize("title", ["North Integrated Care System Board", "ICS Board"])
def test_members_of_the_systems_own_board_are_no_members_of_places(code, title):
    text = (
        f"{title}\n\nMembership comprises:\n\n- Alpha Borough Council\n- a representative of primary care\n"
    )
    assert not members(code, text, head="", title=title)


@pytest.mark.parametrize(
    "items",
    [
        (
            "Does the service need a Council to take part?",
            "Would NHS patients gain?",
            "Is Police time freed?",
        ),
        ("Community health care", "Public health and housing advice", "The wider care sector at Alpha"),
        ("More use of NHS beds for older people", "New posts in Primary Care teams", "Police in schools"),
    ],
)
def test_a_list_that_only_its_content_could_tell_has_names_of_organisations(code, items):
    lead = "Alpha Together looks at much. This includes:"
    assert members(code, "\n".join([lead, "", *(f"- {item}" for item in items)])) == []


def test_list_behind_several_partnerships_is_of_each_place(code):
    text = "There are three place-based partnerships involving health commissioners, councils and the police."
    rows = code(f"North Integrated Care System\n\n{text} One is in Alpha.", "memberships")
    assert {(row.place_id, row.applies_to) for row in rows} == {(None, "each_place")}


@pytest.mark.parametrize(
    ("lead", "is_list"),
    [
        ("Alpha Together is a group of bodies that meet often. This includes:", True),
        ("Core Alpha Together partners include:", True),
        ("Alpha Together thanked those who helped with the fair, including:", False),
        ("The Beech Trust merged. This includes:", False),
    ],
)
def test_content_of_a_list_tells_that_it_is_of_members(code, lead, is_list):
    listed = ("Alpha Borough Council", "Elm Hospitals NHS Trust", "Age UK Alpha", "Oak & Ash Collective")
    text = "\n".join([lead, "", *(f"- {name}" for name in listed)])
    head = HEAD if is_list else "Alpha news\n\n"
    assert [name for name, *_ in members(code, text, head)] == (
        ["Age UK Alpha", "Alpha Borough Council", "Elm Hospitals NHS Trust"] if is_list else []
    )


def test_a_vote_is_no_part_of_a_name(code):
    text = "Members:\n- Healthwatch Alpha (non-voting)\n- Alpha Hospice (formerly St Jude)\n"
    assert [name for name, _, _ in members(code, text)] == [
        "Alpha Hospice",
        "Healthwatch Alpha",
    ]


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("NHS North Integrated Care Board\nAlpha Together\nMinutes of the meeting", 1),
        ("Alpha Together: papers\nNHS North Integrated Care Board\nMinutes of the meeting", 1),
        ("NHS North Integrated Care Board\nMinutes of the meeting", 0),
        ("NHS North Integrated Care Board\nAlpha Together\nHealth and Wellbeing Board\nMinutes", 0),
    ],
)
def test_the_last_body_above_those_present_is_whose_meeting_it_is(code, head, count):
    assert len(members(code, f"{head}\n\nPresent:\nAnn Dale, Healthwatch Alpha\n", "")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The Board is quorate when five members attend, one of whom comes from NHS North.", 0),
        ("The Board brings together Alpha Council and NHS North, and its quorum is five.", 2),
    ],
)
def test_those_who_make_a_quorum_are_no_list_of_members(code, sentence, count):
    assert len(members(code, f"{sentence}\n")) == count


VOTES = (
    "<html><body><h1>Alpha Together</h1><h2>Membership</h2><table>"
    "<tr><th>Organisation</th><th>{header}</th></tr>"
    "<tr><td>Healthwatch Alpha</td><td>{cell}</td></tr>"
    "<tr><td>Alpha Borough Council</td><td>Yes</td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("header", "cell", "status", "note"),
    [
        ("Voting", "No", "in_place", "without a vote"),
        ("Voting rights", "No vote", "in_place", "without a vote"),
        ("Vote", "None", "in_place", "without a vote"),
        ("Voting", "Non-voting", "in_place", "without a vote"),
        ("Voting", "Yes", "in_place", None),
        ("Voting", "Observer", "absent", None),
        ("Membership", "No", "absent", None),
    ],
)
def test_a_member_without_a_vote_is_one_and_the_row_says_so(code, header, cell, status, note):
    rows = code(VOTES.format(header=header, cell=cell), "memberships")
    told = {row.organisation: (row.status, row.note) for row in rows}
    assert told["Healthwatch Alpha"] == (status, note)
    assert told["Alpha Borough Council"] == ("in_place", None)


@pytest.mark.parametrize(
    ("item", "note"),
    [
        ("Healthwatch Alpha (non-voting)", "without a vote"),
        ("Healthwatch Alpha (without a vote)", "without a vote"),
        ("Healthwatch Alpha (voting member)", None),
    ],
)
def test_a_mark_behind_a_member_says_that_it_has_no_vote(code, item, note):
    rows = code(
        f"{HEAD}Members:\n\n- {item}\n- Alpha Council\n- Epsley NHS Foundation Trust\n", "memberships"
    )
    assert {row.organisation: row.note for row in rows}["Healthwatch Alpha"] == note


@pytest.mark.parametrize("label", ["In attendance", "Those in attendance", "Also in attendance"])
@pytest.mark.parametrize("between", [": ", ":\n"])
def test_those_in_attendance_below_those_present_are_no_members(code, label, between):
    text = f"Present:\nJo Bell, Alpha Hospice\n{label}{between}Tess Lane, Beta Hospice\n\n1. Welcome\n"
    assert members(code, text, MINUTES) == [("Alpha Hospice", "vcse", "in_place")]


def test_those_in_attendance_behind_a_line_break_are_no_members(code):
    head = "<html><body><h1>Minutes of the Alpha Together partnership board</h1><h2>Present</h2>"
    text = f"{head}<p>Jo Bell, Alpha Hospice<br>In attendance: Beta Hospice</p></body></html>"
    assert members(code, text, "") == [("Alpha Hospice", "vcse", "in_place")]


@pytest.mark.parametrize(
    ("cell", "organisations"),
    [
        ("Alpha Council / NHS North", ["Alpha Council", "NHS North"]),
        ("Alpha Council<br>Healthwatch Alpha", ["Alpha Council", "Healthwatch Alpha"]),
        ("Alpha NHS Trust and Alpha Hospice", ["Alpha NHS Trust", "Alpha Hospice"]),
        ("Alpha Council, Alpha Hospice", ["Alpha Council", "Alpha Hospice"]),
        ("Alpha Community<br>NHS Trust", ["Alpha Community NHS Trust"]),
        ("Alpha and District Voluntary Action", ["Alpha and District Voluntary Action"]),
    ],
)
def test_a_cell_with_two_organisations_beside_a_name(code, cell, organisations):
    text = (
        "<html><body><h1>Alpha Together</h1><h2>Members of the partnership board</h2><table>"
        f"<tr><th>Name</th><th>Organisation</th></tr><tr><td>Ida Moss</td><td>{cell}</td></tr>"
        "<tr><td>Ben Hart</td><td>Alpha Carers Centre</td></tr></table></body></html>"
    )
    found = [row.organisation for row in code(text, "memberships")]
    assert [name for name in found if name != "Alpha Carers Centre"] == organisations


def test_how_many_come_from_an_organisation_is_no_part_of_its_name(code):
    told = (
        "The Alpha Together board has six members: four from the NHS trusts, one from the council"
        " and one from Healthwatch."
    )
    named = [row.organisation for row in code(f"Alpha Together\n\n{told}\n", "memberships")]
    assert named == ["NHS trusts", "council", "Healthwatch"]
