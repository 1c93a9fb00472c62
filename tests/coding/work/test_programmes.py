"""Names of programmes: no more than the name, and all of it."""

from __future__ import annotations

import pytest

HEAD = "Alpha Together: a place-based partnership\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The partnership runs the Joined Up Care Programme for Young Carers in Alpha.",
            ["Joined Up Care Programme for Young Carers"],
        ),
        (
            "We heard of the Integrated Care Boards and Safe Streets Programme in Alpha.",
            ["Safe Streets Programme"],
        ),
        (
            (
                "Alpha has two care programmes: Mossley Care Partners brings teams together, drawing on an"
                " older scheme;"
                " and the Live Better alliance in the west builds on a pilot."
            ),
            ["Live Better", "Mossley Care Partners"],
        ),
        (
            "Alpha has three programmes: Start Strong, Live Strong and Age Strong.",
            ["Age Strong", "Live Strong", "Start Strong"],
        ),
    ],
)
def test_a_programme_has_its_own_name(code, text, names):
    assert sorted(row.name for row in code(HEAD + text, "programmes")) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It builds on the 'Alpha 10' - an integration programme of the partners.", "Alpha 10"),
        ("We heard that the LIFE service, which was an integrated reablement service, had begun.", "LIFE"),
        ('The "Home Again" scheme, a joint project of the partners, began in May.', "Home Again"),
        ('In Alpha "Stay Steady", an integrated falls service, has seen 200 people.', "Stay Steady"),
        ("The HOPE team, a multi-disciplinary team for homeless residents, began in May.", "HOPE"),
        ("The Frailty First pathway, a joint service of the partners, opened in June.", "Frailty First"),
        (
            "One of our boldest programmes, the Mill Lane Medical Hubs, is under way.",
            "Mill Lane Medical Hubs",
        ),
        ("One of the partnership's projects is Warm Homes Alpha.", "Warm Homes Alpha"),
    ],
)
def test_what_is_marked_and_explained_as_joint_work_is_a_programme(code, text, name):
    assert [row.name for row in code(HEAD + text, "programmes")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The NHS service, which is a joint effort of many, is under strain.",
        "The CQC team, an integrated inspection team, visited Alpha.",
        "The Mill Ambulance service, a shared resource for Alpha and Beta, was praised.",
        'The "best place to live", a phrase of the mayor, was quoted.',
        "The 'Time to talk?' series led by two GPs of Alpha aims to highlight problems.",
        'In Alpha "No place like home", the government\'s national programme, began.',
        "One of the largest projects in Alpha is Mill Hospital.",
        "The Alpha Council team, a joint body of officers, met.",
    ],
)
def test_other_services_and_quoted_words_are_no_programmes(code, text):
    assert code(HEAD + text, "programmes") == []
