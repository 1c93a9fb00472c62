"""Governance: what partners do together, in whatever words, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, shown

PRACTICE = [
    ("Staff of the NHS and the borough sit in cohesive ward teams.", "integrated_teams::in_place"),
    (
        "Each ward has teams made up of staff from several different organisations.",
        "integrated_teams::in_place",
    ),
    ("Nurses, housing and social work act as one connected team.", "integrated_teams::in_place"),
    ("The council has pooled its whole care budget with the CCG.", "pooled_budget::in_place"),
    ("Cabinet agreed the integration of the two care budgets.", "pooled_budget::in_place"),
    (
        "Partners work under a section 75 (as the Act has it) agreement.",
        "pooled_budget:section_75:in_place",
    ),
    ("Partners are driven by a shared mission: fewer falls.", "shared_vision::in_place"),
    ("Partners are working towards a vision of care without queues.", "shared_vision::in_place"),
    ("A linked clinical record is open to all care staff.", "shared_care_record::in_place"),
    ("Nurses and social workers are based on the same site.", "co_location::in_place"),
    ("A risk pooling agreement binds the partners.", "risk_sharing::in_place"),
    ("Partners have a winter delivery plan.", "shared_plan:delivery:in_place"),
    (
        "The partnership is overseeing the delivery of the Alpha Health and Wellbeing Strategy.",
        "strategy_alignment:Alpha_Health_and_Wellbeing_Strategy:in_place",
    ),
    (
        "A small fund helps local people to get involved in the design of services.",
        "resident_involvement::in_place",
    ),
    (
        "Partners are to deliver the shared aims of the Alpha Joint Health and Wellbeing Strategy.",
        "strategy_alignment:Alpha_Joint_Health_and_Wellbeing_Strategy:in_place",
    ),
    (
        "The place plan builds on the Alpha Together Health and Wellbeing Strategy.",
        "strategy_alignment:Alpha_Together_Health_and_Wellbeing_Strategy:in_place",
    ),
]

NO_PRACTICE = [
    "The leadership team of the hospital met.",
    "All wards need to have integrated teams.",
    "The county will spend its capital budget on roads and health centres.",
    "The Trust's vision for its wards is ten years old.",
    "Staff with double vision should see a doctor of the NHS.",
    "The minutes are a true record of the care meeting.",
    "We should do more listening to residents about our services.",
    "Patients may be involved in choosing their own care.",
    "Practices work with residents in need of our services.",
]


@pytest.mark.parametrize(("sentence", "expected"), PRACTICE)
def test_practice_of_partners(code, sentence, expected):
    told = expected.partition(":")[0]
    rows = [row for row in code(of_alpha(sentence), "governance") if row.feature == told]
    assert shown(rows) == expected


@pytest.mark.parametrize("sentence", NO_PRACTICE)
def test_what_no_partners_practise(code, sentence):
    assert [row for row in code(of_alpha(sentence), "governance") if row.status == "in_place"] == []


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Alpha Health and Care Plan 2023-2026", "in_place"),
        ("3.1 Draft Alpha Locality Plan", "emerging"),
        ("The Alpha Place Plan refreshed for spring", "in_place"),
        ("Development of the Alpha Place Plan", None),
        ("Alpha Health and Wellbeing Strategy", None),
        ("Alpha Housing and Care Homes Plan", None),
        ("Alpha Health Inequalities Strategy", None),
        ("Place Plan", None),
    ],
)
def test_a_heading_is_the_title_of_a_plan(code, heading, status):
    rows = code(f"Alpha Together\n\nMembers met in May.\n\n{heading}\n\nIt was noted.\n", "governance")
    assert {row.status for row in rows if row.feature == "shared_plan"} == ({status} if status else set())


@pytest.mark.parametrize(("heading", "rows"), [("Key learning", 0), ("How we work", 1)])
def test_lessons_for_others_state_nothing_of_a_place(code, heading, rows):
    text = f"Care in Alpha\n\n{heading}\n\nPartners need to agree a shared vision before they start.\n"
    assert [row.feature for row in code(text, "governance")] == ["shared_vision"] * rows


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Partners agreed a joint health and care plan to help people leave hospital.", "in_place"),
        ("Alpha Together has a place plan to cut the number of falls.", "in_place"),
        ("Partners plan to write a place plan.", "planned"),
    ],
)
def test_what_a_plan_is_for_is_no_plan_of_its_own(code, sentence, status):
    rows = code(of_alpha(sentence), "governance")
    assert {row.status for row in rows if row.feature == "shared_plan"} == {status}
