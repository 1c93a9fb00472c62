"""Services by the levels that do a part of them, and by what is said of their delegation to place."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part
from placebench.plots.labels import alphabetical, places_of, words
from placebench.plots.leading import leads, over
from placebench.plots.marks import marks, strongest_first
from placebench.plots.standing import answered
from placebench.plots.style import INK, STEP

_WHOLE = "system"
_COLUMN = 156


def services(counted: Result) -> pl.DataFrame:
    """Return what is said of each service.

    Args:
        counted: As `benchmark.counts.remits` gives it.

    Returns:
        `service`, `levels` (what is said of it, in words, sorted), `group` (these in a row).
    """
    levels = pl.col("value").map_elements(words, pl.String).unique().sort(descending=True)
    said = answered(counted).group_by(pl.col("item").alias("service")).agg(levels.alias("levels"))
    return said.with_columns(pl.col("levels").list.join(" and ").alias("group")).sort("group", "service")


def level_map(counted: Result) -> Chart:
    """Return a row a service, a column a level, and a heading over services of which the same is said.

    A cell shows the number of places with the letter of how firmly it is stated, the firmest first, and the
    colour of that.

    Args:
        counted: As `benchmark.counts.remits` gives it.
    """
    cells = _cells(counted)
    used = strongest_first(cells["status"])
    known = marks()
    names = {code: f"{known[code].letter} {known[code].words}" for code in used}
    columns = sorted(set(cells["level"]), key=lambda level: (not level.startswith(_WHOLE), level))
    base = Chart().encode(
        x=field(
            "level:N",
            sort=columns,
            title=None,
            scale=part(domain=columns),
            axis=part(orient="top", labelAngle=0, ticks=False, domain=False, offset=16),
        ),
        y=field("service:N", title=None, axis=part(labelLimit=360)),
    )
    tiles = base.mark("rect", stroke="white", strokeWidth=1).encode(
        color=field(
            "words:N",
            scale=part(domain=list(names.values()), range=[known[code].colour for code in used]),
            legend=part(title=None, orient="bottom", columns=2),
        )
    )
    texts = base.mark("text", color=INK, fontWeight="bold").encode(text=field("text:N"))
    data = cells.with_columns(pl.col("status").replace_strict(names).alias("words"))
    whole = layer(tiles, texts, data=data, width=_COLUMN * len(columns), height=part(step=STEP))
    layers = whole.under(over(None, **base.given["encoding"]))
    header = part(
        labelAngle=0, labelAlign="left", labelOrient="top", labelAnchor="start", labelFontWeight="bold",
        labelLimit=600, labelPadding=0,
    )  # fmt: skip
    groups = field("heading:N", title=None, sort=alphabetical(cells["heading"]), header=header)
    return layers.facet(row=groups, spacing=14, resolve=part(scale=part(y="independent")))


def _cells(counted: Result) -> pl.DataFrame:
    known = marks()
    strength = {code: at for at, code in enumerate(known)}
    letters = {code: mark.letter for code, mark in known.items()}
    in_words = {code: mark.words.partition(":")[0] for code, mark in known.items()}
    said_of = pl.format("{}, {}", places_of("places"), pl.col("status").replace_strict(in_words))
    number = pl.format("{} {}", "places", pl.col("status").replace_strict(letters))
    facts = pl.col("fact_ids").list.join(" ").str.join(",").alias("facts")
    cells = (
        answered(counted)
        .sort(pl.col("status").replace_strict(strength))
        .group_by(pl.col("item").alias("service"), "value", maintain_order=True)
        .agg(
            pl.col("status").first(),
            number.str.join(", ").alias("text"),
            said_of.str.join("; ").alias("said"),
            facts,
        )
    )
    said = services(counted).with_columns(
        pl.format("{} ({})", _capital("group"), pl.len().over("group")).alias("heading"),
    )
    level = pl.col("value").map_elements(words, pl.String)
    named = cells.join(said, on="service").with_columns(level.alias("level"))
    to_facts = leads(pl.format("{}, {}: {}", "service", "level", "said"), pl.col("facts"))
    return named.select("heading", "service", "status", "text", "level", to_facts)


def _capital(column: str) -> pl.Expr:
    return pl.col(column).str.head(1).str.to_uppercase() + pl.col(column).str.tail(-1)
