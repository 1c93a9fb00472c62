"""A header that leads up to what stands below it makes a list, in every format that has tables."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document
from tests.documents.pdf_making import flowing, table
from tests.documents.soundness import check
from tests.documents.table_files import FORMATS, Rows, as_html, as_text, as_word

ASKED = [
    ("Area", "Each partnership in the system will have"),
    ("Money", "one account that all of them may look at"),
    ("People", "a named doctor and a named nurse"),
]
DECIDED = [
    ("What the board agreed", "What it means for you"),
    ("Took the new plan for carers as its own", "Each team hears of it in May"),
    ("Asked for a second panel of residents", "Names are taken until June"),
]
ON_A_PAGE = [
    ("Our priorities", "Starting school", "Keeping well"),
    ("What we will do", "Speech at three years of age", "Walks in each park"),
    ("Who leads", "Jo Bell", "Sam Reed"),
]
DATA = [
    ("Priority", "What we will do", "Lead"),
    ("Falls", "A class in each village", "Jo Bell"),
    ("Carers", "A break for each of them", "Sam Reed"),
]


def shown(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, " ".join(document.at(b.content).split())) for b in document.blocks]


@pytest.mark.parametrize("made", FORMATS)
def test_a_header_that_is_left_open_leads_up_to_its_column(made) -> None:
    document = made(ASKED)
    check(document)
    assert document.tables == ()
    assert [told for told in shown(document) if told[0] != "furniture"] == [
        ("heading", "Each partnership in the system will have"),
        ("item", "one account that all of them may look at"),
        ("item", "a named doctor and a named nurse"),
    ]


@pytest.mark.parametrize("made", FORMATS)
def test_what_explains_an_entry_stands_below_it(made) -> None:
    document = made(DECIDED)
    assert document.tables == ()
    items = [(b.level, document.at(b.content).split()[0]) for b in document.blocks if b.kind == "item"]
    assert items == [(1, "Took"), (2, "Each"), (1, "Asked"), (2, "Names")]


def in_three_columns(rows: Rows) -> Document:
    return read_document(flowing([table(rows, colWidths=[110, 130, 130])]), "paper.pdf")


@pytest.mark.parametrize("made", [as_html, as_word, as_text, in_three_columns])
def test_rows_of_a_plan_on_a_page_are_lists(made) -> None:
    document = made(ON_A_PAGE)
    assert document.tables == ()
    told = [(b.kind, b.path) for b in document.blocks]
    assert told.count(("item", ("Our priorities",))) == 2
    assert [kind for kind, _ in told].count("heading") == 3


@pytest.mark.parametrize("made", [as_html, as_word, as_text, in_three_columns])
def test_a_column_of_data_beside_it_keeps_the_table(made) -> None:
    assert len(made(DATA).tables) == 1
