"""Parquet: a file a table under its plain name, with what DuckDB needs to open them all."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from placebench.dataset import Dataset
from placebench.dataset.files import file_facts
from placebench.dataset.parquet import write_parquet
from placebench.export.folder import described, empty_folder, write_json
from placebench.export.statements import coverage_statement, governance_statement
from placebench.model import TABLES, columns_of
from placebench.schema.croissant import CROISSANT, croissant
from placebench.schema.data_package import DESCRIPTION, TITLE

_README = """# A dataset of place-based partnerships

One Parquet file a table. `datapackage.json` (Data Package) and `croissant.json` (Croissant) describe every
column. Dataset {id}.

- DuckDB: `duckdb -init load.sql`, in this folder, makes a view of each table.
- Spark: `spark.read.parquet("governance.parquet").createOrReplaceTempView("governance")`, and so each table.
- With the tables loaded in one of these two, `coverage.sql` says what sources state of each place, and
  `governance-counts.sql` counts places by feature of governance.
- R: `arrow::read_parquet("governance.parquet")`; coded columns come as factors, lists as list columns.
- Python: `polars.read_parquet("governance.parquet")`.
- Excel: use the CSV or Excel export instead.
- Unchanged? `sha256sum --check SHA256SUMS`.

Every fact has a `fact_id`. The rows of `evidence` with that `fact_id` are the quotes that say it.
"""


def to_parquet(dataset: Dataset, folder: Path) -> Path:
    """Write every table to `<table>.parquet` in a new folder, and return the folder.

    Beside them are a `datapackage.json`, a `croissant.json`, the hashes in `SHA256SUMS`, a README, and
    `load.sql`, which makes views with comments in DuckDB; `coverage.sql` and `governance-counts.sql` are
    comparisons for DuckDB and Spark.

    Raises:
        UsageError: The folder holds something else.
    """
    with empty_folder(folder) as made:
        for table in TABLES:
            write_parquet(made / f"{table}.parquet", TABLES[table], dataset.chunks(table))
        facts = {table: file_facts(made / f"{table}.parquet") for table in TABLES}
        _describe(dataset, made, facts)
        (made / "README.md").write_text(_README.format(id=dataset.id), "utf-8")
        (made / "coverage.sql").write_text(coverage_statement(), "utf-8")
        (made / "governance-counts.sql").write_text(governance_statement(), "utf-8")
        (made / "load.sql").write_text("".join(map(_view, TABLES)), "utf-8")
    return folder


def _describe(dataset: Dataset, folder: Path, facts: Mapping[str, Mapping[str, Any]]) -> None:
    paths = {table: {"path": f"{table}.parquet"} for table in facts}
    # frictionless can measure no Parquet file, and takes a size or hash in a resource for wrong.
    sizes = {paths[table]["path"]: dict(one) for table, one in facts.items()}
    described(dataset, folder, paths, _field, about={"files": sizes})
    sums = [f"{one['hash'].removeprefix('sha256:')}  {path}\n" for path, one in sizes.items()]
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8", newline="\n")
    files = {table: {**paths[table], **facts[table]} for table in facts}
    said = croissant(files, title=TITLE, description=DESCRIPTION, dataset_id=dataset.id)
    write_json(folder / CROISSANT, said)


def _field(field: dict[str, Any]) -> dict[str, Any]:
    if field["type"] in ("integer", "number"):
        # frictionless reads through pandas, where a number that is missing is none of the numbers.
        return {**field, "missingValues": ["", "nan"]}
    if field["type"] != "list":
        return field
    # A `list` of Table Schema is a text with separators; Parquet has lists of its own.
    kept = {name: value for name, value in field.items() if name not in ("itemType", "itemCategories")}
    return {**kept, "type": "any", "arrowType": f"list<{field['itemType']}>"}


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
