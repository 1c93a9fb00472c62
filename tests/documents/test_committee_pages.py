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


ITEM = (
    '<table {table}><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">8.</p></td>'
    '<td><p class="mgAiTitleTxt">Place plan</p>{below}</td></tr></table>'
)
MINUTES = '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>It was noted.</p></div>'


def committee_page(title: str, main: str, under: str, body: str = "") -> Document:
    page = (
        f"<html><head><title>{title}</title></head><body><ul><li>Home</li></ul>"
        f'<div id="modgov"><div class="mgContent"><h1 class="mgMainTitleTxt">{main}</h1>'
        f'<h2 class="mgSubTitleTxt">{under}</h2><h3 class="mgSectionTitle">Details</h3>{body}'
        "</div></div></body></html>"
    )
    return read_document(page.encode(), "page.html")


TITLE = "{} for Health Board on Monday, 1st July, 2024, 10.00 am"
MEETINGS = "".join(f'<a href="ieListDocuments.aspx?MId={day}">{day} Jul 2024</a>' for day in (1, 8))
BOARD = {"committee": "Health Board", "published": "2024-07-01", "publisher": "Ford Council"}


@pytest.mark.parametrize(
    ("title", "main", "under", "body", "told"),
    [
        pytest.param(
            f"{TITLE.format('Agenda')} - Ford Council",
            "Agenda and minutes",
            "Ford Council - Health Board<br>Monday, 1st July, 2024 10.00 am",
            ITEM.format(table='class="mgItemTable"', below=MINUTES),
            {**BOARD, "template": "ModernGov meeting", "document_type": "minutes"},
            id="subtitle in two lines with the council",
        ),
        pytest.param(
            f"{TITLE.format('Agenda frontsheet')} : Ford Council",
            "Agenda",
            "Health Board",
            ITEM.format(table='id="mgItemTable"', below=""),
            {**BOARD, "template": "ModernGov meeting", "document_type": "agenda"},
            id="meeting named by the title alone",
        ),
        pytest.param(
            "Issue details - Place plan | Ford Council",
            "Issue - meetings",
            "Place plan",
            "<h3>Meeting: 01/07/2024 - Health Board (Item 8)</h3>" + ITEM.format(table="", below=MINUTES),
            {**BOARD, "template": "ModernGov agenda item", "item": "8", "document_type": "minutes"},
            id="issue before one meeting",
        ),
        pytest.param(
            "Issue details - Place plan | Ford Council",
            "Issue - meetings",
            "Place plan",
            "<p>Meeting: 01/07/2024 - Health Board (Item 8)</p><p>Meeting: 02/07/2024 - Cabinet (Item 2)</p>",
            {"template": "ModernGov agenda item", "publisher": "Ford Council", "document_type": "agenda"},
            id="issue before two meetings",
        ),
        pytest.param(
            "Meeting attendance | Ford Council",
            "Meeting attendance",
            "Monday, 1st July, 2024 10.00 am, Health Board",
            '<table class="mgStatsTable"><tr><th>Attendee</th></tr><tr><td>A. Ash</td></tr></table>',
            {**BOARD, "template": "ModernGov page"},
            id="attendance",
        ),
        pytest.param(
            "Committee details - Health Board | Ford Council",
            "Committee details",
            "Health Board",
            '<div class="mgWordPara"><p>The board meets in public.</p></div>',
            {"committee": "Health Board", "publisher": "Ford Council", "template": "ModernGov page"},
            id="committee",
        ),
        pytest.param(
            "Browse meetings | Ford Council",
            "Browse meetings",
            "Health Board",
            f'<div class="mgWordPara"><p>These are the meetings.</p></div>{MEETINGS}',
            {"publisher": "Ford Council", "template": "ModernGov list of meetings", "document_type": "list"},
            id="list with an introduction",
        ),
        pytest.param(
            "Decision - Place plan | Ford Council",
            "Decision details",
            "Place plan",
            "<p>Decision Maker: Health Board</p><p>Date of decision: 01/07/2024</p>",
            {**BOARD, "template": "ModernGov decision record", "document_type": "decision"},
            id="decision with plain labels",
        ),
    ],
)
def test_shapes_of_pages(title: str, main: str, under: str, body: str, told: dict[str, str]) -> None:
    document = committee_page(title, main, under, body)
    assert {name: value for name, value in document.metadata.items() if name != "title"} == told
    assert "Home" in shown(document, "furniture")


def test_files_of_an_item_are_furniture() -> None:
    files = (
        '<p class="mgSubItemTitleTxt">Additional documents:</p><ul><li>Terms of reference PDF 1 MB</li></ul>'
    )
    document = committee_page(
        "Agenda", "Agenda", "Board", ITEM.format(table='id="mgItemTable"', below=files + MINUTES)
    )
    assert "Terms of reference PDF 1 MB" in shown(document, "furniture")
    assert shown(document, "paragraph") == ["It was noted."]
