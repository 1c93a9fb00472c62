"""Features told by what is done, by whom and to what share, without their usual names."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There are two chairs of the Alpha Place Partnership.", "chairing:joint:in_place"),
        ("Dr Rees now chairs the Alpha Place Partnership on her own.", "chairing:single:in_place"),
        ("Alpha is run by a place executive of seven directors.", "executive_team::in_place"),
        ("A five-strong team works for the Alpha Place Partnership.", "dedicated_staff:5:in_place"),
        (
            "The Alpha Place Partnership, which the community trust hosts, sits in Ford.",
            "host:community_trust:in_place",
        ),
        (
            "On the last Friday of each month members of the Alpha partnership come together.",
            "meeting_frequency:monthly:in_place",
        ),
        (
            "Where agreement cannot be reached, the Alpha partnership's chair calls a vote.",
            "decision_process::in_place",
        ),
        ("The Alpha partnership has always met behind closed doors.", "public_transparency::absent"),
        ("The council and the ICB each pay half the salary of Alpha's director.", "joint_posts::in_place"),
        (
            "Discussions go on about merging what council and ICB in Alpha spend into one budget.",
            "pooled_budget::emerging",
        ),
        (
            "Providers in Alpha are paid a set amount per resident each year.",
            "capitated_budget::in_place",
        ),
        ("Savings in Alpha are split 50:50 between the trust and the council.", "risk_sharing::in_place"),
        (
            "Partners in Alpha have no arrangement to help with each other's deficits.",
            "risk_sharing::absent",
        ),
        (
            "All members of the Alpha partnership have put their names to a single ambition.",
            "shared_vision::in_place",
        ),
        (
            "Partners in Alpha answer to one another for the delivery of what they promised.",
            "accountability_framework::in_place",
        ),
        (
            "Three of the ten seats on the board in Alpha are held by people with lived experience.",
            "resident_involvement::in_place",
        ),
        (
            "The falls team in Alpha is run jointly by the community trust and the council.",
            "integrated_teams::in_place",
        ),
        (
            "Paramedics in Alpha can see the same record as the district nurse.",
            "shared_care_record::in_place",
        ),
        ("Alpha's partnership has no strategy for communications.", "communications_plan::absent"),
    ],
)
def test_what_is_done_tells_the_feature(code: Code, sentence: str, expected: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "There are two chairs in the waiting room of the Alpha clinic.",
        "A 40-strong team of nurses works in Alpha.",
        "Practices are paid £10 for each patient who is vaccinated in Alpha.",
        "Police in Alpha can open the same record of the crime as the court.",
        "Her ambition is to put her name to a novel about Alpha.",
        "Vacancy in Alpha\n\nAccountable to: Therapy Lead",
    ],
)
def test_the_same_words_of_other_things_give_no_row(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


def test_groups_are_listed_under_a_heading_that_says_whom_they_serve(code: Code) -> None:
    text = "Sub-groups that support the Alpha Place Board\n\n- Urgent Care Group\n- People and Skills Group\n"
    assert [row.value for row in code(text, "governance")] == ["Urgent Care Group", "People and Skills Group"]


def test_support_groups_of_residents_are_none_of_a_board(code: Code) -> None:
    text = "Support groups in Alpha\n\n- Stroke Support Group\n- Carers Group\n"
    assert code(text, "governance") == []


def test_a_host_goes_by_the_name_that_stands_before(code: Code) -> None:
    text = "Ford Care NHS Trust runs clinics. The staff of the Alpha partnership are employed by the Trust."
    assert "host:Ford_Care_NHS_Trust:in_place" in shown(code(of_alpha(text), "governance")).split()


def test_a_table_of_places_gives_the_form_of_each(code: Code) -> None:
    rows = "Place | Model\nAlpha | Committee of the ICB\nBeta | Joint committee, planned for 2031\n"
    assert shown(code(f"Governance of the places\n\n{rows}", "governance")) == (
        "arrangement:icb_committee:in_place arrangement:joint_committee:planned@beta"
    )


def test_the_terms_of_an_inquiry_are_no_partnerships(code: Code) -> None:
    sentence = "Ministers approved the terms of reference of the inquiry into maternity care in Alpha."
    assert "terms_of_reference" not in shown(code(of_alpha(sentence), "governance"))
