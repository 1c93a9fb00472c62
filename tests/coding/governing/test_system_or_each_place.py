"""Whether a system's page states what is the system's own or what is true of every place, by clause."""

from __future__ import annotations

import pytest

from placebench.model import Governance
from tests.coding.conftest import Code

OF_THE_SYSTEM = [
    "North has agreed a shared vision.",
    "Across North we have built a shared care record.",
    "North is a partnership across four places. Our partners have a shared vision.",
    "North is a partnership across four places. Our chair is independent.",
    "At system level we have a joint forward plan.",
    "The alliance of North has met. It meets monthly.",
    "Partners across North have signed a partnership agreement.",
]

OF_EACH_PLACE = [
    "Borough partnerships have an agreed delivery plan.",
    "Our places bring partners together. They have pooled budgets.",
    "At place level partners have a joint delivery plan.",
    "Each place partnership holds its meetings in public.",
    "In neighbourhoods, integrated teams bring GPs and nurses together.",
    "In each borough partners have signed a memorandum of understanding.",
]


@pytest.mark.parametrize("text", OF_THE_SYSTEM)
def test_words_of_no_place_are_the_systems(code: Code, text: str) -> None:
    rows = features(code, text, "How North works")
    assert rows
    assert {(row.place_id, row.applies_to, row.body_kind) for row in rows} == {(None, "system", "system")}


@pytest.mark.parametrize("text", OF_EACH_PLACE)
def test_words_of_places_in_general_hold_for_each(code: Code, text: str) -> None:
    rows = features(code, text, "How North works")
    assert rows
    assert {(row.place_id, row.applies_to, row.body_kind) for row in rows} == {
        (None, "each_place", "partnership")
    }


@pytest.mark.parametrize("title", ["Place-based partnerships in North", "North's places", "Our boroughs"])
def test_under_a_title_on_places_in_general_a_sentence_without_subject_is_of_each(
    code: Code, title: str
) -> None:
    (row,) = features(code, "There is a memorandum of understanding.", title)
    assert (row.applies_to, row.body_kind) == ("each_place", "partnership")


def test_page_of_a_place_gives_the_system_what_is_the_systems(code: Code) -> None:
    system, place = features(code, "North has agreed a shared vision.\n\nAlpha has a delivery plan.", "Alpha")
    assert (system.place_id, system.applies_to) == (None, "system")
    assert (place.place_id, place.applies_to) == ("north/alpha", "place")


def test_page_of_a_place_goes_on_about_the_system_where_it_names_nobody(code: Code) -> None:
    report = "This report is on a forward plan that responds to the North Integrated Care Strategy."
    also = "Other forward plans would run beside this plan."
    text = f"Apologies came from Alpha Together.\n\nNorth Forward Plan\n\n{report} {also}"
    rows = features(code, text, "Alpha Board")
    assert rows
    assert {row.applies_to for row in rows} <= {"system"}


def features(code: Code, text: str, title: str) -> list[Governance]:
    rows = code(f"{title}\n\n{text}\n", "governance", title=title)
    return [row for row in rows if isinstance(row, Governance)]
