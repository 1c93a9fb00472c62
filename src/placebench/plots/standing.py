"""Places by what is stated and how firmly: planned and discussed answers beside those in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from textwrap import shorten

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.stated.answers import NO_SOURCE, NOT_STATED, UNKNOWN
from placebench.plots.grammar import Chart, field, layer, part, second
from placebench.plots.labels import places_of, words
from placebench.plots.leading import leads, over
from placebench.plots.marks import Mark, marks
from placebench.plots.style import HATCHED, INK, LINE, STEP

_WIDTH = 420
_DERIVED = "*"
_UNNAMED = "not named"
_LONGEST = 56
"""Characters of an item beside its bar; the answer after it is never cut."""


@lru_cache(maxsize=4)  # a sentence, a size and a picture ask it of the same result
def answered(counted: Result) -> pl.DataFrame:
    """Return the rows of a count that say something, without those whose figures are withheld."""
    return counted.frame.filter(~pl.col("status").is_in(UNKNOWN), pl.col("places").is_not_null())


def status_bars(counted: Result) -> Chart:
    """Return a bar an answer, cut by status: the number of places and the letter of how firmly it is stated.

    A star after the letter: derived by a rule. The bar ends where all places that are counted would end it;
    what is hatched does not state this answer, and for what is blank no source was read. One place can stand
    in several bars.

    Args:
        counted: As the counts of `benchmark.counts` give it.
    """
    several = counted.frame["item"].n_unique() > 1
    segments = _segments(_by_basis(answered(counted)), _unread(counted.frame), several=several)
    rows = segments["row"].unique(maintain_order=True).to_list()
    known = _marks()
    used = [code for code in known if code in set(segments["status"])]
    colours = [HATCHED if code == NOT_STATED else known[code].colour for code in used]
    names = {code: f"{known[code].letter} {known[code].words}" for code in used}
    names[NOT_STATED] = "do not state this answer"
    of_all = max(counted.frame["of_all"], default=1)
    x = field("start:Q", axis=None, scale=part(domain=[0, of_all], nice=False))
    base = Chart().encode(y=field("row:N", sort=rows, title=None, axis=part(labelLimit=420)))
    bars = base.mark("bar", stroke="white", strokeWidth=1).encode(
        x=x,
        x2=second("end"),
        color=field(
            "status:N",
            scale=part(domain=[names[code] for code in used], range=colours),
            legend=part(title=None, orient="bottom", columns=2, symbolStrokeColor=LINE),
        ),
    )
    counts = base.mark("text", color=INK, fontWeight="bold").encode(
        x=field("middle:Q"), text=field("count:N")
    )
    named = segments.with_columns(pl.col("status").replace_strict(names))
    to_facts = over(_leads(segments), **base.given["encoding"], x=field("start:Q"), x2=second("end"))
    shown = named.drop("places", "fact_ids")
    return layer(bars, counts, data=shown, width=_WIDTH, height=STEP * len(rows)).under(to_facts)


@cache
def _marks() -> Mapping[str, Mark]:
    """Return every mark, each followed by that of what a rule derives, in the order of strength."""
    found: dict[str, Mark] = {}
    for code, mark in marks().items():
        said = mark.words.partition(":")[0]
        found |= {
            code: mark,
            code + _DERIVED: Mark(code, mark.letter + _DERIVED, f"{said}, derived by a rule", mark.colour),
        }
    return found


def _by_basis(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell the places of an answer that a rule derived from those whose sources state it."""
    derived = pl.col("places_derived").fill_null(0)
    stated = rows.with_columns((pl.col("places") - derived).alias("places"))
    by_rule = rows.with_columns(derived.alias("places"), pl.col("status") + _DERIVED)
    return pl.concat([stated, by_rule])


def _unread(frame: pl.DataFrame) -> pl.DataFrame:
    """Return for how many places no source was read, item by item."""
    return frame.filter(pl.col("status") == NO_SOURCE).select("item", pl.col("places").alias("unread"))


def _segments(rows: pl.DataFrame, unread: pl.DataFrame, *, several: bool) -> pl.DataFrame:
    """Return the pieces of each bar, those of its statuses by strength and then the rest of the places."""
    strength = {code: at for at, code in enumerate(_marks())}
    letters = {code: mark.letter for code, mark in _marks().items()}
    named = rows.select(
        pl.struct("item", "value")
        .map_elements(lambda one: _row(one["item"], one["value"], several=several), pl.String)
        .alias("row"),
        "item",
        "status",
        "places",
        "of_all",
        "fact_ids",
    )
    pieces = pl.concat([named.drop("item"), *_rest(named, unread)]).filter(pl.col("places") > 0)
    order = named["row"].unique(maintain_order=True).to_list()
    placed = pieces.sort(
        pl.col("row").replace_strict(order, range(len(order)), return_dtype=pl.Int64),
        pl.col("status").replace_strict(strength),
    )
    end = pl.col("places").cum_sum().over("row")
    letter = pl.when(pl.col("status").is_in(UNKNOWN)).then(pl.lit(""))
    return placed.select(
        "row",
        "status",
        "places",
        "fact_ids",
        (end - pl.col("places")).alias("start"),
        end.alias("end"),
        (end - pl.col("places") / 2).alias("middle"),
        pl.format("{} {}", "places", letter.otherwise(pl.col("status").replace_strict(letters)))
        .str.strip_chars()
        .alias("count"),
    )


def _rest(named: pl.DataFrame, unread: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the end of each bar: places that do not state its answer, and those that nothing was read for."""
    whole = named.group_by("row", maintain_order=True).agg(
        pl.col("item", "of_all").first(), pl.col("places").sum().alias("told")
    )
    left = (pl.col("of_all") - pl.col("told")).clip(0)
    beside = whole.join(unread, on="item", how="left", maintain_order="left").with_columns(
        pl.min_horizontal(pl.col("unread").fill_null(0), left).alias("unread"), left.alias("left")
    )
    for status, places in ((NOT_STATED, pl.col("left") - pl.col("unread")), (NO_SOURCE, pl.col("unread"))):
        yield beside.select(
            "row",
            pl.lit(status).alias("status"),
            places.alias("places"),
            "of_all",
            pl.lit(None, pl.List(pl.String)).alias("fact_ids"),
        )


def _leads(segments: pl.DataFrame) -> pl.DataFrame:
    said = {code: mark.words.partition(":")[0] for code, mark in _marks().items()}
    told = segments.filter(pl.col("fact_ids").is_not_null())
    status = pl.col("status").replace_strict(said)
    return told.select(
        "row", "start", "end", leads(pl.format("{}: {}, {}", "row", places_of("places"), status))
    )


def _row(item: str, value: str | None, *, several: bool) -> str:
    if not several:
        return words(value) if value else _UNNAMED
    subject = shorten(words(item), _LONGEST, placeholder=" …")
    return f"{subject}: {words(value)}" if value else subject
