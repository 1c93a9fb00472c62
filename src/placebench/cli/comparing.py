"""Comparisons as text: the answers, their denominators and dates, and what a reader must know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import polars as pl

from placebench.benchmark import Comparison, compare_all
from placebench.benchmark.dating import date_words, in_words
from placebench.cli.by_place import NO_SOURCE, blocks, without_source
from placebench.cli.output import complain, print_pairs, print_rows, terminal_width
from placebench.cli.tables import shown, wrapped
from placebench.dataset import Dataset

FOLDER = "comparisons"

_MOST_NOTES = 6
_COVERAGE = "coverage"
_CONFLICTS = "conflicts"
_LEGEND = (
    "not stated: no source that was read says anything of it. no document found: none was found that speaks "
    "of such things there. derived: drawn by a rule, not said. Every answer leads to its facts by the "
    "fact_ids in the CSV; `placebench evidence DIR FACT_ID` shows the words."
)


def compare(dataset: Dataset, out: Path, *, quiet: bool, verbose: bool) -> None:
    """Make every comparison and save each as CSV beside the dataset.

    Args:
        dataset: The dataset.
        out: Its folder.
        quiet: Whether to print nothing.
        verbose: Whether to print every answer; else how many places have one.
    """
    comparisons = compare_all(dataset)
    for comparison in comparisons:
        comparison.to_csv(out / FOLDER)
    if quiet:
        return
    if verbose:
        dates = date_words(dataset)
        for comparison in comparisons:
            print_comparison(comparison, dates)
        click.echo(f"{wrapped(_LEGEND, terminal_width())}\n")
    else:
        print_rows(("comparison", "what it shows", "places with an answer"), map(_in_short, comparisons))
        click.echo()
    complain(f"Comparisons saved in {out / FOLDER}.")


def _in_short(comparison: Comparison) -> tuple[str, str, str]:
    """Say for how many places a comparison has an answer, of those for which a source was read."""
    places = comparison.stated["place_id"].n_unique()
    read = comparison.denominators["places_read"]
    return comparison.name, comparison.title, f"{places} of {read}"


def print_comparison(comparison: Comparison, dates: Mapping[dt.date, str]) -> None:
    """Print a comparison: its answers, then the notes."""
    if comparison.name == _CONFLICTS and comparison.frame.is_empty():
        click.echo(f"{comparison.title}: {comparison.notes[0]}\n")
        return
    title = comparison.title
    click.echo(f"{title}\n{'=' * len(title)}\n{wrapped(_basis(comparison, dates), terminal_width())}\n")
    if comparison.name == _COVERAGE:
        _print_coverage(comparison)
    elif comparison.name == _CONFLICTS:
        _print_conflicts(comparison)
    elif not comparison.stated.is_empty():
        _print_by_place(comparison)
    for note in comparison.notes[:_MOST_NOTES]:
        click.echo(wrapped(f"- {shown(note)}", terminal_width(), "", "  "))
    if len(comparison.notes) > _MOST_NOTES:
        click.echo(f"- and {len(comparison.notes) - _MOST_NOTES} further notes.")
    click.echo()


def _print_by_place(comparison: Comparison) -> None:
    for heading, lines in blocks(comparison):
        click.echo(shown(heading))
        print_pairs(lines)
        click.echo()
    if unread := without_source(comparison):
        print_pairs([(NO_SOURCE, ", ".join(unread))])
        click.echo()


def _print_conflicts(comparison: Comparison) -> None:
    """Print what each source says on an item that sources disagree on, one below the other."""
    rows = [
        (
            row["place_id"],
            row["item"],
            _said(row),
            row["as_of"],
            row["source"],
            row["fact_ids"][0],
        )
        for row in comparison.frame.iter_rows(named=True)
    ]
    print_rows(("place", "item", "says", "as of", "source", "fact_id"), rows)
    click.echo()


def _said(row: Mapping[str, Any]) -> str:
    subject = ": ".join(filter(None, (row["value"], ", ".join(row["detail"]))))
    status = row["status"].replace("_", " ")
    return f"{status}: {subject}" if subject else status


def _print_coverage(comparison: Comparison) -> None:
    """Print, for each place, how many tables and governance features sources state."""
    feature = pl.col("item").str.starts_with("governance:")
    stated = pl.col("status") == "stated"
    absent = pl.col("status") == "stated_absent"
    table = comparison.frame.group_by("place_id", maintain_order=True).agg(
        pl.col("n_sources_read").max().alias("sources"),
        _of(stated, ~feature).alias("tables stated"),
        _of(stated, feature).alias("governance features stated"),
        pl.col("item").filter(absent).str.strip_prefix("governance:").alias("stated to be absent"),
    )
    print_rows(table.columns, table.rows())
    click.echo()


def _of(holds: pl.Expr, among: pl.Expr) -> pl.Expr:
    return pl.concat_str((holds & among).sum(), pl.lit(" of "), among.sum())


def _basis(comparison: Comparison, dates: Mapping[dt.date, str]) -> str:
    n = comparison.denominators
    said = in_words(*comparison.dates, dates)
    as_of = f", as of {said}" if said else ""
    return (
        f"Places with a source: {n['places']} of {n['places_of_systems']} of their systems. "
        f"Read for this: {n['places_read']}. Sources read for this: {n['sources']}{as_of}."
    )
