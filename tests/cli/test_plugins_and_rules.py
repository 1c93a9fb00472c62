from __future__ import annotations

import json

import pytest

from placebench.dataset import Dataset, Part
from placebench.model import Governance


def test_importers_are_listed_with_system_places_and_origin(placebench):
    listed = json.loads(placebench("importers", "--format", "json").stdout)
    assert next(row for row in listed if row["name"] == "northern") == {
        "name": "northern",
        "version": "1.0",
        "system": "northern",
        "places": "northern/alder, northern/birch",
        "from": "northern-plugin 1.0",
        "state": "ready",
        "error": None,
    }


def test_a_broken_plugin_is_listed_with_its_error(placebench, site):
    entry_points = site / "northern_plugin-1.0.dist-info" / "entry_points.txt"
    entry_points.write_text("[placebench]\nnorthern = northern_plugin\nother = no_such_module\n")
    result = placebench("importers", "--format", "json")
    broken = next(row for row in json.loads(result.stdout) if row["name"] == "other")
    assert broken["state"] == "broken"
    assert "no_such_module" in broken["error"]
    assert result.exit_code == 1


def test_a_sound_dataset_keeps_every_rule(placebench, dataset):
    result = placebench("validate", dataset)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Every rule holds.\n")


@pytest.fixture
def unsound(tmp_path):
    rows = tuple(
        Governance(
            fact_id=f"{n:016x}",
            system_id="northern",
            source_id="0" * 16,
            importer="northern@1.0",
            feature=feature,
        )
        for n, feature in enumerate(("no_such_feature", "nor_this", "board"))
    )
    Dataset.build([Part(key="a", rows={"governance": rows})], build_version="1").save(tmp_path / "unsound")
    return tmp_path / "unsound"


def test_rules_that_are_broken_are_counted(placebench, unsound):
    result = placebench("validate", unsound, "--format", "json")
    counts = {(row["table"], row["rule"]): row["rows"] for row in json.loads(result.stdout)}
    assert counts["governance", "vocabulary"] == 2
    assert counts["governance", "has-evidence"] == 3
    assert result.exit_code == 1


def test_the_first_row_that_breaks_a_rule_is_shown(placebench, unsound):
    printed = placebench("validate", unsound, width=160).stdout
    assert "expected a code of feature, found no_such_feature" in printed
    assert "fact_id=0000000000000000" in printed
