"""What stands below the people who came to a meeting is its agenda, and names no members."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.members.stated import MINUTES, members

PEOPLE = {
    "in lines": "Present:\n\nJo Bell, Chair\n\nKit Moor, Alpha Police\n\n",
    "in a line": "Present: Jo Bell (Chair), Kit Moor (Alpha Police)\n\n",
    "in rows": "Present:\nJo Bell, Chair\nKit Moor, Alpha Police\n",
    "in columns": "PRESENT\nJo Bell          Chair\nKit Moor         Alpha Police\n\n",
}
AGENDAS = {
    "headings": "Primary care\n\nThe practices have recruited.\n\nPublic health\n\nNoted.\n",
    "bare": "Primary care networks\n\nHealthwatch\n\nAdult social care\n\nPublic health\n",
    "apologies": "Apologies\n\nPrimary care networks\n\nAdult social care\n\nPublic health\n",
    "columns": "ITEM                 LEAD\n1  Primary care      Jo Bell\n2  Public health     Kit Moor\n",
}


@pytest.mark.parametrize("agenda", AGENDAS.values(), ids=AGENDAS)
@pytest.mark.parametrize("present", PEOPLE.values(), ids=PEOPLE)
def test_headings_below_the_people_are_no_members(code: Code, present: str, agenda: str) -> None:
    assert [name for name, _, _ in members(code, present + agenda, MINUTES)] == ["Alpha Police"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Present:\n\nJo Bell, Chief Executive\n\nAlpha Police\n\nKit Moor, Healthwatch Alpha\n",
            ["Alpha Police", "Healthwatch Alpha"],
        ),
        (
            "Present:\n\nHealthwatch Alpha\n\nAlpha Police\n\nKit Moor, Alpha Mind\n\nPublic Health\n",
            ["Alpha Mind", "Alpha Police", "Healthwatch Alpha", "Public Health"],
        ),
        (
            "Present:\nJo Bell, Alpha Police\nRepresentative of Healthwatch Alpha\nKit Moor, Alpha Mind\n",
            ["Alpha Mind", "Alpha Police", "Representative of Healthwatch Alpha"],
        ),
        (
            "Present:\nJo Bell, Alpha Police\n\nApologies:\nAlpha Mind\n",
            ["Alpha Mind", "Alpha Police"],
        ),
    ],
)
def test_organisations_among_the_people_stay(code: Code, text: str, names: list[str]) -> None:
    assert [name for name, _, _ in members(code, text, MINUTES)] == names
