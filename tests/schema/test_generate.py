"""The committed schema files are those that the model gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from placebench.model.vocabularies import FEATURES
from placebench.schema.generate import schema_files

COMMITTED = Path(__file__).resolve().parents[2] / "schemas" / "v1"
ADVICE = "schemas/v1 is out of date; run: python -m placebench.schema"


def test_no_schema_file_is_missing_or_left_over() -> None:
    assert {path.name for path in COMMITTED.iterdir()} == set(schema_files()), ADVICE


@pytest.mark.parametrize("name", schema_files())
def test_a_committed_file_is_what_the_model_gives(name: str) -> None:
    assert (COMMITTED / name).read_text(encoding="utf-8") == schema_files()[name], ADVICE


def test_the_command_writes_all_files_and_says_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "placebench.schema", str(tmp_path / "v1")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout + done.stderr == b""
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "v1").iterdir()}
    assert written == schema_files()


def test_vocabularies_tell_what_each_feature_may_hold() -> None:
    vocabularies = json.loads(schema_files()["vocabularies.json"])
    assert set(vocabularies["feature_values"]) == set(vocabularies["vocabularies"]["feature"])
    assert vocabularies["feature_values"]["chairing"]["codes"] == list(FEATURES["chairing"].codes)


@pytest.mark.parametrize(
    "module", ["placebench.schema", "placebench.schema.generate", "placebench.dataset.part"]
)
def test_a_module_loads_without_a_table_library(module: str) -> None:
    code = f"import sys, {module}; print({{'polars', 'pyarrow'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
