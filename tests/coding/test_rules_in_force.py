"""Terms of reference say "will" of how their body works; a draft, or another paper, of what is to come."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

TERMS = "Alpha Together Board: terms of reference"


def _statuses(code: Code, text: str, table: str, title: str = TERMS) -> set[str]:
    return {row.status for row in code(f"{title}\n\n{text}", table, title=title)}


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("The Alpha Together Board will meet monthly.", "governance"),
        ("The Alpha Together Board shall meet every two months, in public.", "governance"),
        ("Meetings of Alpha Together will be held in public.", "governance"),
        ("Decisions of the Alpha Together Board will be made by consensus.", "governance"),
        ("The Alpha Together Board will be accountable to the ICB.", "governance"),
        ("The Alpha Together Board will be chaired by the Chief Executive of Alpha Council.", "roles"),
        ("The Board will consist of Alpha Council, Alpha NHS Trust and Healthwatch Alpha.", "memberships"),
    ],
)
def test_terms_in_force_tell_how_it_is(code: Code, text: str, table: str) -> None:
    assert _statuses(code, text, table) == {"in_place"}


@pytest.mark.parametrize(
    "title",
    [
        "Draft terms of reference of the Alpha Together Board",
        "Alpha Together Board: proposed terms of reference",
        "Alpha Together: update on its terms of reference",
        "Alpha Together: the year ahead",
    ],
)
def test_elsewhere_it_is_still_to_come(code: Code, title: str) -> None:
    text = "Alpha Together will be chaired by the Chief Executive of Alpha Council."
    assert _statuses(code, text, "roles", title) == {"planned"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Alpha Together Board will agree a delivery plan by March 2030.", "planned"),
        ("The Alpha Together Board must agree a delivery plan.", "expected"),
        ("The Alpha Together Board will not meet in public.", "absent"),
    ],
)
def test_what_is_to_be_made_or_is_asked_for_is_no_rule(code: Code, text: str, status: str) -> None:
    assert status in _statuses(code, text, "governance")
    assert "in_place" not in {
        row.status
        for row in code(f"{TERMS}\n\n{text}", "governance", title=TERMS)
        if row.feature in ("shared_plan", "public_transparency")
    }
