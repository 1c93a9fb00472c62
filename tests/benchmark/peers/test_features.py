from __future__ import annotations

import datetime as dt

import pytest

from placebench.benchmark.peers import feature_rules, features_of
from placebench.errors import UsageError
from placebench.model.vocabularies import DELEGATION_SCOPE, FEATURES


@pytest.fixture
def values(tables, places):
    """Return the values that rows give to places, by name of the column."""

    def find(*rows, column):
        frame = features_of(tables(*places, *rows)).frame
        return dict(frame.select("place", column).rows()) if column in frame.columns else {}

    return find


def test_every_governance_feature_and_scope_is_asked():
    rules = feature_rules().rules
    assert {rule.item for rule in rules if rule.table == "governance"} == set(FEATURES)
    assert {rule.item for rule in rules if rule.table == "delegations"} == set(DELEGATION_SCOPE.codes)


@pytest.mark.parametrize(
    ("status", "value"),
    [
        ("in_place", 1),
        ("shadow", 1),
        ("absent", 0),
        ("ended", 0),
        ("planned", None),
        ("option", None),
        ("expected", None),
        ("candidate", None),
        ("emerging", None),
    ],
)
def test_a_status_says_whether_a_thing_is_there(values, governs, status, value):
    rows = governs("alder", "shared_plan", status=status), governs("birch", "shared_plan")
    assert values(*rows, column="shared_plan")["Alder"] == value


def test_silence_is_neither(values, governs):
    rows = governs("alder", "host"), governs("birch", "shared_plan")
    assert values(*rows, column="host") == {"Alder": 1, "Birch": None}


def test_one_affirms_and_one_denies_is_not_stated(tables, places, governs):
    rows = governs("alder", "shared_plan"), governs("alder", "shared_plan", status="absent", source="s2")
    found = features_of(tables(*places, *rows, governs("birch", "shared_plan")))
    assert dict(found.frame.select("place", "shared_plan").rows()) == {"Alder": None, "Birch": 1}
    assert any("north/alder: statements on shared_plan contradict each other" in note for note in found.notes)


def test_lack_of_one_value_denies_no_other(values, governs):
    rows = (
        governs("alder", "pooled_budget", "section_75", status="absent"),
        governs("alder", "pooled_budget", "better_care_fund"),
        governs("birch", "pooled_budget", "section_75", status="absent"),
    )
    assert values(*rows, column="pooled_budget") == {"Alder": 1, "Birch": None}


def test_forms_of_an_arrangement_are_taken_together(values, governs):
    rows = (
        governs("alder", "arrangement", "joint_committee"),
        governs("alder", "arrangement", "alliance"),
        governs("birch", "arrangement", "alliance"),
        governs("birch", "arrangement", "joint_committee", status="option"),
    )
    assert values(*rows, column="arrangement") == {"Alder": "alliance + joint_committee", "Birch": "alliance"}


def test_two_rhythms_are_not_stated(values, governs):
    rows = (
        governs("alder", "meeting_frequency", "monthly"),
        governs("alder", "meeting_frequency", "weekly", source="s2"),
        governs("birch", "meeting_frequency", "monthly"),
    )
    assert values(*rows, column="meeting_frequency") == {"Alder": None, "Birch": "monthly"}


@pytest.mark.parametrize(
    ("statements", "bounds"),
    [
        ([("budget", "full")], (2, 2)),
        ([("budget", "partial")], (1, 1)),
        ([("budget", None)], (1, 2)),
        ([("budget", "none", "absent")], (0, 0)),
        ([(None, "none", "absent")], (0, 0)),
        ([("budget", "partial"), ("budget", "full", "in_place", "committee")], (1, 2)),
        ([("budget", "full", "in_place", "officer")], None),
        ([("budget", "full", "planned")], None),
        ([("staff", "full")], None),
    ],
)
def test_delegation_lies_between_bounds(tables, places, governs, delegates, statements, bounds):
    rows = [delegates("alder", *statement) for statement in statements]
    frame = features_of(tables(*places, *rows, governs("alder", "host"))).frame
    columns = ("delegated_budget_low", "delegated_budget_high")
    assert (frame.select(columns).row(0) if columns[0] in frame.columns else None) == bounds


def test_facts_and_dates_stand_beside_the_values(tables, places, governs):
    rows = (
        governs("alder", "host", as_of=dt.date(2021, 1, 1)),
        governs("alder", "shared_plan"),
        governs("alder", "co_location", status="planned"),
    )
    row = features_of(tables(*places, *rows)).frame.row(0, named=True)
    assert row["fact_ids"] == [f"{n:016x}" for n in (5, 6)]
    assert (row["as_of_first"], row["as_of_last"]) == (dt.date(2021, 1, 1), dt.date(2023, 3, 1))


def test_what_no_place_states_is_left_out_and_said(tables, places, governs):
    found = features_of(tables(*places, governs("alder", "host")))
    assert [feature.name for feature in found.features] == ["host"]
    assert "No place states arrangement, chairing" in found.notes[0]
    assert found.denominators == {"places": 1, "features": 1, "features_asked": 34}


def test_one_sided_values_are_said(tables, places, governs):
    found = features_of(
        tables(*places, governs(None, "host"), governs("alder", "shared_plan", status="absent"))
    )
    assert any(note.startswith("3 of 4 values of presence are 1") for note in found.notes)
    assert any(
        note.startswith("3 values come from a statement on each place of a system") for note in found.notes
    )


def test_nothing_stated_gives_no_feature(tables):
    found = features_of(tables())
    assert found.features == ()
    assert found.frame.is_empty()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[shared_plann]", "did you mean shared_plan"),
        ("[host]\nwieght = 2", "did you mean weight"),
        ("[host]\ntake = 'presense'", "did you mean presence"),
        ("[host]\nkind = 'nominall'", "did you mean nominal"),
        ("[statuses]\nin_palce = 1", "did you mean in_place"),
        ("[money]\ntake = 'extent'\nitem = 'budgets'", "did you mean budget"),
        ("[budget]\ntake = 'extent'\nreceivers = ['comittee']", "did you mean committee"),
        ("[host", "a TOML file of features"),
    ],
)
def test_a_file_of_features_that_cannot_be_used_is_named(tmp_path, text, message):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=message) as raised:
        feature_rules(path)
    assert "mine.toml" in str(raised.value)


def test_a_reader_may_choose_features(tables, places, governs, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[statuses]\nin_place = 1\nplanned = 0\n[host]\nkind = 'asymmetric'\nweight = 2\n")
    rows = (
        governs("alder", "host"),
        governs("birch", "host", status="planned"),
        governs("birch", "shared_plan"),
    )
    found = features_of(tables(*places, *rows), feature_rules(path))
    assert found.frame["host"].to_list() == [1, 0]
    assert [(feature.kind, feature.weight) for feature in found.features] == [("asymmetric", 2)]
