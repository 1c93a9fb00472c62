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
