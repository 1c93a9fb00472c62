"""The title of a paper is that of its cover sheet, not the heading above it."""

from __future__ import annotations

import docx
import pytest

from placebench.documents import read_document
from tests.documents.word_files import read


def paper(*tables, heading="Dale Integrated Care Board", title=""):
    """Return a Word document with tables of two columns below a heading."""
    word = docx.Document()
    word.core_properties.title = title
    word.add_heading(heading, 1)
    for rows in tables:
        table = word.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        word.add_paragraph("The board meets every month in the town hall of Dale.")
    return word


COVER = [("Meeting", "Board in public"), ("Title", "How Dale plans its care"), ("Author", "Jo Bell")]


@pytest.mark.parametrize("label", ["Title", "Report title", "Title of report:", "Subject"])
def test_the_title_stands_beside_its_label(label):
    cover = [(label if first == "Title" else first, told) for first, told in COVER]
    assert read(paper(cover)).metadata["title"] == "How Dale plans its care"


def test_the_cover_sheet_goes_before_the_properties():
    assert read(paper(COVER, title="Template for reports")).metadata["title"] == "How Dale plans its care"


@pytest.mark.parametrize(
    "tables",
    [
        [[("Title", "Name of member"), ("Director", "Jo Bell")]],
        [[("Job", "Title of the post held"), ("Title", "Chair")]],
        [COVER, COVER],
        [[("Purpose", "To decide on the plan"), ("Author", "Jo Bell")]],
    ],
    ids=["a header", "one word", "a pack", "no title"],
)
def test_otherwise_it_is_the_heading(tables):
    assert read(paper(*tables)).metadata["title"] == "Dale Integrated Care Board"


def test_a_web_page_has_its_own():
    page = "<title>Dale</title><table><tr><td>Title</td><td>How it works</td></tr></table><p>Hello there."
    assert read_document(page.encode(), "a.html").metadata["title"] == "Dale"


def test_a_text_with_a_cover_sheet():
    text = "DALE BOARD\n\nReport title\tHow Dale plans care\nAuthor\tJo Bell\n\nThe board meets.\n"
    assert read_document(text.encode(), "a.txt").metadata["title"] == "How Dale plans care"
