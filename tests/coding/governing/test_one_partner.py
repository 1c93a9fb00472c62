"""What one partner has or does by itself, which is no feature of a partnership."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    "sentence",
    [
        "Healthwatch Alpha's vision is that all voices are heard.",
        "Alpha Council signed a memorandum of understanding with the fire service on home visits.",
        "Alpha Hospital has a patients' panel for its wards.",
        "Nurses at Alpha Hospital set up a learning network for wound care.",
        "The police and fire services share an office in Alpha.",
        "The council and the police fund a joint post of safer streets officer in Alpha.",
        "Council meetings in Alpha are held in public.",
    ],
)
def test_what_one_partner_has_by_itself_is_none_of_the_partnerships(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Alpha Council and the CCG fund a joint post of director of integration.", "joint_posts::in_place"),
        (
            "The council signed a memorandum of understanding with the NHS trust.",
            "arrangement:memorandum_of_understanding:in_place",
        ),
        ("Nurses and council staff share an office in Alpha.", "co_location::in_place"),
    ],
)
def test_what_it_shares_with_another_is(code: Code, sentence: str, expected: str) -> None:
    assert expected in shown(code(of_alpha(sentence), "governance")).split()


def test_what_one_partner_is_to_do_by_itself_gives_nothing_in_a_list(code: Code) -> None:
    text = of_alpha("The council is responsible for:\n\n- setting the health and care plan\n- its roads\n")
    assert "shared_plan" not in shown(code(text, "governance"))
