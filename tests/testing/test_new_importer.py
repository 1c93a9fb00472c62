"""A new distribution passes its tests as it is written, in an environment of its own."""

from __future__ import annotations

import pytest

from placebench.errors import UsageError
from placebench.testing.new_importer import write_importer

pytestmark = pytest.mark.program


def test_a_new_importer_is_installed_tested_and_checked(environment, tmp_path):
    project = tmp_path / "placebench-mid-vale"
    environment.run("placebench", "new-importer", "mid-vale", cwd=tmp_path)
    environment.install(project)
    tested = environment.run("pytest", "-q", "-p", "no:cacheprovider", cwd=project)
    assert " passed" in tested
    assert "failed" not in tested
    checked = environment.run(
        "placebench", "check-importer", "placebench-mid-vale", "--format", "csv", cwd=tmp_path
    )
    assert "golden,passed" in checked
    assert "mid-vale@0.1.0 with board-paper.txt: 0 failed." in checked
    listed = environment.run("placebench", "importers", cwd=tmp_path)
    assert "placebench-mid-vale" in listed


def test_what_is_written(tmp_path):
    files = {file.relative_to(tmp_path).as_posix() for file in write_importer("mid-vale", tmp_path / "new")}
    assert files == {
        "new/README.md",
        "new/pyproject.toml",
        "new/src/placebench_mid_vale/__init__.py",
        "new/src/placebench_mid_vale/profile.toml",
        "new/src/placebench_mid_vale/py.typed",
        "new/tests/documents/board-paper.txt",
        "new/tests/documents/sources.csv",
        "new/tests/golden/board-paper.txt.json",
        "new/tests/test_mid_vale.py",
    }
    test = (tmp_path / "new/tests/test_mid_vale.py").read_text(encoding="utf-8")
    assert len(test.splitlines()) == 10
    golden = (tmp_path / "new/tests/golden/board-paper.txt.json").read_text(encoding="utf-8")
    assert '"table": "priorities"' in golden


@pytest.mark.parametrize("name", ["Mid Vale", "", "../vale"])
def test_a_name_that_is_no_identifier_is_refused(name, tmp_path):
    with pytest.raises(UsageError, match="an identifier of small letters"):
        write_importer(name, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="a folder that is not there yet"):
        write_importer("vale", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
