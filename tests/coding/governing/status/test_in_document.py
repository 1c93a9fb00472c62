"""Things that are there, of which a document also says that they are to change."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown

IN_PLACE = "Partners in Alpha follow the Alpha Place Plan, which was published in 2021."


@pytest.mark.parametrize(
    "talk",
    [
        "A draft of the Alpha Place Plan for the next years was discussed.",
        "It was suggested that winter might be part of the Alpha Place Plan.",
    ],
)
def test_talk_of_the_next_edition_of_what_is_there_gives_no_second_row(code: Code, talk: str) -> None:
    assert "shared_plan" in shown(code(of_alpha(talk), "governance"))
    assert shown(code(of_alpha(f"{IN_PLACE} {talk}"), "governance")) == "shared_plan::in_place"


def test_what_is_made_anew_is_told_beside_what_is_there(code: Code) -> None:
    told = "Partners discussed whether to develop a place plan for Alpha."
    assert "shared_plan::emerging" in shown(code(of_alpha(f"{IN_PLACE} {told}"), "governance"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Cabinet was asked to agree an extension to the section 75 agreement of council and ICB.",
        "It was proposed to extend the section 75 agreement by half a year.",
        "To agree a six month extension, to 30 June 2021, to the original section 75 agreement.",
    ],
)
def test_an_agreement_that_is_to_be_extended_is_there(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == "pooled_budget:section_75:in_place"


def test_what_came_from_a_former_body_has_not_ended(code: Code) -> None:
    sentence = "One section 75 agreement came from the former Alpha Primary Care Trust."
    assert shown(code(of_alpha(sentence), "governance")) == "pooled_budget:section_75:in_place"
