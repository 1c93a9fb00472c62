"""`placebench codebook`: the coding frame for reading, for a paper and for programs."""

from __future__ import annotations

import json
import re

import pytest

from placebench.codebook import load_codebook
from placebench.codebook.frame import find, sections
from placebench.codebook.maturity_file import load_maturity_rules
from placebench.codebook.method import load_method
from placebench.model import DECIDING
from placebench.model.vocabularies import STATUS

CUE_RULES = sorted({cue.rule for cues in load_codebook().cues.values() for cue in cues})
RULES_OF_CODE = ("memberships.hosts", "memberships.chairs", "footprints.population", "remits.table")


def test_the_whole_frame_reads_like_a_method_section(placebench):
    printed = placebench("codebook").stdout
    assert printed.startswith("Coding frame of placebench ")
    assert load_codebook().digest in printed
    assert load_method().digest in printed
    titles = [
        "Rules for deciding",
        "Tables:",
        "Governance features",
        "Roles",
        "Sectors",
        "Topics",
        "Statuses",
    ]
    positions = [printed.index(f"\n{title}") for title in titles]
    assert positions == sorted(positions)
    assert all(f"- {rule.name}: " in printed for rule in DECIDING)
    assert all(f"\n{section.name}\n" in printed for section in sections())


def test_the_frame_fits_the_terminal(placebench):
    assert max(map(len, placebench("codebook", width=90).stdout.splitlines())) <= 90


def test_an_entry_is_printed_with_all_that_belongs_to_it(placebench):
    printed = placebench("codebook", "governance.chairing", width=200).stdout
    entry = next(entry for entry in load_method().groups["features"] if entry.code == "chairing")
    for text in (entry.definition, *entry.counts, *entry.counts_not, entry.examples[0].text):
        assert text in printed
    assert "value: single, joint, rotating, independent, refreshed" in printed
    assert "gives governance: feature = chairing, value = joint, status = in_place" in printed
    assert all(example.why in printed for example in entry.counter_examples)


def test_an_entry_that_is_asked_for_has_every_pattern_and_the_whole_frame_has_few(placebench):
    cues = [cue for cue in load_codebook().cues["governance"] if cue.entry == "meeting_frequency"]
    expressions = sum(len(cue.match.expressions) for cue in cues)
    alone = placebench("codebook", "meeting_frequency").stdout
    assert len(re.findall(r"- \d+ match:\s", alone)) == expressions
    assert "<frequency>" in alone
    in_frame = placebench("codebook").stdout.split("\ngovernance.meeting_frequency\n")[1].split("\n\ngov")[0]
    assert len(re.findall(r"- \d+ match:\s", in_frame)) == 2


@pytest.mark.parametrize(
    ("feature", "values"),
    [
        ("board", "value: a name"),
        ("dedicated_staff", "value: a number"),
        ("shared_plan", "value: a kind, as text"),
        ("co_location", "value: none"),
    ],
)
def test_a_feature_tells_what_its_value_holds(placebench, feature, values):
    assert f"  Values\n    - {values}\n" in placebench("codebook", feature).stdout


def test_markdown_has_headings_lists_and_patterns_as_code(placebench):
    printed = placebench("codebook", "statuses.shadow", "--format", "markdown").stdout
    assert printed.startswith("### statuses.shadow\n\nThe thing runs in shadow form")
    assert "\n**Counts**\n\n- a board, committee or budget in shadow form\n" in printed
    assert re.search(r"\n- `1 match: .+`\n", printed)
    assert placebench("codebook", "--format", "markdown").stdout.startswith("# Coding frame of placebench ")


def test_json_is_for_programs(placebench):
    content = json.loads(placebench("codebook", "pooled_budget", "--format", "json").stdout)
    assert content["digests"]["cues"] == load_codebook().digest
    (entry,) = content["entries"]
    assert entry["name"] == "governance.pooled_budget"
    assert list(entry["allowed"]["value"]) == ["better_care_fund", "section_75", "other"]
    assert entry["examples"][0]["expect"]["feature"] == "pooled_budget"
    assert entry["cues"][0]["rule"] == "governance.pooled_budget"
    assert len(json.loads(placebench("codebook", "--format", "json").stdout)["entries"]) == len(sections())


@pytest.mark.parametrize("rule", [*CUE_RULES, *RULES_OF_CODE])
def test_what_the_rule_column_has_is_an_entry(rule):
    assert find(rule, sections())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("delegations", ["delegations"]),
        ("features.board", ["governance.board"]),
        ("roles.chair", ["roles.chair"]),
        ("status.ended", ["statuses.ended"]),
        ("mental_health", ["sectors.mental_health", "topics.mental_health"]),
        ("memberships.chairs", ["memberships"]),
    ],
)
def test_an_entry_is_found_by_its_code_its_list_or_its_table(name, found):
    assert [section.name for section in find(name, sections())] == found


@pytest.mark.parametrize("name", ["statuses", "status"])
def test_a_whole_list_is_found_by_its_name_and_by_that_of_its_column(name):
    found = [section.name for section in find(name, sections())]
    assert found == [f"statuses.{code}" for code in STATUS.codes]


def test_a_rule_of_a_table_is_printed_without_the_cues_of_other_rules():
    (section,) = find("memberships.sits", sections())
    assert {signal.rule for signal in section.signals} == {"memberships.sits"}


def test_an_unknown_entry_names_the_nearest(placebench):
    result = placebench("codebook", "meeting_frequncy")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "expected an entry of the codebook, found “meeting_frequncy”" in result.stderr
    assert "did you mean meeting_frequency" in result.stderr


def test_an_entry_like_no_other_leads_to_the_whole_frame(placebench):
    result = placebench("codebook", "zzz")
    assert result.exit_code == 2
    assert "`placebench codebook` prints every entry" in result.stderr


class TestRulesOnMaturity:
    def test_the_whole_frame_ends_with_them(self, placebench):
        printed = placebench("codebook").stdout
        rules = load_maturity_rules()
        assert printed.count("\nmaturity.") == len(rules.rules)
        assert rules.digest in printed
        assert printed.index("\nRules on maturity") > printed.index("\nStatuses")

    def test_one_is_printed_with_its_bound_criterion_and_facts(self, placebench):
        printed = placebench("codebook", "maturity.no-delegated-resources", width=200).stdout
        (rule,) = load_maturity_rules().find("maturity.no-delegated-resources")
        assert rule.reason in printed
        assert "- below Thriving\n" in printed
        assert "- delegations: scope = budget or not given, extent = none, status = absent" in printed

    def test_markdown_and_json(self, placebench):
        printed = placebench("codebook", "maturity", "--format", "markdown").stdout
        assert printed.startswith("### maturity.vision-agreed\n\nThe second stage")
        content = json.loads(placebench("codebook", "maturity", "--format", "json").stdout)
        assert content["entries"] == []
        assert content["digests"]["maturity rules"] == load_maturity_rules().digest
        first = content["maturity_rules"][0]
        assert (first["rule"], first["at_least"]) == ("maturity.vision-agreed", "Developing")
        assert first["when"][0] == {
            "table": "governance",
            "feature": ["shared_vision"],
            "status": ["in_place"],
        }

    def test_a_file_of_rules_is_added_or_its_line_is_named(self, placebench, tmp_path):
        mine = tmp_path / "mine.toml"
        rule = 'theme = 1\nbelow = "B"\ncriterion = "x"\nreason = "y"\n'
        fact = 'when = [{ table = "roles", role = "chair", status = "absent" }]\n'
        mine.write_text(f'framework = "a/b"\n[no-chair]\n{rule}{fact}')
        assert "maturity.no-chair@mine" in placebench("codebook", "maturity", "--rules", str(mine)).stdout
        mine.write_text(mine.read_text().replace('"chair"', '"chairr"'))
        failed = placebench("codebook", "maturity", "--rules", str(mine))
        assert failed.exit_code != 0
        assert "mine.toml, line 7: expected a code of role, such as" in failed.stderr

    def test_an_unknown_one_names_the_nearest(self, placebench):
        result = placebench("codebook", "maturity.no-delegated-budget")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "did you mean maturity.no-delegated-" in result.stderr
