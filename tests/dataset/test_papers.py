"""The same paper in several formats is told by what is quoted of it."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.dataset import same_papers

PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAY, JUNE = dt.date(2023, 5, 9), dt.date(2023, 6, 9)
SAID = [f"The partnership agreed point {number} of its plan." for number in range(10)]


def frames(*papers: tuple[str, dt.date | None, list[str]], table: str = "governance"):
    """Return what gives the tables of papers, each with its format, date and quotes."""
    schema = {"source_id": pl.String, "media_type": pl.String, "published": pl.Date}
    rows = [(str(number), form, day) for number, (form, day, _) in enumerate(papers)]
    quotes = [
        (str(number), table, f"{number}/{quote}", 0, quote)
        for number, (_, _, said) in enumerate(papers)
        for quote in said
    ]
    tables = {
        "sources": pl.LazyFrame(rows, schema=schema, orient="row"),
        "evidence": pl.LazyFrame(
            quotes, schema=["source_id", "table", "fact_id", "start", "quote"], orient="row"
        ),
    }
    return tables.__getitem__


def broken(quote: str) -> str:
    return quote.replace("partnership", "partner-\nship").replace("plan", "\u00adplan").upper()


@pytest.mark.parametrize("days", [(MAY, MAY), (MAY, None), (None, None)])
def test_the_one_with_more_quotes_stands_for_both(days):
    papers = frames((PDF, days[0], [broken(quote) for quote in SAID[:9]]), (WORD, days[1], SAID))
    assert same_papers(papers) == {"0": "1"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((PDF, MAY, SAID), (WORD, JUNE, SAID), id="editions"),
        pytest.param((PDF, MAY, SAID), (PDF, MAY, SAID), id="one format"),
        pytest.param(
            (PDF, MAY, SAID), (WORD, MAY, [quote + " Not yet." for quote in SAID]), id="other words"
        ),
        pytest.param((PDF, MAY, SAID[:4]), (WORD, MAY, SAID[:4]), id="too few quotes"),
        pytest.param((PDF, MAY, SAID), (WORD, MAY, SAID[:5]), id="an extract"),
        pytest.param((PDF, MAY, ["Ford Council"] * 9), (WORD, MAY, ["Ford Council"] * 9), id="names alone"),
    ],
)
def test_others_are_papers_of_their_own(one, other):
    assert same_papers(frames(one, other)) == {}


def test_ratings_are_told_by_the_cells_of_each_together():
    cells = [f"Place {number}" for number in range(6)]
    papers = frames((PDF, MAY, cells), (WORD, MAY, cells), table="assessments")
    assert same_papers(papers) == {}
    named = [f"{cell}: governance and trust" for cell in cells]
    papers = frames((PDF, MAY, named), (WORD, MAY, named), table="assessments")
    assert same_papers(papers) == {"1": "0"}


def test_three_formats_are_one_paper():
    papers = frames((PDF, MAY, SAID), (WORD, MAY, SAID), ("text/html", MAY, SAID))
    assert same_papers(papers) == {"1": "0", "2": "0"}
