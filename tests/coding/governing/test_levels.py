"""Governance: what is the system's, a trust's or a meeting's own, and what a plan serves."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, one_shown, shown

OF_THE_SYSTEM = [
    ("The ICS Partnership Board agreed the plan.", "board:ICS_Partnership_Board:in_place:system@system"),
    (
        "The Partnership Board brings together leaders across North.",
        "board:Partnership_Board:in_place:system@system",
    ),
    ("The ICS is independently chaired.", "chairing:independent:in_place:system@system"),
    (
        "The Integrated Care Partnership is a committee of the ICB and the councils.",
        "arrangement:icb_committee:in_place:system",
    ),
    ("The STP Partnership Board has met since May.", "board:STP_Partnership_Board:in_place:system@system"),
]

OF_NO_PLACE = [
    "An executive of Alpha, who chairs the A&E Delivery Board, spoke.",
    "Dr Jo Hill, Joint Chair of Alpha Health and Wellbeing Board",
    "Kim Reed - Co-Chair, Healthwatch Alpha",
    "Four trusts (A, B, C and D) have signed a collaboration agreement.",
    "The boards of Hill NHS Trust and Dale NHS Foundation Trust meet in common.",
    "The Health and Wellbeing Boards of two councils have been meeting in common.",
    "The Great Dale Healthcare Alliance is a partnership between the NHS trusts.",
    "The Alpha Primary Care Alliance is a group of practices.",
    "The board noted the set-up of the ICB and associated committees of the ICB.",
    "The report covered part of the Alpha Ways to Work programme.",
    "The boards of Hill NHS Trust and Dale NHS Foundation Trust meet as a Partnership Board.",
]

STATUS = [
    (
        "Ms Kim Reed, Co-Chair and Director of Alpha Together, said that more could be possible.",
        "chairing:joint:in_place",
    ),
    ("The Alpha Place Board is chaired by Ann Lee and Bob Ray.", "chairing:joint:in_place"),
    ("Partners have launched a new vision for health and care.", "shared_vision::in_place"),
    ("The board runs the partnership plan and aims to mend delays.", "shared_plan::in_place"),
    ("The partnership plan describes what partners will be doing.", "shared_plan::in_place"),
    (
        "An update was heard on the progress of establishing a place board as a joint committee.",
        "arrangement:joint_committee:emerging",
    ),
    (
        "The Alpha Partnership Leadership Team agreed to become sponsors of the work.",
        "executive_team::in_place",
    ),
    (
        "The report of the Partnership Executive Group on what will change was heard.",
        "executive_team::in_place",
    ),
    ("Partners act as one team, working towards one vision.", "shared_vision::in_place"),
]

SERVES = [
    (
        "The partnership plan sits beneath the North Integrated Care Strategy.",
        "strategy_alignment:North_Integrated_Care_Strategy:in_place",
    ),
    (
        "The partnership contributes to the Joint Health and Wellbeing Strategy.",
        "strategy_alignment:Joint_Health_and_Wellbeing_Strategy:in_place",
    ),
    (
        "The place plan adds detail to aims set out in the Alpha Health and Wellbeing Strategy.",
        "strategy_alignment:Alpha_Health_and_Wellbeing_Strategy:in_place",
    ),
]

SERVES_NOT = [
    "The board heard about the Digital Strategy of the council.",
    "The Director of Strategy supports the partnership.",
    "Our priorities are tracked on a dashboard aligned to our priorities.",
    "The partnership was consulted on the Alpha Housing Strategy.",
]

PLANS = [
    "Each place has a partnership that is responsible for developing a plan with its communities.",
    "The Healthy Alpha Plan sets out how partners work on health and care.",
    "The Alpha Partnership Five Year Plan was published.",
]

NO_PLANS = [
    "The partnership helps residents to write a care plan.",
    "A partnership working group is drawing up a plan on immunisations.",
    "The partnership was asked about the Local Plan for housing.",
]

MASTERS = [
    "The partnership is overseen by the health and wellbeing board.",
    "The health and wellbeing board oversees the work of the partnership.",
    "The Alpha Partnership Board is a sub-group of the health and wellbeing board.",
    "Accountability for the partnership sits with the health and wellbeing board.",
]

NO_INVOLVEMENT = [
    "The partnership must listen to residents.",
    "The partnership asked how residents should be consulted.",
]

LISTENING = [
    "The partnership listened to over 500 residents.",
    "Alpha Together held engagement events with local people.",
    "The partnership uses public and staff feedback to improve care.",
    "We are talking to local people about services for frail older people.",
    "Partners in Alpha work with their communities.",
]

INVOLVEMENT = [
    "Views from local people shape our plans in Alpha.",
    "Alpha Together has a Community Engagement Network.",
    "Partners in Alpha work with local communities on their plans.",
]

TEAMS = [
    "The senior leadership team of Alpha Together was introduced.",
    "The leadership team and governance of the partnership were set out.",
    "The executive team for the Alpha partnership meets on Mondays.",
]


@pytest.mark.parametrize(("sentence", "expected"), OF_THE_SYSTEM)
def test_the_systems_own_bodies(code, sentence, expected):
    assert expected in shown(code(f"North\n\n{sentence}\n", "governance", published="2024-03-01"))


@pytest.mark.parametrize("sentence", OF_NO_PLACE)
def test_what_a_place_does_not_have(code, sentence):
    assert [one_shown(row) for row in code(of_alpha(sentence), "governance")] == []


@pytest.mark.parametrize(("sentence", "expected"), [*STATUS, *SERVES])
def test_how_far_it_is_there(code, sentence, expected):
    assert expected in shown(code(of_alpha(sentence), "governance")).split()


@pytest.mark.parametrize("sentence", SERVES_NOT)
def test_no_alignment(code, sentence):
    rows = code(of_alpha(sentence), "governance")
    assert [row.value for row in rows if row.feature == "strategy_alignment"] == []


def test_an_alignment_is_given_once_by_its_fullest_name(code):
    sentence = "The partnership helps to deliver the Health and Wellbeing Strategy of the district."
    rows = code(of_alpha(sentence), "governance")
    assert len([row for row in rows if row.feature == "strategy_alignment"]) == 1


@pytest.mark.parametrize("sentence", LISTENING)
def test_to_listen_to_residents_is_not_to_let_them_take_part(code, sentence):
    rows = code(of_alpha(sentence), "governance")
    assert [row for row in rows if row.feature == "resident_involvement"] == []


@pytest.mark.parametrize(
    ("sentences", "feature"),
    [
        (PLANS, "shared_plan"),
        (MASTERS, "accountable_to"),
        (INVOLVEMENT, "resident_involvement"),
        (TEAMS, "executive_team"),
    ],
)
def test_what_partners_have(code, sentences, feature):
    found = [feature in {row.feature for row in code(of_alpha(one), "governance")} for one in sentences]
    assert found == [True] * len(sentences)


@pytest.mark.parametrize("sentence", NO_INVOLVEMENT)
def test_a_wish_to_involve_residents_is_none(code, sentence):
    rows = code(of_alpha(sentence), "governance")
    assert [row.status for row in rows if row.status == "in_place"] == []


@pytest.mark.parametrize("sentence", NO_PLANS)
def test_no_plan_of_the_partnership(code, sentence):
    rows = code(of_alpha(sentence), "governance")
    assert [row.feature for row in rows if row.feature == "shared_plan"] == []


@pytest.mark.parametrize(
    ("page", "visions"),
    [
        ("Our vision\n\nPeople in Alpha will live well and close to those they love.", 1),
        ("Our shared vision for Alpha:\n\nEveryone will live well and close to those they love.", 1),
        ("Our vision\n\n- Warm homes\n- Good food", 0),
        ("Our vision and how we chose it\n\nPeople in Alpha told us what they think of care.", 0),
    ],
)
def test_a_vision_under_its_heading(code, page, visions):
    rows = code(f"Alpha Together\n\n{page}\n", "governance", title="Alpha Together")
    assert [row.feature for row in rows].count("shared_vision") == visions


def test_a_board_is_named_in_full_where_its_systems_name_has_more_parts(code):
    sentence = "North and Dale Health and Care Partnership's Partnership Board met in public in May."
    boards = [row for row in code(f"News\n\n{sentence}\n", "governance") if row.feature == "board"]
    assert [(row.value, row.body_kind) for row in boards] == [
        ("North and Dale Health and Care Partnership's Partnership Board", "system")
    ]


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("We do this through our Population Boards.", ["Population Boards"]),
        ("Alpha Together works through its Delivery Groups.", ["Delivery Groups"]),
        ("Our Neighbourhood Forums hear from residents.", ["Neighbourhood Forums"]),
        ("We support our Health and Wellbeing Boards.", []),
        ("Ask our Support Groups for help.", []),
    ],
)
def test_groups_of_the_partnership_in_the_plural(code, sentence, groups):
    rows = code(of_alpha(sentence), "governance")
    assert [row.value for row in rows if row.feature == "subcommittees"] == groups


@pytest.mark.parametrize(
    ("before", "rows"),
    [("Alpha leads the way.", ["terms_of_reference"]), ("Much was said on Tuesday.", [])],
)
def test_its_board_in_a_paper_of_another_body_is_that_of_the_place_before(code, before, rows):
    text = f"North ICB Board meeting\n\nPlaces\n\n{before} Its board adopted terms of reference in May.\n"
    found = code(text, "governance", document_type="board_paper")
    assert [row.feature for row in found] == rows
