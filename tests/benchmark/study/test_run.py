from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import attrs
import pytest

import placebench
from placebench.benchmark.study import (
    METHODS,
    ChangeChoices,
    ConfigurationChoices,
    Differences,
    MaturityChoices,
    PeerChoices,
    Study,
    differences,
    run_study,
)
from placebench.errors import UsageError

pytestmark = pytest.mark.whole

DOCUMENTS = Path(__file__).parents[3] / "examples" / "documents"
STUDY = Study(
    title="Everything",
    maturity=MaturityChoices(basis=("self", "peer", "documentary")),
    change=ChangeChoices(first=dt.date(2022, 6, 30), last=dt.date(2024, 12, 31)),
)


@pytest.fixture(scope="module")
def dataset():
    return placebench.import_documents([DOCUMENTS]).dataset


@pytest.fixture(scope="module")
def run(dataset):
    return run_study(dataset, STUDY)


def test_every_method_that_is_asked_for_gives_a_table(run):
    names = [result.name for result in run.results]
    assert len(names) == len(set(names))
    assert set(METHODS) - set(STUDY.asked) == {"configurations"}
    for name in ("coverage", "arrangements", "maturity", "peers", "fact_changes"):
        assert name in names


def test_ratings_and_readings_of_documents_never_share_a_table(run):
    tables = [result for result in run.results if "basis" in result.frame.columns]
    ratings = [one for one in tables if one.name.startswith("maturity") and one.frame.height]
    assert ratings
    for result in ratings:
        found = set(result.frame["basis"])
        assert (found <= {"documentary"}) == result.name.endswith("_documentary"), result.name


def test_each_row_leads_to_facts_that_the_dataset_has(run, dataset):
    known = set(dataset["evidence"]["fact_id"].to_pylist())
    cited = {fact for result in run.results for fact in result.fact_ids}
    assert cited
    assert cited <= known


def test_a_saved_study_can_be_made_again_and_a_change_of_it_is_seen(run, dataset, tmp_path):
    manifest = json.loads(run.save(tmp_path).read_text("utf-8"))
    assert manifest["dataset_id"] == dataset.id
    assert [table["name"] for table in manifest["tables"]] == [result.name for result in run.results]
    for table in manifest["tables"]:
        with (tmp_path / table["file"]).open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.reader(file)) - 1 == table["rows"]
    assert differences(tmp_path, run_study(dataset, STUDY)) == Differences((), ())
    other = attrs.evolve(STUDY, peers=PeerChoices(k=1))
    found = differences(tmp_path, run_study(dataset, other))
    assert found.tables == ("table peers differs",)
    assert [line.partition(":")[0] for line in found.inputs] == ["choices"]


def test_a_folder_without_a_study_is_no_older_study(run, tmp_path):
    with pytest.raises(UsageError, match=r"a manifest\.json"):
        differences(tmp_path, run)


def test_a_study_against_an_older_dataset_needs_a_way_to_open_it(dataset, tmp_path):
    study = Study(methods=("change",), change=ChangeChoices(against=tmp_path))
    with pytest.raises(UsageError, match="open_dataset"):
        run_study(dataset, study)
    same = run_study(dataset, study, open_dataset=lambda _: dataset)
    changed = same["fact_changes"].frame["change"]
    assert set(changed) <= {"unchanged", "place_ended"}


def test_the_figures_of_context_stay_apart(dataset, tmp_path):
    file = tmp_path / "context.csv"
    file.write_text("place_id,population\nbob/oxfordshire,725000\nbob/buckinghamshire,560000\n")
    run = run_study(dataset, Study(methods=("peers",), peers=PeerChoices(context=file)))
    assert [result.name for result in run.results] == ["peers", "clusters", "contextual_peers"]
    assert run["contextual_peers"].fact_ids == ()


@pytest.mark.parametrize(
    ("conditions", "why"),
    [
        (("governance.meeting_frequency",), "that state it"),
        (("governance.capitated_budget", "governance.integrated_teams"), "is known, found none"),
    ],
)
def test_conditions_that_the_cases_cannot_answer_leave_the_other_tables(dataset, conditions, why):
    asked = ConfigurationChoices(conditions=conditions, outcome="delegations.decisions")
    run = run_study(dataset, Study(methods=("governance", "configurations"), configurations=asked))
    assert [result.name for result in run.results] == ["governance", "truth_table"]
    assert run["truth_table"].frame.is_empty()
    assert why in run["truth_table"].notes[0]


def test_a_method_that_cannot_be_applied_is_named(dataset):
    asked = ConfigurationChoices(conditions=("governance.capitated_budgets",), outcome="governance.host")
    with pytest.raises(UsageError) as error:
        run_study(dataset, Study(title="Mine", configurations=asked))
    assert error.value.where == "Mine, method configurations"
    assert error.value.hint
