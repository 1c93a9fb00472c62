"""Tables by what heads their columns: plans, results, programmes, and places with their people."""

from __future__ import annotations

import datetime as dt

import pytest


def table(title: str, *rows: str, heading: str = "") -> str:
    """Return a page with one table, its cells parted by bars."""
    header, *others = (row.split("|") for row in rows)
    cells = "".join(f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row)}</tr>" for row in others)
    heads = "".join(f"<th>{cell.strip()}</th>" for cell in header)
    below = f"<h2>{heading}</h2>" if heading else ""
    return f"<html><body><h1>{title}</h1>{below}<table><tr>{heads}</tr>{cells}</table></body></html>"


PLAN = (
    "Action | Lead | By when",
    "Register of frail people shared | Clinical lead | Q3 2030/31",
    "Agreement with landlords | Director | 30 November 2030",
    "Pilot reviewed | Public health | March 2031",
    "Board set up | Director | Complete",
)


def test_what_a_plan_says_will_be_done_by_when(code):
    rows = code(table("Alpha Together delivery plan", *PLAN), "milestones")
    assert [(row.deliverable, row.due, row.due_text) for row in rows] == [
        ("Register of frail people shared", None, "Q3 2030/31"),
        ("Agreement with landlords", dt.date(2030, 11, 30), "30 November 2030"),
        ("Pilot reviewed", dt.date(2031, 3, 31), "March 2031"),
    ]
    assert {row.place_id for row in rows} == {"north/alpha"}


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Alpha Together", "Action log"),
        ("Alpha Together", "Dates of meetings"),
        ("North ICB staff survey", ""),
    ],
)
def test_tables_that_are_no_plan_of_a_place(code, title, heading):
    assert code(table(title, *PLAN, heading=heading), "milestones") == []


def test_what_was_done_is_not_ahead(code):
    done = (
        "Milestone | Due | Status",
        "Board set up | June 2030 | Completed",
        "Team named | July 2030 | On track",
    )
    rows = code(table("Alpha Together plan", *done), "milestones")
    assert [row.deliverable for row in rows] == ["Team named"]


def test_people_and_parts_of_places(code):
    rows = code(
        table(
            "North in figures",
            "Place | Population (000s) | PCNs",
            "Alpha | 210 | 5",
            "Beta | 180 | 4",
            "Nearby | 90 | 2",
        ),
        "footprints",
    )
    assert [(row.place_id, row.level, row.count, row.population_min) for row in rows] == [
        ("north/alpha", "place", None, 210_000),
        ("north/alpha", "neighbourhood", 5, None),
        ("north/beta", "place", None, 180_000),
        ("north/beta", "neighbourhood", 4, None),
    ]


def test_figures_of_other_things_are_no_people(code):
    assert (
        code(table("North hospitals", "Place | Beds", "Alpha | 21,000", "Beta | 18,000"), "footprints") == []
    )


def test_programmes_that_a_table_reports_on(code):
    told = table(
        "Alpha Together report",
        "Programme | Lead partner | Rating",
        "Active Alpha | Alpha Council | Green",
        "Safe Home Sooner | Hospitals trust | Amber",
        "Better Care Fund | ICB | Green",
    )
    assert [row.name for row in code(told, "programmes")] == ["Active Alpha", "Safe Home Sooner"]


def test_programmes_of_the_council_alone(code):
    told = table("Alpha Council capital programme", "Programme | Lead", "New Library | Estates")
    assert code(told, "programmes") == []


def test_results_with_their_baselines(code):
    (row,) = code(
        table(
            "Alpha Together: the difference that we made",
            "Measure | 2022/23 | 2023/24 | Target",
            "Admissions after a fall | 412 | 355 | 300",
        ),
        "outcomes",
    )
    told = (row.measure, row.baseline, row.baseline_period, row.value, row.period, row.direction)
    assert told == ("Admissions after a fall", 412, "2022/23", 355, "2023/24", "decrease")


def test_figures_that_nobody_calls_results(code):
    told = table("Alpha population profile", "Measure | 2022/23", "People over 65 | 31,000")
    assert code(told, "outcomes") == []


def test_how_far_each_feature_of_a_row_is_there(code):
    told = table(
        "Alpha Together: what we have built",
        "Building block | Where we are",
        "Shared care record | Live at all partners",
        "Pooled budget | Not agreed",
        "Leadership development programme | To begin in 2030",
        "Integrated neighbourhood teams | Being developed",
        "New car park | Live",
    )
    assert {row.feature: row.status for row in code(told, "governance")} == {
        "shared_care_record": "in_place",
        "pooled_budget": "absent",
        "leadership_development": "planned",
        "integrated_teams": "emerging",
    }


def test_one_feature_among_other_things_is_no_such_table(code):
    told = table("Alpha Together risks", "Area | Status", "Pooled budget | Agreed", "Car park | Closed")
    assert code(told, "governance") == []


def test_rows_are_of_the_places_that_their_column_names(code):
    results = table(
        "Alpha Together: what we achieved",
        "Indicator | Place | 2022/23 | 2023/24",
        "Flu vaccine taken up | Alpha | 61% | 64%",
        "Flu vaccine taken up | Beta | 60% | 62%",
        "Flu vaccine taken up | England | 62% | 65%",
    )
    assert [row.place_id for row in code(results, "outcomes")] == ["north/alpha", "north/beta"]
    programmes = table(
        "Alpha Together report", "Programme | Place | Aim", "Lantern | Beta | Light", "Beacon | All | Warmth"
    )
    assert [(row.name, row.place_id) for row in code(programmes, "programmes")] == [("Lantern", "north/beta")]


def test_a_place_that_a_deliverable_names_is_not_whose_it_is(code):
    plan = table("Alpha Together delivery plan", "Action | By when", "Share the plan with Beta | June 2030")
    assert [row.place_id for row in code(plan, "milestones")] == ["north/alpha"]


def test_a_row_is_of_the_place_that_its_first_cell_begins_with(code):
    rows = (
        "Action | Lead | By when",
        "Alpha: open the second hub | JB | March 2031",
        "Beta: agree the plan | SR | May 2031",
    )
    found = code(table("North ICB: delivery plan for our places", *rows), "milestones")
    assert [row.place_id for row in found] == ["north/alpha", "north/beta"]


def test_a_table_with_a_column_a_place_gives_what_one_with_a_row_a_place_does(code):
    by_column = table(
        "Place partnerships of the North ICS",
        " | Alpha | Beta",
        "Chair | Councillor Ann Lee | Pat Moor",
        "Place Director | Jo Bell | Sam Reed",
        "Board meets | Every two months | Monthly",
        "Form | Joint committee | Committee of the ICB",
    )
    by_row = table(
        "Place partnerships of the North ICS",
        "Place | Chair | Place Director | Board meets | Form",
        "Alpha | Councillor Ann Lee | Jo Bell | Every two months | Joint committee",
        "Beta | Pat Moor | Sam Reed | Monthly | Committee of the ICB",
    )
    told = [
        {
            (row.place_id, getattr(row, "feature", None), getattr(row, "value", None))
            for row in code(text, "governance")
        }
        | {(row.place_id, row.role, row.holder) for row in code(text, "roles")}
        for text in (by_column, by_row)
    ]
    assert ("north/alpha", "chair", "Councillor Ann Lee") in told[0]
    assert ("north/beta", "meeting_frequency", "monthly") in told[0]
    assert told[0] == told[1]


def test_a_plan_of_no_one_place_is_the_systems(code):
    rows = ("Milestone | Date", "Place directors in post | 1 July 2031", "Terms signed off | March 2032")
    found = code(
        table("How the North ICS will set up its place partnerships", *rows, heading="Timetable"),
        "milestones",
    )
    assert [(row.place_id, row.deliverable) for row in found] == [
        (None, "Place directors in post"),
        (None, "Terms signed off"),
    ]
    assert "place" not in {row.applies_to for row in found}
