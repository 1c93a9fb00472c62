"""Posts on lines of their own, above or below names; and the employer told behind a name."""

from __future__ import annotations

import pytest

HEAD = "Alpha Health and Care Partnership\n\nOur leaders\n\n"


def held(code, text):
    return {(row.holder, row.role) for row in code(text, "roles")}


@pytest.mark.parametrize(
    "lines",
    [
        "Dan Lever\n\nPlace Director\n\nStella Chant\n\nChief Executive\n\nAlpha County Council",
        "Dan Lever (interim)\n\nPlace Director\n\nStella Chant\n\nFinance Director",
        "Dr Dan Lever, MBE\n\nPlace Lead\n\nStella Chant\n\nChief Nurse",
        "Photograph of Dan Lever\n\nPlace Director\n\nStella Chant\n\nFinance lead",
        "Dan Lever - Alpha Council\n\nProgramme Director\n\nStella Chant - Alpha Trust\n\nChief Executive",
        "Cllr Dan Lever\n\nPlace Lead\n\nStella Chant\n\nDirector of Nursing\n\nKit Moor\n\nMedical Director",
    ],
)
def test_a_post_below_a_name_is_not_of_the_name_below_it(code, lines):
    assert "Stella Chant" not in {holder for holder, _ in held(code, HEAD + lines)}


@pytest.mark.parametrize(
    "lines",
    [
        "Place Director\n\nStella Chant\n\nProgramme Director\n\nDan Lever",
        "Place Director\n\nStella Chant\n\nAlpha Council\n\nFinance Director\n\nDan Lever\n\nAlpha Trust",
        "Dan Lever\n\nPlace Director:\n\nStella Chant",
        "Key people\n\nPlace Director\n\nStella Chant, Chief Executive, Alpha Council",
        "Stella Chant\n\nPlace Director\n\nDan Lever\n\nChief Executive",
    ],
)
def test_the_post_is_of_the_name_that_its_lines_pair_it_with(code, lines):
    assert ("Stella Chant", "place_director") in held(code, HEAD + lines)


@pytest.mark.parametrize(
    "lines",
    [
        "Place-based lead:\n\nStella Chant, Chief Executive, Alpha NHS Foundation Trust",
        "Place lead: Stella Chant, Chief Executive, Alpha NHS Foundation Trust",
        "Place lead: Stella Chant, Chief Executive of Alpha NHS Foundation Trust",
        "Our place lead is Stella Chant, chief executive of Alpha NHS Foundation Trust.",
        "Place Lead - Stella Chant (Alpha NHS Foundation Trust)",
        "Place lead: Stella Chant, Director of Operations, Alpha NHS Foundation Trust",
    ],
)
def test_a_holder_has_the_employer_that_stands_behind_the_name(code, lines):
    (row,) = code(HEAD + lines, "roles")
    assert (row.holder, row.organisation) == ("Stella Chant", "Alpha NHS Foundation Trust")


@pytest.mark.parametrize(
    "text",
    [
        "The place director is Stella Chant, Dan Lever from Alpha Council is her deputy.",
        "Stella Chant, Place Director, and Dan Lever, Chief Executive of Alpha Council, spoke.",
        "The place director, Stella Chant, and the council's leader wrote to Alpha Hospitals NHS Trust.",
        "Place director: Stella Chant, Director of Adult Social Care",
    ],
)
def test_an_employer_of_somebody_else_is_not_the_holders(code, text):
    rows = code(HEAD + text, "roles")
    assert {(row.holder, row.organisation) for row in rows} == {("Stella Chant", None)}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (HEAD + "Chair\n\nCllr Dan Lever\n\nAlpha Council", {("Cllr Dan Lever", "chair")}),
        (HEAD + "Independent Chair\n\nDan Lever", {("Dan Lever", "chair")}),
        (HEAD + "The Place Director for Alpha\n\nDan Lever", {("Dan Lever", "place_director")}),
        (HEAD + "Dan Lever\n\nExecutive Place Director\n\nNHS North", {("Dan Lever", "place_director")}),
        (HEAD + "Safeguarding Board\n\nChair\n\nCllr Dan Lever", set()),
        ("Alpha Council\n\nMinutes of the planning committee\n\nChair\n\nCllr Dan Lever", set()),
    ],
)
def test_a_post_alone_on_a_line_is_of_the_body_that_heads_it(code, text, roles):
    assert held(code, text) == roles
