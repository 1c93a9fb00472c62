"""Families of phrasings behind the examples: what gives a row, and what looks alike and gives none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

PHRASINGS = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).with_name("phrasings").glob("*.toml"))
}


def named(kind):
    """Return table, text and columns of the phrasings of a kind, each with the name of its table."""
    return [
        pytest.param(table, phrasing["text"], phrasing["columns"], id=f"{table}-{number}")
        for table, kinds in PHRASINGS.items()
        for number, phrasing in enumerate(kinds.get(kind, ()), 1)
    ]


@pytest.mark.parametrize(("table", "text", "columns"), named("gives"))
def test_a_phrasing_gives_its_row(table, text, columns, reader):
    assert reader.gives(text, table, columns), reader.shown(text, table)


@pytest.mark.parametrize(("table", "text", "columns"), named("gives_none"))
def test_words_that_look_alike_give_no_such_row(table, text, columns, reader):
    assert not reader.gives(text, table, columns), reader.shown(text, table)
