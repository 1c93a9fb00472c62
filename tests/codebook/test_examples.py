"""Every example of the method section gives its row; no counter-example gives the row that it warns of."""

from __future__ import annotations

from typing import Any

import pytest

from placebench.codebook.frame import find, sections
from placebench.codebook.method import Entry, load_method
from placebench.model import FACT_TABLES, broken_rules, columns_of

ENTRIES = load_method().entries
FRAME = sections()


def named(kind: str) -> list[Any]:
    """Return the examples or the counter-examples of every entry, each with a name of its own."""
    return [
        pytest.param(example, id=f"{entry.group}.{entry.code}-{number}")
        for entry in ENTRIES
        for number, example in enumerate(getattr(entry, kind), 1)
    ]


@pytest.mark.parametrize("example", named("examples"))
def test_an_example_gives_its_row(example, reader):
    if not reader.reads(example.table):
        pytest.skip(f"no text gives rows of {example.table}")
    found = reader.gives(example.text, example.table, example.expect)
    assert found, f"{example.expect}\n{reader.shown(example.text, example.table)}"


@pytest.mark.parametrize("example", named("counter_examples"))
def test_a_counter_example_gives_no_such_row(example, reader):
    if not reader.reads(example.table):
        pytest.skip(f"no text gives rows of {example.table}")
    found = reader.gives(example.text, example.table, example.never)
    assert not found, f"{example.why}\n{reader.shown(example.text, example.table)}"


@pytest.mark.parametrize("example", named("examples"))
def test_the_rule_of_a_row_is_an_entry_of_the_codebook(example, reader):
    if reader.reads(example.table):
        for row in reader.rows(example.text, example.table):
            assert find(row.rule or "", FRAME)


@pytest.mark.parametrize("example", named("examples"))
def test_an_example_expects_what_the_model_allows(example):
    for column in columns_of(FACT_TABLES[example.table]):
        wanted = example.expect.get(column.name)
        if wanted is not None:
            assert isinstance(wanted, column.kind)
            assert column.vocabulary is None or wanted in column.vocabulary
    if example.table == "governance":
        row = FACT_TABLES["governance"](system_id="north", place_id="north/alpha", **example.expect)
        assert not list(broken_rules(row))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.group}.{entry.code}")
def test_an_entry_says_what_counts_and_what_does_not(entry: Entry):
    assert len(entry.examples) >= 2
    assert len(entry.counter_examples) >= 2
    texts = [example.text for example in (*entry.examples, *entry.counter_examples)]
    assert len(set(texts)) == len(texts)
    assert all(example.why for example in entry.counter_examples)
