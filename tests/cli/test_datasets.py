"""`placebench dataset`, and adding to a dataset with `--add`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from placebench.dataset import Dataset
from placebench.schema import SCHEMA_VERSION

pytestmark = pytest.mark.whole

Cli = Callable[..., Result]

SECOND = "Northern partnerships\n\nbirch has chairing of kind single.\n"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Write another document, in a folder of its own."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def features(folder: Path) -> list[tuple[str, str]]:
    rows = Dataset.open(folder)["governance"].to_pylist()
    return sorted((row["place_id"], row["feature"]) for row in rows)


BOTH = [("northern/alder", "chairing"), ("northern/birch", "chairing"), ("northern/birch", "shared_vision")]


@pytest.mark.parametrize("command", ["import", "run"])
def test_add_keeps_the_rows_of_other_documents(
    placebench: Cli, dataset: Path, second: Path, command: str
) -> None:
    done = placebench(command, second, "--out", dataset, "--add")
    assert done.exit_code == 0
    assert features(dataset) == BOTH


def test_without_add_the_dataset_is_replaced(placebench: Cli, dataset: Path, second: Path) -> None:
    assert placebench("import", second, "--out", dataset).exit_code == 0
    assert features(dataset) == [("northern/birch", "chairing")]


def test_run_with_add_compares_all_that_is_there(placebench: Cli, dataset: Path, second: Path) -> None:
    placebench("run", second, "--out", dataset, "--add", "-q")
    assert "northern/alder" in (dataset / "comparisons" / "governance.csv").read_text()


def test_add_makes_a_dataset_where_none_is(placebench: Cli, second: Path, tmp_path: Path) -> None:
    assert placebench("import", second, "--out", tmp_path / "new", "--add").exit_code == 0
    assert features(tmp_path / "new") == [("northern/birch", "chairing")]


def test_a_changed_file_replaces_its_older_version_and_this_is_told(
    placebench: Cli, dataset: Path, documents: Path
) -> None:
    (documents / "paper.txt").write_text(SECOND, encoding="utf-8")
    done = placebench("import", documents, "--out", dataset, "--add")
    assert "paper.txt: replaces the rows of the older document of that name." in done.stderr
    assert Dataset.open(dataset)["sources"]["path"].to_pylist().count("paper.txt") == 1


def test_merge_puts_datasets_together(placebench: Cli, dataset: Path, second: Path, tmp_path: Path) -> None:
    placebench("import", second, "--out", tmp_path / "b", "-q")
    done = placebench("dataset", "merge", dataset, tmp_path / "b", "--out", tmp_path / "c")
    assert (done.exit_code, done.stdout) == (0, "")
    assert features(tmp_path / "c") == BOTH
    assert placebench("validate", tmp_path / "c").exit_code == 0


def test_merge_says_which_reading_of_a_document_it_kept(
    placebench: Cli,
    dataset: Path,
    documents: Path,
    site: Path,
    tmp_path: Path,
    process: Callable[..., subprocess.CompletedProcess[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plugin = site / "northern_plugin.py"
    plugin.write_text(plugin.read_text().replace('version = "1.0"', 'version = "1.10"'))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    assert process("import", documents, "--out", tmp_path / "b", "-q").returncode == 0
    done = placebench("dataset", "merge", tmp_path / "b", dataset, "--out", tmp_path / "c", width=160)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("paper.txt")]
    assert "northern@1.10" in line
    assert line.rstrip().endswith("newest importer")
    said = json.loads((tmp_path / "c" / "datapackage.json").read_text())["placebench"]["merged"]
    assert said["choices"][0]["why"] == "newest importer"


def test_merge_does_not_write_over_a_dataset(placebench: Cli, dataset: Path) -> None:
    done = placebench("dataset", "merge", dataset, "--out", dataset)
    assert done.exit_code == 2
    assert "a path where nothing is" in done.stderr


def test_diff_counts_by_table(placebench: Cli, dataset: Path, second: Path, tmp_path: Path) -> None:
    placebench("import", second, "--out", tmp_path / "b", "-q")
    done = placebench("dataset", "diff", dataset, tmp_path / "b", "--format", "json")
    counts = {row.pop("table"): row for row in json.loads(done.stdout)}
    assert counts["governance"] == {"added": 1, "removed": 2, "changed": 0}
    assert counts["sources"] == {"added": 1, "removed": 1, "changed": 0}
    assert "places" not in counts


def test_diff_prints_the_values_of_a_table(
    placebench: Cli, dataset: Path, second: Path, tmp_path: Path
) -> None:
    placebench("import", second, "--out", tmp_path / "b", "-q")
    done = placebench("dataset", "diff", dataset, tmp_path / "b", "--table", "governance", "--format", "csv")
    lines = [line.split(",") for line in done.stdout.splitlines()]
    assert ["added", "value", "", "single"] in [[kind, *rest] for kind, _, *rest in lines]
    assert ["removed", "value", "rotating", ""] in [[kind, *rest] for kind, _, *rest in lines]


@pytest.mark.parametrize("options", [(), ("--table", "governance")])
def test_diff_of_the_same_says_so(placebench: Cli, dataset: Path, options: tuple[str, ...]) -> None:
    done = placebench("dataset", "diff", dataset, dataset, *options)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "are the same" in done.stderr


def test_diff_of_an_unknown_table_names_the_nearest(placebench: Cli, dataset: Path) -> None:
    done = placebench("dataset", "diff", dataset, dataset, "--table", "goverance")
    assert done.exit_code == 2
    assert "such as governance" in done.stderr


def test_schema_of_a_dataset_of_this_version_is_the_same(placebench: Cli, dataset: Path) -> None:
    done = placebench("dataset", "schema", dataset)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"From {SCHEMA_VERSION} to {SCHEMA_VERSION}" in done.stderr


def test_schema_says_what_changed_and_fails_where_the_version_is_too_low(
    placebench: Cli, dataset: Path, tmp_path: Path
) -> None:
    descriptor = json.loads((dataset / "datapackage.json").read_text())
    descriptor["resources"][0]["schema"]["fields"].append({"name": "gone", "type": "string"})
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "datapackage.json").write_text(json.dumps(descriptor))
    done = placebench("dataset", "schema", tmp_path / "old", "--format", "csv")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == ["change,where,what", "major,governance.gone,removed"]
    assert "asks for 2.0.0 or higher" in done.stderr
    back = placebench("dataset", "schema", dataset, tmp_path / "old", "--format", "csv")
    assert back.stdout.splitlines()[1:] == ["minor,governance.gone,new"]
