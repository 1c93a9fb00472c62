from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.whole

PROFILE = """
[system]
id = "vale"
name = "Vale"

[[place]]
id = "dale"
name = "Dale"
"""
PAPER = """Vale place-based partnerships

The NHS, primary care and the council work on integrated care.
The Dale partnership has a shared vision.
Members asked whether the Dale partnership would have pooled budgets.
"""


@pytest.fixture
def audited(placebench, tmp_path):
    (tmp_path / "vale.toml").write_text(PROFILE)
    (tmp_path / "vale.txt").write_text(PAPER)

    def run(*arguments, name="vale.txt"):
        return placebench("audit", tmp_path / name, "--profile", tmp_path / "vale.toml", *arguments)

    return run


def test_text_is_whole_and_its_facts_are_marked(audited):
    result = audited()
    assert result.exit_code == 0
    assert (
        "[governance.shared_vision of vale/dale: The Dale partnership has a shared vision.]\nMembers asked"
        in result.stdout
    )
    text = result.stdout.partition("\nWords of the coding frame")[0]
    assert (
        text.replace("[governance.shared_vision of vale/dale: ", "").replace("]", "").strip() == PAPER.strip()
    )


def test_silent_sentences_stand_below_with_their_reasons(audited):
    said = audited().stdout
    assert "governance.pooled_budget: a question that somebody put" in said
    told = " ".join(said.split())
    assert "to `unless` of [reading.question] in a file of your own, which `--codebook` takes" in told


def test_words_that_gave_nothing_beside_a_fact_of_another_table_are_told(audited, tmp_path):
    (tmp_path / "mine.toml").write_text('[[roles.chair]]\nmatch = ["led on by (?P<holder>[a-z]+)"]\n')
    paper = PAPER.replace("a shared vision.", "a shared vision, and its work is led on by ann.")
    (tmp_path / "held.txt").write_text(paper)
    said = audited("--codebook", tmp_path / "mine.toml", name="held.txt").stdout
    assert "gave governance.shared_vision, and nothing of roles.chair@mine" in said
    assert "[[roles.chair]] in a file of your own" in " ".join(said.split())
    assert "Of 3 sentences, headings and tables apart, 1 (33%) gave a fact." in " ".join(said.split())


def test_json_says_the_same_for_programs(audited):
    found = json.loads(audited("--format", "json").stdout)
    assert (found["sentences"], found["stating"], found["share"]) == (3, 1, 1 / 3)
    (coded,) = found["coded"]
    assert coded["labels"] == ["governance.shared_vision of vale/dale"]
    assert PAPER[coded["start"] : coded["end"]] == coded["text"]
    assert ("governance.pooled_budget", "question") in {(s["rule"], s["reason"]) for s in found["silent"]}


def test_a_document_that_nobody_knows_is_shown_as_not_claimed(audited, tmp_path):
    (tmp_path / "other.txt").write_text("The partnership has pooled budgets.\n")
    result = audited("--format", "json", name="other.txt")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert (found["importers"], found["coded"]) == ([], [])
    assert {silence["reason"] for silence in found["silent"]} == {"not_claimed"}


def test_an_importer_with_a_reading_of_its_own_gives_no_reasons(placebench, documents):
    with (documents / "paper.txt").open("a") as paper:
        paper.write("\nThe partnership in both places has pooled budgets.\n")
    found = json.loads(placebench("audit", documents / "paper.txt", "--format", "json").stdout)
    assert [coded["labels"] for coded in found["coded"]] == [
        ["governance.chairing of northern/alder"],
        ["governance.shared_vision of northern/birch"],
    ]
    assert {silence["reason"] for silence in found["silent"]} == {"own_reading"}


def test_a_failing_importer_is_told_and_fails_the_command(placebench, documents):
    (documents / "paper.txt").write_text("Northern partnerships\n\nbreak the importer\n")
    result = placebench("audit", documents / "paper.txt")
    assert result.exit_code == 1
    assert "expected extract of paper.txt to finish" in result.stderr


@pytest.mark.parametrize(("name", "arguments"), [("missing.txt", ()), ("vale.txt", ("--importer", "nobody"))])
def test_what_does_not_exist_is_wrong_usage(audited, name, arguments):
    assert audited(*arguments, name=name).exit_code == 2


def test_a_folder_of_several_documents_is_wrong_usage(placebench, documents):
    for name in ("one.txt", "two.txt"):
        (documents / name).write_text("Northern partnerships\n")
    result = placebench("audit", documents)
    assert result.exit_code == 2
    assert "expected one document to audit, found a folder of" in result.stderr


def test_a_row_that_the_host_refuses_is_told_as_in_an_import(placebench, documents):
    (documents / "paper.txt").write_text("Northern partnerships\n\nalder has no_such_feature.\n")
    result = placebench("audit", documents / "paper.txt")
    assert result.exit_code == 1
    assert "1 row of governance was rejected by unknown-code" in result.stderr


TABLES = """<html><body><h1>Dale place-based partnership: delivery plan</h1>
<p>The NHS, primary care and the council work on integrated care.</p>
<table><tr><th>Action</th><th>Owner</th></tr><tr><td>Open the hub</td><td>Jo Bell</td></tr></table>
</body></html>
"""


def test_tables_that_gave_no_row_stand_below_with_what_they_need(audited, tmp_path):
    (tmp_path / "plan.html").write_text(TABLES)
    said = " ".join(audited(name="plan.html").stdout.split())
    assert "Action | Owner (2 rows, below “Dale place-based partnership: delivery plan”)" in said
    assert "actions and by when they are due: needs a column of dates by when; found “Action”" in said
    assert "add its words: [[milestones.in_tables_due]] match, in a file of your own" in said


def test_json_has_the_tables_that_gave_no_row(audited, tmp_path):
    (tmp_path / "plan.html").write_text(TABLES)
    (table,) = json.loads(audited("--format", "json", name="plan.html").stdout)["tables"]
    assert (table["headers"], table["rows"], table["reason"]) == (["Action", "Owner"], 2, "columns")
    (near,) = table["nearest"]
    assert (near["gives"], near["missing"]) == (["milestones"], [["dates by when"]])
    assert json.loads(audited("--format", "json").stdout)["tables"] == []


def test_a_table_of_a_document_that_nobody_knows_is_not_claimed(audited, tmp_path):
    (tmp_path / "else.html").write_text(TABLES.replace("Dale", "Somewhere"))
    (table,) = json.loads(audited("--format", "json", name="else.html").stdout)["tables"]
    assert table["reason"] == "not_claimed"
