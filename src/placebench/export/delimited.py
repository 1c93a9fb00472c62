"""CSV: a file a table, which a spreadsheet opens without running anything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from placebench.benchmark.result import LIST_SEPARATOR
from placebench.dataset import Dataset
from placebench.dataset.files import file_facts
from placebench.export.cells import flat_table
from placebench.export.folder import described, empty_folder, write_json
from placebench.model import TABLES
from placebench.schema.csvw import csvw_metadata
from placebench.schema.data_package import TITLE

_README = """# A dataset of place-based partnerships

One CSV file a table, in UTF-8 with a byte order mark. `datapackage.json` and `csv-metadata.json` describe
every column, for programs that know Data Package or CSVW. Dataset {id}.

- Excel: open a file. Lists stand in one cell, with ` | ` between their items. Text that Excel would take
  for a formula begins with `'`. Excel keeps 32,767 characters of a cell; the file has them all.
- R: `readr::read_csv("governance.csv")`; `strsplit(memberships$sectors, " | ", fixed = TRUE)` for a list.
- Python: `polars.read_csv("governance.csv", try_parse_dates=True)`.

An empty cell says that the source does not state it, which is not the same as no. Every fact has a
`fact_id`. The rows of `evidence` with that `fact_id` are the quotes that say it.
"""


def to_csv(dataset: Dataset, folder: Path) -> Path:
    """Write every table to `<table>.csv` in a new folder, and return the folder.

    Beside them are a `datapackage.json` (Data Package), a `csv-metadata.json` (CSVW) and a README.

    The files are UTF-8 with a byte order mark, as Excel expects. Lists are joined by ` | `. Text that a
    spreadsheet would take for a formula is prefixed with `'`.

    Raises:
        UsageError: The folder holds something else.
    """
    with empty_folder(folder) as made:
        for table in TABLES:
            flat_table(dataset, table).write_csv(made / f"{table}.csv", include_bom=True)
        files = {table: _file(made / f"{table}.csv") for table in TABLES}
        described(dataset, made, files, _field)
        write_json(made / "csv-metadata.json", csvw_metadata(TITLE, LIST_SEPARATOR))
        (made / "README.md").write_text(_README.format(id=dataset.id), "utf-8")
    return folder


def _file(path: Path) -> dict[str, Any]:
    return {"path": path.name, "format": "csv", "mediatype": "text/csv", **file_facts(path)}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    if field["type"] != "list":
        return field
    # An empty list is an empty cell, which is none where a value is required.
    constraints = {name: value for name, value in field.get("constraints", {}).items() if name != "required"}
    return {**field, "constraints": constraints, "delimiter": LIST_SEPARATOR}
