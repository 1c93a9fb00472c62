"""Opening what is no dataset, or no longer one: the message says what was expected, found, and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from placebench.dataset import Dataset
from placebench.dataset.files import file_facts
from placebench.errors import DatasetError
from placebench.model import System
from placebench.schema.arrow import arrow_schema

Descriptor = dict[str, Any]


@pytest.fixture
def folder(dataset: Dataset, tmp_path: Path) -> Path:
    """A folder with a saved dataset."""
    dataset.save(tmp_path)
    return tmp_path


def edit(folder: Path, change: Callable[[Descriptor], object]) -> None:
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text())
    change(descriptor)
    path.write_text(json.dumps(descriptor))


def resource(descriptor: Descriptor, table: str) -> Descriptor:
    return next(item for item in descriptor["resources"] if item["name"] == table)


def file_of(folder: Path, table: str) -> Path:
    return next((folder / "data").glob(f"{table}-*"))


def replace_file(folder: Path, table: str, content: pa.Table | bytes) -> None:
    """Put another file in place of a table's, and tell the descriptor."""
    path = file_of(folder, table)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        pq.write_table(content, path)
    edit(folder, lambda descriptor: resource(descriptor, table).update(file_facts(path)))


def set_version(folder: Path, version: str) -> None:
    edit(folder, lambda descriptor: descriptor["placebench"].update(schema_version=version))


def leave(_: Path) -> None:
    """Put nothing there."""


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (leave, "expected the folder of a dataset, found nothing"),
        (lambda path: path.write_text(""), "expected the folder of a dataset, found a file"),
        (lambda path: path.mkdir(), "expected a file datapackage.json, found none"),
    ],
    ids=["nothing", "file", "empty"],
)
def test_what_is_no_folder_of_a_dataset(
    tmp_path: Path, prepare: Callable[[Path], object], message: str
) -> None:
    prepare(tmp_path / "here")
    with pytest.raises(DatasetError, match=message) as caught:
        Dataset.open(tmp_path / "here")
    assert str(tmp_path / "here") in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "expected JSON"),
        (b'{"placebench": ', "expected JSON"),
        (b"\xff\xfe\xfa", "expected JSON"),
        (b"[" * 100_000, "expected JSON"),
        (b"[]", "expected a JSON object, found list"),
        (b"{}", "expected 'placebench' of type dict, found None"),
        (b'{"placebench": {"schema_version": 1}}', "expected 'schema_version' of type str, found 1"),
        (b'{"placebench": {"schema_version": "1.0.0"}}', "expected 'resources' of type list, found None"),
    ],
    ids=["empty", "torn", "bytes", "deep", "list", "foreign", "version", "resources"],
)
def test_a_descriptor_that_is_none(folder: Path, text: bytes, message: str) -> None:
    (folder / "datapackage.json").write_bytes(text)
    with pytest.raises(DatasetError, match=message) as caught:
        Dataset.open(folder)
    assert caught.value.where == str(folder / "datapackage.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["placebench"].pop("dataset_id"), "'dataset_id' of type str"),
        (lambda d: d["placebench"].update(parts="many"), "'parts' of type dict"),
        (lambda d: resource(d, "systems").pop("path"), "'path' of type str"),
        (
            lambda d: resource(d, "systems").update(name="sistems"),
            "expected a resource 'systems', found none",
        ),
        (
            lambda d: d["resources"].__setitem__(0, "governance"),
            "expected a resource 'governance', found none",
        ),
        (
            lambda d: resource(d, "systems").update(path="../x.parquet"),
            "resource systems: expected a path inside",
        ),
        (
            lambda d: resource(d, "systems").update(path="/etc/hosts"),
            "resource systems: expected a path inside",
        ),
        (lambda d: resource(d, "systems").update(path="data/none.parquet"), "none.parquet: expected a file"),
        (lambda d: resource(d, "systems").update(path="data"), "expected a file that can be read"),
        (lambda d: resource(d, "systems").update(bytes=1), "expected bytes 1, found"),
        (lambda d: resource(d, "systems").pop("hash"), "expected hash None, found sha256:"),
    ],
    ids=[
        "no id",
        "parts",
        "no path",
        "renamed",
        "no object",
        "outside",
        "absolute",
        "gone",
        "folder",
        "size",
        "hash",
    ],
)
def test_a_descriptor_that_does_not_describe_the_files(
    folder: Path, change: Callable[[Descriptor], object], message: str
) -> None:
    edit(folder, change)
    with pytest.raises(DatasetError, match=message):
        Dataset.open(folder)


@pytest.mark.parametrize("version", ["2.0.0", "0.9.0", "soon"])
def test_another_major_schema_version_is_to_be_rebuilt(folder: Path, version: str) -> None:
    set_version(folder, version)
    with pytest.raises(DatasetError, match=f"expected schema version 1.x, found {version}; rebuild"):
        Dataset.open(folder)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda path: path.unlink(), "expected a file, found none"),
        (lambda path: path.write_bytes(path.read_bytes()[:-40]), "expected bytes"),
        (lambda path: path.write_bytes(b"x" + path.read_bytes()[1:]), "expected hash sha256:"),
    ],
    ids=["gone", "torn", "altered"],
)
def test_a_damaged_file_is_named(folder: Path, damage: Callable[[Path], object], message: str) -> None:
    path = file_of(folder, "evidence")
    damage(path)
    with pytest.raises(DatasetError, match=message) as caught:
        Dataset.open(folder)
    assert caught.value.where == str(path)
    assert "rebuild" in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + bytes(200) + b"PAR1", b"\x00" * 4096])
def test_a_file_that_is_no_parquet_though_the_descriptor_agrees(folder: Path, content: bytes) -> None:
    replace_file(folder, "systems", content)
    with pytest.raises(DatasetError, match="expected a Parquet file"):
        Dataset.open(folder)


def test_a_file_that_is_torn_after_the_opening(folder: Path) -> None:
    opened = Dataset.open(folder)
    path = file_of(folder, "governance")
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(DatasetError, match="expected a Parquet file"):
        opened["governance"]
    with pytest.raises(DatasetError, match="expected a Parquet file"):
        opened.frame("governance")


def test_a_nullable_column_that_an_older_dataset_lacks_is_null(folder: Path, dataset: Dataset) -> None:
    replace_file(folder, "systems", dataset["systems"].drop_columns(["ods_code", "valid_from"]))
    opened = Dataset.open(folder)
    assert opened["systems"].equals(dataset["systems"])
    assert opened.frame("systems").collect().equals(dataset.frame("systems").collect())
    assert opened.frame("systems").collect_schema() == dataset.frame("systems").collect_schema()


def test_columns_and_types_of_other_writers_are_brought_into_form(folder: Path, dataset: Dataset) -> None:
    plain = dataset["memberships"]
    for name in ("status", "body_kind"):
        plain = plain.set_column(plain.column_names.index(name), name, plain[name].cast(pa.large_string()))
    replace_file(folder, "memberships", plain.append_column("motto", pa.array(["onward"])))
    opened = Dataset.open(folder)
    assert opened["memberships"].equals(dataset["memberships"])
    assert opened.frame("memberships").collect().equals(dataset.frame("memberships").collect())


def test_a_required_column_that_is_missing_is_named(folder: Path, dataset: Dataset) -> None:
    replace_file(folder, "systems", dataset["systems"].drop_columns(["name"]))
    with pytest.raises(DatasetError, match="table systems: expected the columns name"):
        Dataset.open(folder)


def test_a_column_of_another_type_is_named(folder: Path) -> None:
    table = arrow_schema(System).empty_table()
    replace_file(folder, "systems", table.set_column(1, "name", pa.array([], pa.list_(pa.int64()))))
    with pytest.raises(DatasetError, match=r"column systems.name: expected type string"):
        Dataset.open(folder)


def test_a_table_that_another_minor_version_lacks_is_empty(folder: Path) -> None:
    edit(folder, lambda d: d["resources"].remove(resource(d, "programmes")))
    set_version(folder, "1.99.0")
    opened = Dataset.open(folder)
    assert opened["programmes"].num_rows == 0
    assert opened.schema_version == "1.99.0"


def test_opening_needs_no_more_than_reading(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert Dataset.open(folder).validate() == ()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
