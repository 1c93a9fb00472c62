from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.configurations import configurations, memberships
from placebench.errors import UsageError
from placebench.model import Delegation, Governance

DAY = dt.date(2023, 3, 1)
POOLED, TEAMS, BUDGET = "governance.pooled_budget", "governance.integrated_teams", "delegations.budget"


def about(place, source="s1", **columns):
    dated = {"as_of": DAY, "as_of_precision": "day", **columns}
    return {"system_id": place.split("/")[0], "place_id": place, "source_id": source, **dated}


def feature(place, name, status="in_place", **columns):
    value = columns.pop("value", None)
    return Governance(**about(place, **columns), feature=name, status=status, value=value)


def known(result, name):
    return dict(result.frame.select("place_id", name).iter_rows())


@pytest.fixture
def dataset(tables, places, read):
    """Make tables of places for which a source was read."""

    def make(*rows):
        return tables(*places, read("s1", "governance", "north/alder"), *rows)

    return make


@pytest.mark.parametrize(
    ("status", "value"),
    [
        ("in_place", 1),
        ("absent", 0),
        ("planned", None),
        ("shadow", None),
        ("option", None),
        ("expected", None),
        ("ended", None),
    ],
)
def test_in_place_is_one_and_absent_is_zero_and_all_else_is_missing(dataset, status, value):
    rows = feature("north/alder", "pooled_budget", status), feature("north/alder", "integrated_teams")
    other = feature("north/birch", "pooled_budget")
    result = memberships(dataset(*rows, other), [POOLED, TEAMS])
    assert known(result, POOLED) == {"north/alder": value, "north/birch": 1}
    assert known(result, TEAMS) == {"north/alder": 1, "north/birch": None}


def test_sources_that_disagree_leave_it_missing_and_are_named(dataset):
    result = memberships(
        dataset(
            feature("north/alder", "pooled_budget"),
            feature("north/alder", "pooled_budget", "absent", source="s2"),
            feature("north/alder", "integrated_teams"),
            feature("north/birch", "pooled_budget"),
        ),
        [POOLED, TEAMS],
    )
    assert known(result, POOLED)["north/alder"] is None
    assert f"{POOLED} is stated, yet not certain (other status, or in dispute): north/alder." in result.notes


def test_an_outright_denial_elsewhere_leaves_a_value_uncertain(dataset):
    rows = (
        feature("north/alder", "pooled_budget", value="section_75"),
        feature("north/alder", "pooled_budget", "absent", source="s2"),
        feature("north/birch", "pooled_budget"),
        feature("north/alder", "integrated_teams"),
    )
    assert known(memberships(dataset(*rows), [POOLED, TEAMS]), POOLED) == {
        "north/alder": None,
        "north/birch": 1,
    }


def test_what_has_ended_is_not_there_for_certain(dataset):
    later = dt.date(2024, 1, 1)
    rows = (
        feature("north/alder", "pooled_budget"),
        feature("north/alder", "pooled_budget", "ended", as_of=later),
        feature("north/alder", "integrated_teams"),
        feature("north/birch", "pooled_budget"),
    )
    assert known(memberships(dataset(*rows), [POOLED, TEAMS]), POOLED)["north/alder"] is None


def test_a_value_can_be_asked_for(dataset):
    rows = (
        Governance(**about("north/alder"), feature="arrangement", value="joint_committee"),
        Governance(**about("north/birch"), feature="arrangement", value="alliance"),
        Governance(**about("north/cedar"), feature="arrangement", value="joint_committee", status="absent"),
    )
    found = memberships(dataset(*rows), ["governance.arrangement=joint_committee", "governance.arrangement"])
    assert known(found, "governance.arrangement=joint_committee") == {
        "north/alder": 1,
        "north/birch": None,
        "north/cedar": 0,
    }


def test_lacking_one_value_says_nothing_of_the_others(dataset):
    rows = (
        Governance(**about("north/alder"), feature="arrangement", value="alliance"),
        Governance(**about("north/birch"), feature="arrangement", value="joint_committee", status="absent"),
        feature("north/birch", "pooled_budget"),
    )
    found = memberships(dataset(*rows), ["governance.arrangement", POOLED])
    assert known(found, "governance.arrangement") == {"north/alder": 1, "north/birch": None}


@pytest.mark.parametrize(
    ("columns", "value"),
    [
        ({"scope": "budget", "extent": "partial"}, 1),
        ({"scope": "budget", "to_kind": "committee"}, 1),
        ({"scope": "budget", "extent": "none"}, 0),
        ({"scope": "budget", "status": "absent"}, 0),
        ({"extent": "none", "status": "absent"}, 0),
        ({"scope": "budget", "to_kind": "officer"}, None),
        ({"scope": "functions"}, None),
        ({"scope": "budget", "status": "planned"}, None),
    ],
)
def test_delegation_of_a_budget(dataset, columns, value):
    rows = (
        Delegation(**about("north/alder"), **columns),
        Delegation(**about("north/birch"), scope="budget"),
        feature("north/alder", "pooled_budget"),
    )
    assert known(memberships(dataset(*rows), [BUDGET, POOLED]), BUDGET) == {
        "north/alder": value,
        "north/birch": 1,
    }


def intervals(*rows):
    names = ("place_id", "basis", "low", "high", "known")
    frame = pl.DataFrame(rows, schema=names, orient="row")
    return frame.with_columns(
        pl.lit("bob/maturity").alias("framework_id"),
        pl.lit("bob/maturity/2").alias("theme_id"),
        pl.lit("Leadership").alias("theme"),
        pl.lit(2, pl.Int64).alias("theme_number"),
        pl.lit(4, pl.Int64).alias("n_stages"),
        pl.lit(DAY).alias("as_of_first"),
        pl.lit(DAY).alias("as_of_last"),
        pl.lit(["a1"]).alias("fact_ids"),
    )


@pytest.mark.parametrize("theme", ["bob/maturity/2", "Leadership", "2"])
def test_a_stage_of_maturity(dataset, theme):
    stages = intervals(
        ("north/alder", "self", 3, 4, True),
        ("north/alder", "peer", 1, 4, False),
        ("north/birch", "self", 1, 2, True),
        ("north/cedar", "self", 2, 3, True),
        ("south/dale", "self", 1, 4, False),
    )
    rows = [feature(p, "pooled_budget") for p in ("north/alder", "north/birch", "north/cedar", "south/dale")]
    name = f"maturity.{theme}>=3"
    result = memberships(dataset(*rows), [name, POOLED], stages)
    assert known(result, name) == {
        "north/alder": 1,
        "north/birch": 0,
        "north/cedar": None,
        "south/dale": None,
    }
    assert "a1" in result.fact_ids


def test_assessors_on_two_sides_of_a_stage_leave_it_missing(dataset):
    stages = intervals(
        ("north/alder", "self", 3, 3, True),
        ("north/alder", "peer", 2, 2, True),
        ("north/birch", "self", 3, 3, True),
    )
    result = memberships(dataset(feature("north/alder", "pooled_budget")), ["maturity.2>=3", POOLED], stages)
    assert known(result, "maturity.2>=3") == {"north/alder": None}


def test_places_of_which_nothing_is_known_are_no_cases_and_named(dataset):
    rows = (
        feature("north/alder", "pooled_budget"),
        feature("north/birch", "pooled_budget", "absent"),
        feature("south/dale", "shared_vision"),
    )
    result = memberships(dataset(*rows), [POOLED])
    assert result.frame["place"].to_list() == ["Alder", "Birch"]
    assert result.denominators == {"places": 3, "places_known": 2}
    assert "No cases, because nothing that is asked is known of them: Dale." in result.notes


def test_an_analysis_of_places(dataset):
    rows = (
        feature("north/alder", "pooled_budget"),
        feature("north/alder", "integrated_teams"),
        feature("north/birch", "pooled_budget", "absent"),
        feature("north/birch", "integrated_teams", "absent"),
        feature("north/cedar", "pooled_budget"),
        feature("south/dale", "integrated_teams", "absent"),
    )
    results = {one.name: one for one in configurations(dataset(*rows), [POOLED], TEAMS)}
    assert list(results) == ["memberships", "truth_table", "necessity", "term_robustness"]
    row = results["truth_table"].frame.row(1, named=True)
    assert (row["cases"], row["possible_cases"]) == (["north/alder", "north/cedar"], ["south/dale"])
    assert len(row["fact_ids"]) == 4
    assert row["as_of_first"] == DAY
    term = results["term_robustness"].frame.filter(solution="parsimonious", term=POOLED).row(0, named=True)
    assert (term["status"], term["in_some_model"], term["completions"]) == ("possible", 1, 4)
    assert term["fact_ids"]
    assert all(one.notes for one in results.values())


def test_solutions_come_where_nothing_is_missing(dataset):
    rows = (
        feature("north/alder", "pooled_budget"),
        feature("north/alder", "integrated_teams"),
        feature("north/birch", "pooled_budget", "absent"),
        feature("north/birch", "integrated_teams", "absent"),
    )
    results = configurations(dataset(*rows), [POOLED], f"~{TEAMS}")
    assert results[-1].name == "solutions"
    assert results[-1].frame["expression"].to_list() == [f"~{POOLED}"] * 4


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "governance.pooled_bugdet",
            "known governance feature, found “pooled_bugdet”; did you mean pooled_budget?",
        ),
        (
            "governance.arrangement=aliance",
            "known value of arrangement, found “aliance”; did you mean alliance?",
        ),
        ("delegations.budgets", "known scope of delegation, found “budgets”; did you mean budget?"),
        ("roles.chair", "expected a condition such as governance.pooled_budget"),
        ("maturity.2", "expected a theme and a stage, such as maturity.THEME>=3"),
        ("maturity.2>=3", "expected intervals of stages"),
        (
            "governance.shared_vision",
            "of which “governance.shared_vision” is known, found none; 1 source was",
        ),
    ],
)
def test_conditions_that_cannot_be_asked(dataset, name, message):
    with pytest.raises(UsageError) as raised:
        memberships(dataset(feature("north/alder", "pooled_budget")), [POOLED, name])
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("maturity.Leadershp>=2", "did you mean Leadership?"),
        ("maturity.2>=5", "expected a stage from 1 to 4, found 5"),
        ("maturity.2>=0", "expected a stage from 1 to 4, found 0"),
    ],
)
def test_stages_that_cannot_be_asked(dataset, name, message):
    stages = intervals(("north/alder", "self", 3, 4, True))
    with pytest.raises(UsageError) as raised:
        memberships(dataset(), [name], stages)
    assert message in str(raised.value)


def test_a_theme_named_in_two_frameworks_is_asked_for_by_its_identifier(dataset):
    one = intervals(("north/alder", "self", 3, 4, True))
    other = one.with_columns(pl.lit("hwb/maturity/2").alias("theme_id"))
    with pytest.raises(UsageError, match="bob/maturity/2, hwb/maturity/2; name it by its identifier"):
        memberships(dataset(), ["maturity.Leadership>=2"], pl.concat([one, other]))


def test_what_is_the_same_for_all_places_is_refused(dataset):
    rows = feature("north/alder", "pooled_budget"), feature("north/alder", "integrated_teams")
    with pytest.raises(UsageError, match=r"column governance\.pooled_budget: expected values that vary"):
        configurations(dataset(*rows), [POOLED], TEAMS)
