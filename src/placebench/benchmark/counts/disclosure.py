"""A count of places with its small figures withheld."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np
import polars as pl

from placebench.benchmark.counts.suppression import SOURCE, suppress
from placebench.benchmark.counts.tally import COLUMNS
from placebench.benchmark.result import Result
from placebench.benchmark.stated.answers import NOT_STATED, UNKNOWN

_ANSWER = ("item", "value", "status")
_OF_ITEM = ("item", "of_all")
_TELLS_OF_STATED = (
    "of_stated",
    "undecided",
    "share_of_stated",
    "share_of_stated_low",
    "share_of_stated_high",
    "share_at_most",
)
"""What would give the places back that state nothing, and with them what is left of the total."""


def withheld(result: Result, threshold: int, *, exclusive: bool) -> Result:
    """Withhold counts from 1 to below a threshold, and what would give them away, in a column `suppressed`.

    In a suppressed row every figure, place, date, source and fact is null or empty, and a row may stand for
    no place at all. Numbers of all places stay.

    Args:
        result: A count, with the columns of `tally`.
        threshold: At least 2.
        exclusive: Whether the rows of an item share out its places; else the rows of each value do.

    Raises:
        UsageError: The threshold is below 2.
    """
    frame = result.frame
    items = frame["item"].unique(maintain_order=True).to_list()
    parts = [_item(frame.filter(pl.col("item") == item), threshold, exclusive=exclusive) for item in items]
    shown = pl.concat(parts) if parts else frame.with_columns(suppressed=pl.lit(value=False))
    hidden = shown["suppressed"].sum()
    note = (
        f"Counts from 1 to {threshold - 1} are withheld, and those that would give them away: {hidden} rows."
    )
    sizes = {name: size for name, size in result.denominators.items() if name != "places_stated"}
    return attrs.evolve(
        result,
        frame=shown,
        denominators=sizes,
        notes=(*result.notes, note),
        source=f"{result.source}; suppression: {SOURCE}",
    )


def _item(rows: pl.DataFrame, threshold: int, *, exclusive: bool) -> pl.DataFrame:
    answers = rows.filter(~pl.col("status").is_in(UNKNOWN))
    hidden = pl.DataFrame(
        list(_hidden(answers, threshold, exclusive=exclusive)),
        schema={"value": pl.String, "status": pl.String, "suppressed": pl.Boolean},
        orient="row",
    )
    if hidden.is_empty():
        return rows.with_columns(suppressed=pl.lit(value=False))
    listed = rows.join(hidden, on=["value", "status"], how="full", coalesce=True, nulls_equal=True)
    marked = listed.with_columns(
        pl.col("suppressed").fill_null(pl.col("status") == NOT_STATED),
        *(pl.lit(rows[name][0], rows.schema[name]).alias(name) for name in _OF_ITEM),
    )
    return _masked(marked).sort("value", "status", nulls_last=True).select(*COLUMNS, "suppressed")


def _hidden(answers: pl.DataFrame, threshold: int, *, exclusive: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield value and status of what is hidden; each line ends in the places without such an answer."""
    if answers.is_empty():
        return
    lines = [answers] if exclusive else answers.partition_by("value", maintain_order=True)
    for line in lines:
        names = line.select("value", "status").rows()
        missing = (
            []
            if exclusive
            else [s for s in answers["status"].unique().sort() if s not in set(line["status"])]
        )
        names += [(names[0][0], status) for status in missing]
        rest = line["of_all"][0] - line["places"].sum()
        counts = np.array([[*line["places"], *(0 for _ in missing), rest]], dtype=np.int64)
        exempt = np.zeros(counts.shape, dtype=np.bool_)
        exempt[0, -1] = True
        mask = suppress(counts, threshold, exempt=exempt, row_totals="known", column_totals="unpublished")
        yield from ((*name, True) for name, hide in zip(names, mask[0, :-2], strict=True) if hide)


def _masked(rows: pl.DataFrame) -> pl.DataFrame:
    keep = {*_ANSWER, *_OF_ITEM, "suppressed"}
    lists = [name for name in COLUMNS if name in ("place_ids", "sources", "fact_ids")]
    figures = [name for name in COLUMNS if name not in {*keep, *lists, *_TELLS_OF_STATED}]
    hidden = pl.col("suppressed")
    empty = pl.lit([], pl.List(pl.String))
    return rows.with_columns(
        *(pl.when(~hidden).then(name).alias(name) for name in figures),
        *(pl.when(hidden).then(empty).otherwise(pl.col(name)).alias(name) for name in lists),
        *(pl.lit(None, rows.schema[name]).alias(name) for name in _TELLS_OF_STATED),
    )
