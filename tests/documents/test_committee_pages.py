"""Pages of a council's committees are known by how they are built."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.documents import Document, open_document, read_document

PAGES = Path(__file__).parents[1] / "coding" / "committee_pages"
TOLD = {
    "oxfordshire-agenda-item.html": {
        "template": "ModernGov agenda item",
        "committee": "Joint Health Overview and Scrutiny Committee",
        "item": "24/17",
        "published": "2024-06-06",
        "publisher": "Oxfordshire County Council",
        "document_type": "minutes",
    },
    "bolton-locality-board-meeting.html": {
        "template": "ModernGov meeting",
        "committee": "Bolton Locality Board",
        "published": "2024-05-14",
        "publisher": "Bolton Council",
        "document_type": "minutes",
    },
    "croydon-health-and-wellbeing-board-meeting.html": {
        "template": "ModernGov meeting",
        "committee": "Health and Wellbeing Board",
        "published": "2024-03-13",
        "publisher": "Croydon Council",
        "document_type": "minutes",
    },
    "dudley-decision.html": {
        "template": "ModernGov decision record",
        "committee": "Cabinet",
        "published": "2024-03-20",
        "publisher": "Dudley Council",
        "document_type": "decision",
    },
    "bolton-meeting-list.html": {
        "template": "ModernGov list of meetings",
        "publisher": "Bolton Council",
        "document_type": "list",
    },
}


def shown(document: Document, kind: str) -> list[str]:
    return [document.at(block.content) for block in document.blocks if block.kind == kind]


@pytest.mark.parametrize("name", TOLD)
def test_what_a_page_says_of_itself(name: str) -> None:
    known = dict(open_document(PAGES / name).metadata)
    known.pop("title")
    assert known == TOLD[name]


def test_items_and_minutes_are_headings_and_numbers_are_furniture() -> None:
    document = open_document(PAGES / "bolton-locality-board-meeting.html")
    headings = shown(document, "heading")
    assert headings[-5:] == [
        "Apologies for absence",
        "Minutes:",
        "Locality plan",
        "Minutes:",
        "Date of next meeting",
    ]
    assert {"1.", "2.", "3.", "Item"} <= set(shown(document, "furniture"))
    assert len(document.tables) == 1


@pytest.mark.parametrize("name", TOLD)
def test_what_stands_around_the_content_is_furniture(name: str) -> None:
    assert {"Home", "Meetings calendar", "Contact the council"} <= set(
        shown(open_document(PAGES / name), "furniture")
    )


def test_list_of_meetings_is_furniture_throughout_and_says_so() -> None:
    document = open_document(PAGES / "bolton-meeting-list.html")
    assert {block.kind for block in document.blocks} == {"furniture"}
    assert document.warnings == (
        "a list of meetings states nothing of its own; give the pages of the meetings",
    )


def test_date_that_a_user_gives_counts_before_that_of_the_page() -> None:
    data = (PAGES / "dudley-decision.html").read_bytes()
    assert read_document(data, "page.html", {"published": "2024"}).metadata["published"] == "2024"


def page(content: str) -> Document:
    marks = '<h1 class="mgMainTitleTxt">A page</h1><p class="mgWordPara">Text.</p><p class="mgLabel">To:</p>'
    return read_document(f"<html><body>{marks}{content}</body></html>".encode(), "page.html")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Board for Care - Monday, 1st July, 2024 2.00 pm", "2024-07-01"),
        ("Board for Care - Friday, 22 Sep 2023 10.00 am", "2023-09-22"),
        ("Board for Care - Monday, 31st June, 2024", None),
        ("Board for Care - Monday", None),
        ("Board for Care", None),
    ],
)
def test_day_of_a_meeting(words: str, date: str | None) -> None:
    document = page(f'<h2 class="mgSubTitleTxt">{words}</h2>')
    assert document.metadata.get("published") == date
    assert document.metadata.get("committee") == (date and "Board for Care")


def test_page_with_few_marks_is_of_no_family() -> None:
    text = '<p class="mgLabel">Manganese</p><p>Magnesium and manganese are metals of unlike kinds.</p>'
    document = read_document(f"<html><body>{text}</body></html>".encode(), "page.html")
    assert "template" not in document.metadata
    assert {block.kind for block in document.blocks} == {"paragraph"}
