from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
import pytest


def long(rows: Mapping[str, Sequence[object]]) -> pl.DataFrame:
    """Turn the ratings of each rater, unit by unit, into a long frame."""
    return pl.concat(
        [
            pl.DataFrame(
                {"unit": range(1, len(values) + 1), "value": pl.Series(values, strict=False)}
            ).select("unit", pl.lit(rater).alias("rater"), "value")
            for rater, values in rows.items()
        ],
        how="vertical_relaxed",
    )


@pytest.fixture(name="long")
def long_fixture():
    return long


@pytest.fixture
def reliability_data():
    """Four observers, twelve units and seven blanks: Krippendorff (2011), section C."""
    _ = None
    return long(
        {
            "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
            "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
            "C": [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
            "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
        }
    )
