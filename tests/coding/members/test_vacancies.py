"""A post that is vacant has no holder, and a seat that is vacant no member who sits on it."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

HEAD = "Alpha Together: report\n\n"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The post of place director, held until May by Jane Smith, is vacant.", "place_director"),
        ("Jane Smith left in May and the place director post is vacant.", "place_director"),
        ("The place director post for Alpha has been vacant since June 2023.", "place_director"),
        ("The place lead's post is currently vacant.", "place_lead"),
        ("The board's vice-chair post is vacant.", "vice_chair"),
        ("The post of chair of Alpha Together is vacant.", "chair"),
    ],
)
def test_vacant_posts_have_no_holder(code: Code, text: str, role: str) -> None:
    rows = code(f"{HEAD}{text}\n", "roles")
    assert [(r.role, r.holder, r.status) for r in rows] == [(role, None, "absent")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The seat of Healthwatch Alpha on the board is vacant.", "Healthwatch Alpha"),
        ("The Healthwatch Alpha seat on the board has been vacant since May.", "Healthwatch Alpha"),
        ("The voluntary sector's seat on the board remains unfilled.", "voluntary sector"),
        ("The voluntary sector seat on the board is empty.", "voluntary sector"),
        ("Healthwatch's place on the board is vacant.", "Healthwatch"),
        ("The seat held by Alpha Mind on the board is vacant.", "Alpha Mind"),
    ],
)
def test_nobody_sits_on_a_vacant_seat(code: Code, text: str, organisation: str) -> None:
    rows = code(f"{HEAD}{text}\n", "memberships")
    assert [(r.organisation, r.status) for r in rows] == [(organisation, "absent")]  # type: ignore[attr-defined]


def test_a_seat_marked_as_vacant_in_a_list_names_no_member(code: Code) -> None:
    text = "Members of the board are Alpha Council, Healthwatch Alpha (seat vacant) and Alpha Mind."
    rows = code(f"{HEAD}{text}\n", "memberships")
    assert [r.organisation for r in rows] == ["Alpha Council", "Alpha Mind"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Healthwatch's seat on the board was vacant until May.", "memberships"),
        ("The chair at the back of the hall was vacant.", "roles"),
    ],
)
def test_what_is_no_longer_vacant_or_no_post(code: Code, text: str, table: str) -> None:
    assert not code(f"{HEAD}{text}\n", table)
