"""What a sentence mentions beside a strategy, or asks for, is neither a strategy nor an arrangement."""

from __future__ import annotations

import pytest


def values(rows, feature):
    return [row.value for row in rows if row.feature == feature]


def test_a_body_beside_a_strategy_is_none(code):
    text = "Alpha's priorities are shaped by the Joint Strategy and the Integrated Care Partnership."
    assert values(code(text, "governance"), "strategy_alignment") == ["Joint Strategy"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Trusts in Alpha have bid to work as a test site for an Alpha Care Provider Collaborative.", []),
        ("Trusts in Alpha have bid to be a site for a provider collaborative.", []),
        ("Trusts in Alpha have formed a provider collaborative.", ["provider_collaborative"]),
        ("The Alpha Care Provider Collaborative meets in Alpha.", ["provider_collaborative"]),
    ],
)
def test_a_bid_makes_no_provider_collaborative(code, sentence, expected):
    assert values(code(sentence, "governance"), "arrangement") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2021 Alpha Together merged with the Beta Alliance.", []),
        ("The old board in Alpha was soon replaced by the Alpha Health and Care Alliance.", []),
        ("The Alpha Care Alliance has since been absorbed by the council.", []),
        ("The Alpha Care Alliance took over from the old board.", ["alliance"]),
        ("Partners who merged two teams belong to the Alpha Care Alliance.", ["alliance"]),
    ],
)
def test_an_alliance_that_goes_into_another_body_is_no_form_of_today(code, sentence, expected):
    assert values(code(sentence, "governance"), "arrangement") == expected
