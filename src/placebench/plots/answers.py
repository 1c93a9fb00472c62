"""Maps of answers: a row a place, a column an item, a letter and a colour for what is stated."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Comparison
from placebench.benchmark.stated.answers import NO_SOURCE, NOT_STATED
from placebench.benchmark.stated.coverage import STATED
from placebench.plots.grammar import Chart, field, layer, part
from placebench.plots.labels import LABEL, with_labels, words, words_of
from placebench.plots.leading import leads, over
from placebench.plots.marks import marks, strongest_first
from placebench.plots.style import HATCHED, INK, LINE, STEP

_SEVERAL = "+"


def answer_map(comparison: Comparison, *, every_item: bool = False) -> Chart:
    """Return a map of what is stated of each place on each item.

    A cell shows the letter and colour of its strongest answer, and `+` where there are others. What no
    source states is hatched, and blank where no source was read; places for which nothing was read are left
    out.

    Args:
        comparison: The answers.
        every_item: Whether to show items that no place states.
    """
    cells = _cells(comparison, every_item=every_item)
    used = strongest_first(cells["status"])
    known = marks()
    colours = [HATCHED if code == NOT_STATED else known[code].colour for code in used]
    order = comparison.frame[comparison.item].unique(maintain_order=True).to_list()
    base = Chart().encode(
        x=field(
            "item:N",
            sort=[words(item) for item in order],
            title=None,
            axis=part(labelAngle=-90, orient="top"),
        ),
        y=field("place:N", sort=cells["place"].unique(maintain_order=True).to_list(), title=None),
    )
    colour = field(
        "status:N",
        scale=part(domain=used, range=colours),
        legend=part(title=None, orient="bottom", columns=3, symbolStrokeColor=LINE, labelExpr=_labels(used)),
    )
    tiles = base.mark("rect", stroke="white", strokeWidth=1).encode(color=colour)
    letters = base.mark("text", color=INK, fontWeight="bold").encode(text=field("letter:N"))
    says = pl.format("{}, {}: {}", "place", "item", pl.col("status").replace_strict(_in_words()))
    to_facts = over(cells.select("place", "item", leads(says, pl.col("facts"))), **base.given["encoding"])
    shown = cells.drop("facts")
    whole = layer(tiles, letters, data=shown, width=part(step=STEP), height=part(step=STEP))
    return whole.under(to_facts)


def _in_words() -> dict[str, str]:
    return {code: mark.words.partition(":")[0] for code, mark in marks().items()}


def coverage_map(coverage: Comparison) -> Chart:
    """Return a map of the tables for which sources state something of each place."""
    tables = coverage.frame.filter(~pl.col(coverage.item).str.contains(":"))
    return answer_map(_with(coverage, tables), every_item=True)


def _with(comparison: Comparison, frame: pl.DataFrame) -> Comparison:
    return Comparison(
        name=comparison.name,
        title=comparison.title,
        item=comparison.item,
        frame=frame,
        denominators=comparison.denominators,
    )


def _cells(comparison: Comparison, *, every_item: bool) -> pl.DataFrame:
    item = comparison.item
    stated = comparison.stated[item].unique()
    read = comparison.frame.filter(pl.col("status") != NO_SOURCE)["place_id"].unique()
    kept = comparison.frame.filter(pl.col("place_id").is_in(read.implode()))
    if not every_item:
        kept = kept.filter(pl.col(item).is_in(stated.implode()))
    strength = {code: n for n, code in enumerate(marks())}
    letters = {code: mark.letter for code, mark in marks().items()}
    # A subject has no strength of its own: how many facts are stated on it stands in place of a letter.
    stated_facts = pl.col("fact_ids").filter(pl.col("status") == STATED).list.explode().n_unique()
    facts = pl.col("fact_ids").list.join(" ").filter(pl.col("fact_ids").list.len() > 0).str.join(",")
    return (
        with_labels(kept)
        .with_columns(pl.col("status").replace_strict(strength).alias("strength"))
        .sort("system_id", "place_id", "strength", maintain_order=True)
        .group_by("system_id", LABEL, item, maintain_order=True)
        .agg(
            pl.col("status").first(),
            (pl.col("status").n_unique() > 1).alias("several"),
            stated_facts.alias("stated_facts"),
            facts.alias("facts"),
        )
        .with_columns(
            words_of(pl.col(item)).alias("item"),
            pl.concat_str(
                pl.when(pl.col("status") == STATED)
                .then(pl.col("stated_facts").cast(pl.String))
                .otherwise(pl.col("status").replace_strict(letters)),
                pl.when("several").then(pl.lit(_SEVERAL)).otherwise(pl.lit("")),
            ).alias("letter"),
        )
        .select(pl.col(LABEL).alias("place"), "item", "status", "letter", "facts")
    )


def _labels(used: list[str]) -> str:
    """Return the Vega expression that turns the codes of the legend into letters and words."""
    known = marks()
    pairs = ", ".join(f"'{code}': '{known[code].letter} {known[code].words}'" for code in used)
    return f"{{{pairs}}}[datum.label]"
