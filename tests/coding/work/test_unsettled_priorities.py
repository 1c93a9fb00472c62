"""Priorities that are proposed or a draft, and lists of what something else has a focus on."""

from __future__ import annotations

import pytest

LIST = "\n\n- Prevention\n- Frailty\n"


def statuses(code, text):
    return {row.status for row in code(text, "priorities")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Draft priorities of the Alpha partnership", "emerging"),
        ("Emerging priorities for Alpha Together", "emerging"),
        ("Priorities of the Alpha partnership (draft)", "emerging"),
        ("The Alpha partnership's priorities (in draft) are:", "emerging"),
        ("Proposed priorities of the Alpha partnership", "candidate"),
        ("Priorities of the Alpha partnership (for consultation)", "candidate"),
        ("The Alpha partnership's priorities (to be agreed in May):", "candidate"),
        (
            "Partners in Alpha put five draft priorities to residents.\n\nThe partnership's priorities are:",
            "emerging",
        ),
        ("Alpha Together asks for views on its proposed priorities. Its priorities are:", "candidate"),
    ],
)
def test_a_list_of_proposed_or_draft_priorities_is_not_settled(code, text, status):
    assert statuses(code, text + LIST) == {status}


@pytest.mark.parametrize(
    "text",
    [
        "The Alpha partnership's priorities are:",
        "Priorities of the Alpha partnership",
        "Last year Alpha consulted on five draft priorities.\n\nThe partnership's priorities are:",
        "The draft priorities were shared and Alpha's partners agreed them.\n\nAlpha's priorities are:",
        "The Alpha partnership noted draft minutes.\n\nThe partnership's priorities are:",
    ],
)
def test_what_was_settled_since_is_in_place(code, text):
    assert statuses(code, text + LIST) == {"in_place"}


@pytest.mark.parametrize(
    "text",
    [
        "The conference in Alpha will have a key focus on prevention, frailty and mental health.",
        "The newsletter of the Alpha partnership has a focus on prevention and frailty.",
        "A webinar in Alpha had a strong focus on prevention and frailty.",
    ],
)
def test_what_an_event_is_about_is_no_priority(code, text):
    assert statuses(code, f"The Alpha partnership met in May.\n\n{text}") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Place partnerships will focus on prevention, early help and frailty.", "planned"),
        (
            "The Alpha partnership will have a strong focus on prevention, frailty and mental health.",
            "planned",
        ),
        ("The Alpha partnership has a clear focus on prevention and frailty.", "in_place"),
    ],
)
def test_what_a_partnership_is_to_focus_on_is_planned(code, text, status):
    assert statuses(code, f"NHS North met in May.\n\n{text}") == {status}
