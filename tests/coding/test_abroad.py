"""Places abroad that a paper holds up as examples give nothing for the place at hand."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def told(code: Code, text: str) -> list[object]:
    paper = f"Alpha Together: report\n\n{text}\n"
    tables = ("governance", "roles", "outcomes", "memberships", "delegations")
    return [row for table in tables for row in code(paper, table, published="2024-05-01")]


@pytest.mark.parametrize(
    "text",
    [
        "In Jönköping, in Sweden, a network brings together hospitals and towns and meets monthly.",
        "The Canterbury health system in New Zealand pooled its budgets with the council.",
        "Canterbury in New Zealand has a leadership team that is chaired by an independent chair.",
        "A system of care in Alaska reduced emergency visits by 40%.",
        "In Alaska, one foundation reduced hospital days by 36%.",
        "Jönköping County in Sweden reduced admissions of older people by 20%.",
        "The board heard that Canterbury, New Zealand, has pooled its budget and meets every month.",
        "The partnership learned from Jönköping, where emergency admissions fell by 20%.",
        "Members visited Jönköping, which has a shared care record.",
        "Canterbury in New Zealand is often held up. It has a pooled budget and meets monthly.",
        "Jönköping is a model. There the partners share a record and their teams are integrated teams.",
    ],
)
def test_examples_abroad_are_no_practice(code: Code, text: str) -> None:
    assert not told(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Alpha board meets monthly and was inspired by Jönköping in Sweden.",
        "Alpha Together, drawing on a model from the Netherlands, has integrated neighbourhood teams.",
        "We have learned from Canterbury, New Zealand, and have set up integrated teams.",
        "Inspired by Sweden, our partners have pooled their budgets.",
        "After a visit to New Zealand the partnership set up integrated neighbourhood teams.",
        "Unlike Sweden, Alpha has a pooled budget.",
        "Our integrated teams, modelled on those in the Netherlands, reduced emergency admissions by 12%.",
        "In New Zealand such teams are common. Alpha Together has integrated teams.",
        "Jönköping is an example. Our partnership meets monthly.",
    ],
)
def test_what_is_done_here_after_an_example_is(code: Code, text: str) -> None:
    assert told(code, text)
