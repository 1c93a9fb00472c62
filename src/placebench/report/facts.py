"""Facts as the report lists them: numbered, in words, each with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import attrs

from placebench.benchmark.scope import Tables, with_text_codes
from placebench.dataset.words import date_in_words, identifiers
from placebench.model import FACT_TABLES
from placebench.report.content import FactLine, Words
from placebench.report.reading import read_as

Passages = Mapping[str, str]
"""Anchor of each piece of evidence in the passages of its source, by `evidence_id`."""


@attrs.frozen(eq=False)
class FactBook:
    """Every fact of a dataset under a number of its own.

    Attributes:
        lines: The facts, by table, place and item; the number of a fact is its position, from 1.
        numbers: Number of each fact, by its identifier.
    """

    lines: tuple[FactLine, ...]
    numbers: Mapping[str, int]

    def of(self, fact_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of facts, sorted; identifiers of other rows are left out."""
        return tuple(sorted(self.numbers[one] for one in fact_ids if one in self.numbers))


def fact_book(dataset: Tables, passages: Passages) -> FactBook:
    """List the facts of a dataset.

    Args:
        dataset: The tables.
        passages: Where the passages of sources hold each piece of evidence.
    """
    names = place_names(dataset) | row_names(dataset)
    quotes = _quotes(dataset, passages)
    lines: list[FactLine] = []
    for table, row in _rows(dataset):
        lines.append(_line(len(lines) + 1, table, row, names, quotes.get((table, row["fact_id"]), ())))
    return FactBook(tuple(lines), {line.fact_id: line.number for line in lines})


def place_names(dataset: Tables) -> dict[str, str]:
    """Return the names of systems and places, by identifier."""
    systems = dataset.frame("systems").select("system_id", "name").unique("system_id").collect()
    places = dataset.frame("places").select("place_id", "name").unique("place_id").collect()
    return {**dict(systems.iter_rows()), **dict(places.iter_rows())}


def source_names(dataset: Tables) -> dict[str, str]:
    """Return what to call each source: its title, else its file."""
    rows = dataset.frame("sources").select("source_id", "title", "path").collect().iter_rows()
    return {source: title or path for source, title, path in rows}


def row_names(dataset: Tables) -> dict[str, str]:
    """Return what frameworks, themes and organisations are called, by identifier."""
    frameworks = dataset.frame("frameworks").select("framework_id", "name").unique("framework_id").collect()
    organisations = dataset.frame("organisations").select("organisation_id", "name").collect()
    themes = (
        dataset.frame("themes").select("theme_id", "number", "name", "label").unique("theme_id").collect()
    )
    named = {theme: f"{number} {name or label}" for theme, number, name, label in themes.iter_rows()}
    return {**dict(organisations.iter_rows()), **dict(frameworks.iter_rows()), **named}


def _rows(dataset: Tables) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in FACT_TABLES:
        frame = with_text_codes(dataset.frame(table)).sort("system_id", "place_id", "as_of", "fact_id")
        for row in frame.collect().iter_rows(named=True):
            yield table, row


def _line(
    number: int, table: str, row: Mapping[str, Any], names: Mapping[str, str], quotes: tuple[Words, ...]
) -> FactLine:
    system = names.get(row["system_id"], row["system_id"])
    each = f"each place of {system}" if row["applies_to"] == "each_place" else system
    place = names.get(row["place_id"], row["place_id"]) if row["place_id"] else each
    return FactLine(
        number=number,
        fact_id=row["fact_id"],
        table=table,
        system=row["system_id"],
        place_id=row["place_id"] or "",
        place=place,
        says=read_as(table, row, names),
        status=row["status"],
        basis=row["basis"],
        as_of=date_in_words(row["as_of"], row["as_of_precision"]),
        year=str(row["as_of"].year) if row["as_of"] else "",
        rule=row["rule"] or "",
        quotes=quotes,
        identifiers=identifiers(table, row),
    )


def _quotes(dataset: Tables, passages: Passages) -> dict[tuple[str, str], tuple[Words, ...]]:
    names = source_names(dataset)
    order = ("table", "fact_id", "quote_number", "part", "evidence_id")
    rows = with_text_codes(dataset.frame("evidence")).sort(order).collect().iter_rows(named=True)
    found = groupby(rows, key=lambda row: (row["table"], row["fact_id"]))
    return {fact: tuple(_words(row, names, passages) for row in parts) for fact, parts in found}


def _words(row: Mapping[str, Any], names: Mapping[str, str], passages: Passages) -> Words:
    page = f"page {row['page']}" if row["page"] else None
    return Words(
        source=names.get(row["source_id"], row["source_id"]),
        source_id=row["source_id"],
        # The address of a cell names its sheet, which is all that a section of a workbook is.
        place=f"cell {row['cell']}" if row["cell"] else ", ".join(filter(None, (page, row["section"]))),
        text=row["quote"],
        passage=passages.get(row["evidence_id"]),
    )
