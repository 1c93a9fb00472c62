"""Who chairs the board of one partner chairs no partnership."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code

HEAD = "Alpha Together: report\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Hospitals NHS Trust provides care and its board is chaired by Sir John Brown.",
        "Alpha Hospitals NHS Foundation Trust runs two hospitals. Its board is chaired by Sir John Brown.",
        "The Trust joined in 2021; its board is chaired by Sir John Brown.",
        "Alpha Hospice has 20 beds and its board of trustees is chaired by Ann Lee.",
        "Alpha Hospitals NHS Trust, whose board is chaired by Sir John Brown, sits on the partnership.",
        "The foundation trust is a partner in Alpha Together, and its board is chaired by Sir John Brown.",
    ],
)
def test_the_board_of_one_partner(code: Code, text: str) -> None:
    assert not code(f"{HEAD}{text}\n", "roles")


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together has met since 2021 and its board is chaired by Sir John Brown.",
        "Alpha Together brings together NHS trusts and a council. Its board is chaired by Sir John Brown.",
        "The partnership is hosted by Alpha Hospitals NHS Trust. Its board is chaired by Sir John Brown.",
        "The partnership works with Alpha Hospitals NHS Trust and its board is chaired by Sir John Brown.",
    ],
)
def test_the_board_of_the_partnership(code: Code, text: str) -> None:
    rows = code(f"{HEAD}{text}\n", "roles")
    assert [(r.role, r.holder) for r in rows] == [("chair", "Sir John Brown")]  # type: ignore[attr-defined]
