"""A table of what is delegated to each place gives a row for each kind of thing that passes."""

from __future__ import annotations

import pytest

HEAD = ("Place", "Budget delegated 2024/25", "Functions delegated", "Status")
ROWS = [
    (
        ("Alpha", "£18.4 million", "Community services", "In place"),
        {("budget", "in_place"), ("functions", "in_place")},
    ),
    (("Beta", "None", "None", "Not delegated"), {("budget", "absent"), ("functions", "absent")}),
    (
        ("Gamma", "£6.2 million", "Better Care Fund", "From April 2024"),
        {("budget", "planned"), ("functions", "planned")},
    ),
    (("Gamma", "£6.2 million", "Nil", "From April 2022"), {("budget", "in_place"), ("functions", "absent")}),
    (("Alpha", "£2m", "n/a", "Under discussion"), {("budget", "emerging")}),
    (("Alpha", "£2m", "Therapies", "Shadow"), {("budget", "shadow"), ("functions", "shadow")}),
    (("Alpha", "TBC", "", "In place"), set()),
    (("Alpha", "£2m", "Therapies", "See section 4"), set()),
    (("All places", "£2m", "Therapies", "In place"), set()),
    (("Alpha and Beta", "£2m", "Therapies", "In place"), set()),
]


def page(head, *rows, heading="Delegation"):
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (head, *rows))
    return f"<html><body><h1>Our places</h1><h2>{heading}</h2><table>{lines}</table></body></html>"


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_a_row(code, row, expected):
    rows = code(page(HEAD, row), "delegations", published="2024-01-18")
    assert {(found.scope, found.status) for found in rows} == expected
    assert {found.place_id for found in rows} <= {f"north/{row[0].lower()}"}
    assert all((found.extent == "none") == (found.status == "absent") for found in rows)


@pytest.mark.parametrize(
    ("head", "heading", "count"),
    [
        (("Borough", "Budget", "Status"), "What is delegated", 1),
        (("Borough", "Budget", "Status"), "What places spend", 0),
        (("Service", "Budget delegated", "Status"), "Delegation", 0),
        (("Place", "Budget not delegated", "Status"), "Budgets", 0),
        (("Place", "Decisions delegated to place", "Timing"), "Places", 1),
    ],
)
def test_a_table_is_one_of_delegations_by_its_header_or_heading(code, head, heading, count):
    assert len(code(page(head, ("Alpha", "£2m", "In place"), heading=heading), "delegations")) == count


@pytest.mark.parametrize(
    ("cell", "status"),
    [("£42m from April 2024", "planned"), ("£42m from April 2022", "in_place"), ("£42m", "in_place")],
)
def test_what_a_cell_dates_later_than_the_paper_has_not_passed(code, cell, status):
    rows = code(page(("Place", "Delegated budget"), ("Alpha", cell)), "delegations", published="2024-01-18")
    assert [found.status for found in rows] == [status]
