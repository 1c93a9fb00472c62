"""The whole evaluation on an example document."""

from __future__ import annotations

import json

import pytest

from benchmarks.extraction.__main__ import main

pytestmark = pytest.mark.whole

DOC = "bob-case-study.txt"
MONTHLY = {"table": "governance", "feature": "meeting_frequency", "value": "monthly", "quote": "each month"}
WEEKLY = {**MONTHLY, "value": "weekly", "quote": "each week"}
CHILDREN = {"table": "priorities", "label": "children and young people"}


@pytest.fixture
def evaluated(examples, tmp_path, capsys):
    def lines(name, *coded):
        file = tmp_path / name
        file.write_text("\n".join(json.dumps({"doc": DOC, **line}) for line in coded))
        return str(file)

    def run(*options):
        facts = lines("facts.jsonl", MONTHLY, WEEKLY, CHILDREN)
        must_not = lines("must_not.jsonl", {**CHILDREN, "why": "to see it told"})
        main(["--facts", facts, "--documents", str(examples), "--must-not", must_not, *options])
        return capsys.readouterr().out

    return run


def test_a_set_from_anywhere_is_scored(evaluated):
    report = json.loads(evaluated("--format", "json", "--missed", "--extra"))
    scored = report["sets"]["facts.jsonl"]
    tables = {table["table"]: table for table in scored["tables"]}
    assert (tables["governance"]["coded"], tables["governance"]["found"]) == (2, 1)
    assert (tables["priorities"]["recall"], tables["priorities"]["broken"]) == (1, 1)
    assert [fact["value"] for fact in scored["missed"]] == ["weekly"]
    assert [row["why"] for row in scored["broken"]] == ["to see it told"]
    assert all(row["quotes"] for row in scored["extra"])
    assert scored["total"]["rows"] == len(scored["extra"]) + scored["total"]["matched"]
    assert report["refused_but_claimed"] is None


@pytest.mark.parametrize(
    ("form", "heading"), [("table", "table "), ("markdown", "| table | coded | found | recall |")]
)
def test_a_report_for_people(evaluated, form, heading):
    lines = evaluated("--format", form, "--missed", "--extra").splitlines()
    assert any(line.startswith(heading) for line in lines)
    assert [line for line in lines if line.startswith("missed")] == [
        f"missed: {DOC}, governance: feature=meeting_frequency, value=weekly | each week"
    ]
    assert any(line.startswith(f"must not be (to see it told): {DOC}, priorities: ") for line in lines)


def test_a_set_that_is_not_there_is_said_to_be_missing(capsys):
    main(["elsewhere"])
    assert "The set is missing: there is no elsewhere/facts.jsonl" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["--facts", "facts.jsonl"], ["--facts", "nowhere.jsonl", "--documents", "nowhere"]]
)
def test_a_command_that_cannot_be_carried_out_ends_with_2(words):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
