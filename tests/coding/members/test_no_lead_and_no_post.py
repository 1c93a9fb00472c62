"""Names of members and holders are names: no words that lead up to them, no words for the post."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("lead", ["among them", "including", "namely", "such as"])
def test_a_lead_is_no_part_of_a_name(code, lead):
    text = (
        f"Partnerships between organisations, {lead} the Council, the NHS and the voluntary sector, make a"
        " difference in Alpha."
    )
    assert "Council" in {row.organisation for row in code(text, "memberships")}


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("We are the place directors for Alpha.", ["place directors"]),
        ("Jo is the place based lead on the partnership in Alpha.", []),
        ("Ann Hill is the place-based lead for Alpha.", ["Ann Hill"]),
        ("The leader of Alpha Council is the place lead for Alpha.", ["leader of Alpha Council"]),
    ],
)
def test_the_words_for_a_post_hold_none(code, sentence, holders):
    assert [row.holder for row in code(sentence, "roles")] == holders
