"""Tables of members with a column of posts: in the partnership, or those that the members have elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.coding import CODERS, Reading
from placebench.importer import Fact
from placebench.model import Membership, Role

Read = Callable[..., Reading]
HEAD = "Alpha Together: who we are\n\nMembers of the committee\n\n"
OTHERS = (
    "Bo Ray\tAlpha Hospitals NHS Trust\tVice chair\n"
    "Cy Dunn\tNHS North\tPlace Director\n"
    "Di East\tHealthwatch Alpha\tNon-voting member\n"
    "Ed Fox\tAlpha Hospice\tObserver\n"
)


def posts(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    rows = [fact.row for fact in CODERS["roles"](reading) if isinstance(fact, Fact)]
    return [(row.role, row.holder, row.organisation) for row in rows if isinstance(row, Role)]


@pytest.mark.parametrize(
    "header", ["Role on the Committee", "Position within the partnership", "Board role", "Role"]
)
def test_a_column_of_posts_in_the_partnership_tells_who_chairs_it(read: Read, header: str) -> None:
    rows = f"Name\tOrganisation\t{header}\nAnn Lee\tAlpha Council\tChair\n{OTHERS}"
    reading = read(f"{HEAD}{rows}")
    assert posts(reading) == [
        ("chair", "Ann Lee", "Alpha Council"),
        ("vice_chair", "Bo Ray", "Alpha Hospitals NHS Trust"),
        ("place_director", "Cy Dunn", "NHS North"),
    ]
    members = [fact.row for fact in CODERS["memberships"](reading) if isinstance(fact, Fact)]
    said = {row.organisation: (row.status, row.note) for row in members if isinstance(row, Membership)}
    assert said["Healthwatch Alpha"] == ("in_place", "without a vote")
    assert said["Alpha Hospice"] == ("absent", None)


def test_a_row_without_a_name_tells_whose_the_chair_is(read: Read) -> None:
    table = "Organisation\tRole on the board\nAlpha Council\tChair\nHealthwatch Alpha\tMember\n"
    assert posts(read(f"{HEAD}{table}")) == [("chair", None, "Alpha Council")]


@pytest.mark.parametrize(
    "rows",
    [
        "Ann Lee\tHealthwatch Alpha\tChair\nBo Ray\tAlpha Hospice\tChief Executive\n",
        "Ann Lee\tAlpha Hospice\tChair of Alpha Hospice\nBo Ray\tAlpha Council\tMember\n",
    ],
    ids=["job titles", "of its own body"],
)
def test_chairs_of_the_members_own_bodies_are_none_of_the_partnership(read: Read, rows: str) -> None:
    assert posts(read(f"{HEAD}Name\tOrganisation\tRole\n{rows}")) == []


def test_a_post_is_of_the_place_that_its_cell_names(read: Read) -> None:
    table = "Name | Role\nAnn Lee | Place Director, Alpha\nBo Ray | Place Director, Beta\n"
    facts = CODERS["roles"](read(f"Who leads the partnerships of places\n\n{table}"))
    rows = [fact.row for fact in facts if isinstance(fact, Fact)]
    places = {row.holder: row.place_id for row in rows if isinstance(row, Role)}
    assert {holder: (place or "").rpartition("/")[2] for holder, place in places.items()} == {
        "Ann Lee": "alpha",
        "Bo Ray": "beta",
    }
