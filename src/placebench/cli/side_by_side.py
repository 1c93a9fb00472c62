"""Places as columns: what each states of an item, in words."""

from __future__ import annotations

from collections.abc import Sequence

import click
import polars as pl

from placebench.benchmark import Comparison
from placebench.benchmark.maturity import Maturity
from placebench.benchmark.study import StudyRun
from placebench.cli.output import print_rows, terminal_width
from placebench.cli.tables import shown, wrapped


def print_side_by_side(run: StudyRun, places: Sequence[str]) -> None:
    """Print the comparisons of a study with its places as columns, then what must be known of each.

    Args:
        run: The study of these places.
        places: Identifiers of the places, in the order of the columns.
    """
    for result in run.results:
        if isinstance(result, Comparison):
            _print(result.title, laid_out(result, places), result.notes)
        elif isinstance(result, Maturity):
            _print(result.title, stages(result), result.notes)


def laid_out(comparison: Comparison, places: Sequence[str]) -> pl.DataFrame:
    """Return the items that some place states, a row an item and a column a place."""
    stated = comparison.stated[comparison.item].unique()
    wide = comparison.wide().filter(pl.col(comparison.item).is_in(stated.implode()))
    return wide.select(comparison.item, *(place for place in places if place in wide.columns))


def stages(maturity: Maturity) -> pl.DataFrame:
    """Return the themes on which some place has a stage, as stages or ranges of stages."""
    known = maturity.frame.filter("known")
    if known.is_empty():
        return known.select("theme")
    point = pl.col("low") == pl.col("high")
    stage = pl.when(point).then(pl.format("{}", "low")).otherwise(pl.format("{} to {}", "low", "high"))
    words = known.with_columns(pl.format("{} ({})", stage, "basis").alias("words"))
    together = words.group_by("theme_number", "theme", "place_id").agg(pl.col("words").str.join("; "))
    wide = together.sort("theme_number", "place_id").pivot(
        on="place_id", index=["theme_number", "theme"], values="words"
    )
    return wide.drop("theme_number")


def _print(title: str, table: pl.DataFrame, notes: tuple[str, ...]) -> None:
    click.echo(f"{title}\n{'=' * len(title)}")
    if not table.is_empty():
        print_rows(table.columns, table.rows())
    for note in notes:
        click.echo(wrapped(f"- {shown(note)}", terminal_width(), "", "  "))
    click.echo()
