"""A long frame of ratings as a table of units by raters."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
import polars as pl
import polars.selectors as cs
from numpy.typing import NDArray

from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

Codes = NDArray[np.int64]
Counts = NDArray[np.float64]

COLUMNS = ("unit", "rater", "value")
_BLANK = -1


@attrs.frozen(eq=False)
class Ratings:
    """Ratings of units by raters, with blanks.

    Attributes:
        codes: One row a unit, one column a rater: the position of the value in `values`, -1 where blank.
        units: The units, sorted.
        raters: The raters, sorted.
        values: The values that a rating may take, in their order.
    """

    codes: Codes
    units: tuple[object, ...]
    raters: tuple[object, ...]
    values: tuple[object, ...]

    @property
    def counts(self) -> Counts:
        """How many raters gave each value to each unit: one row a unit, one column a value."""
        rows = np.arange(len(self.units))[:, None] * len(self.values) + self.codes
        cells = len(self.units) * len(self.values)
        counted = np.bincount(rows[self.codes != _BLANK], minlength=cells)
        return counted.reshape(len(self.units), len(self.values)).astype(np.float64)

    @property
    def numbers(self) -> NDArray[np.float64]:
        """The values as numbers.

        Raises:
            UsageError: They are words.
        """
        for value in self.values:
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise UsageError(
                    "ratings that are numbers", repr(value), hint="use level='nominal' or 'ordinal' for words"
                )
        return np.array(self.values, dtype=np.float64)


def ratings_of(frame: pl.DataFrame, order: Sequence[object] | None = None) -> Ratings:
    """Read a long frame of ratings.

    Args:
        frame: Columns `unit`, `rater` and `value`, one row a rating; `value` is null where there is none.
        order: Every value that a rating may take, lowest first; by default those of an
            `Enum` column in its order, else those that are there, sorted.

    Raises:
        UsageError: A column is missing, a unit or a rater has no name, a rater rates a unit twice, or a value
            is not in `order`.
    """
    _check(frame)
    if isinstance(frame["value"].dtype, pl.Enum) and order is None:
        order = frame["value"].dtype.categories.to_list()
    frame = frame.with_columns((cs.categorical() | cs.enum()).cast(pl.String))
    given = [value for value in frame["value"].unique().sort().to_list() if value is not None]
    values = tuple(given if order is None else order)
    for value in given:
        if value not in values:
            raise unknown("a value of the scale", value, values, where="ratings")
    units, raters = (frame[column].unique().sort() for column in ("unit", "rater"))
    rows, columns = _positions(frame["unit"]), _positions(frame["rater"])
    _check_once(frame, rows * len(raters) + columns)
    codes = np.full((len(units), len(raters)), _BLANK, dtype=np.int64)
    if given:
        positions = {value: values.index(value) for value in given}
        found = frame["value"].replace_strict(positions, default=_BLANK, return_dtype=pl.Int64)
        codes[rows, columns] = found.fill_null(_BLANK).to_numpy()
    return Ratings(codes, tuple(units), tuple(raters), values)


def whole_scale(frame: pl.DataFrame) -> tuple[object, ...] | None:
    """Return every whole number from the lowest rating to the highest; None where ratings are not whole."""
    values = frame["value"].drop_nulls() if "value" in frame.columns else pl.Series()
    if values.is_empty() or not values.dtype.is_integer():
        return None
    return tuple(range(int(values.min()), int(values.max()) + 1))  # type: ignore[arg-type]


def _positions(series: pl.Series) -> Codes:
    """Return the position of each value among the sorted values of a series."""
    return series.rank("dense").cast(pl.Int64).to_numpy() - 1


def _check_once(frame: pl.DataFrame, cells: Codes) -> None:
    """Make sure that no cell of the table is rated twice."""
    _, first = np.unique(cells, return_index=True)
    if len(first) == len(cells):
        return
    again = int(np.setdiff1d(np.arange(len(cells)), first)[0])
    unit, rater = frame["unit"][again], frame["rater"][again]
    raise UsageError("one rating of a unit by a rater", f"several of {unit} by {rater}", where="ratings")


def _check(frame: pl.DataFrame) -> None:
    for column in COLUMNS:
        if column not in frame.columns:
            raise unknown(f"a column {column!r}", ", ".join(frame.columns), COLUMNS, where="ratings")
    for column in ("unit", "rater"):
        if frame[column].null_count():
            raise UsageError(f"a name in every row of {column!r}", "a row without one", where="ratings")
    if frame["value"].dtype.is_float() and not frame["value"].is_finite().all():
        raise UsageError("finite numbers, and null for blanks", "NaN or infinity", where="ratings")
