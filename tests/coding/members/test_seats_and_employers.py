"""Seats told by whose they are, and directors by who employs them."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

HEAD = "Alpha Together: report\n\n"


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Three seats are held by the voluntary sector.", ["vcse"]),
        ("Two seats are reserved for residents.", ["residents"]),
        ("Three of the seats are filled by general practice.", ["primary_care"]),
        ("One seat is held by housing associations and two by the voluntary sector.", ["housing", "vcse"]),
        ("Two residents sit on the board.", ["residents"]),
        ("Three seats on the council are held by independents.", []),
        ("Two seats are reserved for wheelchair users at the theatre.", []),
        ("Two seats are held by the Labour party.", []),
    ],
)
def test_seats(code: Code, text: str, sectors: list[str]) -> None:
    rows = code(f"{HEAD}{text}\n", "memberships")
    assert sorted(row.sectors[0] for row in rows) == sectors  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Alpha Together has a place director employed by Alpha Council.", "Alpha Council"),
        ("The partnership is supported by a place director employed by North ICB.", "North ICB"),
        ("Alpha has a place director who is employed by the council.", "council"),
        ("Alpha Together has a place director and a programme office.", None),
    ],
)
def test_who_employs_the_director(code: Code, text: str, organisation: str | None) -> None:
    rows = code(f"{HEAD}{text}\n", "roles")
    assert [(r.role, r.organisation) for r in rows] == [("place_director", organisation)]  # type: ignore[attr-defined]
