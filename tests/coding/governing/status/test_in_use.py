"""What a thing could do, or be used for, says that it is there; so does an approval with comments."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The integrated teams in Alpha could see more people.", "integrated_teams::in_place"),
        (
            "Integrated teams in Alpha are likely to see more people this winter.",
            "integrated_teams::in_place",
        ),
        ("Our integrated teams should work seven days a week.", "integrated_teams::in_place"),
        ("The pooled budget in Alpha should be spent on carers.", "pooled_budget::in_place"),
        ("The pooled budget for Alpha is likely to be overspent.", "pooled_budget::in_place"),
        ("Integrated teams in Alpha show the potential of joint working.", "integrated_teams::in_place"),
        ("The pooled budget in Alpha should be set up by May.", "pooled_budget::expected"),
        ("The integrated teams in Alpha could include nurses.", "integrated_teams::option"),
        ("The integrated teams in Alpha could be set up by May.", "integrated_teams::option"),
        ("Integrated teams are likely to be formed in Alpha.", "integrated_teams::emerging"),
        ("A pooled budget could be used in Alpha.", "pooled_budget::option"),
        ("There is potential for a pooled budget in Alpha.", "pooled_budget::option"),
        (
            "The joint committee could take decisions for Alpha.",
            "arrangement:joint_committee:option",
        ),
    ],
)
def test_what_a_thing_could_do(code: Code, sentence: str, row: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == row


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            (
                "That, subject to the comments above being considered, the Board approves and signs up to the"
                " Alpha Partnership Memorandum of Understanding."
            ),
            "arrangement:memorandum_of_understanding:in_place",
        ),
        (
            "Subject to minor changes, the Board approved the terms of reference of the Alpha Partnership.",
            "terms_of_reference:agreed:in_place",
        ),
        (
            "The Board signed the Alpha alliance agreement, subject to typographical corrections.",
            "arrangement:alliance:in_place",
        ),
        (
            "Subject to legal advice, partners will sign the Alpha alliance agreement.",
            "arrangement:alliance:emerging",
        ),
        ("The Alpha pooled budget is subject to approval by the cabinet.", "pooled_budget::emerging"),
        (
            "Subject to the comments of members, the council will set up a joint committee in Alpha.",
            "arrangement:joint_committee:planned",
        ),
    ],
)
def test_what_an_approval_is_subject_to(code: Code, sentence: str, row: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == row
