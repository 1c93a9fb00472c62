"""A folder that is written as a whole or not at all, and says of itself what is in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from placebench.dataset import Dataset
from placebench.dataset.files import DESCRIPTOR
from placebench.errors import UsageError
from placebench.schema.data_package import data_package
from placebench.schema.generate import as_text


@contextmanager
def empty_folder(folder: Path) -> Iterator[Path]:
    """Give a folder beside the one that is meant, and rename it when all is written.

    Raises:
        UsageError: There is a file of that name, or a folder that holds something.
    """
    check_free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        yield unfinished
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def check_free(path: Path) -> None:
    """Raise `UsageError` where something is at a path that would be lost; an empty folder is nothing."""
    if path.is_dir() and not any(path.iterdir()):
        return
    if path.exists():
        found = "a folder that holds files" if path.is_dir() else "a file"
        hint = "name another, or remove it first"
        raise UsageError("a path where nothing is", found, where=str(path), hint=hint)


def described(
    dataset: Dataset,
    folder: Path,
    files: Mapping[str, Mapping[str, Any]],
    as_held: Callable[[dict[str, Any]], dict[str, Any]],
    about: Mapping[str, Any] | None = None,
) -> None:
    """Write the descriptor of a folder with a file a table.

    Args:
        dataset: What was written.
        folder: Where to.
        files: What the descriptor says of each table's file.
        as_held: Returns a field of a Table Schema as the format of the files has it.
        about: What else to say of the dataset.
    """
    known = {"dataset_id": dataset.id, "build_version": dataset.build_version}
    package = data_package(files, {**known, **(about or {})})
    for resource in package["resources"]:
        schema = resource["schema"]
        schema["fields"] = [as_held(field) for field in schema["fields"]]
    write_json(folder / DESCRIPTOR, package)


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a file of metadata."""
    path.write_text(as_text(content), encoding="utf-8", newline="\n")
