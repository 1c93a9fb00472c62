"""What others' validators say of an export, and that they do object to what is wrong.

They are not among the tools of the tests, as they bring pandas and rdflib: `tox run -e exchange` has them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import placebench
from placebench.export import to_csv, to_parquet
from placebench.model import TABLES

ROOT = Path(__file__).resolve().parents[2]


def validator(name: str):
    """Return a validator's module; where `PLACEBENCH_EXCHANGE` is set, to be without it is a failure."""
    if os.environ.get("PLACEBENCH_EXCHANGE"):
        return __import__(name)
    return pytest.importorskip(name, exc_type=ImportError)


@pytest.fixture(scope="module")
def dataset():
    return placebench.import_documents([ROOT / "examples" / "documents"]).dataset


@pytest.fixture(scope="module")
def as_csv(dataset, tmp_path_factory) -> Path:
    return to_csv(dataset, tmp_path_factory.mktemp("csv") / "csv")


@pytest.fixture(scope="module")
def as_parquet(dataset, tmp_path_factory) -> Path:
    return to_parquet(dataset, tmp_path_factory.mktemp("parquet") / "parquet")


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[Path, str, Callable[[bytes], bytes]], Path]:
    """Return what copies a folder and changes one file in it."""

    def copy(folder: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
        made = Path(shutil.copytree(folder, tmp_path / "copy"))
        (made / name).write_bytes(change((made / name).read_bytes()))
        return made

    return copy


def wrong_code(data: bytes) -> bytes:
    return data.replace(b",in_place,", b",in_plaice,", 1)


def frictionless_errors(folder: Path) -> list[tuple[str, str]]:
    frictionless = validator("frictionless")
    frictionless.system.trusted = True  # the folder is not below the working folder
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert len(report.tasks) == len(TABLES)
    return [(task.name, error.type) for task in report.tasks for error in task.errors] + [
        ("", error.message) for error in report.errors
    ]


@pytest.mark.filterwarnings("ignore")
def test_frictionless_accepts_every_row_of_the_csv(as_csv: Path) -> None:
    assert frictionless_errors(as_csv) == []


@pytest.mark.filterwarnings("ignore")
def test_frictionless_accepts_every_row_of_the_parquet(as_parquet: Path) -> None:
    validator("pandas")  # frictionless can do without, but then reads no Parquet
    assert frictionless_errors(as_parquet) == []


@pytest.mark.filterwarnings("ignore")
def test_frictionless_objects_to_a_code_that_is_none(as_csv: Path, copied) -> None:
    errors = frictionless_errors(copied(as_csv, "governance.csv", wrong_code))
    assert ("governance", "constraint-error") in errors
    assert ("governance", "hash-count") in errors


def csvw_objections(folder: Path) -> list[str]:
    csvw = validator("csvw")
    try:
        read = csvw.CSVW(str(folder / "csv-metadata.json"), validate=True)
        return [] if read.is_valid else [str(warning.message) for warning in read.warnings] or ["invalid"]
    except ValueError as error:
        return [str(error)]


@pytest.mark.filterwarnings("ignore")
def test_csvw_accepts_every_cell(as_csv: Path) -> None:
    assert csvw_objections(as_csv) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("governance.csv", wrong_code),
        ("evidence.csv", lambda data: data.replace(b",governance,", b",governance,x", 1)),
        ("systems.csv", lambda data: data.replace(b"\nbob,", b"\nbib,", 1)),
    ],
)
def test_csvw_objects_to_what_is_wrong(as_csv: Path, copied, name: str, change) -> None:
    assert csvw_objections(copied(as_csv, name, change)) != []


@pytest.mark.filterwarnings("ignore")
def test_croissant_is_valid_and_loads_the_rows(as_parquet: Path, dataset) -> None:
    croissant = validator("mlcroissant").Dataset(str(as_parquet / "croissant.json"))
    assert croissant.metadata.ctx.issues.errors == set()
    rows = list(croissant.records("governance"))
    assert len(rows) == dataset["governance"].num_rows
    assert rows[0]["governance/fact_id"].decode() == dataset["governance"]["fact_id"][0].as_py()
    sectors = [list(row["memberships/sectors"]) for row in croissant.records("memberships")]
    assert sectors[0] == [code.encode() for code in dataset["memberships"]["sectors"][0].as_py()]


@pytest.mark.filterwarnings("ignore")
def test_croissant_objects_to_a_field_without_a_type(as_parquet: Path, copied) -> None:
    mlcroissant = validator("mlcroissant")
    folder = copied(as_parquet, "croissant.json", lambda data: data.replace(b'"sc:Text"', b'"sc:Nothing"', 1))
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(str(folder / "croissant.json"))


def test_the_hashes_of_a_parquet_folder_are_those_of_its_files(as_parquet: Path, copied) -> None:
    said = json.loads((as_parquet / "datapackage.json").read_text())["placebench"]["files"]
    assert {
        path: f"sha256:{hashlib.sha256((as_parquet / path).read_bytes()).hexdigest()}" for path in said
    } == {path: facts["hash"] for path, facts in said.items()}
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=as_parquet, capture_output=True, check=True).stdout == b""
    torn = copied(as_parquet, "governance.parquet", lambda data: data[:-1] + b"x")
    assert subprocess.run(check, cwd=torn, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("table", TABLES)
def test_metadata_name_every_column_of_every_file(
    as_csv: Path, as_parquet: Path, dataset, table: str
) -> None:
    columns = dataset[table].column_names
    described = json.loads((as_csv / "csv-metadata.json").read_text())["tables"]
    (csvw,) = [one["tableSchema"]["columns"] for one in described if one["url"] == f"{table}.csv"]
    records = json.loads((as_parquet / "croissant.json").read_text())["recordSet"]
    (croissant,) = [one["field"] for one in records if one["name"] == table]
    assert [one["name"] for one in csvw] == [one["name"] for one in croissant] == columns
    assert (as_csv / f"{table}.csv").read_text("utf-8-sig").splitlines()[0].split(",") == columns
