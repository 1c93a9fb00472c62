"""Values as the cells of programs that know neither lists nor codes."""

from __future__ import annotations

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.scope import with_text_codes
from placebench.dataset import Dataset


def flat_table(dataset: Dataset, table: str) -> pl.DataFrame:
    """Return a table with lists joined by ` | ` and no text that a spreadsheet would take for a formula."""
    frame = with_text_codes(dataset.frame(table)).collect()
    return Result(name=table, title=table, frame=frame, denominators={}).flat()
