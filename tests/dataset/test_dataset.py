"""What a dataset offers, built and opened."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import polars as pl
import pytest

from placebench.dataset import Dataset, Part
from placebench.errors import UsageError
from placebench.model import TABLES, Governance
from placebench.schema import SCHEMA_VERSION
from placebench.schema.arrow import arrow_schema, from_arrow


@pytest.fixture(params=["built", "opened"])
def either(request: pytest.FixtureRequest, dataset: Dataset, tmp_path: Path) -> Dataset:
    """The dataset, as it was built or as it was saved."""
    if request.param == "built":
        return dataset
    dataset.save(tmp_path)
    return Dataset.open(tmp_path)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_there_with_the_types_of_the_schema(either: Dataset, table: str) -> None:
    assert either[table].schema.equals(arrow_schema(TABLES[table]), check_metadata=True)


def test_rows_are_those_of_the_parts(either: Dataset, read_part: Part) -> None:
    assert tuple(from_arrow(Governance, either["governance"])) == read_part.rows["governance"]


def test_a_table_that_nobody_gave_rows_for_is_empty(either: Dataset) -> None:
    assert either["outcomes"].num_rows == 0
    assert either.frame("outcomes").collect().height == 0


@pytest.mark.parametrize("table", TABLES)
def test_a_frame_has_the_types_and_rows_of_its_table(either: Dataset, dataset: Dataset, table: str) -> None:
    frame = either.frame(table).collect()
    assert frame.schema == dataset.frame(table).collect_schema()
    assert frame.to_dicts() == either[table].to_pylist()


def test_a_frame_reads_nothing_before_it_is_collected(either: Dataset) -> None:
    boards = either.frame("governance").filter(pl.col("feature") == "board").select("value")
    assert isinstance(boards, pl.LazyFrame)
    assert boards.collect()["value"].to_list() == ["Example Board"]


def test_names_and_versions_are_kept(either: Dataset, dataset: Dataset) -> None:
    assert either.tables == tuple(TABLES)
    assert (either.id, either.build_version) == (dataset.id, "1")
    assert either.schema_version == SCHEMA_VERSION
    assert either.parts == ("d" * 64, "e" * 64)


def test_an_unknown_table_names_the_nearest(either: Dataset) -> None:
    with pytest.raises(UsageError, match="expected a table such as governance, found 'goverance'"):
        either["goverance"]
    with pytest.raises(UsageError, match=r"expected a table such as roles.*, found 'role'"):
        either.frame("role")


def test_the_same_parts_in_any_order_give_the_same_bytes(parts: tuple[Part, ...], tmp_path: Path) -> None:
    more = (*parts, Part("b" * 64, {"systems": parts[1].rows["systems"]}))
    saved = []
    for number, order in enumerate(permutations(more)):
        Dataset.build(order, build_version="1").save(tmp_path / str(number))
        saved.append(bytes_of(tmp_path / str(number)))
    assert all(folder == saved[0] for folder in saved)


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    code = (
        "import sys; from placebench.dataset import Dataset, Part; from placebench.model import System\n"
        "rows = tuple(System(system_id=c, name=c) for c in 'abc')\n"
        "Dataset.build([Part('k', {'systems': rows})], build_version='1').save(sys.argv[1])"
    )
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_the_identifier_names_parts_and_build_version(dataset: Dataset, parts: tuple[Part, ...]) -> None:
    fewer = Dataset.build(parts[:1], build_version="1")
    another = Dataset.build(parts, build_version="2")
    assert len({dataset.id, fewer.id, another.id}) == 3
    assert Dataset.build(parts, build_version="1").id == dataset.id


def test_a_dataset_of_no_parts_is_a_dataset(tmp_path: Path) -> None:
    Dataset.build((), build_version="1").save(tmp_path)
    assert Dataset.open(tmp_path)["governance"].num_rows == 0


def test_an_opened_dataset_can_be_saved_elsewhere(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path / "one")
    Dataset.open(tmp_path / "one").save(tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
