"""Adding to a saved dataset: nothing of other documents is lost, whoever else is writing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from placebench.dataset import Dataset, Part, add
from placebench.errors import DatasetError
from placebench.model import ClaimRecord, Source

HOLD = (
    "import sys; from pathlib import Path; from placebench.dataset.lock import writing\n"
    "with writing(Path(sys.argv[1]), 10):\n"
    "    print('held', flush=True); sys.stdin.read()"
)


def with_source(number: int) -> Dataset:
    sha256 = f"{number:064x}"
    source = Source(
        source_id=f"{number:016x}", sha256=sha256, media_type="text/plain", characters=1, path=f"{number}.txt"
    )
    return Dataset.build([Part(sha256, {"sources": (source,)})], build_version="1")


def paths(folder: Path) -> list[str]:
    return sorted(Dataset.open(folder)["sources"]["path"].to_pylist())


def test_the_first_dataset_makes_the_folder(dataset: Dataset, tmp_path: Path) -> None:
    add(tmp_path / "new", dataset)
    assert Dataset.open(tmp_path / "new").id == dataset.id


def test_rows_of_other_documents_stay(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    done = add(tmp_path, with_source(1))
    assert paths(tmp_path) == ["1.txt", "board.txt"]
    assert Dataset.open(tmp_path)["governance"].to_pylist() == dataset["governance"].to_pylist()
    assert Dataset.open(tmp_path).id == done.dataset.id


def test_adding_the_same_again_changes_no_row(dataset: Dataset, tmp_path: Path) -> None:
    once = add(tmp_path, dataset).dataset
    assert add(tmp_path, dataset).dataset.id == once.id
    assert Dataset.open(tmp_path)["evidence"].to_pylist() == dataset["evidence"].to_pylist()


def test_writers_that_add_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: add(tmp_path, with_source(number)), range(8)))
    assert paths(tmp_path) == [f"{number}.txt" for number in range(8)]


def version(
    number: int, place: str = "bob/oxfordshire", importer: str = "workbook@1", **known: Any
) -> Dataset:
    sha256 = f"{number:064x}"
    source = Source(
        source_id=sha256[-16:],
        sha256=sha256,
        media_type="text/plain",
        characters=1,
        path="a/team.xlsx",
        **known,
    )
    claim = ClaimRecord(
        source_id=sha256[-16:],
        importer=importer,
        table="assessments",
        places=(place,),
        won=True,
        outcome="read",
    )
    refused = ClaimRecord(source_id=sha256[-16:], won=False, outcome="refused")
    claims = (claim if importer else refused,)
    return Dataset.build([Part(sha256, {"sources": (source,), "claims": claims})], build_version="1")


@pytest.mark.parametrize("importer", ["workbook@1", "workbook@2"])
def test_a_file_that_was_mended_takes_the_place_of_the_older_one(tmp_path: Path, importer: str) -> None:
    for dataset in (with_source(3), version(1)):
        add(tmp_path, dataset)
    done = add(tmp_path, version(2, importer=importer))
    assert (done.replaced, done.namesakes) == (("a/team.xlsx",), ())
    kept = Dataset.open(tmp_path)
    assert kept["sources"]["source_id"].to_pylist() == [f"{number:016x}" for number in (2, 3)]
    assert kept["claims"]["source_id"].to_pylist() == [f"{2:016x}"]
    assert kept.merged["replaced"] == {f"{1:016x}": "a/team.xlsx"}


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({}, {"place": "bob/buckinghamshire"}),
        ({}, {"importer": "bob@1"}),
        ({}, {"importer": ""}),
        ({"url": "https://example.org/may"}, {"url": "https://example.org/june"}),
        ({"published": dt.date(2023, 5, 1)}, {"published": dt.date(2023, 6, 1)}),
    ],
)
def test_another_document_of_the_name_stays_beside_it(
    tmp_path: Path, older: dict[str, Any], newer: dict[str, Any]
) -> None:
    add(tmp_path, version(1, **older))
    done = add(tmp_path, version(2, **newer))
    assert (done.replaced, done.namesakes) == ((), ("a/team.xlsx",))


def test_another_process_that_writes_is_waited_for_and_named(dataset: Dataset, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(DatasetError, match=rf"process {holder.pid} on .* is writing it"):
            add(tmp_path, dataset, timeout=0)
        holder.communicate(b"")
    add(tmp_path, dataset)
    assert paths(tmp_path) == ["board.txt"]


def test_a_damaged_dataset_is_not_added_to(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    next((tmp_path / "data").glob("systems-*")).write_bytes(b"torn")
    with pytest.raises(DatasetError, match="systems-"):
        add(tmp_path, with_source(1))
