from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import polars as pl
import pytest

DAY = dt.date(2024, 3, 1)
Cell = int | tuple[int, int] | None


def _bounds(cell: Cell, n_stages: int) -> tuple[int, int]:
    if cell is None:
        return 1, n_stages
    return cell if isinstance(cell, tuple) else (cell, cell)


@pytest.fixture(scope="session")
def intervals() -> Callable[..., pl.DataFrame]:
    """Make an intervals frame of places with a stage, a range or None on themes t1, t2 and so on."""

    def make(places: Mapping[str, Sequence[Cell]], n_stages: int = 4, **columns: str) -> pl.DataFrame:
        rows = []
        for place, cells in places.items():
            for number, cell in enumerate(cells, start=1):
                low, high = _bounds(cell, n_stages)
                rows.append(
                    {
                        "place_id": place,
                        "place": place.title(),
                        "theme_id": f"t{number}",
                        "low": low,
                        "high": high,
                        "n_stages": n_stages,
                        "known": cell is not None,
                        "fact_ids": [] if cell is None else [f"{place}-t{number}"],
                        "as_of_first": None if cell is None else DAY,
                        "as_of_last": None if cell is None else DAY,
                        **columns,
                    }
                )
        return pl.DataFrame(rows, schema_overrides={"as_of_first": pl.Date, "as_of_last": pl.Date})

    return make


@pytest.fixture(scope="session")
def five() -> Mapping[str, Sequence[Cell]]:
    """Five places on three themes of four stages, with blanks, constructed."""
    return {"a": (4, 3, 4), "b": (3, 3, 2), "c": (None, 2, 2), "d": (1, None, 1), "e": (3, 3, 2)}
