"""Cover sheets, terms of reference and minutes in a table are coded as the same words without one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

TERMS = (
    ("Chair", "Tom Ellery"),
    ("Deputy chair", "Dr Anita Rao, GP"),
    ("Members", "Alpha Council; Alpha Hospitals NHS Foundation Trust; Healthwatch Alpha"),
    ("Meetings", "Bi-monthly"),
    ("Accountable to", "North Integrated Care Board"),
)


def page(title: str, rows: Sequence[Sequence[str]]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><h1>{title}</h1><table>{cells}</table></body></html>"


def lines(title: str, rows: Sequence[Sequence[str]]) -> str:
    return f"{title}\n\n" + "".join(f"{label}: {text}\n\n" for label, text in rows)


@pytest.mark.parametrize("made", [page, lines])
def test_terms_of_reference(code, made):
    text = made("Alpha Together Board: terms of reference", TERMS)
    found = {table: code(text, table) for table in ("roles", "memberships", "governance")}
    assert {(row.role, row.holder) for row in found["roles"]} == {
        ("chair", "Tom Ellery"),
        ("vice_chair", "Dr Anita Rao"),
    }
    assert {row.organisation for row in found["memberships"]} == {
        "Alpha Council",
        "Alpha Hospitals NHS Foundation Trust",
        "Healthwatch Alpha",
    }
    assert {(row.feature, row.value) for row in found["governance"] if row.feature != "board"} == {
        ("meeting_frequency", "bimonthly"),
        ("accountable_to", "North Integrated Care Board"),
    }


def test_recommendations_of_a_cover_sheet(code):
    asked = (
        "<p>The Board is asked to:</p><ul><li>note the paper;</li><li>approve the plan for Alpha.</li></ul>"
    )
    sheet = page("Work of Alpha Together", [("Author", "Jo Bell"), ("Recommendations", asked)])
    assert [(row.to_body, row.action) for row in code(sheet, "recommendations")] == [
        ("The Board", "note"),
        ("The Board", "endorse"),
    ]


def test_minutes_beside_what_is_to_be_done(code):
    told = (
        "<p>Neighbourhood teams</p><p>Members heard that Alpha has three integrated neighbourhood teams, "
        "each with a nurse and a social worker, and that people had been asked what they thought of them.</p>"
        "<p>They heard as well how many visits had been made in the winter, and what each of them had cost. "
        "The chair thanked the staff of the teams for all that they had done since the summer, "
        "on a small budget.</p>"
        "<p>The report was noted.</p>"
    )
    minutes = page("Alpha Together Board: minutes", [("Item", "Notes", "Action"), ("4.", told, "JB by May")])
    assert [row.count for row in code(minutes, "footprints")] == [3]


def test_a_line_on_something_else_ends_a_list_of_members(code):
    text = lines("Alpha Together Board: terms of reference", [*TERMS[2:], ("Hosted by", "Beta Trust")])
    assert "Beta Trust" not in {row.organisation for row in code(text, "memberships")}


def test_organisations_below_a_heading_that_semicolons_part(code):
    text = f"Alpha Together: terms of reference\n\nMembers\n\n{TERMS[2][1]}\n\nPurpose\n\nIt plans care.\n"
    assert len(code(text, "memberships")) == 3


def test_names_below_their_posts_on_lines_of_their_own(code):
    text = "Alpha Together Board\n\nChair\n\nTom Ellery\n\nDeputy chair\n\nAnita Rao\n\n"
    assert ("vice_chair", "Tom Ellery") not in {(row.role, row.holder) for row in code(text, "roles")}
    turned = "Alpha Together Board\n\nTom Ellery\n\nChair\n\nAnita Rao\n\nDeputy chair\n\n"
    assert ("vice_chair", "Anita Rao") in {(row.role, row.holder) for row in code(turned, "roles")}


@pytest.mark.parametrize("name", ["Tom Ellery", "Tony Reed", "Ingrid Foss", "Norman Bell", "Byron Hale"])
def test_a_first_name_that_begins_as_a_small_word(code, name):
    assert [row.holder for row in code(f"Alpha Together is chaired by {name}.", "roles")] == [name]


def test_what_happened_on_the_date_beside_it(code):
    told = (
        ("April 2019", "The alliance of Alpha is formed by the council and the hospital trust."),
        ("July 2022", "Alpha Together is established."),
    )
    found = code(page("Alpha Together: how it came about", told), "events")
    assert [(row.event, row.date.isoformat()) for row in found] == [
        ("partnership_created", "2019-04-01"),
        ("partnership_created", "2022-07-01"),
    ]


def test_which_way_statements_go_that_stand_side_by_side(code):
    good = (
        "<p>Members of the partnership turn up and speak plainly</p><p>All partners share their records</p>"
    )
    poor = "<p>Partners still cannot agree on money</p><p>Too few people know what the partnership does</p>"
    rows = [("What works well", "What could be better"), (good, poor)]
    found = code(page("Alpha Together: review of how the partnership works", rows), "statements")
    assert {(row.direction, row.text.split()[0]) for row in found} >= {
        ("strength", "Members"),
        ("development_area", "Partners"),
    }
