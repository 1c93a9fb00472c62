"""People apart from the words for their posts, and from what a sentence goes on to tell."""

from __future__ import annotations

import pytest

HEAD = "Alpha Together: a place-based partnership\n\n"


@pytest.mark.parametrize(
    ("words", "holder", "organisation"),
    [
        ("Mossley Council leader Cllr Jo Bell", "Cllr Jo Bell", "Mossley Council"),
        ("the trust's chief executive Sam Reed", "Sam Reed", "trust"),
        ("cabinet member for adult care Cllr Ann Moor", "Cllr Ann Moor", None),
        ("Jo Bell, chief executive of Ferne Trust", "Jo Bell", "Ferne Trust"),
        ("the chief executive of Ferne Trust", "chief executive of Ferne Trust", "Ferne Trust"),
        ("the Chief Nursing Officer and made up of partners", "Chief Nursing Officer", None),
        ("the Chief Nursing Officer and reporting to the council", "Chief Nursing Officer", None),
    ],
)
def test_a_holder_is_no_more_than_the_person_or_the_post(code, words, holder, organisation):
    rows = code(f"{HEAD}The Alpha Place Board is chaired by {words}.", "roles")

    assert [(row.role, row.holder, row.organisation) for row in rows] == [("chair", holder, organisation)]
