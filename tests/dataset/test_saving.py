"""Saving: all or nothing at every step, and nothing is pulled from under a reader."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placebench.dataset import Dataset
from placebench.dataset.files import known_paths
from placebench.errors import DatasetError
from placebench.model import TABLES

HOLD = (
    "import sys; from pathlib import Path; from placebench.dataset.lock import writing\n"
    "with writing(Path(sys.argv[1]), 10):\n"
    "    print('held', flush=True); sys.stdin.read()"
)


def files_in(folder: Path) -> set[str]:
    return {f"data/{path.name}" for path in (folder / "data").iterdir()}


def name_in(dataset: Dataset) -> str:
    name: str = dataset["systems"]["name"][0].as_py()
    return name


def saves(dataset: Dataset, folder: Path) -> bool:
    try:
        dataset.save(folder)
    except DatasetError:
        return False
    return True


class FullDisk:
    """A system call that works a number of times, and then finds no space."""

    def __init__(self, call: Callable[..., Any], works: int) -> None:
        self.call = call
        self.left = works

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.left == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.left -= 1
        return self.call(*args, **kwargs)


def test_each_table_is_one_file_that_carries_the_dataset_id(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    assert files_in(tmp_path) == {f"data/{table}-{dataset.id[:16]}.parquet" for table in TABLES}
    assert known_paths(tmp_path) == files_in(tmp_path)


def test_the_files_of_the_dataset_before_stay_and_older_ones_go(
    dataset: Dataset, newer: Dataset, tmp_path: Path
) -> None:
    dataset.save(tmp_path)
    first = files_in(tmp_path)
    newer.save(tmp_path)
    second = known_paths(tmp_path)
    assert files_in(tmp_path) == first | second
    Dataset.build((), build_version="3").save(tmp_path)
    assert files_in(tmp_path) == second | known_paths(tmp_path)


def test_an_open_dataset_outlives_one_save(dataset: Dataset, newer: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    reader = Dataset.open(tmp_path)
    newer.save(tmp_path)
    assert name_in(reader) == "A system"
    assert reader.frame("systems").collect()["name"].to_list() == ["A system"]
    assert name_in(Dataset.open(tmp_path)) == "Another name"


def test_a_dataset_replaced_twice_says_that_it_must_be_opened_again(
    dataset: Dataset, newer: Dataset, tmp_path: Path
) -> None:
    dataset.save(tmp_path)
    reader = Dataset.open(tmp_path)
    newer.save(tmp_path)
    Dataset.build((), build_version="3").save(tmp_path)
    with pytest.raises(DatasetError, match="open the dataset again"):
        reader["systems"]
    with pytest.raises(DatasetError, match="open the dataset again"):
        reader.frame("systems")


def test_saving_the_same_again_changes_nothing(dataset: Dataset, newer: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    newer.save(tmp_path)
    before = files_in(tmp_path)
    newer.save(tmp_path)
    assert files_in(tmp_path) == before


def test_other_rows_under_the_same_id_never_change_a_file(
    dataset: Dataset,
    changed: Any,
    tmp_path: Path,
) -> None:
    dataset.save(tmp_path)
    reader = Dataset.open(tmp_path)
    other = changed("systems", name="Another name")
    assert other.id == dataset.id
    other.save(tmp_path)
    assert name_in(reader) == "A system"
    assert name_in(Dataset.open(tmp_path)) == "Another name"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_save_that_fails_at_any_step_loses_nothing(
    dataset: Dataset, newer: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    dataset.save(tmp_path)
    seen = []
    for works in range(len(TABLES) + 4):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, FullDisk(getattr(os, call), works))
            if saves(newer, tmp_path):
                break
        seen.append(name_in(Dataset.open(tmp_path)))
    assert len(seen) > len(TABLES)
    assert seen == sorted(seen, key=["A system", "Another name"].index)
    assert seen[0] == "A system"
    assert name_in(Dataset.open(tmp_path)) == "Another name"


def test_what_a_failed_save_left_behind_goes_with_the_next(
    dataset: Dataset, newer: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset.save(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", FullDisk(os.fsync, 5))
        with pytest.raises(DatasetError, match="No space left on device"):
            Dataset.build((), build_version="failed").save(tmp_path)
    assert len(files_in(tmp_path)) > len(TABLES)
    newer.save(tmp_path)
    assert len(files_in(tmp_path)) == 2 * len(TABLES)


def test_a_file_that_cannot_be_removed_does_not_fail_the_save(
    dataset: Dataset, newer: Dataset, tmp_path: Path
) -> None:
    dataset.save(tmp_path)
    (tmp_path / "data" / "a folder").mkdir()
    newer.save(tmp_path)
    assert name_in(Dataset.open(tmp_path)) == "Another name"


def test_a_missing_required_value_names_table_and_column(
    dataset: Dataset,
    changed: Any,
    tmp_path: Path,
) -> None:
    dataset.save(tmp_path)
    with pytest.raises(DatasetError, match=r"systems\.name: expected a value in every row"):
        changed("systems", name=None).save(tmp_path)
    assert name_in(Dataset.open(tmp_path)) == "A system"


def test_a_folder_that_cannot_be_made_is_a_dataset_error(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DatasetError, match="expected to write the dataset"):
        dataset.save(tmp_path / "taken")


def test_a_damaged_dataset_can_be_saved_over(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    next((tmp_path / "data").glob("systems-*")).write_bytes(b"torn")
    (tmp_path / "datapackage.json").write_text("{")
    dataset.save(tmp_path)
    assert name_in(Dataset.open(tmp_path)) == "A system"


def test_a_second_writer_waits_and_then_says_who_is_writing(dataset: Dataset, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(DatasetError, match=rf"process {holder.pid} on .*, since 20.* UTC, is writing it"):
            dataset.save(tmp_path, timeout=0)
        holder.kill()
    dataset.save(tmp_path, timeout=10)
    assert name_in(Dataset.open(tmp_path)) == "A system"


def test_a_lock_without_a_name_is_another_process(dataset: Dataset, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        (tmp_path / ".writing.json").write_text("not json")
        with pytest.raises(DatasetError, match="another process is writing it"):
            dataset.save(tmp_path, timeout=0)
        holder.communicate(b"")
