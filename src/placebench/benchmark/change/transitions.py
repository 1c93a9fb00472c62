"""How stages moved on each theme, for the same kind of assessment with the same framework."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from placebench.benchmark.change.sides import BEGAN, ENDED, Sides, places
from placebench.benchmark.change.sign_test import MINIMUM, SOURCE, sign_test
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, at_places, with_text_codes
from placebench.benchmark.stated import notes
from placebench.errors import DatasetError, UsageError
from placebench.nearest import such_as

_KEY = ("place_id", "framework_id", "theme_id", "kind")
_THEME = ("framework_id", "theme_id", "kind")


def stage_transitions(sides: Sides, *, framework: str | None = None) -> Result:
    """List how each place moved on each theme, between its latest assessments on either side.

    Only assessments of one kind (self, peer, documentary) with one framework are set against each other.
    Where assessors of one date differ, a place has an interval of stages; `move` is `up` or `down` when the
    intervals lie apart, `same` when both are one and the same stage, and else `undecided`.

    Args:
        sides: What is compared, see `between` and `datasets`.
        framework: Only this framework.

    Raises:
        UsageError: No side has an assessment with that framework.
        DatasetError: An assessment names a theme or stage that its framework lacks.
    """
    before, after = (_latest(side, framework) for side in (sides.before, sides.after))
    _check_framework(framework, before, after, sides)
    known = places(sides)
    kept = known.filter(~pl.col("footing").is_in([ENDED, BEGAN])).select("place_id", "place")
    pairs = before.join(after, on=_KEY, suffix="_after").join(kept, on="place_id")
    frame = pairs.select(
        "place_id",
        "place",
        *_THEME,
        pl.col("low").alias("low_before"),
        pl.col("high").alias("high_before"),
        "low_after",
        "high_after",
        _move().alias("move"),
        pl.col("as_of").alias("as_of_first"),
        pl.col("as_of_after").alias("as_of_last"),
        *(pl.col(n).list.set_union(f"{n}_after").list.sort().alias(n) for n in ("sources", "fact_ids")),
    ).sort(_KEY)
    return Result(
        name="stage_transitions",
        title="How stages moved, theme by theme",
        frame=frame,
        denominators={
            "places": known.height,
            "places_assessed_before": before["place_id"].n_unique(),
            "places_assessed_after": after["place_id"].n_unique(),
            "places_compared": frame["place_id"].n_unique(),
        },
        notes=(*sides.notes(), *_notes(before, after, frame)),
    )


def stage_signs(sides: Sides, *, framework: str | None = None, minimum: int = MINIMUM) -> Result:
    """Test for each theme whether more places rose than fell, with the exact sign test.

    Places that stayed (`ties`) and those that are undecided are dropped from the test and counted beside it.
    Themes are never pooled, since those of one place are no independent observations, and the p-values are
    not adjusted for their number.

    Args:
        sides: What is compared, see `between` and `datasets`.
        framework: Only this framework.
        minimum: Least number of changes; below it `p_value` is null and `reason` says why.

    Returns:
        A row a framework, theme and kind: `places`, `n` (that changed), `ups`, `downs`, `ties`, `undecided`,
        `p_value` (two-sided), `reason`, dates, sources and facts.

    Raises:
        UsageError: No side has an assessment with that framework.
        DatasetError: An assessment names a theme or stage that its framework lacks.
    """
    moves = stage_transitions(sides, framework=framework)
    tested = signs(moves.frame, minimum=minimum)
    dropped = tested.select(pl.col("ties").sum(), pl.col("undecided").sum()).row(0)
    return Result(
        name="stage_signs",
        title="Whether more places rose than fell, theme by theme",
        frame=tested,
        denominators=moves.denominators,
        notes=(
            *moves.notes,
            f"Dropped from the tests: {dropped[0]} ties and {dropped[1]} undecided, a place and theme each.",
            *(["p-values are not adjusted for the number of themes."] if tested.height > 1 else []),
        ),
        source=SOURCE,
    )


def signs(moves: pl.DataFrame, *, minimum: int = MINIMUM) -> pl.DataFrame:
    """Count moves by theme and test them.

    Args:
        moves: `place_id`, `framework_id`, `theme_id`, `kind`, `move`, dates, `sources` and `fact_ids`.
        minimum: Least number of changes of a test.
    """
    each = {"ups": "up", "downs": "down", "ties": "same", "undecided": "undecided"}
    counted = moves.group_by(_THEME).agg(
        pl.len().cast(pl.Int64).alias("places"),
        *((pl.col("move") == move).sum().cast(pl.Int64).alias(name) for name, move in each.items()),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
        pl.col("sources").list.explode().unique().sort(),
        pl.col("fact_ids").list.explode().unique().sort(),
    )
    p_values = [
        sign_test(up, down, minimum=minimum) for up, down in counted.select("ups", "downs").iter_rows()
    ]
    number = pl.col("ups") + pl.col("downs")
    too_few = pl.format("{} changed; a test needs {}", number, pl.lit(minimum))
    tested = counted.with_columns(pl.Series("p_value", p_values, dtype=pl.Float64), number.alias("n"))
    return (
        tested.with_columns(pl.when(pl.col("p_value").is_null()).then(too_few).alias("reason"))
        .select(
            *_THEME,
            "places",
            "n",
            *each,
            "p_value",
            "reason",
            "as_of_first",
            "as_of_last",
            "sources",
            "fact_ids",
        )
        .sort(_THEME)
    )


def _latest(dataset: Tables, framework: str | None) -> pl.DataFrame:
    """Return the interval of the latest assessments of each place and theme, by kind."""
    rows = at_places(dataset, "assessments").collect()
    _check_stages(dataset, rows)
    wanted = rows if framework is None else rows.filter(pl.col("framework_id") == framework)
    last = wanted.filter(pl.col("as_of").eq_missing(pl.col("as_of").max().over(_KEY)))
    return last.group_by(_KEY).agg(
        pl.col("stage_low").min().alias("low"),
        pl.col("stage_high").max().alias("high"),
        pl.col("as_of").max(),
        pl.col("source_id").unique().sort().alias("sources"),
        pl.col("fact_id").unique().sort().alias("fact_ids"),
    )


def _move() -> pl.Expr:
    point = (pl.col("low") == pl.col("high")) & (pl.col("low_after") == pl.col("high_after"))
    return (
        pl.when(pl.col("low_after") > pl.col("high"))
        .then(pl.lit("up"))
        .when(pl.col("high_after") < pl.col("low"))
        .then(pl.lit("down"))
        .when(point)
        .then(pl.lit("same"))
        .otherwise(pl.lit("undecided"))
    )


def _check_framework(framework: str | None, before: pl.DataFrame, after: pl.DataFrame, sides: Sides) -> None:
    if framework is None or before.height or after.height:
        return
    used = [at_places(side, "assessments").select("framework_id") for side in (sides.before, sides.after)]
    known = pl.concat(used).unique().collect()["framework_id"].sort().to_list()
    near = such_as(framework, known)
    expected = f"a framework that places were assessed with, such as {near}" if near else "assessments"
    raise UsageError(expected, repr(framework), where="stage_transitions")


def _check_stages(dataset: Tables, rows: pl.DataFrame) -> None:
    themes = with_text_codes(dataset.frame("themes")).select("framework_id", "theme_id").collect()
    stages = dataset.frame("stages").group_by("framework_id").agg(pl.col("number").max()).collect()
    for row in rows.join(themes, on=["framework_id", "theme_id"], how="anti").iter_rows(named=True):
        near = such_as(row["theme_id"], themes["theme_id"])
        expected = f"a theme of {row['framework_id']}" + (f", such as {near}" if near else "")
        raise DatasetError(expected, row["theme_id"], where=f"assessment {row['fact_id']}")
    for row in rows.join(stages, on="framework_id").iter_rows(named=True):
        if not 1 <= row["stage_low"] <= row["stage_high"] <= row["number"]:
            expected = f"stages from 1 to {row['number']} of {row['framework_id']}, the lower first"
            found = f"{row['stage_low']} to {row['stage_high']}"
            raise DatasetError(expected, found, where=f"assessment {row['fact_id']}")


def _notes(before: pl.DataFrame, after: pl.DataFrame, frame: pl.DataFrame) -> Iterator[str]:
    if before.is_empty() or after.is_empty():
        sides = [name for name, side in (("before", before), ("after", after)) if side.is_empty()]
        yield f"No place has an assessment {' or '.join(sides)}, so no stage can be seen to move."
        return
    both = set(before["place_id"]) & set(after["place_id"])
    apart = sorted(both - set(frame["place_id"]))
    if apart:
        yield (
            f"{', '.join(apart)}: assessed before and after, "
            "but not on one theme of one framework in one way, "
            "or the place ended or began between; not compared."
        )
    once = len(set(before["place_id"]) ^ set(after["place_id"]))
    if once:
        yield f"{notes.counted(once, 'place was', 'places were')} assessed on one side only."
