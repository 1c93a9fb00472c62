"""The method section: an entry for every code, and errors that tell file and line."""

from __future__ import annotations

import pytest

from placebench.codebook.method import TABLE_OF, build_method, load_method
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES
from placebench.model.vocabularies import FEATURES, ROLE, SECTOR, STATUS, TOPIC

CODES = {
    "tables": FACT_TABLES,
    "features": FEATURES,
    "roles": ROLE.codes,
    "sectors": SECTOR.codes,
    "topics": TOPIC.codes,
    "statuses": STATUS.codes,
}
ENTRY = """
[shadow]
definition = "It runs in shadow."
counts = ["a shadow year"]
counts_not = ["a shadow cabinet"]
examples = [
  { table = "governance", text = "The board runs in shadow.", expect = { feature = "board" } },
]
counter_examples = [
  { table = "governance", text = "The tree gives shadow.", why = "a tree", never = { feature = "board" } },
]
"""


@pytest.mark.parametrize("group", TABLE_OF)
def test_every_code_has_an_entry_and_every_entry_a_code_in_the_order_of_the_model(group):
    assert [entry.code for entry in load_method().groups[group]] == list(CODES[group])


def test_an_example_expects_the_code_that_it_stands_under():
    (entry,) = build_method({"statuses": ENTRY}).groups["statuses"]
    assert entry.examples[0].table == "governance"
    assert entry.examples[0].expect == {"status": "shadow", "feature": "board"}
    assert entry.counter_examples[0].never == {"status": "shadow", "feature": "board"}


def test_an_example_of_a_table_speaks_of_that_table():
    text = ENTRY.replace("[shadow]", "[events]").replace('table = "governance", ', "")
    (entry,) = build_method({"tables": text.replace('feature = "board"', 'event = "renamed"')}).entries
    assert entry.examples[0].table == "events"
    assert entry.examples[0].expect == {"event": "renamed"}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('counts = ["a shadow year"]\n', "", 2, "expected the part counts of shadow, found none"),
        ("counts_not", "counts_nothing", 2, "expected the part counts_not of shadow"),
        ("definition", "rule = 1\ndefinition", 3, "found rule"),
        ("feature =", "featur =", 7, "expected a column of governance, found featur"),
        ('table = "governance", ', "", 7, "expected an example with table"),
        ('why = "a tree", ', "", 10, "expected an example with why"),
        ('why = "a tree"', 'wy = 1, why = "a tree"', 10, "found wy"),
        ("governance", "goverment", 7, "expected the name of a fact table, found goverment"),
    ],
)
def test_an_entry_that_cannot_be_used_is_an_error_with_file_and_line(old, new, line, message):
    with pytest.raises(CodebookError) as raised:
        build_method({"statuses": ENTRY.replace(old, new)})
    assert str(raised.value).startswith(f"method/statuses.toml, line {line}: ")
    assert message in str(raised.value)


def test_a_text_that_is_no_toml_is_an_error_with_its_line():
    with pytest.raises(CodebookError, match=r"method/roles.toml, line 2: expected TOML"):
        build_method({"roles": "[chair]\ndefinition = x\n"})


def test_a_code_without_a_table_is_an_error():
    with pytest.raises(CodebookError, match=r"line 1: expected a table for each code, found 'x'"):
        build_method({"roles": 'chair = "x"'})
