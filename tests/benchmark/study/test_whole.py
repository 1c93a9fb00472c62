"""From published documents and a workbook that a team filled in to every table of a study."""

from __future__ import annotations

import datetime as dt

import openpyxl
import polars as pl
import pytest
from click.testing import CliRunner

import placebench
from placebench.benchmark.study import differences, load_study, run_study
from placebench.cli.app import cli
from placebench.dataset import evidence_of

pytestmark = pytest.mark.whole

STAGES = ("1 Emerging", "2 Developing", "3 Maturing", "4 Thriving")
STUDY = """
title = "Five papers and one self-assessment"
[maturity]
basis = ["self", "documentary"]
[configurations]
conditions = ["maturity.1>=3", "maturity.3>=2"]
outcome = "maturity.5>=3"
[change]
first = 2022-06-30
last = 2024-12-31
"""
METHODS = (
    "coverage", "governance", "membership", "leadership", "delegation", "priorities",
    "conflicts",
    "arrangements", "member_sectors", "chair_sectors", "lead_employers", "delegations", "pooled_budgets",
    "priority_topics", "priority_overlap", "remits", "commitment_themes",
    "maturity", "maturity_distribution", "maturity_medians", "maturity_bounds",
    "dominance", "ranks", "pairs", "rank_probabilities", "hasse", "copeland", "robustness",
    "dominance_documentary", "raters", "peers", "clusters", "truth_table", "fact_changes", "stage_signs",
)  # fmt: skip


def called(*arguments):
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output


def filled(workbook, sheets):
    """Fill a workbook in as a team would: one answer a theme, a range now and then, and one left open."""
    book = openpyxl.load_workbook(workbook)
    for n, name in enumerate(sheets):
        sheet = book[name]
        sheet["I3"], sheet["I4"] = "Partnership board", dt.date(2023, 6, 1)
        for theme in range(9):
            sheet.cell(8 + theme, 8).value = STAGES[(theme * (n + 1) + n) % 4]
        sheet.cell(8, 8).value, sheet.cell(8, 9).value = STAGES[n], STAGES[n + 1]
        sheet.cell(17, 8).value = "Not assessed"
    book.save(workbook)


@pytest.fixture(scope="module")
def folder(real_documents, tmp_path_factory):
    """Return a folder with a dataset of the documents and of a workbook, and a study."""
    folder = tmp_path_factory.mktemp("whole")
    called("import", real_documents, "--out", folder / "papers", "-q")
    workbook = folder / "self.xlsx"
    called("workbook", "bob", "--dataset", folder / "papers", "--system", "bob", "--out", workbook)
    filled(workbook, ("Buckinghamshire", "Oxfordshire", "Berkshire West"))
    called("import", workbook, real_documents, "--out", folder / "both", "-q")
    (folder / "study.toml").write_text(STUDY)
    return folder


def test_a_study_makes_every_table_and_makes_it_again(folder):
    called("benchmark", folder / "both", "--study", folder / "study.toml", "--out", folder / "tables")
    dataset = placebench.Dataset.open(folder / "both")
    run = run_study(dataset, load_study(folder / "study.toml"))
    assert set(METHODS) <= {result.name for result in run.results}
    assert differences(folder / "tables", run).tables == ()


def test_every_figure_leads_to_words_or_to_a_cell(folder):
    dataset = placebench.Dataset.open(folder / "both")
    run = run_study(dataset, load_study(folder / "study.toml"))
    for result in run.results:
        for fact in result.fact_ids[:5]:
            assert evidence_of(dataset, fact), (result.name, fact)
    rated = run["maturity"].frame.filter(pl.col("known"), pl.col("place_id") == "bob/oxfordshire")
    (fact,) = rated.filter(pl.col("theme_number") == 2)["fact_ids"].item()
    assert evidence_of(dataset, fact)[0].evidence.cell == "Oxfordshire!H9"


def test_what_a_team_answered_is_what_the_tables_say(folder):
    run = run_study(placebench.Dataset.open(folder / "both"), load_study(folder / "study.toml"))
    stages = run["maturity"].frame.filter("known").select("place", "theme_number", "low", "high")
    assert stages.height == 27
    assert set(stages.filter(theme_number=1).iter_rows()) == {
        ("Buckinghamshire", 1, 1, 2), ("Oxfordshire", 1, 2, 3), ("Berkshire West", 1, 3, 4),
    }  # fmt: skip
    assert stages.filter(theme_number=10).is_empty()
