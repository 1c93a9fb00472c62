"""A dataset in the formats of other programs: Excel, CSV, SQLite, flat Parquet and Delta tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from placebench.dataset import Dataset
from placebench.export.delimited import to_csv
from placebench.export.delta import to_delta
from placebench.export.excel import to_excel
from placebench.export.flat import to_parquet
from placebench.export.sqlite import to_sqlite

FORMATS: dict[str, Callable[[Dataset, Path], Path]] = {
    "excel": to_excel,
    "csv": to_csv,
    "sqlite": to_sqlite,
    "parquet": to_parquet,
    "delta": to_delta,
}
"""How to write each format: a dataset and where to, which the writer returns."""

__all__ = ["FORMATS", "to_csv", "to_delta", "to_excel", "to_parquet", "to_sqlite"]
