"""Memberships: who sits in a partnership, who will, who did, and who does not."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import HEAD, members


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The partnership brings together Alpha Borough Council, NHS North and Healthwatch Alpha.",
            [
                ("Alpha Borough Council", "local_authority", "in_place"),
                ("Healthwatch Alpha", "healthwatch", "in_place"),
                ("NHS North", "icb", "in_place"),
            ],
        ),
        (
            "Housing associations and the police sit on the partnership board.",
            [("Housing associations", "housing", "in_place"), ("police", "police", "in_place")],
        ),
        (
            "Epsley and St Arno University Hospitals NHS Trust is a member of the board.",
            [("Epsley and St Arno University Hospitals NHS Trust", "acute", "in_place")],
        ),
        (
            "It is a partnership of the council, GPs and Age UK Alpha.",
            [
                ("Age UK Alpha", "vcse", "in_place"),
                ("GPs", "primary_care", "in_place"),
                ("council", "local_authority", "in_place"),
            ],
        ),
        ("The fire service will join the board in June.", [("fire service", "fire", "planned")]),
        ("Carers are not represented on the board.", [("Carers", "residents", "absent")]),
        ("Colleges used to have a seat.", [("Colleges", "education", "ended")]),
        ("The university left the partnership in 2021.", [("university", "university", "ended")]),
        ("Schools have been asked to join.", [("Schools", "education", "emerging")]),
        ("Talks are going on with Alpha Police about joining.", [("Alpha Police", "police", "emerging")]),
        ("Alpha Hospice will become our fifth partner in May.", [("Alpha Hospice", "vcse", "planned")]),
        ("Alpha Homes joined as a full member last year.", [("Alpha Homes", "housing", "in_place")]),
        ("Alpha Hospice is now a full partner in Alpha Together.", [("Alpha Hospice", "vcse", "in_place")]),
        ("Healthwatch Alpha attends as an observer.", [("Healthwatch Alpha", "healthwatch", "absent")]),
        (
            "Alpha Police is not a party but has a seat on the board.",
            [("Alpha Police", "police", "in_place")],
        ),
        (
            "Alpha Together is made up of officers from Alpha Borough Council and Sound PCN.",
            [
                ("Alpha Borough Council", "local_authority", "in_place"),
                ("Sound PCN", "primary_care", "in_place"),
            ],
        ),
        (
            "Round the table are the council and Alpha Hospice.",
            [("Alpha Hospice", "vcse", "in_place"), ("council", "local_authority", "in_place")],
        ),
        (
            "The parties are NHS North and Sound PCN.",
            [("NHS North", "icb", "in_place"), ("Sound PCN", "primary_care", "in_place")],
        ),
        (
            "Each of NHS North and Sound PCN nominates one member.",
            [("NHS North", "icb", "in_place"), ("Sound PCN", "primary_care", "in_place")],
        ),
        (
            "The Board has nine members, drawn from NHS North and Sound PCN.",
            [("NHS North", "icb", "in_place"), ("Sound PCN", "primary_care", "in_place")],
        ),
        (
            "The board agreed that Alpha Fire Service would be invited to join as a member from May.",
            [("Alpha Fire Service", "fire", "planned")],
        ),
        ("Schools will have a seat on the board by June.", [("Schools", "education", "planned")]),
        ("Schools will be represented on the board from June.", [("Schools", "education", "planned")]),
        (
            "Its members are the Integrated Care Board, Alpha Connected and Healthwatch Alpha.",
            [("Healthwatch Alpha", "healthwatch", "in_place"), ("Integrated Care Board", "icb", "in_place")],
        ),
        (
            "The members are North and St Arno Mental Health NHS Trust and the police.",
            [
                ("North and St Arno Mental Health NHS Trust", "mental_health", "in_place"),
                ("police", "police", "in_place"),
            ],
        ),
    ],
)
def test_sentence_names_members(code, sentence, expected):
    assert members(code, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Borough Council presented a paper to the partnership board.",
        "The Health and Wellbeing Board brings together the council, the NHS and Healthwatch.",
        "The council sits on the Alpha Safeguarding Board.",
        "Our priorities include hospital discharge and the voluntary sector.",
        "The police attended a workshop in the town hall.",
        "The programme includes schools, housing associations and employers.",
        "The partnership includes a new hub for schools.",
        "Members are asked to note the council's report.",
        "Membership is reviewed every year by the council.",
        "GPs are members of the primary care network.",
        "Healthwatch has a seat on the ICB board.",
        "How should the hospital trust be represented on the board?",
        "Gortown Together is made up of the council and the police.",
        "Alpha Together brings together health, care and housing in one building.",
        "Alpha Housing is in talks about joining the ICB.",
        "The council joined the partnership in calling for more nurses.",
        "Sound PCN has become a partner of choice for students.",
        "The agreement was signed by the council and the ICB under section 75.",
        "Round the table there was praise for the council.",
        "Membership is open to the council and the trust.",
        "The project has three partners: the council, the police and Sound PCN.",
        "Alpha Police may be invited to attend.",
        "Alpha Hospice has become a partner in the hub.",
        "The council is to be a partner in the bid.",
        "There are two members: one is a council officer.",
        "The trust sends its representatives.",
        "Alpha Police would be invited to join the meeting.",
        "Tenants will be represented in court from June.",
        "The council would be represented from May.",
        "The working group met. The council and the hospital had both taken part.",
    ],
)
def test_sentence_names_no_members(code, sentence):
    assert members(code, sentence) == []


def test_those_who_take_part_in_the_board_named_before_are_members(code):
    text = "The Alpha Together board met in May. Sound PCN and Healthwatch Alpha had both taken part."
    assert [sector for _, sector, _ in members(code, text)] == ["healthwatch", "primary_care"]


def test_they_are_the_members_named_before(code):
    text = "The board works through its members. They are the council, the hospital trust and two GPs."
    assert [sector for _, sector, _ in members(code, text)] == ["local_authority", "acute", "primary_care"]


def test_they_are_not_members(code):
    text = "Alpha Police and the ambulance service will be invited for single items. They are not members."
    assert members(code, text) == [
        ("Alpha Police", "police", "absent"),
        ("ambulance service", "ambulance", "absent"),
    ]


def test_chair_is_a_member_by_inference(code):
    rows = code(f"{HEAD}The partnership is chaired by the chief executive of Alpha Hospice.", "memberships")
    assert [(row.organisation, row.basis, row.rule) for row in rows] == [
        ("Alpha Hospice", "derived", "memberships.chairs")
    ]


def test_a_person_who_chairs_is_no_organisation(code):
    text = f"{HEAD}The partnership is chaired by Councillor Ann Bell, leader of Alpha Borough Council."
    assert code(text, "memberships") == []


def test_members_whose_names_hold_several_places(code):
    text = "The members are Alpha Borough Council, Beta Borough Council and Gamma Homes.\n"
    assert [name for name, _, _ in members(code, text)] == [
        "Alpha Borough Council",
        "Beta Borough Council",
        "Gamma Homes",
    ]


def test_what_is_told_of_a_member_is_no_part_of_its_name(code):
    text = (
        "Main partners in the Alpha place:\n\n"
        "- Alpha Hospitals NHS Trust, for acute services. It has three sites\n"
        "- the Alpha office of North ICB\n"
        "- primary care, including Sound PCN, to which all practices belong\n"
    )
    assert [name for name, _, _ in members(code, text)] == [
        "Alpha Hospitals NHS Trust",
        "North ICB",
        "Sound PCN",
    ]


def test_names_among_the_members_do_not_say_whose_partnership_it_is(code):
    row, *_ = code(f"{HEAD}The board brings together NHS North and Healthwatch Beta.\n", "memberships")
    assert (row.place_id, row.applies_to) == ("north/alpha", "place")


def test_partnerships_in_the_plural_are_those_of_each_place(code):
    rows = code(f"{HEAD}Partners in the ICPs are the councils and the police.\n", "memberships")
    assert {(row.place_id, row.applies_to) for row in rows} == {(None, "each_place")}


@pytest.mark.parametrize(("published", "status"), [("2023-05-01", "planned"), ("2025-05-01", "in_place")])
def test_the_date_tells_whether_a_member_has_joined(code, published, status):
    sentence = "Alpha College becomes a member on 1 September 2024."
    assert members(code, sentence, published=published) == [("Alpha College", "education", status)]


def test_partners_in_brackets_are_members(code):
    text = (
        "Alpha Together is not an organisation of its own, but a range of partners (the borough council, "
        "Oak Housing, police and the probation service) planning together."
    )
    assert [(name, sector) for name, sector, _ in members(code, text)] == [
        ("Oak Housing", "housing"),
        ("borough council", "local_authority"),
        ("police", "police"),
        ("probation service", "other"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was noted that Alpha Borough Council is a signatory to the Alpha partnership agreement.",
            ("Alpha Borough Council", "local_authority", "in_place"),
        ),
        (
            "Members were told that Elm NHS Foundation Trust would be the lead provider for the partnership.",
            ("Elm NHS Foundation Trust", "nhs_trust", "planned"),
        ),
        (
            "The partnership meets every month. Another key partner is Healthwatch Alpha.",
            ("Healthwatch Alpha", "healthwatch", "in_place"),
        ),
    ],
)
def test_organisation_that_signs_leads_or_is_called_a_partner_is_a_member(code, text, expected):
    assert expected in members(code, text)


def test_professions_are_no_members(code):
    text = "Alpha Together includes district nurses; volunteers; Age UK Alpha; and the borough council."
    assert [name for name, *_ in members(code, text)] == ["Age UK Alpha", "borough council"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Through closer work of our partners - including the hospitals, council and GPs - we plan wards.",
            ["GPs", "council", "hospitals"],
        ),
        (
            "Alpha Together is underpinned by trust between the council, Elm Hospitals and Age UK Alpha.",
            ["Age UK Alpha", "Elm Hospitals", "council"],
        ),
    ],
)
def test_organisations_of_three_sectors_beside_the_partnership_are_its_members(code, text, names):
    assert [(name, status) for name, _, status in members(code, text)] == [(n, "in_place") for n in names]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together wants better services from the council, Elm Hospitals and Age UK Alpha.",
        "Alpha Together consulted many bodies, including the council, Elm Hospitals and Age UK Alpha.",
        "Alpha Together heard reports from the council, Elm Hospitals and Age UK Alpha.",
        "Alpha Together runs a team of staff from the council, Elm Hospitals and Age UK Alpha.",
        "Alpha Together is talking to two bodies, including the council and Oakley Borough Council.",
    ],
)
def test_organisations_that_are_listed_for_something_else_are_no_members(code, text):
    assert not members(code, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alpha Together brings NHS trusts and local councils together.", ["NHS trusts", "local councils"]),
        (
            "Alpha Together met. The NHS, council and Healthwatch have come together to read its plan.",
            ["Healthwatch", "NHS", "council"],
        ),
        (
            (
                "Our alliance is called Alpha Together. It brings together partners including:\n\n"
                "- Borough of Alpha - adults\n- Beech Health - GP Federation\n- ALPHA VO - voluntary sector\n"
            ),
            ["ALPHA VO", "Beech Health", "Borough of Alpha"],
        ),
        ("Alpha Together brings together voluntary organisations in Alpha.", ["voluntary organisations"]),
    ],
)
def test_further_forms_of_naming_members(code, text, names):
    assert [name for name, *_ in members(code, text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The board is made up of officers of bodies that plan care, including NHS North and Elm Trust.",
            ["Elm Trust", "NHS North"],
        ),
        (
            "The Alpha Care Alliance met. This is a body of providers - council, NHS trusts and GPs.",
            ["GPs", "NHS trusts", "council"],
        ),
        (
            "The partnership includes Elm Hospitals and Beech Care CIC (representing primary care).",
            ["Beech Care CIC", "Elm Hospitals"],
        ),
    ],
)
def test_members_behind_what_tells_of_them(code, text, names):
    assert [name for name, *_ in members(code, text)] == names


def test_cabinet_member_is_of_the_council(code):
    text = (
        "Board members are:\n\n- Jo Bell, Cabinet Member for Adult Social Care\n- Ann Dale, Elm NHS Trust\n"
    )
    assert [sector for _, sector, _ in members(code, text)] == ["local_authority", "nhs_trust"]


@pytest.mark.parametrize(
    "told",
    [
        "The members are elected by and work within the voluntary sector of Alpha.",
        "Some of the Alpha team are employed by the ICB but work with the council's partnership.",
    ],
)
def test_clauses_and_partnerships_in_general_name_no_members(code, told):
    assert not code(told, "memberships", title="Alpha Together")


def test_a_partnership_through_which_things_may_be_done_has_no_members_yet(code):
    told = "These are things that we can mend through a partnership between the NHS and charities."
    assert not code(f"News from North\n\n{told}\n", "memberships", title="News from North")
