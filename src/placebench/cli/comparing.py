"""Comparisons as text: the answers, their denominators and dates, and what a reader must know."""

from __future__ import annotations

from pathlib import Path

import click
import polars as pl

from placebench.benchmark import Comparison, compare_all
from placebench.cli.output import complain, print_rows, terminal_width
from placebench.cli.tables import shown, wrapped
from placebench.dataset import Dataset

FOLDER = "comparisons"

_SYMBOLS = {"not stated": "·", "no source": "–"}
_LEGEND = (
    "· not stated by any source that was read; – no source was read for it. (each place): said of each place "
    "of the system. (derived): drawn by a rule, not said. (conflict): sources disagree."
)


def compare(dataset: Dataset, out: Path, *, quiet: bool) -> None:
    """Make every comparison, save each as CSV beside the dataset, and print them unless quiet."""
    comparisons = compare_all(dataset)
    for comparison in comparisons:
        comparison.to_csv(out / FOLDER)
    if quiet:
        return
    for comparison in comparisons:
        print_comparison(comparison)
    click.echo(f"{wrapped(_LEGEND, terminal_width())}\n")
    complain(f"Comparisons saved in {out / FOLDER}.")


def print_comparison(comparison: Comparison) -> None:
    """Print a comparison: the items that some place states, then the notes, which name the others."""
    title = comparison.title
    click.echo(f"{title}\n{'=' * len(title)}\n{wrapped(_basis(comparison), terminal_width())}\n")
    answered = comparison.stated[comparison.item].unique()
    wide = comparison.wide().filter(pl.col(comparison.item).is_in(answered.implode()))
    if not wide.is_empty():
        readable = wide.with_columns(pl.col(wide.columns[1:]).replace(_SYMBOLS))
        print_rows(readable.columns, readable.rows())
        click.echo()
    for note in comparison.notes:
        click.echo(wrapped(f"- {shown(note)}", terminal_width(), "", "  "))
    click.echo()


def _basis(comparison: Comparison) -> str:
    n = comparison.denominators
    first, last = comparison.dates
    dates = "" if first is None else f", as of {first}" if first == last else f", as of {first} to {last}"
    return (
        f"Places with a source: {n['places']} of {n['places_of_systems']} of their systems. "
        f"Read for this: {n['places_read']}. Sources read for this: {n['sources']}{dates}."
    )
