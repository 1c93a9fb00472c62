"""What a sentence on a place tells of others: national papers, the system, committees that hear of it."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    "sentence",
    [
        "The Integration White Paper set out an expectation that a local plan is written in each place.",
        "The Fuller Stocktake called for integrated neighbourhood teams in every place.",
        "The NHS Long Term Plan (2019) asks partners to pool budgets in each place.",
    ],
)
def test_what_national_papers_expect_is_in_no_place(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


def test_a_plan_that_systems_write_by_law_is_no_plan_of_a_place(code: Code) -> None:
    sentence = "The Joint Forward Plan sets out how partners in Alpha will deliver care together."
    assert "shared_plan::in_place" not in shown(code(of_alpha(sentence), "governance")).split()


def test_a_place_may_align_with_the_plan_of_its_system(code: Code) -> None:
    sentence = "The plan of Alpha supports the delivery of the Joint Forward Plan."
    assert shown(code(of_alpha(sentence), "governance")) == "strategy_alignment:Joint_Forward_Plan:in_place"


def test_a_committee_in_common_is_the_form_and_no_group_within_it(code: Code) -> None:
    sentence = "The Committee in Common of Alpha Council and North ICB met in May."
    assert shown(code(of_alpha(sentence), "governance")) == "arrangement:committees_in_common:in_place"


@pytest.mark.parametrize(
    "heard",
    [
        "The Scrutiny Committee received an update on the work of Alpha's integrated neighbourhood teams.",
        "The Scrutiny Committee reviewed the report of Alpha's integrated neighbourhood teams.",
    ],
)
def test_what_a_committee_hears_of_is_not_its_own(code: Code, heard: str) -> None:
    assert shown(code(of_alpha(heard), "governance")) == "integrated_teams::in_place"


def test_who_will_watch_over_a_budget_leaves_it_in_place(code: Code) -> None:
    sentence = "The Alpha Place Board would be responsible for the pooled budget under section 75."
    assert "pooled_budget:section_75:in_place" in shown(code(of_alpha(sentence), "governance"))
