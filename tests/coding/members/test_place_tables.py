"""Tables with a row a place, and rows that only name a part of a table of members."""

from __future__ import annotations

PLACES = """<html><body><h1>Places of North at a glance</h1><table>
<tr><th>Place</th><th>Chair</th><th>Meets</th><th>In public?</th></tr>
<tr><td>Alpha</td><td>Cllr Ruth Amos, Alpha Council</td><td>Monthly, in public</td><td>Yes</td></tr>
<tr><td>Beta</td><td>Vacant</td><td>Every two months</td><td>No</td></tr>
<tr><td>Gamma</td><td>Dr Jo Bell and Cllr Ann Reed (co-chairs)</td><td>Quarterly</td><td>Yes</td></tr>
</table></body></html>"""

PARTS = """<html><body><h1>Alpha Together Board</h1><h2>Membership</h2><table>
<tr><th>Organisation</th><th>Post</th><th>Name</th></tr>
<tr><td colspan=3>Local government</td></tr>
<tr><td>Alpha Council</td><td>Director of adult services</td><td>Joe Reed</td></tr>
<tr><td>NHS</td><td></td><td></td></tr>
<tr><td>Alpha Hospitals NHS Foundation Trust</td><td>Chief executive</td><td>Lia Grant</td></tr>
</table></body></html>"""


MEETING = """<html><body><h1>Alpha Together partnership board</h1>
<p>Minutes of the meeting held on 3 May 2030</p>
<table><tr><td colspan=2>Present</td></tr>
<tr><td>Jo Bell</td><td>Independent Chair</td></tr>
<tr><td>Sam Reed</td><td>Alpha Council</td></tr>
<tr><td colspan=2>In attendance</td></tr>
<tr><td>Lia Grant</td><td>University of Beta</td></tr></table>
<table><tr><th>Item</th><th>Discussion</th><th>Action</th></tr>
<tr><td>1</td><td>Joint committee. Members heard that a joint committee will be set up in Alpha.</td>
<td>SR</td></tr>
<tr><td>2</td><td>Money. The pooled budget for Alpha came into force in April.</td><td></td></tr></table>
</body></html>"""


def test_who_chairs_place_by_place(code):
    assert [(row.role, row.place_id, row.holder, row.sector) for row in code(PLACES, "roles")] == [
        ("chair", "north/alpha", "Cllr Ruth Amos", "local_authority"),
        ("co_chair", "north/gamma", "Dr Jo Bell", None),
        ("co_chair", "north/gamma", "Cllr Ann Reed", None),
    ]


def test_how_often_they_meet_and_whether_in_public_place_by_place(code):
    assert {(row.place_id, row.value or row.status) for row in code(PLACES, "governance")} == {
        ("north/alpha", "monthly"),
        ("north/alpha", "in_place"),
        ("north/beta", "bimonthly"),
        ("north/beta", "absent"),
        ("north/gamma", "quarterly"),
        ("north/gamma", "in_place"),
    }


def test_those_present_in_a_table_are_members_and_those_who_attend_are_none(code):
    assert [row.organisation for row in code(MEETING, "memberships")] == ["Alpha Council"]
    assert [(row.role, row.holder) for row in code(MEETING, "roles")] == [("chair", "Jo Bell")]


def test_minutes_below_the_header_of_a_column_are_sentences_below_their_title(code):
    found = {(row.feature, row.status) for row in code(MEETING, "governance")}
    assert {("arrangement", "planned"), ("pooled_budget", "in_place")} <= found
    assert ("arrangement", "in_place") not in found


def test_a_table_of_one_place_is_none_of_places(code):
    one = PLACES.replace("<td>Beta</td>", "<td>Others</td>").replace("<td>Gamma</td>", "<td>All</td>")
    assert not [row for row in code(one, "governance") if row.feature == "meeting_frequency"]


def test_rows_over_a_part_of_the_members_are_none(code):
    assert {row.organisation for row in code(PARTS, "memberships")} == {
        "Alpha Council",
        "Alpha Hospitals NHS Foundation Trust",
    }


def test_a_place_director_among_those_present_heads_no_table_of_remits(code):
    present = MEETING.replace(
        "<tr><td colspan=2>Present</td></tr>",
        "<tr><td colspan=3>Present</td></tr>"
        "<tr><td>Ann Dale</td><td>Place Director</td><td>NHS North ICB</td></tr>"
        "<tr><td>Sam Hill</td><td>Chief Executive</td><td>Alpha Hospitals NHS Foundation Trust</td></tr>",
    )
    assert code(present, "remits") == []
    assert ("place_director", "Ann Dale") in {(row.role, row.holder) for row in code(present, "roles")}


def test_no_but_papers_are_published_is_no(code):
    told = PLACES.replace("<td>No</td>", "<td>No, but papers are published</td>")
    found = [row for row in code(told, "governance") if row.feature == "public_transparency"]
    assert ("north/beta", "absent") in {(row.place_id, row.status) for row in found}
