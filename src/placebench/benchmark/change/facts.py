"""What is stated after that was not before, and what has another status."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import polars as pl

from placebench.benchmark.change.sides import BEGAN, ENDED, MOVED, Sides, places
from placebench.benchmark.counts.standing import standings
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, scope_of
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.delegation import delegation_answers
from placebench.benchmark.stated.governance import governance_answers
from placebench.benchmark.stated.membership import member_facts
from placebench.benchmark.stated.priorities import topic_facts

_ANSWERS: dict[str, Callable[[Tables], pl.DataFrame]] = {
    "governance": governance_answers,
    "delegations": delegation_answers,
    "memberships": lambda dataset: stated_answers(member_facts(dataset)),
    "priorities": lambda dataset: stated_answers(topic_facts(dataset)),
}
_GONE = ("ended", "absent")
_KEY = ("place_id", "table", "item", "value")
COLUMNS = (
    "place_id",
    "place",
    "table",
    "item",
    "value",
    "change",
    "status_before",
    "status_after",
    "as_of_first",
    "as_of_last",
    "footprint_changed",
    "sources",
    "fact_ids",
)
_ORDER = ("place_id", "table", "item", "value", "change")


def fact_changes(sides: Sides) -> Result:
    """Compare what is stated of each place before and after, answer by answer.

    `change` is `added`, `ended` (a later source says that it ended or is absent), `status_changed`,
    `unchanged`, `no_longer_stated` (sources were read for the place and table after, and none states it:
    that is silence, no end), or `not_read_after` and `not_read_before`, where the one side has no source to
    compare with. A status `conflict` means that sources of that side disagree. Of places that ended
    or began between, each fact has the change `place_ended` or `place_began` and is compared with nothing.

    Args:
        sides: What is compared, see `between` and `datasets`.
    """
    footing = places(sides)
    both = _standings(sides.before).join(
        _standings(sides.after), on=_KEY, how="full", coalesce=True, nulls_equal=True, suffix="_after"
    )
    read = both.join(_read(sides.before, "before"), on=["place_id", "table"], how="left").join(
        _read(sides.after, "after"), on=["place_id", "table"], how="left"
    )
    frame = (
        read.join(footing, on="place_id", how="left")
        .with_columns(_change().alias("change"))
        .select(
            "place_id",
            pl.col("place").fill_null(pl.col("place_id")),
            "table",
            "item",
            "value",
            "change",
            pl.col("status").alias("status_before"),
            pl.col("status_after"),
            pl.min_horizontal("as_of_first", "as_of_first_after").alias("as_of_first"),
            pl.max_horizontal("as_of_last", "as_of_last_after").alias("as_of_last"),
            (pl.col("footing") == MOVED).fill_null(value=False).alias("footprint_changed"),
            *(_union(name) for name in ("sources", "fact_ids")),
        )
        .sort(_ORDER, nulls_last=True)
        .select(COLUMNS)
    )
    return Result(
        name="fact_changes",
        title="What is stated of each place before and after",
        frame=frame,
        denominators=_sizes(sides, frame),
        notes=(*sides.notes(), *_notes(frame)),
    )


def _standings(dataset: Tables) -> pl.DataFrame:
    return pl.concat(
        [
            standings(answers(dataset), exclusive=False).with_columns(pl.lit(table).alias("table"))
            for table, answers in _ANSWERS.items()
        ]
    )


def _read(dataset: Tables, side: str) -> pl.DataFrame:
    reads = scope_of(dataset).reads.select("place_id", "table").unique()
    return reads.with_columns(pl.lit(value=True).alias(f"read_{side}"))


def _change() -> pl.Expr:
    before, after = pl.col("status").is_not_null(), pl.col("status_after").is_not_null()
    gone = pl.col("status_after").is_in(_GONE) & ~pl.col("status").is_in(_GONE)
    return (
        pl.when(pl.col("footing").is_in([ENDED, BEGAN]))
        .then("footing")
        .when(before & ~after & pl.col("read_after").is_null())
        .then(pl.lit("not_read_after"))
        .when(before & ~after)
        .then(pl.lit("no_longer_stated"))
        .when(~before & pl.col("read_before").is_null())
        .then(pl.lit("not_read_before"))
        .when(~before)
        .then(pl.lit("added"))
        .when(gone)
        .then(pl.lit("ended"))
        .when(pl.col("status") != pl.col("status_after"))
        .then(pl.lit("status_changed"))
        .otherwise(pl.lit("unchanged"))
    )


def _union(name: str) -> pl.Expr:
    empty = pl.lit([], pl.List(pl.String))
    one, other = pl.col(name).fill_null(empty), pl.col(f"{name}_after").fill_null(empty)
    return one.list.set_union(other).list.sort().alias(name)


def _sizes(sides: Sides, frame: pl.DataFrame) -> dict[str, int]:
    compared = frame.filter(pl.col("status_before").is_not_null(), pl.col("status_after").is_not_null())
    return {
        "places_before": scope_of(sides.before).places.height,
        "places_after": scope_of(sides.after).places.height,
        "places_compared": compared["place_id"].n_unique(),
    }


def _notes(frame: pl.DataFrame) -> Iterator[str]:
    counts = dict(frame["change"].value_counts().iter_rows())
    if not counts:
        yield "Neither side states anything of a place."
    if silent := counts.get("no_longer_stated"):
        answers = notes.counted(silent, "answer is", "answers are")
        yield f"{answers} no longer stated; that no later source repeats them does not say that they ended."
    for change, words in ((ENDED, "had ended by then"), (BEGAN, "began between")):
        named = frame.filter(pl.col("change") == change)["place_id"].unique().sort()
        if named.len():
            yield f"{', '.join(named)}: {words}, and what is said of them is compared with no other place."
    moved = frame.filter("footprint_changed")["place_id"].unique().sort()
    if moved.len():
        yield f"{', '.join(moved)}: the same place by name, on other boundaries."
    unread = frame.filter(pl.col("change").str.starts_with("not_read"))["place_id"].n_unique()
    if unread:
        some = notes.counted(unread, "place", "places")
        yield f"Of {some}, one side has no source that was read for some table; that is no change."
