"""Posts announced of places in general, whose holders the text pairs with one place each."""

from __future__ import annotations

import pytest

BOTH = {("Clare Bell", "north/alpha"), ("Kay Day", "north/beta")}


def held(code, text):
    return {(row.holder, row.place_id) for row in code(text, "roles")}


@pytest.mark.parametrize(
    "text",
    [
        "Directors are named across our places. They are Clare Bell for Alpha, Kay Day for Beta (interim).",
        "A director for each of our places is named. They are Clare Bell (Alpha), Kay Day (Beta).",
        "NHS North confirmed a lead for each of its places:\n\n- Alpha - Clare Bell\n- Beta - Kay Day\n",
        "New directors of place-based partnerships: Clare Bell (Alpha), Kay Day (Beta; interim).",
        "Leaders of our place partnerships\n\n- Clare Bell (Alpha)\n- Kay Day (Beta)\n",
        "The new leaders of our place-based partnerships are Clare Bell (Alpha) and Kay Day (Beta).",
        "The first directors of our place partnerships are as follows. Alpha: Clare Bell. Beta: Kay Day.",
        "Two directors, appointed to our places, start: Clare Bell (interim) in Alpha, Kay Day in Beta.",
        "The three place directors are: Clare Bell, Alpha; Kay Day, Beta.",
        "Chairs of the place partnerships\n\nAlpha\n\nClare Bell\n\nBeta\n\nKay Day\n",
        "Our place directors\n\nAlpha\nClare Bell\n\nBeta\nKay Day (interim)\n",
        "The directors of health and care integration: Clare Bell for Alpha, Kay Day for Beta (interim).",
    ],
)
def test_each_holder_has_the_place_beside_the_name(code, text):
    assert held(code, text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "We saw the appointment of directors of integration. Clare Bell takes the role in Alpha.",
        "Place directors are named. Clare Bell joins as director for Alpha. Kay Day takes the post in Beta.",
        "New place leads are named. Clare Bell takes up the role for Alpha and Kay Day the post for Beta.",
        "Place leads are named. Clare Bell, a nurse, becomes the lead for Alpha; Kay Day follows in May.",
    ],
)
def test_who_takes_the_post_is_told_in_running_text(code, text):
    rows = code(text, "roles")
    assert held(code, text) >= {("Clare Bell", "north/alpha")}
    assert len({(row.holder, row.place_id) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "Two place directors are named. Clare Bell is director for Alpha Hospitals.",
        "Place directors were named. Clare Bell will take the post of clerk in Alpha.",
        "Place directors were named. Clare Bell takes on the role of a mentor in Alpha Council.",
        "The four new directors of the trust are Clare Bell for Alpha and Kay Day for Beta.",
        "Our non-executive directors visited our places: Clare Bell (Alpha) and Kay Day (Beta).",
        "Two leads for diabetes have been appointed across our places: Clare Bell (Alpha), Kay Day (Beta).",
        "The leaders of the councils have named members of the place partnerships: Clare Bell (Alpha).",
        "Our leaders are meeting people in our places. Clare Bell (Alpha) and Kay Day (Beta) were welcomed.",
        "New directors of housing were appointed for our places: Clare Bell for Alpha, Kay Day for Beta.",
        "The former directors of our places were announced as trustees: Clare Bell (Alpha), Kay Day (Beta).",
        "Volunteers have been named in our places. They are Clare Bell (Alpha) and Kay Day (Beta).",
    ],
)
def test_other_posts_of_people_at_places_are_none(code, text):
    assert not {holder for holder, _ in held(code, text)} & {"Clare Bell", "Kay Day"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apologies: Clare Bell (Alpha ICP Senior Responsible Officer).", {("Clare Bell", "north/alpha")}),
        ("Clare Bell, Alpha Partnership Senior Responsible Owner, spoke.", {("Clare Bell", "north/alpha")}),
        ("The alliance SRO, Clare Bell, told the Alpha board.", {("Clare Bell", "north/alpha")}),
        ("Clare Bell, Senior Responsible Officer for the estates programme at Alpha.", set()),
        ("Clare Bell (Alpha Safeguarding Partnership Senior Responsible Officer) spoke.", set()),
    ],
)
def test_the_senior_responsible_officer_of_a_partnership_leads_it(code, text, expected):
    assert held(code, text) == expected


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "The Executive Director of Integration leads a team of the Alpha partnership.",
            ["Executive Director of Integration"],
        ),
        (
            "The director of integrated care oversees the delivery team of the Alpha partnership.",
            ["director of integrated care"],
        ),
        ("The Alpha partnership has an integration lead.", [None]),
        ("In Alpha, integration leads the agenda of the partnership.", []),
        ("The Alpha partnership says that integration leads on from trust.", []),
    ],
)
def test_who_leads_integration_and_what_integration_leads(code, text, holders):
    assert [row.holder for row in code(text, "roles")] == holders
