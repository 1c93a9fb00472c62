"""Tables whose partners do a piece of work, cells that list several, and chairs in columns of posts."""

from __future__ import annotations

import pytest

from placebench.model import FactRow
from tests.coding.conftest import Code


def page(heading: str, *rows: str) -> str:
    told = "".join(f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in rows)
    title = "Alpha Together: a place-based partnership"
    return f"<html><body><h1>{title}</h1><h2>{heading}</h2><table>{told}</table></body></html>"


def names(rows: list[FactRow]) -> list[str | None]:
    return [row.organisation for row in rows]


@pytest.mark.parametrize(
    "header", ["Programme | Partners", "Priority area | Partners", "Key actions | Partners"]
)
def test_partners_in_a_piece_of_work_are_no_members(code: Code, header: str) -> None:
    text = page("What we do", header, "Warm homes | Alpha Council", "Good food | Alpha Hospital Trust")

    assert code(text, "memberships") == []


def test_partners_beside_their_sector_are_members(code: Code) -> None:
    text = page(
        "Our partners",
        "Sector | Partners",
        "Councils | Alpha Council",
        "NHS | Alpha Hospital Trust, NHS North",
    )

    assert names(code(text, "memberships")) == ["Alpha Council", "Alpha Hospital Trust", "NHS North"]


@pytest.mark.parametrize(
    ("entry", "organisation"),
    [
        ("Dr Pat Doe, GP and clinical lead (Chair)", None),
        ("Pat Doe, Social Care Lead (Chair)", None),
        ("Pat Doe, Alpha GP Federation (Chair)", "Alpha GP Federation"),
        ("Pat Doe, Chief Executive, Alpha Hospital Trust (Chair)", "Alpha Hospital Trust"),
    ],
)
def test_what_a_person_is_names_no_organisation(code: Code, entry: str, organisation: str | None) -> None:
    title = "Alpha Together: a place-based partnership"
    text = f"{title}\n\nMembers of the board:\n\n- {entry}\n- Healthwatch Alpha\n"

    assert [row.organisation for row in code(text, "roles") if row.role == "chair"] == [organisation]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Role | Name | Organisation",
            "Chair | Pat Doe | Alpha Council",
            "Deputy Chair | Jo Roe | Healthwatch Alpha",
        ),
        ("Chair | Pat Doe | Alpha Council", "Deputy Chair | Jo Roe | Healthwatch Alpha"),
        (
            "Organisation | Representative | Position",
            "Alpha Council | Pat Doe | Leader and Chair",
            "Healthwatch Alpha | Jo Roe | Manager / Vice Chair",
        ),
    ],
)
def test_chair_and_deputy_of_a_table(code: Code, rows: tuple[str, ...]) -> None:
    told = {(row.role, row.holder) for row in code(page("Members of the board", *rows), "roles")}

    assert told == {("chair", "Pat Doe"), ("vice_chair", "Jo Roe")}


def test_chairs_of_their_own_organisations_do_not_chair_the_board(code: Code) -> None:
    rows = (
        "Name | Role | Organisation",
        "Pat Doe | Chair | Alpha Hospital Trust",
        "Jo Roe | Chair | Healthwatch Alpha",
    )

    assert code(page("Members of the board", *rows), "roles") == []


@pytest.mark.parametrize(("heading", "number"), [("Place boards", 2), ("Health and wellbeing boards", 0)])
def test_chairs_by_place_are_those_of_the_boards_that_the_heading_names(
    code: Code, heading: str, number: int
) -> None:
    rows = page(heading, "Place | Chair", "Alpha | Pat Doe", "Beta | Jo Roe")

    assert len(code(rows, "roles")) == number
