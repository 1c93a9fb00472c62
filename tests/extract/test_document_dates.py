"""The date that a document gives for itself."""

from __future__ import annotations

import pytest

from placebench.documents import read_document
from placebench.extract.document_dates import date_below, document_date, first_lines


@pytest.mark.parametrize(
    ("lines", "date", "precision"),
    [
        (["Place update", "Date: 21 March 2023"], "2023-03-21", "day"),
        (["Place update", "Date of meeting: Thursday 6 June 2024, 2.00pm"], "2024-06-06", "day"),
        (["Place update", "Published 3 May 2022"], "2022-05-03", "day"),
        (["Place update", "Last updated: July 2022"], "2022-07-01", "month"),
        (["Report date: 2021"], "2021-01-01", "year"),
        (["Minutes of the meeting held on 6 June 2023"], "2023-06-06", "day"),
        (
            ["Minutes of the meeting held on Thursday 12 September 2024, 2.00pm, County Hall, Alpha"],
            "2024-09-12",
            "day",
        ),
        (["Meeting held on 6 June 2023 at 2pm in the Council Chamber"], "2023-06-06", "day"),
        (["Alpha Place Board", "Thursday, 18th April, 2019 10.00 am"], "2019-04-18", "day"),
        (["Alpha Place Board: key messages, 9 December 2021"], "2021-12-09", "day"),
        (["Alpha operational plan (November 2019)"], "2019-11-01", "month"),
        (["Alpha", "09/12/2021"], "2021-12-09", "day"),
        (["Terms of reference", "Version 3.1, approved 12 October 2023"], "2023-10-12", "day"),
        (["Terms of reference", "Agreed: 5 March 2024"], "2024-03-05", "day"),
        (["Alpha Place Board", "North Integrated Care System. Published 1 May 2024."], "2024-05-01", "day"),
        (
            ["Terms of reference", "Approved by the Alpha board on 6 June 2024. To be reviewed."],
            "2024-06-06",
            "day",
        ),
        (["Terms of reference", "v2 (May 2022)"], "2022-05-01", "month"),
        (["Alpha Board", "Terms of reference, agreed on 6 June 2024"], "2024-06-06", "day"),
        (["Terms of reference (approved 6 June 2024)"], "2024-06-06", "day"),
        (["Memorandum of understanding of the partners, signed on 6 June 2024"], "2024-06-06", "day"),
        (["Terms of reference", "Agreed on 6 June 2024 by the Alpha board."], "2024-06-06", "day"),
    ],
)
def test_first_lines_give_it(lines: list[str], date: str, precision: str) -> None:
    found = document_date(lines)
    assert found is not None
    assert (found.date.isoformat(), found.precision) == (date, precision)


@pytest.mark.parametrize(
    "lines",
    [
        ["Alpha place", "The partnership was formed in September 2014."],
        ["Alpha place", "The board will meet again on 6 June 2023 to agree its plan."],
        ["Alpha plan 2019"],
        ["Terms of reference", "Review date: 5 March 2025"],
        ["Terms of reference", "Approved 12 October 2023 by a board that ended a year later."],
        ["Alpha place", "The plan is new. Published 3 May 2022 in London, it tells of four aims."],
        ["Alpha place", "Approved by the board on 3 May 2022, the plan changed a year later."],
        ["A workshop was held on 6 June 2023, Alpha Council said."],
        ["Since 1 July 2022 the board meets monthly."],
        ["Alpha place", *["More words."] * 12, "Published: 3 May 2022"],
        [],
    ],
)
def test_dates_of_other_things_are_none(lines: list[str]) -> None:
    assert document_date(lines) is None


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("Date of meeting", "2024-01-18"),
        ("Date:", "2024-01-18"),
        ("Meeting date", "2024-01-18"),
        ("Meeting", "2024-01-18"),
        ("Review date", None),
        ("Next meeting", None),
        ("Author", None),
    ],
)
def test_a_table_of_particulars_gives_it(label: str, date: str | None) -> None:
    rows = f"<tr><td>Purpose</td><td>Decision</td></tr><tr><td>{label}</td><td>18 January 2024, 2pm</td></tr>"
    page = f"<h1>Place update</h1><table>{rows}</table><p>Words.</p>"
    found = document_date(first_lines(read_document(page.encode(), "page.html")))
    assert (found and found.date.isoformat()) == date


BODY = (
    "<main><h1>Place update</h1>"
    + "<p>The partnership works on a plan.</p>" * 15
    + "{}</main><footer>{}</footer>"
)


@pytest.mark.parametrize(
    ("last", "footer", "date"),
    [
        ("<p>Published: 3 May 2024</p>", "", "2024-05-03"),
        ("", "<p>Page last updated May 2024</p>", "2024-05-01"),
        ("", "<p>Last updated 3 May 2024. Accessibility. Privacy.</p>", "2024-05-03"),
        ("", "<p>Last updated 3 May 2024 | Accessibility</p>", "2024-05-03"),
        ("", "<p>This page was last reviewed and updated on 3 May 2024.</p>", "2024-05-03"),
        ("<p>Published: 3 May 2024</p><p>Published: 7 June 2024</p>", "", None),
        ("<p>The strategy, published 3 May 2024, tells more.</p>", "", None),
        ("<p>Published 3 May 2024 by the council</p>", "", None),
        ("<p>Review by: 3 May 2024</p>", "", None),
    ],
)
def test_the_end_of_a_document_gives_it(last: str, footer: str, date: str | None) -> None:
    found = date_below(read_document(BODY.format(last, footer).encode(), "page.html"))
    assert (found and found.date.isoformat()) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Alpha Together update\n3 May 2024\nPartners have met since June 2021.", "2024-05-03"),
        ("Alpha Together\nThursday 6 June 2024 at 2pm\nPresent: Jo Bell", "2024-06-06"),
        ("Partners signed the agreement on\n3 May 2024\nin the town hall.", None),
        ("Alpha Together\nThe joint team began at a meeting of the board on 6 June 2021", None),
        ("Alpha Together\n\nThe next meeting of the board is on 6 June 2025\n", None),
        ("Alpha Together\n\nThe meeting of the board was held on 6 June 2023\n", "2023-06-06"),
    ],
)
def test_a_sentence_about_another_day_gives_none(text: str, date: str | None) -> None:
    found = document_date(first_lines(read_document(text.encode(), "paper.txt")))
    assert (found and found.date.isoformat()) == date


@pytest.mark.parametrize(
    "line",
    [
        "The terms of reference, which were agreed on 6 June 2024, hold.",
        "The plan, agreed on 6 June 2024 by the board, was dropped.",
        "Alpha Together agreed on 6 June 2024 to meet.",
    ],
)
def test_a_day_that_a_sentence_tells_of_is_not_the_papers(line):
    assert document_date(["Alpha Together", line]) is None
