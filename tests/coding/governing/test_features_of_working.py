"""How partners work together, in many constructions: money, plans, teams, records, leaders and residents."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, shown

STATED = [
    # One pot, by what is done with the money.
    (
        "Alpha Council and the ICB each put £4m a year into a single pot for carers.",
        "pooled_budget::in_place",
    ),
    ("Home care comes from a fund to which the council and the ICB contribute.", "pooled_budget::in_place"),
    (
        "Talks go on between the council and the ICB about bringing what they spend into one fund.",
        "pooled_budget::emerging",
    ),
    ("Health and social care budgets are aligned but not pooled.", "pooled_budget::absent"),
    ("Cabinet agreed in May to pool them, the ICB paying half.", "pooled_budget::planned"),
    # Sums for each person, losses and savings.
    (
        "The alliance is paid a fixed sum a year for each registered patient.",
        "capitated_budget::in_place",
    ),
    ("Any loss on the store is carried 70:30 by the council and the ICB.", "risk_sharing::in_place"),
    (
        "There is no arrangement by which one partner would cover another's losses.",
        "risk_sharing::absent",
    ),
    ("Each partner in the partnership bears its own financial risk.", "risk_sharing::absent"),
    # Purpose and plans.
    (
        "Fair care is the ambition to which all members of the partnership have put their names.",
        "shared_vision::in_place",
    ),
    ("The partnership has a plan that all its partners own.", "shared_plan::in_place"),
    ("The partnership has neither a plan nor a budget.", "shared_plan::absent"),
    (
        "The council has rebuilt its housing strategy around the partnership's goals.",
        "strategy_alignment:housing_strategy:in_place",
    ),
    # Who answers to whom.
    ("Partners answer to one another for what they have promised.", "accountability_framework::in_place"),
    (
        "Members of the partnership are held to account by the others.",
        "accountability_framework::in_place",
    ),
    # Residents.
    (
        "Three of the twelve seats on the partnership's board are held by carers.",
        "resident_involvement::in_place",
    ),
    (
        "A panel of residents starts work in October to help the partnership decide.",
        "resident_involvement::planned",
    ),
    # Teams and where they sit.
    (
        "The crisis team that the hospital trust and the council run between them never closes.",
        "integrated_teams::in_place",
    ),
    ("Nurses and social workers were brought under one manager.", "integrated_teams::in_place"),
    ("The council's and the trust's therapists move into one base in October.", "co_location::planned"),
    ("Council and NHS staff have had desks in the same office since 2018.", "co_location::in_place"),
    # Records and data.
    ("Paramedics can open the same record as the GP.", "shared_care_record::in_place"),
    ("A viewer joins up the records of practices and the hospital.", "shared_care_record::in_place"),
    (
        "By linking data from practices and the council, analysts found people likely to fall.",
        "population_health_management::in_place",
    ),
    (
        "Everyone registered with a practice falls into one of five groups by need.",
        "population_health_management::in_place",
    ),
    # Leaders, learning and telling others.
    (
        "Twenty managers from the NHS and the council have finished a course in leading across partners.",
        "leadership_development::in_place",
    ),
    (
        "The leads meet to learn from what has and has not worked in each other's places.",
        "learning_network::in_place",
    ),
    ("The partnership has no strategy for communications.", "communications_plan::absent"),
]

NOT_STATED = [
    "The swimming pool was mended with £2m from the council's budget.",
    "The council and the ICB both overspent their budgets.",
    "The council pays each carer a fixed sum for a break.",
    "What the NHS spends on each head of population has risen.",
    "Members went through the risk register that partners share.",
    "The council will meet its loss from reserves.",
    "Dr Reed has a clear vision for her practice.",
    "Each patient of the partnership leaves with a plan of care.",
    "The council adopted a parking strategy that partners disliked.",
    "Nurses answer to their patients.",
    "Residents are invited to send questions to the board by email.",
    "Residents can book a blood test at the partnership's hub.",
    "The council's road team and the trust's porters helped.",
    "The partnership's next meeting has moved to the old town hall.",
    "Partners agreed the notes as a true record.",
    "Partners heard data on waits at the hospital.",
    "The leader of the council opened the partnership's hub.",
    "The learning disability network runs a café for partners.",
    "The press officer put out a statement for the partnership.",
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_what_is_stated_is_read(code, sentence, expected):
    rows = shown(code(of_alpha(sentence), "governance")).split()
    assert any(row.startswith(expected) for row in rows)


@pytest.mark.parametrize("sentence", NOT_STATED)
def test_the_same_words_may_state_nothing(code, sentence):
    assert not code(of_alpha(sentence), "governance")


def test_a_list_below_says_with_what_a_plan_is_aligned(code):
    told = "Our place plan is aligned with:\n- the Valley Health Strategy 2024-30\n- the Council Plan"
    rows = code(of_alpha(told), "governance")
    sides = {row.value for row in rows if row.feature == "strategy_alignment"}
    assert sides == {"Valley Health Strategy 2024-30", "Council Plan"}
