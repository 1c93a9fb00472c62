"""The intervals frame: one row a place and theme, checked and brought into one form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from placebench.errors import UsageError
from placebench.nearest import such_as

NEEDED = ("place_id", "theme_id", "low", "high", "n_stages")
_TEXT = ("place_id", "theme_id", "place", "theme", "framework_id", "basis")
_READINGS = "documentary"
_WHERE = "intervals frame"
_WHOLE = (pl.col("low") == 1) & (pl.col("high") == pl.col("n_stages"))


def checked(frame: pl.DataFrame) -> pl.DataFrame:
    """Check an intervals frame, and add what it may leave out.

    Args:
        frame: `place_id`, `theme_id`, `low`, `high` and `n_stages`; and where they are there `place` and
            `theme` (names), `framework_id`, `basis`, `known`, `fact_ids`, `as_of_first` and `as_of_last`. A
            blank `low` is stage 1 and a blank `high` the last stage.

    Returns:
        All of these columns; stages are whole numbers.

    Raises:
        UsageError: A column is missing, stages are not between 1 and `n_stages` or the wrong way round, a
            range is narrower than what is known, a theme has two scales, or several frameworks are mixed.
    """
    for name in NEEDED:
        if name not in frame.columns:
            raise UsageError(f"a column {name}", ", ".join(frame.columns) or "no columns", where=_WHERE)
    complete = _whole_numbers(_completed(frame))
    _refuse_mixed(complete)
    filled = complete.with_columns(pl.col("low").fill_null(1), pl.col("high").fill_null(pl.col("n_stages")))
    _refuse_impossible(filled)
    return filled.with_columns(pl.coalesce("known", ~_WHOLE))


def merged(frame: pl.DataFrame) -> pl.DataFrame:
    """Make one row of all rows on a place and theme: the range that they span together.

    Rows that know nothing widen nothing where another row knows something.
    """
    knowing = ~pl.col("known").any() | pl.col("known")
    return frame.group_by("place_id", "theme_id", maintain_order=True).agg(
        pl.col("place", "theme", "n_stages").first(),
        pl.col("low").filter(knowing).min(),
        pl.col("high").filter(knowing).max(),
        pl.col("known").any(),
        pl.col("fact_ids").explode().drop_nulls().unique().sort(),
        pl.col("as_of_first").min(),
        pl.col("as_of_last").max(),
    )


def refuse_readings_beside_ratings(bases: Sequence[str]) -> None:
    """Check that what rules read from documents does not widen or narrow what somebody rated.

    Raises:
        UsageError: `documentary` is one of several bases.
    """
    if _READINGS in bases and len(bases) > 1:
        hint = "keep one basis; to compare them, give each as a variant to `robustness`"
        found = " and ".join(bases)
        raise UsageError("ratings alone, or readings of documents alone", found, where=_WHERE, hint=hint)


def chosen(names: Sequence[str] | None, known: Iterable[str], kind: str) -> list[str]:
    """Return the names asked for, or all known ones, sorted.

    Raises:
        UsageError: A name is not known; the hint gives those nearest to it.
    """
    everyone = sorted(set(known))
    for name in names or ():
        if name not in everyone:
            hint = f"known: {such_as(name, everyone)}"
            raise UsageError(f"a {kind} of the frame", name, where=_WHERE, hint=hint)
    return everyone if names is None else sorted(set(names))


def _completed(frame: pl.DataFrame) -> pl.DataFrame:
    absent: dict[str, pl.Expr] = {
        "place": pl.col("place_id").cast(pl.String),
        "theme": pl.col("theme_id").cast(pl.String),
        "framework_id": pl.lit(None, pl.String),
        "basis": pl.lit(None, pl.String),
        "known": pl.lit(None, pl.Boolean),
        "fact_ids": pl.lit([], pl.List(pl.String)),
        "as_of_first": pl.lit(None, pl.Date),
        "as_of_last": pl.lit(None, pl.Date),
    }
    added = [value.alias(name) for name, value in absent.items() if name not in frame.columns]
    typed = (pl.col(_TEXT).cast(pl.String), pl.col("fact_ids").cast(pl.List(pl.String)))
    return frame.with_columns(added).select(*NEEDED, *absent).with_columns(typed)


def _whole_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    for name in ("low", "high", "n_stages"):
        column = frame[name]
        numeric = column.dtype.is_numeric() or column.dtype == pl.Null
        if not numeric or not (column == column.cast(pl.Int64, strict=False)).all():
            raise UsageError("whole stage numbers", f"{column.dtype} {name}", where=_WHERE)
    return frame.with_columns(pl.col("low", "high", "n_stages").cast(pl.Int64))


def _refuse_mixed(frame: pl.DataFrame) -> None:
    for name in ("place_id", "theme_id"):
        if frame[name].has_nulls():
            raise UsageError(f"a {name} in every row", "blanks", where=_WHERE)
    frameworks = frame["framework_id"].drop_nulls().unique().sort().to_list()
    if len(frameworks) > 1:
        found = f"{len(frameworks)}: {', '.join(frameworks)}"
        hint = "keep one framework_id; stages of different frameworks are not comparable"
        raise UsageError("stages of one framework", found, where=_WHERE, hint=hint)
    scales = frame.group_by("theme_id").agg(pl.col("n_stages").unique().sort()).sort("theme_id")
    for theme, stages in scales.filter(pl.col("n_stages").list.len() > 1).iter_rows():
        raise UsageError("one number of stages a theme", f"{stages}", where=f"theme {theme}")


def _refuse_impossible(frame: pl.DataFrame) -> None:
    in_range = pl.col("low").is_between(1, pl.col("high")) & (pl.col("high") <= pl.col("n_stages"))
    for row in frame.filter(~in_range.fill_null(value=False)).head(1).iter_rows(named=True):
        raise UsageError(
            f"stages with 1 <= low <= high <= {row['n_stages'] or 'n_stages'}",
            f"low {row['low']} and high {row['high']}",
            where=f"{row['place_id']}, {row['theme_id']}",
        )
    for row in frame.filter(~_WHOLE & ~pl.col("known")).head(1).iter_rows(named=True):
        raise UsageError(
            "the full range where nothing is known",
            f"low {row['low']} and high {row['high']}",
            where=f"{row['place_id']}, {row['theme_id']}",
        )
