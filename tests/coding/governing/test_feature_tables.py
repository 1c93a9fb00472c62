"""Tables of what partners have: a feature a column or in the title, and a word in a cell on its standing."""

from __future__ import annotations

import pytest


def page(title, *rows):
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><h1>Alpha Place Partnership</h1><h2>{title}</h2><table>{lines}</table></body></html>"


def told(code, html):
    rows = code(html, "governance", published="2024-06-01")
    return {(row.place_id, row.feature, row.value, row.status) for row in rows}


CELLS = [
    ("Yes", "in_place"),
    ("No", "absent"),
    ("Planned", "planned"),
    ("From 2026", "planned"),
    ("In development", "emerging"),
    ("Ended", "ended"),
]


@pytest.mark.parametrize(("cell", "status"), CELLS)
def test_a_feature_a_column(code, cell, status):
    html = page("Where we are", ("Place", "Shared care record"), ("Beta", cell), ("Gamma", "TBC"))
    assert told(code, html) == {("north/beta", "shared_care_record", None, status)}


def test_a_feature_in_the_title(code):
    html = page(
        "Integrated neighbourhood teams in Alpha",
        ("Neighbourhood", "Team in place?", "Note"),
        ("North End", "Yes", "Live since May 2023"),
        ("Old Dock", "No", "Starting January 2026"),
        ("Hill Top", "No", "-"),
    )
    # That one neighbourhood of a place has no team says nothing of the place.
    assert {status for _, feature, _, status in told(code, html) if feature == "integrated_teams"} <= {
        "in_place",
        "planned",
    }
    assert ("north/alpha", "integrated_teams", None, "in_place") in told(code, html)


def test_how_a_service_is_paid_for(code):
    html = page(
        "Joint finance in Alpha",
        ("Service", "Lead", "Arrangement"),
        ("Carers", "Council", "Pooled (section 75)"),
        ("Nursing homes", "ICB", "Held separately"),
    )
    assert told(code, html) == {("north/alpha", "pooled_budget", "section_75", "in_place")}


@pytest.mark.parametrize(
    "rows",
    [
        (("Place", "Shared care record users"), ("Beta", "310")),
        (("Service", "Open?"), ("Blood tests", "Yes")),
        (("Neighbourhood", "Team in place?"), ("North End", "Yes")),
    ],
)
def test_other_tables_say_nothing(code, rows):
    assert not told(code, page("Facts and figures", *rows))
