"""Governance: money, plans, teams and posts that partners share, and what states none."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, one_shown, shown

MONEY_AND_PLANS = [
    ("Partners have a risk share agreement.", "risk_sharing::in_place"),
    ("There is no risk share between partners.", "risk_sharing::absent"),
    ("Partners will agree how risks and rewards are shared.", "risk_sharing::planned"),
    ("The Better Care Fund is pooled under section 75.", "pooled_budget:better_care_fund:in_place"),
    ("The council and ICB have a section 75 pooled fund.", "pooled_budget:section_75:in_place"),
    ("Partners pool budgets for community equipment.", "pooled_budget::in_place"),
    ("There are no pooled budgets.", "pooled_budget::absent"),
    ("The pooled fund was closed in 2022.", "pooled_budget::ended"),
    ("Partners are exploring pooled budgets.", "pooled_budget::emerging"),
    ("A capitated budget was piloted and abandoned.", "capitated_budget::ended"),
    ("The partnership agreed a shared vision.", "shared_vision::in_place"),
    ("Our vision was agreed by all partners in 2024.", "shared_vision::in_place"),
    ("The Alpha Health and Care Plan 2023-2026 was approved.", "shared_plan::in_place"),
    ("The partnership's delivery plan sets out our actions.", "shared_plan:delivery:in_place"),
    ("The partnership will write a workforce plan.", "shared_plan:people:planned"),
    (
        "The partnership plan is aligned with the Joint Health and Wellbeing Strategy.",
        "shared_plan::in_place strategy_alignment:Joint_Health_and_Wellbeing_Strategy:in_place",
    ),
    (
        "The council and the ICB pool budgets for equipment under section 75.",
        "pooled_budget:section_75:in_place",
    ),
    ("There are no plans to pool budgets.", "pooled_budget::absent"),
    ("The council and the ICB pool £28.4 million under section 75.", "pooled_budget:section_75:in_place"),
    (
        "The council and NHS North share the cost of equipment through the Better Care Fund.",
        "pooled_budget:better_care_fund:in_place",
    ),
    ("The proposal to pool budgets was dropped.", "pooled_budget::absent"),
    (
        "Our priorities follow the borough's Health and Wellbeing Strategy.",
        "strategy_alignment:Health_and_Wellbeing_Strategy:in_place",
    ),
    ("Partners share a vision of a healthier town.", "shared_vision::in_place"),
]


WORKING_TOGETHER = [
    ("Partners hold each other to account for delivery.", "accountability_framework::in_place"),
    ("A clinical and professional leadership group advises the board.", "clinical_leadership::in_place"),
    (
        "Services are co-produced with local residents through the partnership.",
        "resident_involvement::in_place",
    ),
    (
        "Community nurses and social workers work in integrated neighbourhood teams.",
        "integrated_teams::in_place",
    ),
    ("District nurses and social workers work together in a single team.", "integrated_teams::in_place"),
    ("Integrated neighbourhood teams will be in place by March 2025.", "integrated_teams::planned"),
    ("Council and NHS staff are co-located at the Town Hall.", "co_location::in_place"),
    ("Teams work from shared offices.", "co_location::in_place"),
    ("The place director is a joint appointment between the council and the ICB.", "joint_posts::in_place"),
    ("The director is employed by the trust and half funded by the council.", "joint_posts::in_place"),
    ("Partners use a shared care record.", "shared_care_record::in_place"),
    ("There is still no shared care record.", "shared_care_record::absent"),
    ("By 2026 all partners will use a shared care record.", "shared_care_record::planned"),
    (
        "A population health management approach is used to find people at risk.",
        "population_health_management::in_place",
    ),
    ("An organisational development programme has begun.", "leadership_development::in_place"),
    ("The partnership has a communications and engagement plan.", "communications_plan::in_place"),
    ("Partners brought nurses and social workers into single teams.", "integrated_teams::in_place"),
    ("Teams of nurses, therapists and social workers work in each locality.", "integrated_teams::in_place"),
    ("Staff of all partners can see the Alpha Care Record.", "shared_care_record::in_place"),
    (
        "Linked data from practices is used to find people at greatest risk.",
        "population_health_management::in_place",
    ),
    ("There are posts shared with the council.", "joint_posts::in_place"),
    ("Beta has a joint post; Alpha has no such post.", "joint_posts::absent joint_posts::in_place@beta"),
    ("The partnership makes sure that residents have a say.", "resident_involvement::in_place"),
    ("The communications plan was approved without discussion.", "communications_plan::in_place"),
]


WHOSE = [
    (
        "The Integration Programme Board, which meets fortnightly, had asked for a report.",
        "meeting_frequency:fortnightly:in_place:subgroup",
    ),
    (
        "The Alpha Partnership meets monthly and the Beta Partnership meets quarterly.",
        "meeting_frequency:monthly:in_place meeting_frequency:quarterly:in_place@beta",
    ),
    (
        "The ICB's Quality Committee meets every two months.",
        "meeting_frequency:bimonthly:in_place:system@system",
    ),
    (
        "The Finance Group, a sub-group of the Board, meets monthly.",
        "meeting_frequency:monthly:in_place:subgroup subcommittees:Finance_Group:in_place",
    ),
    (
        "The ICB's scheme of reservation and delegation sets out the limits.",
        "scheme_of_delegation::in_place:system@system",
    ),
    ("The Health and Wellbeing Board is co-chaired by a GP.", "chairing:joint:in_place:partner"),
    ("The Health and Wellbeing Board meets quarterly.", "meeting_frequency:quarterly:in_place:partner"),
    (
        "Alpha and Beta have a shared care record; Gamma does not.",
        "shared_care_record::absent@gamma shared_care_record::in_place shared_care_record::in_place@beta",
    ),
    (
        "The Alpha Partnership publishes its papers; the Beta Partnership does not.",
        "public_transparency::absent@beta public_transparency::in_place",
    ),
    (
        "The Board reports to the Elsewhere Care Partnership, whose own board meets quarterly.",
        "accountable_to:Elsewhere_Care_Partnership:in_place meeting_frequency:quarterly:in_place:partner",
    ),
    ("The finance group looks at spending. It meets weekly.", "meeting_frequency:weekly:in_place:subgroup"),
    ("The council's Licensing Sub-Committee met weekly.", "meeting_frequency:weekly:in_place:partner"),
    (
        "The place leads of all three places meet to share learning.",
        "learning_network::in_place:cross_place_group@each_place",
    ),
]


NOTHING = [
    "The government plans to legislate for pooled budgets.",
    "Members noted that pooled budgets were used in Leeds.",
    "The Joint Health Overview and Scrutiny Committee received the report.",
    "The joint committee of the eight local authorities considered pensions.",
    "Members of the joint consultative committee with the unions were thanked.",
    "The terms of reference will be reviewed annually.",
    "The terms of reference of the Health and Wellbeing Board were approved.",
    "Members remain accountable to their own organisations.",
    "The partnership will report to the ICB on request about waiting times.",
    "An event was hosted by Alpha Council.",
    "The partnership's budget is reported monthly.",
    "The risk register was shared with partners.",
    "The Joint Forward Plan was noted.",
    "The NHS Long Term Workforce Plan was published.",
    "National guidance says that each place should have a shared vision.",
    "NHS England has said that places must agree a shared vision.",
    "Members asked whether the partnership had a risk share.",
    "Leeds has a shared care record that all can use.",
    "In Leeds, the partnership has a pooled budget.",
    "In Southwark, for example, the partnership is a committee of the ICB.",
    "The idea came from Leeds, where a board holds a pooled budget.",
    "A team of nine nurses visits care homes.",
    "Patients can see their care record in the app.",
    "Board meeting held in public on Wednesday.",
    "The Executive Board of the hospital trust approved it.",
    "A dispute with the contractor was taken to court.",
]


@pytest.mark.parametrize(("sentence", "expected"), MONEY_AND_PLANS)
def test_money_risk_and_plans(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(("sentence", "expected"), WORKING_TOGETHER)
def test_working_together(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(("sentence", "expected"), WHOSE)
def test_what_belongs_to_another_body_or_place(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_states_no_feature_of_the_partnership(code, sentence):
    assert code(of_alpha(sentence), "governance") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The workshops will focus on trust and on agreeing a shared vision.", "shared_vision::emerging"),
        ("Two sessions have looked at a common purpose for the partners.", "shared_vision::emerging"),
        ("The workshops focused on our organisation's shared vision.", ""),
        ("The partners have a shared vision.", "shared_vision::in_place"),
    ],
)
def test_workshops_on_a_vision_are_work_towards_one(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


HOUSE_RULES = [
    ("Partners in Alpha work together as an alliance.", {"arrangement:alliance:in_place"}),
    ("The terms of reference were being revised.", {"terms_of_reference:in_development:emerging"}),
    (
        "The partnership's board meets every month.",
        {"board:board:in_place", "meeting_frequency:monthly:in_place"},
    ),
    ("The Partnership is overseen by the Joint Executive.", {"board:Joint_Executive:in_place"}),
    (
        "What it can and cannot decide is set out in a scheme of delegation.",
        {"scheme_of_delegation::in_place"},
    ),
    ("Patients can join our Readers Network.", {"resident_involvement::in_place"}),
    ("Nurses and council staff work side by side there.", {"co_location::in_place"}),
    (
        "Talks went on about whether the trust could act as host provider for the Partnership.",
        {"host:trust:emerging"},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), HOUSE_RULES)
def test_turns_of_phrase_of_a_places_own_paper(code, sentence, expected):
    rows = code(of_alpha(sentence), "governance")

    assert {one_shown(row) for row in rows} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partnership is led by the Chief Executive.",
        "The Partnership is overseen by the Health and Wellbeing Board.",
        "The trust's board meets.",
        "The NHS and the council work side by side to cut waits.",
    ],
)
def test_turns_of_phrase_that_name_no_board_or_shared_office(code, sentence):
    assert not {"board", "co_location"} & {row.feature for row in code(of_alpha(sentence), "governance")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The plan is aligned with the census, the forward view and the Council's Corporate Plan.",
            "strategy_alignment:Council's_Corporate_Plan:in_place",
        ),
        (
            "Our priorities align closely with national aims, and the Alpha Borough Plan.",
            "shared_plan::in_place strategy_alignment:Alpha_Borough_Plan:in_place",
        ),
        ("Huddles of nurses meet weekly.", ""),
        ("Section 75 agreement training was put off.", ""),
        (
            "Our plan is rooted in the Health and Wellbeing Strategy, with a vision that Alpha will care.",
            "strategy_alignment:Health_and_Wellbeing_Strategy:in_place",
        ),
        ("Multi-agency teams called circles meet weekly in Alpha.", "integrated_teams::in_place"),
        (
            "Partners began meeting monthly in order to explore joint work.",
            "meeting_frequency:monthly:in_place",
        ),
        (
            "The place leadership team plans for those with complex needs to cut falls.",
            "executive_team::in_place",
        ),
        ("The partnership would report to the board in March.", ""),
        (
            "Ours is the Alpha partnership, which formally reports into the Health & Wellbeing Board.",
            "accountable_to:Health_&_Wellbeing_Board:in_place",
        ),
        (
            "The chair of the Alpha Together Board (which reports to the Health and Wellbeing Board) spoke.",
            "accountable_to:Health_and_Wellbeing_Board:in_place board:Alpha_Together_Board:in_place",
        ),
        ("The steering board, which reports to the council, met in Alpha.", ""),
        ("Partners wrote a workforce plan.", "shared_plan:people:in_place"),
        ("The Place Director was in close contact with networks elsewhere.", ""),
        ("Ann Lee, Chief Strategy Officer of the place, spoke.", ""),
        ("Councillor Row asked what the timeline was for integrated neighbourhood teams.", ""),
        ("The Council can do better at listening to residents and partners.", ""),
    ],
)
def test_words_on_ordinary_pages(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Alpha Alliance had been exploring how to tell its story.", "in_place"),
        ("The Alpha Alliance hopes to grow.", "in_place"),
        ("Partners hope to form the Alpha Alliance.", "emerging"),
        ("Plans to establish the Alpha Alliance were approved.", "planned"),
    ],
)
def test_an_alliance_that_does_something_is_there(code, sentence, status):
    rows = code(of_alpha(sentence), "governance")
    assert {row.status for row in rows if row.feature == "arrangement"} == {status}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There was a workforce plan that was hard to recruit to.", ""),
        ("The place partnership had a workforce plan.", "shared_plan:people:in_place"),
        ("The draft terms of reference were presented.", ""),
        (
            "The terms of reference of the Alpha Locality Board were agreed.",
            "board:Alpha_Locality_Board:in_place terms_of_reference:agreed:in_place",
        ),
    ],
)
def test_minutes_of_another_body_have_plans_and_rules_of_its_own(code, sentence, expected):
    text = f"Alpha Health Scrutiny Committee\n\nMinutes\n\n{sentence}\n"
    assert shown(code(text, "governance", document_type="scrutiny_minutes")) == expected
