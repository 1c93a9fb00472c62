"""Tables with a row a place, and rows that only name a part of a table of members."""

from __future__ import annotations

PLACES = """<html><body><h1>Places of North at a glance</h1><table>
<tr><th>Place</th><th>Chair</th><th>Meets</th></tr>
<tr><td>Alpha</td><td>Cllr Ruth Amos, Alpha Council</td><td>Monthly, in public</td></tr>
<tr><td>Beta</td><td>Vacant</td><td>Every two months</td></tr>
</table></body></html>"""

PARTS = """<html><body><h1>Alpha Together Board</h1><h2>Membership</h2><table>
<tr><th>Organisation</th><th>Post</th><th>Name</th></tr>
<tr><td colspan=3>Local government</td></tr>
<tr><td>Alpha Council</td><td>Director of adult services</td><td>Joe Reed</td></tr>
<tr><td>NHS</td><td></td><td></td></tr>
<tr><td>Alpha Hospitals NHS Foundation Trust</td><td>Chief executive</td><td>Lia Grant</td></tr>
</table></body></html>"""


def test_who_chairs_and_how_often_it_meets_place_by_place(code):
    assert [(row.place_id, row.holder, row.sector) for row in code(PLACES, "roles")] == [
        ("north/alpha", "Cllr Ruth Amos", "local_authority")
    ]
    assert {(row.place_id, row.value) for row in code(PLACES, "governance")} == {
        ("north/alpha", "monthly"),
        ("north/beta", "bimonthly"),
    }


def test_a_table_of_one_place_is_none_of_places(code):
    one = PLACES.replace("<td>Beta</td>", "<td>All others</td>")
    assert not [row for row in code(one, "governance") if row.feature == "meeting_frequency"]


def test_rows_over_a_part_of_the_members_are_none(code):
    assert {row.organisation for row in code(PARTS, "memberships")} == {
        "Alpha Council",
        "Alpha Hospitals NHS Foundation Trust",
    }
