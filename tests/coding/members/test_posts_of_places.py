"""Posts that a paper joins to the name of a place: with and without their holders, and look-alikes."""

from __future__ import annotations

import pytest

HEAD = "Alpha Health and Wellbeing Board\n\nThe board spoke of health and care in Alpha.\n\n"
DIRECTOR, LEAD = "place_director", "place_lead"


def posts(code, text):
    return {(row.role, row.holder, row.place_id) for row in code(HEAD + text, "roles")}


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bell, Executive Managing Director Alpha, NHS North, spoke.",
        "Jo Bell, NHS North Managing Director (Alpha), spoke.",
        "Jo Bell, Managing Director - Alpha, NHS North, spoke.",
        "Jo Bell, who is NHS North's director for Alpha, spoke.",
        "The director for Alpha is Jo Bell.",
        "Jo Bell was confirmed as the substantive Place Director for Alpha.",
        "Place Director (Alpha), NHS North: Jo Bell",
        "Jo Bell, in her role as Place Director for Alpha, signed.",
    ],
)
def test_a_director_of_a_place(code, text):
    assert (DIRECTOR, "Jo Bell", "north/alpha") in posts(code, text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Report of the Alpha Borough Director, North Integrated Care Board", DIRECTOR),
        ("Presentation from the Managing Director, Alpha Integrated Care Partnership, NHS North", DIRECTOR),
        ("The Acting Borough Lead Director for Alpha, NHS North, gave a talk.", DIRECTOR),
        ("The Alpha Place Director told the board of gaps in staffing.", DIRECTOR),
        ("The Place Director (Alpha) presented the plan.", DIRECTOR),
        ("The Alpha Locality Director, NHS North, sent a report.", DIRECTOR),
        ("A report by the Alpha Place Lead was noted.", LEAD),
        ("The Chief Executive Alpha City Council (Alpha Place Based Lead) spoke.", LEAD),
        ("It was decided that the Place Lead would be the Chief Executive of the Council.", LEAD),
    ],
)
def test_a_post_of_a_place_without_a_name(code, text, role):
    assert [(one, place) for one, _, place in posts(code, text)] == [(role, "north/alpha")]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bell, Managing Director, Alpha Leisure, spoke.",
        "Jo Bell, Managing Director, Alpha, Example Hospitals NHS Trust, spoke.",
        "Jo Bell, Regional Director for Alpha at a bank, spoke.",
        "The Director of Place and Growth at Alpha Council spoke.",
        "The Borough Director of Finance in Alpha spoke.",
        "Jo Bell, Programme Director for the New Hospital at Alpha, spoke.",
        "Report of the Director of Public Health for Alpha",
        "Jo Bell, Clinical Director, Alpha West Primary Care Network, spoke.",
        "The Deltaville Borough Director told the board of gaps in staffing.",
    ],
)
def test_a_post_of_something_else(code, text):
    assert not {one for one in posts(code, text) if one[1] == "Jo Bell" or one[2] == "north/alpha"}


@pytest.mark.parametrize(
    ("text", "role", "holder"),
    [
        ("Jo Bell is leader of Alpha Council and chair of Alpha Together.", "chair", "Jo Bell"),
        ("Jo Bell, a local nurse and chair of Alpha Together, spoke.", "chair", "Jo Bell"),
        ("Under Jo Bell's chairmanship Alpha Together has grown.", "chair", "Jo Bell"),
        ("The role of chair of the Alpha Together Board is undertaken by Jo Bell.", "chair", "Jo Bell"),
        ("Jo Bell co-chairs the Alpha Together Board with a local doctor.", "co_chair", "Jo Bell"),
        ("Jo Bell, Alpha Together's clinical director, spoke.", "clinical_lead", "Jo Bell"),
        (
            "Dr Jo Bell, Associate Medical Director for Alpha at NHS North, spoke.",
            "clinical_lead",
            "Dr Jo Bell",
        ),
        ("Jo Bell fulfils the role of Place Lead for Alpha.", "place_lead", "Jo Bell"),
        ("The Alpha Together Board is presided over by Jo Bell.", "chair", "Jo Bell"),
        ("Alpha Together has a first chair, Jo Bell.", "chair", "Jo Bell"),
        (
            "The chair of the Alpha Together Board shall be the leader of the council.",
            "chair",
            "leader of the council",
        ),
        ("Jo Bell, Senior Responsible Officer for Alpha Place, spoke.", "place_lead", "Jo Bell"),
    ],
)
def test_other_posts(code, text, role, holder):
    assert (role, holder, "north/alpha") in posts(code, text)
