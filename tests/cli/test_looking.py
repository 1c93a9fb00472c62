from __future__ import annotations

import csv
import io
import json

import pytest

from placebench.cli.rows import print_table
from placebench.dataset import Dataset, Part
from placebench.model import TABLES, Governance, Place

pytestmark = pytest.mark.whole


def test_without_a_table_all_are_listed_with_rows_and_what_they_say(placebench, dataset):
    listed = json.loads(placebench("tables", dataset, "--format", "json").stdout)
    assert [table["table"] for table in listed] == list(TABLES)
    assert listed[0] == {
        "table": "governance",
        "rows": 2,
        "what a row says": "One feature of how a partnership is governed.",
    }


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([], ["chairing", "shared_vision"]),
        (["place_id=northern/alder"], ["chairing"]),
        (["value="], ["shared_vision"]),
        (["status=in_place", "feature=shared_vision"], ["shared_vision"]),
        (["as_of=2023-03-01"], ["chairing", "shared_vision"]),
        (["status=absent"], []),
    ],
)
def test_conditions_choose_rows(placebench, dataset, conditions, expected):
    where = [part for condition in conditions for part in ("--where", condition)]
    result = placebench("tables", dataset, "governance", *where, "--columns", "feature", "--format", "json")
    assert sorted(row["feature"] for row in json.loads(result.stdout)) == expected


@pytest.mark.parametrize(("value", "rows"), [("northern/alder", 1), ("northern/nowhere", 0), ("", 0)])
def test_a_condition_on_a_list_holds_where_the_list_has_the_value(placebench, dataset, value, rows):
    result = placebench("tables", dataset, "claims", "--where", f"places={value}", "--format", "json")
    assert len(json.loads(result.stdout)) == rows


def test_a_limit_says_how_many_rows_there_are(placebench, dataset):
    result = placebench("tables", dataset, "places", "--limit", "1", "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(result.stdout)))) == 1
    assert result.stderr == "1 of 2 rows shown.\n"


def test_csv_joins_lists(placebench, dataset):
    result = placebench("tables", dataset, "claims", "--columns", "places,won", "--format", "csv")
    assert result.stdout == "places,won\nnorthern/alder | northern/birch,true\n"


def test_a_printed_table_leaves_out_columns_without_values(placebench, dataset):
    printed = placebench("tables", dataset, "governance").stdout
    assert "rotating" in printed
    assert "note" not in printed
    assert max(map(len, printed.splitlines())) <= 100
    assert "note" in placebench("tables", dataset, "governance", "--columns", "feature,note").stdout


def test_an_empty_table_is_said_to_be_empty(placebench, dataset):
    result = placebench("tables", dataset, "events")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "The table events is empty.\n")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["governence"], "did you mean governance?"),
        (["governance", "--columns", "featur"], "did you mean feature?"),
        (["governance", "--where", "staus=absent"], "did you mean status?"),
        (["sources", "--columns", "file"], ", path, "),
        (["governance", "--where", "status"], "expected COLUMN=VALUE"),
    ],
)
def test_a_wrong_name_is_wrong_usage_with_the_nearest(placebench, dataset, arguments, hint):
    result = placebench("tables", dataset, *arguments)
    assert result.exit_code == 2
    assert hint in result.stderr


@pytest.mark.parametrize("arguments", [["tables"], ["validate"], ["evidence", "abc"]])
def test_a_folder_without_a_dataset_is_said_in_one_line(placebench, tmp_path, arguments):
    command, *rest = arguments
    result = placebench(command, tmp_path, *rest)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


def test_rows_on_each_place_of_its_system_are_told_of(capsys):
    alder = Place(place_id="northern/alder", system_id="northern", name="Alder")
    general = Governance(system_id="northern", applies_to="each_place", feature="board")
    made = Dataset.build([Part("k", {"places": (alder,), "governance": (general,)})], build_version="1")
    asked = {"chosen": None, "limit": None, "form": "table"}
    print_table(made, "governance", conditions=["place_id=northern/alder"], **asked)
    assert "1 further row is said of each place of northern" in capsys.readouterr().err


def test_a_place_that_is_not_there_is_wrong_usage(placebench, dataset):
    result = placebench("tables", dataset, "governance", "--where", "place_id=northern/adler")
    assert result.exit_code == 2
    assert "did you mean northern/alder?" in result.stderr
