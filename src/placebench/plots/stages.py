"""Stages of places on the themes of a framework, as intervals."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part, second
from placebench.plots.labels import LABEL, alphabetical, columns_axis, with_labels
from placebench.plots.leading import leads, over
from placebench.plots.style import HATCHED, INK, stage_colour

_NOT_STATED = "not stated"
_WIDTH, _HEIGHT = 34, 24


def stage_map(intervals: Result) -> Chart:
    """Return a map of stages: a row a place and basis, a column a theme.

    A cell holds the number of the stage; where several are possible it has two halves, the lowest at the
    left and the highest at the right. What is not stated is hatched, `!` marks assessors who disagree, and
    places without any stage are left out.

    Args:
        intervals: Intervals of stages, as `benchmark.maturity.maturity` gives them.
    """
    placed = _placed(intervals.frame)
    cells = _cells(placed)
    themes = intervals.frame.select("theme_number", "theme").unique().sort("theme_number")
    headings = [f"{number} {theme}" for number, theme in themes.iter_rows()]
    rows = alphabetical(cells["row"])
    stages = sorted(set(cells["stage"]) - {_NOT_STATED}, key=int)
    domain = [*stages, _NOT_STATED]
    colours = [HATCHED if one == _NOT_STATED else stage_colour(int(one)) for one in domain]
    base = Chart()
    y = field("row:N", sort=rows, title=None, scale=part(padding=0))
    scale = part(domain=[0, len(headings)], nice=False)
    tiles = base.mark("rect", stroke="white", strokeWidth=1).encode(
        x=field("start:Q", axis=columns_axis(headings), title=None, scale=scale),
        x2=second("end"),
        y=y,
        color=field(
            "stage:N",
            scale=part(domain=domain, range=colours),
            legend=part(title="Stage", orient="bottom", columns=7),
        ),
    )
    letters = base.mark("text", color=INK, fontWeight="bold").encode(
        x=field("middle:Q", scale=scale, axis=columns_axis(headings)), y=y, text=field("letter:N")
    )
    to_facts = over(
        _leads(placed), x=field("column:Q", axis=columns_axis(headings), scale=scale), x2=second("end"), y=y
    )
    whole = layer(tiles, letters, data=cells, width=_WIDTH * len(headings), height=_HEIGHT * len(rows))
    return whole.under(to_facts)


def _placed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a row a cell, with the number of its column, from 0."""
    shown = with_labels(frame).filter(pl.col("known").any().over("place_id", "basis"))
    column = (pl.col("theme_number").rank("dense") - 1).cast(pl.Float64)
    mark = pl.when("conflict").then(pl.lit("!")).otherwise(pl.lit(""))
    return shown.select(
        pl.format("{} ({})", LABEL, "basis").alias("row"), "low", "high", "known", "theme", "fact_ids",
        column.alias("column"), mark.alias("mark"),
    )  # fmt: skip


def _leads(placed: pl.DataFrame) -> pl.DataFrame:
    stages = pl.when(pl.col("low") < pl.col("high")).then(pl.format("{} to {}", "low", "high"))
    says = pl.format("{}, {}: stage {}", "row", "theme", stages.otherwise(_text("low")))
    known = placed.filter("known")
    return known.select("row", "column", (pl.col("column") + 1).alias("end"), leads(says))


def _cells(placed: pl.DataFrame) -> pl.DataFrame:
    """Return a row a tile: whole for one stage, halves for the ends of a range."""
    point = pl.col("known") & (pl.col("low") == pl.col("high"))
    wide = pl.col("known") & (pl.col("low") < pl.col("high"))
    return pl.concat(
        [
            _tiles(placed.filter(~pl.col("known")), pl.lit(_NOT_STATED), pl.lit("·"), 0, 1),
            _tiles(placed.filter(point), _text("low"), _text("low") + pl.col("mark"), 0, 1),
            _tiles(placed.filter(wide), _text("low"), _text("low"), 0, 0.5),
            _tiles(placed.filter(wide), _text("high"), _text("high") + pl.col("mark"), 0.5, 1),
        ]
    )


def _text(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.String)


def _tiles(frame: pl.DataFrame, stage: pl.Expr, letter: pl.Expr, start: float, end: float) -> pl.DataFrame:
    return frame.select(
        "row",
        stage.alias("stage"),
        letter.alias("letter"),
        (pl.col("column") + start).alias("start"),
        (pl.col("column") + end).alias("end"),
        (pl.col("column") + (start + end) / 2).alias("middle"),
    )
