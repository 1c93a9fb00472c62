"""A row and its quotes as text: each quote marked within the paragraph that it stands in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby

import click
import polars as pl

from placebench.cli.output import terminal_width
from placebench.cli.tables import harmless, shown, wrapped
from placebench.dataset import Dataset, evidence_of
from placebench.errors import UsageError
from placebench.model import TABLES, Evidence, columns_of
from placebench.pipeline.source_texts import SourceTexts
from placebench.schema import id_column

_INDENT = "    "
_BOLD = ("\x1b[1m", "\x1b[0m")
_BRACKETS = ("[", "]")
_LONGEST_SIDE = 600
_CANDIDATES_SHOWN = 5
# Characters that no cleaned text has stand for the ends of a quote until lines are broken.
_OPEN, _CLOSE = "\ue000", "\ue001"


def print_evidence(dataset: Dataset, given: str, texts: SourceTexts) -> None:
    """Print the row that an identifier or its beginning names, then its quotes.

    Args:
        dataset: The dataset.
        given: Identifier of a row that has evidence, or its first characters.
        texts: The texts of its sources.

    Raises:
        UsageError: No identifier begins so, or several do.
    """
    table, identifier = resolved(dataset, given)
    _print_row(dataset, table, identifier)
    quotes = [
        quoted.evidence for quoted in evidence_of(dataset, identifier) if quoted.evidence.table == table
    ]
    for number, parts in groupby(quotes, key=lambda quote: quote.quote_number):
        _print_quote(number, list(parts), texts)


def resolved(dataset: Dataset, given: str) -> tuple[str, str]:
    """Return the table and the whole identifier of the one row that an identifier or its beginning names.

    Raises:
        UsageError: No identifier begins so, or several do.
    """
    named = dataset.frame("evidence").select("table", "fact_id")
    rows = (
        named.filter(pl.col("fact_id").str.starts_with(given))
        .unique()
        .sort("fact_id", "table")
        .collect()
        .rows()
    )
    exact = [row for row in rows if row[1] == given]
    candidates = exact or rows
    if len(candidates) == 1:
        table, identifier = candidates[0]
        return table, identifier
    if not candidates:
        hint = "`placebench tables DIR TABLE` shows identifiers"
        raise UsageError("the identifier of a fact", f"“{given}”", where="FACT_ID", hint=hint)
    some = ", ".join(f"{identifier} of {table}" for table, identifier in candidates[:_CANDIDATES_SHOWN])
    more = ", ..." if len(candidates) > _CANDIDATES_SHOWN else ""
    raise UsageError("the beginning of one identifier", f"{len(candidates)}: {some}{more}", where="FACT_ID")


def _print_row(dataset: Dataset, table: str, identifier: str) -> None:
    key = id_column(TABLES[table]) or columns_of(TABLES[table])[0].name
    rows = dataset.frame(table).filter(pl.col(key) == identifier).collect()
    click.echo(table)
    for row in rows.iter_rows(named=True):
        given = {name: shown(value) for name, value in row.items() if value not in (None, [])}
        margin = max(map(len, given))
        for name, value in given.items():
            click.echo(wrapped(f"{name:<{margin}}  {value}", terminal_width(), "  ", " " * (margin + 4)))


def in_context(before: str, quote: str, after: str, *, marks: Sequence[str], width: int, indent: str) -> str:
    """Return a quote, marked, between the words around it; text that is far from the quote is cut.

    Args:
        before: What stands before the quote in its paragraph.
        quote: The quote.
        after: What stands after it.
        marks: What to put before and after the quote.
        width: Characters in a line.
        indent: What every line begins with.
    """
    left = shown(before)
    if len(left) > _LONGEST_SIDE:
        left = f"… {left[-_LONGEST_SIDE:].partition(' ')[2]}"
    right = shown(after)
    if len(right) > _LONGEST_SIDE:
        right = f"{right[:_LONGEST_SIDE].rpartition(' ')[0]} …"
    gap_before = " " if left and before[-1].isspace() else ""
    gap_after = " " if right and after[0].isspace() else ""
    text = f"{left}{gap_before}{_OPEN}{shown(quote)}{_CLOSE}{gap_after}{right}"
    return wrapped(text, width, indent).replace(_OPEN, marks[0]).replace(_CLOSE, marks[1])


def _print_quote(number: int, parts: list[Evidence], texts: SourceTexts) -> None:
    first = parts[0]
    page = f"page {first.page}" if first.page else None
    # The address of a cell names its sheet, which is all that a section of a workbook is.
    stands = f"cell {first.cell}" if first.cell else first.section
    place = ", ".join(filter(None, [texts.name(first.source_id), page, stands]))
    click.echo(f"\nQuote {number}: {shown(place)}")
    document, trouble = texts.document(first.source_id)
    marks = _BOLD if sys.stdout.isatty() else _BRACKETS
    for part in parts:
        before, after = texts.around(document, part.start, part.end) if document else ("", "")
        width = terminal_width()
        click.echo(in_context(before, part.quote, after, marks=marks, width=width, indent=_INDENT))
    if trouble:
        click.echo(f"{_INDENT}Shown without its paragraph: {harmless(trouble)}.")
