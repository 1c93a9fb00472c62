"""Every row of a table beside the words that say it."""

from __future__ import annotations

import csv
import io
import json

import polars as pl
import pytest

from placebench.cli.output import print_rows
from placebench.cli.row_quotes import with_quotes
from placebench.dataset import Dataset, Part
from placebench.model import Evidence, Governance, Source

pytestmark = pytest.mark.whole


def quote(fact: str, source: str, number: int, part: int, words: str, **where: object) -> Evidence:
    return Evidence(
        evidence_id=f"{number}{part}{source}{fact}"[:16].ljust(16, "0"),
        fact_id=fact,
        table="governance",
        source_id=source,
        quote_number=number,
        part=part,
        start=number,
        end=number + len(words),
        quote=words,
        **where,
    )


def source(letter: str, path: str) -> Source:
    return Source(source_id=letter * 16, sha256=letter * 64, media_type="text/plain", characters=9, path=path)


@pytest.fixture(scope="module")
def quoted() -> Dataset:
    facts = [Governance(fact_id=n * 16, system_id="vale", feature="board") for n in "123"]
    evidence = [
        quote("1" * 16, "a" * 16, 2, 1, "second", page=4),
        quote("1" * 16, "a" * 16, 1, 2, "end", page=3),
        quote("1" * 16, "a" * 16, 1, 1, "beginning", page=3),
        quote("2" * 16, "b" * 16, 1, 1, "in a cell", page=1, cell="B2"),
        quote("2" * 16, "b" * 16, 2, 1, "in a line"),
    ]
    sources = (source("a", "a.pdf"), source("b", "b.xlsx"))
    rows = {"sources": sources, "governance": tuple(facts), "evidence": tuple(evidence)}
    return Dataset.build([Part("k", rows)], build_version="1")


@pytest.mark.parametrize(
    ("fact", "documents", "positions", "quotes"),
    [
        ("1", ["a.pdf"] * 2, ["page 3", "page 4"], ["beginning … end", "second"]),
        ("2", ["b.xlsx"] * 2, ["page 1, cell B2", "character 2"], ["in a cell", "in a line"]),
        ("3", [], [], []),
    ],
)
def test_quotes_stand_in_order_with_document_and_position(quoted, fact, documents, positions, quotes):
    rows = with_quotes(quoted, "governance", quoted.frame("governance").collect())
    row = rows.row(by_predicate=pl.col("fact_id") == fact * 16, named=True)
    assert (row["documents"], row["positions"], row["quotes"]) == (documents, positions, quotes)


def test_rows_keep_their_order_and_number(quoted):
    given = quoted.frame("governance").collect().reverse()
    assert with_quotes(quoted, "governance", given)["fact_id"].equals(given["fact_id"])


def test_every_row_of_a_dataset_has_the_words_that_say_it(placebench, dataset):
    listed = json.loads(placebench("tables", dataset, "governance", "--quotes", "--format", "json").stdout)
    assert {row["feature"]: row["quotes"] for row in listed} == {
        "chairing": ["alder has chairing of kind rotating."],
        "shared_vision": ["birch has shared_vision."],
    }


def test_columns_are_chosen_among_those_of_quotes_too(placebench, dataset):
    asked = ("--quotes", "--columns", "quotes,feature", "--where", "feature=chairing")
    printed = placebench("tables", dataset, "governance", *asked, "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(printed))
    assert list(row) == ["quotes", "feature", "documents", "positions"]
    assert row["positions"].startswith("character ")


def test_a_table_without_identifiers_has_no_quotes(placebench, dataset):
    result = placebench("tables", dataset, "claims", "--quotes")
    assert (result.exit_code, "expected a table of which rows are quoted" in result.stderr) == (2, True)


def test_markdown_is_a_table_in_which_text_stays_text(capsys):
    print_rows(("a_b", "said"), [(1, ["*no*", "x | y"]), (None, True)], "markdown")
    assert capsys.readouterr().out == (
        "| a_b | said |\n| --- | --- |\n| 1 | \\*no\\*<br>x \\| y |\n|  | yes |\n"
    )
