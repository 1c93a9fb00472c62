"""Tables of the groups under a place's board."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.coding import CODERS, Reading
from placebench.importer import Fact
from placebench.model import Governance, Role

Read = Callable[..., Reading]
HEAD = "Alpha Together: how we are run\n\n6. Groups that support the board\n\n"
TABLE = (
    "Name of group\tPurpose\tChaired by\tFrequency\n"
    "Frailty Delivery Group\tCare at home\tCarla Webb, Alpha Hospice\tMonthly\n"
    "Estates and Digital Forum\tBuildings\tDirector of Estates\tEvery three months\n"
    "Learning Network\tSharing\tTBC\tAs needed\n"
)


def groups(reading: Reading) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = [fact.row for fact in CODERS["governance"](reading) if isinstance(fact, Fact)]
    return [
        (row.feature, row.value, row.body, row.body_kind)
        for row in rows
        if isinstance(row, Governance) and row.feature in ("subcommittees", "meeting_frequency")
    ]


def chairs(reading: Reading) -> list[tuple[str | None, str | None, str | None, str | None]]:
    rows = [fact.row for fact in CODERS["roles"](reading) if isinstance(fact, Fact)]
    return [(r.holder, r.organisation, r.body, r.body_kind) for r in rows if isinstance(r, Role)]


def test_each_row_is_a_group_with_its_rhythm_and_its_chair(read: Read) -> None:
    reading = read(f"{HEAD}{TABLE}")
    assert set(groups(reading)) == {
        ("subcommittees", "Frailty Delivery Group", None, "partnership"),
        ("subcommittees", "Estates and Digital Forum", None, "partnership"),
        ("subcommittees", "Learning Network", None, "partnership"),
        ("meeting_frequency", "monthly", "Frailty Delivery Group", "subgroup"),
        ("meeting_frequency", "quarterly", "Estates and Digital Forum", "subgroup"),
    }
    assert chairs(reading) == [
        ("Carla Webb", "Alpha Hospice", "Frailty Delivery Group", "subgroup"),
        ("Director of Estates", None, "Estates and Digital Forum", "subgroup"),
    ]


def test_the_place_s_own_board_is_no_group_under_itself(read: Read) -> None:
    reading = read(f"{HEAD}Board or group\tChair\tMeets\nAlpha Place Board\tJo Bell\tMonthly\n")
    assert ("meeting_frequency", "monthly", "Alpha Place Board", "partnership") in groups(reading)
    assert "subcommittees" not in {feature for feature, *_ in groups(reading)}


@pytest.mark.parametrize(
    "text",
    [
        "How the North ICB is run\n\nGroups of the integrated care board\n\n" + TABLE,
        HEAD + "Group\tMembers\nFrailty Delivery Group\tAlpha Hospice\n",
        HEAD + "Ward\tChair\tMeets\nOak ward\tCarla Webb\tMonthly\nElm ward\tJo Bell\tMonthly\n",
        HEAD + "Board\tChair\tMeets\nAlpha Health and Wellbeing Board\tCarla Webb\tMonthly\n",
    ],
    ids=["of the system", "neither chair nor rhythm", "no groups", "a body of others"],
)
def test_other_tables_give_no_groups(read: Read, text: str) -> None:
    assert (groups(read(text)), chairs(read(text))) == ([], [])
