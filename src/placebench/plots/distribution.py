"""Places by stage on each theme, with those of which nothing is known apart."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.stated.answers import NOT_STATED
from placebench.plots.grammar import Chart, field, layer, part, second
from placebench.plots.labels import places_of
from placebench.plots.leading import leads, over
from placebench.plots.marks import marks
from placebench.plots.style import HATCHED, INK, SOFT, STEP, stage_colour

_RATED, _BOUNDED, _UNKNOWN = "rated, stage not certain", "bounded by a document", "not stated"
_DOCUMENTARY = "documentary"
_GAP = 0.5
_PLACE = 28
_WIDEST = 900
_OPEN = "?"


def stage_bars(distribution: Result) -> Chart:
    """Return a bar a theme: places by their certain stage, and apart from these the ones without any.

    `2×3` within a bar: stage 2, three places; `?` stands for a stage that is not certain.

    Args:
        distribution: As `benchmark.maturity.distribution` gives it; themes with too few known places are
            left out.
    """
    segments = _segments(distribution.frame)
    rows = segments.sort("basis", "theme_number")["row"].unique(maintain_order=True).to_list()
    names = distribution.frame.select("stage", "stage_name").unique().sort("stage")
    stages = [_stage(*row) for row in names.iter_rows()]
    # Documents bound a stage and rate none, so that what is left open is named by where it comes from.
    open_parts = [one for one in (_RATED, _BOUNDED) if one in set(segments["part"])]
    colours = [*(stage_colour(number) for number in names["stage"]), *[SOFT] * len(open_parts), HATCHED]
    width = min(_WIDEST, max(260, int(_PLACE * max(segments["end"], default=1))))
    base = Chart().encode(y=field("row:N", sort=rows, title=None, axis=part(labelLimit=320)))
    x = field("start:Q", axis=None, scale=part(nice=False))
    bars = base.mark("bar", stroke="white", strokeWidth=1).encode(
        x=x,
        x2=second("end"),
        color=field(
            "part:N",
            scale=part(domain=[*stages, *open_parts, _UNKNOWN], range=colours),
            legend=part(title=None, orient="bottom", columns=3),
        ),
    )
    counts = base.mark("text", color=INK, fontWeight="bold").encode(
        x=field("middle:Q"), text=field("letter:N")
    )
    told = segments.filter(pl.col("fact_ids").is_not_null())
    says = leads(pl.format("{}: {} at {}", "row", places_of("places"), "part"))
    to_facts = over(
        told.select("row", "start", "end", says),
        **base.given["encoding"],
        x=field("start:Q"),
        x2=second("end"),
    )
    shown = segments.drop("fact_ids")
    return layer(bars, counts, data=shown, width=width, height=STEP * len(rows)).under(to_facts)


def _segments(frame: pl.DataFrame) -> pl.DataFrame:
    theme = ("basis", "theme_number", "theme")
    told = frame.filter(pl.col("certain").is_not_null())
    certain = told.select(
        *theme,
        pl.struct("stage", "stage_name")
        .map_elements(lambda one: _stage(one["stage"], one["stage_name"]), pl.String)
        .alias("part"),
        pl.col("stage").cast(pl.Float64).alias("position"),
        pl.col("stage").cast(pl.String).alias("sign"),
        pl.col("certain").alias("places"),
        "fact_ids",
    )
    sizes = told.group_by(theme, maintain_order=True).agg(
        (pl.col("n_known").first() - pl.col("certain").sum()).alias("several"), pl.col("unknown").first()
    )
    by_document = pl.col("basis") == _DOCUMENTARY
    not_certain = pl.when(by_document).then(pl.lit(_BOUNDED)).otherwise(pl.lit(_RATED))
    several = _rest(sizes, theme, "several", not_certain, 1e6, _OPEN)
    unknown = _rest(sizes, theme, "unknown", pl.lit(_UNKNOWN), 1e7, marks()[NOT_STATED].letter)
    parts = pl.concat([certain, several, unknown]).filter(pl.col("places") > 0).sort(*theme, "position")
    end = pl.col("places").cum_sum().over(theme)
    apart = pl.when(pl.col("part") == _UNKNOWN).then(_GAP).otherwise(0.0)
    placed = parts.with_columns((end + apart).alias("end"), (end - pl.col("places") + apart).alias("start"))
    several_bases = placed["basis"].n_unique() > 1
    row = pl.format("{} {} ({})", "theme_number", "theme", "basis")
    plain = pl.format("{} {}", "theme_number", "theme")
    return placed.with_columns(
        (row if several_bases else plain).alias("row"),
        ((pl.col("start") + pl.col("end")) / 2).alias("middle"),
        pl.format("{}×{}", "sign", "places").alias("letter"),
    )


def _rest(
    sizes: pl.DataFrame, theme: tuple[str, ...], column: str, part: pl.Expr, position: float, sign: str
) -> pl.DataFrame:
    return sizes.select(
        *theme,
        part.alias("part"),
        pl.lit(position).alias("position"),
        pl.lit(sign).alias("sign"),
        pl.col(column).alias("places"),
        pl.lit(None, pl.List(pl.String)).alias("fact_ids"),
    )


def _stage(number: int, name: str) -> str:
    return f"{number} {name}"
