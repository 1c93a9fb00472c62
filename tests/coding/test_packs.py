"""Papers of several bodies in one pack: each is read as the minutes or the page of its own body."""

from __future__ import annotations

from placebench.coding.about_others import without_others
from placebench.coding.system_importer import CODERS

ALPHA = ("Item 1: Alpha place partnership board", "The board meets monthly. Members of the board are Age UK.")
OTHERS = "Item 2: minutes of the Alpha Health and Wellbeing Board"


def pack(*items: tuple[str, str]) -> str:
    body = "".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in items)
    return f"<html><title>Papers of North</title><body><h1>Papers of North</h1>{body}</body></html>"


def test_what_minutes_of_another_body_say_of_the_board_is_that_bodys(code):
    told = "The board meets quarterly. It agreed to hold its meetings in public."
    rows = code(pack(ALPHA, (OTHERS, told)), "governance")
    assert {row.value for row in rows if row.feature == "meeting_frequency"} == {"monthly"}


def test_and_so_are_its_members_in_whichever_order_the_papers_stand(read):
    told = (OTHERS, "Members of the board are Healthwatch and the fire service.")
    for papers in (pack(ALPHA, told), pack(("Item 0: money", "No news."), told, ALPHA)):
        reading = read(papers)
        found = without_others(reading, CODERS["memberships"](reading))
        assert {one.row.organisation for one in found} == {"Age UK"}


def test_minutes_of_another_body_may_tell_of_the_partnership(code):
    told = "The Alpha place partnership has pooled its budgets."
    rows = code(pack(ALPHA, (OTHERS, told)), "governance")
    assert [row.place_id for row in rows if row.feature == "pooled_budget"] == ["north/alpha"]
