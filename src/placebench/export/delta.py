"""Delta tables: one folder a table, as Spark and other engines read them."""

from __future__ import annotations

from pathlib import Path

from placebench.dataset import Dataset
from placebench.errors import UsageError
from placebench.export.folder import empty_folder
from placebench.model import TABLES


def to_delta(dataset: Dataset, folder: Path) -> Path:
    """Write every table as a Delta table in a new folder, and return the folder.

    Raises:
        UsageError: The folder holds something else, or the library for Delta tables is not installed.
    """
    try:
        from deltalake import write_deltalake  # noqa: PLC0415 - an extra that few need
    except ModuleNotFoundError as error:
        hint = "install it with: pip install 'placebench[delta]'"
        raise UsageError("the library deltalake", "none", where="export to Delta", hint=hint) from error
    with empty_folder(folder) as made:
        for table in TABLES:
            write_deltalake(made / table, dataset[table], description=f"{table} of dataset {dataset.id}")
    return folder
