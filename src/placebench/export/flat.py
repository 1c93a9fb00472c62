"""Parquet: a file a table under its plain name, with what DuckDB needs to open them all."""

from __future__ import annotations

import inspect
from pathlib import Path

import pyarrow.parquet as pq

from placebench.dataset import Dataset
from placebench.export.folder import described, empty_folder
from placebench.model import TABLES, columns_of

_README = """# A dataset of place-based partnerships

One Parquet file a table; `datapackage.json` describes every column. Dataset {id}.

- DuckDB: `duckdb -init load.sql`, in this folder, makes a view of each table.
- R: `arrow::read_parquet("governance.parquet")`.
- Python: `polars.read_parquet("governance.parquet")`.
- Excel: use the CSV or Excel export instead.

Every fact has a `fact_id`. The rows of `evidence` with that `fact_id` are the quotes that say it.
"""


def to_parquet(dataset: Dataset, folder: Path) -> Path:
    """Write every table to `<table>.parquet` in a new folder, and return the folder.

    Beside them are a `datapackage.json`, a README, and `load.sql`, which makes views with comments in DuckDB.

    Raises:
        UsageError: The folder holds something else.
    """
    with empty_folder(folder) as made:
        for table in TABLES:
            pq.write_table(dataset[table], made / f"{table}.parquet", compression="zstd")
        described(dataset, made, "parquet", "application/vnd.apache.parquet")
        (made / "README.md").write_text(_README.format(id=dataset.id), "utf-8")
        (made / "load.sql").write_text("".join(map(_view, TABLES)), "utf-8")
    return folder


def _view(table: str) -> str:
    kind = TABLES[table]
    lines = [
        f"CREATE OR REPLACE VIEW {table} AS SELECT * FROM '{table}.parquet';",  # noqa: S608 - names are the model's own
        f"COMMENT ON VIEW {table} IS {_quoted(inspect.getdoc(kind) or '')};",
        *(
            f"COMMENT ON COLUMN {table}.{_name(column.name)} IS {_quoted(column.description)};"
            for column in columns_of(kind)
        ),
    ]
    return "\n".join(lines) + "\n\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(column: str) -> str:
    # `start`, `end` and `table` are words of SQL.
    return f'"{column}"'
