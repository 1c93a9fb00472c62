"""CSV: a file a table, which a spreadsheet opens without running anything in it."""

from __future__ import annotations

from pathlib import Path

from placebench.dataset import Dataset
from placebench.export.cells import flat_table
from placebench.export.folder import described, empty_folder
from placebench.model import TABLES


def to_csv(dataset: Dataset, folder: Path) -> Path:
    """Write every table to `<table>.csv` in a new folder, with a `datapackage.json`, and return the folder.

    The files are UTF-8 with a byte order mark, as Excel expects. Lists are joined by ` | `. Text that a
    spreadsheet would take for a formula is prefixed with `'`.

    Raises:
        UsageError: The folder holds something else.
    """
    with empty_folder(folder) as made:
        for table in TABLES:
            flat_table(dataset, table).write_csv(made / f"{table}.csv", include_bom=True)
        described(dataset, made, "csv", "text/csv")
    return folder
