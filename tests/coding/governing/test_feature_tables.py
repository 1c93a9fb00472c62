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
    ("Not at present", "absent"),
    ("Not yet", "absent"),
    ("Not for the moment", "absent"),
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


@pytest.mark.parametrize(
    ("cell", "value", "status"),
    [
        ("Committee of the ICB (shadow)", "icb_committee", "shadow"),
        ("Joint committee (from 2026)", "joint_committee", "planned"),
        ("Joint committee", "joint_committee", "in_place"),
    ],
)
def test_brackets_behind_a_form_tell_how_far_it_is_there(code, cell, value, status):
    html = page("Where we are", ("Place", "Form"), ("Beta", cell))
    assert told(code, html) == {("north/beta", "arrangement", value, status)}


@pytest.mark.parametrize(
    ("cell", "status"), [("Yes", "in_place"), ("Not yet", "absent"), ("To be confirmed", None)]
)
def test_a_form_a_column(code, cell, status):
    html = page("Where we are", ("Place", "Joint committee", "Scheme of delegation"), ("Beta", cell, cell))
    found = {(feature, value): status for _, feature, value, status in told(code, html)}
    both = {("arrangement", "joint_committee"): status, ("scheme_of_delegation", None): status}
    assert found == (both if status else {})


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Yes, except for nursing.", "in_place"),
        ("Yes. We signed in 2023.", "in_place"),
        ("No.", "absent"),
        ("Not at present.", "absent"),
        ("Not yet", "absent"),
        ("In development", "emerging"),
        ("Partly.", None),
        ("To be confirmed", None),
        ("N/A", None),
        ("No one has asked for it.", None),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_an_answer_tells_how_far_a_thing_is_there(code, answer, status, between):
    text = f"Alpha Together: return of the partnership\n\nDo you have a pooled budget?{between}{answer}\n"
    found = [row.status for row in code(text, "governance") if row.feature == "pooled_budget"]
    assert found == ([status] if status else [])


def test_answers_in_a_table(code):
    rows = (("Question", "Your answer"), ("Is there a joint committee?", "Yes, since May"))
    rows += (("Do you have a shared care record?", "Not at present"), ("Is there a risk share?", "TBC"))
    assert told(code, page("Return of Alpha Together", *rows)) == {
        ("north/alpha", "arrangement", "joint_committee", "in_place"),
        ("north/alpha", "shared_care_record", None, "absent"),
    }
