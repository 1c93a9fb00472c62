"""What documents say of stages: bounds by published rules, apart from ratings, with rule and facts."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark.maturity import SCHEMA, documentary_bounds, maturity
from placebench.errors import CodebookError
from placebench.model import Delegation, Governance, Membership, Role

ALDER, BIRCH = "north/alder", "north/birch"
RULES = """
framework = "north/our-matrix"

[no-authority]
theme = "Governance"
below = "Thriving"
criterion = "delegated explicitly"
reason = "Nothing is delegated."
when = [{ table = "delegations", extent = "none", status = "absent", scope = ["budget", ""] }]

[structures]
theme = 2
at_least = "Developing"
criterion = "structures of governance"
reason = "There are structures."
when = [
  { table = "governance", feature = "board", status = ["in_place", "shadow"] },
  { table = "roles", role = "chair", status = "in_place" },
]

[no-vision]
theme = "Vision"
below = "Developing"
criterion = "vision is agreed"
reason = "No vision."
when = [{ table = "governance", feature = "shared_vision", status = "absent" }]

[vision]
theme = "Vision"
at_least = "Developing"
criterion = "vision is agreed"
reason = "A vision."
when = [{ table = "governance", feature = "shared_vision", status = "in_place" }]
"""


def of(kind, place="alder", **columns):
    """Return a fact about a place of North, of 2024 unless another date is given."""
    dated = {"as_of": dt.date(2024, 3, 1), "as_of_precision": "day", "source_id": "s1", **columns}
    place_id = None if dated.get("applies_to") else f"north/{place}"
    return kind(system_id="north", place_id=place_id, **dated)


VISION = {"feature": "shared_vision"}
NO_DELEGATION = {"extent": "none", "status": "absent"}


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(RULES)
    return path


@pytest.fixture
def read_by_rules(rated, rules, criteria):
    """Return what documents say by the rules above, given some facts."""

    def read(*rows, **asked):
        return maturity(rated(*criteria, *rows), basis="documentary", rules=[rules], **asked)

    return read


def cells(result):
    """Return what is known by place and theme."""
    known = result.frame.filter("known").select("place_id", "theme", "low", "high")
    return {(place, theme): (low, high) for place, theme, low, high in known.iter_rows()}


class TestBounds:
    def test_a_stated_lack_bounds_from_above(self, read_by_rules):
        found = read_by_rules(of(Delegation, **NO_DELEGATION))
        assert cells(found) == {(ALDER, "Governance"): (1, 3)}
        row = found.frame.filter("known").row(0, named=True)
        assert (row["at_least"], row["at_most"]) == (None, 3)
        assert (row["rules"], row["n_assessors"]) == (["maturity.no-authority@ours"], 0)
        assert found.frame.schema == SCHEMA

    def test_a_stated_fact_bounds_from_below(self, read_by_rules):
        assert cells(read_by_rules(of(Governance, **VISION))) == {(ALDER, "Vision"): (2, 4)}

    def test_all_facts_of_a_rule_are_needed_at_one_place_and_all_are_kept(self, read_by_rules):
        board, chair = of(Governance, feature="board", status="shadow"), of(Role, role="chair")
        assert cells(read_by_rules(board, of(Role, "birch", role="chair"))) == {}
        found = read_by_rules(board, chair)
        assert cells(found) == {(ALDER, "Governance"): (2, 4)}
        assert len(found.frame.filter("known")["fact_ids"][0]) == 2

    def test_two_bounds_narrow_the_interval(self, read_by_rules):
        rows = (of(Governance, feature="board"), of(Role, role="chair"), of(Delegation, **NO_DELEGATION))
        assert cells(read_by_rules(*rows)) == {(ALDER, "Governance"): (2, 3)}

    @pytest.mark.parametrize(
        "other",
        [
            of(Governance, feature="shared_vision", status="planned"),
            of(Governance, feature="shared_vision", body_kind="partner"),
            of(Governance, feature="shared_vision", applies_to="system"),
            of(Governance, feature="shared_vision", basis="derived", rule="governance.guess"),
            of(Governance, feature="shared_plan"),
            of(Delegation, extent="none", status="absent", scope="functions"),
        ],
    )
    def test_nothing_follows_from_plans_other_bodies_or_what_is_itself_derived(self, read_by_rules, other):
        found = read_by_rules(other)
        assert cells(found) == {}
        assert "No place states a fact from which a rule draws a stage of Our matrix." in found.notes

    def test_a_list_column_holds_any_of_the_codes(self, rated, tmp_path, criteria):
        text = RULES.replace('table = "roles", role = "chair"', 'table = "memberships", sectors = "vcse"')
        (tmp_path / "r.toml").write_text(text)
        rows = (
            of(Governance, feature="board"),
            of(Membership, sectors=("acute", "vcse"), organisation="Age Concern"),
        )
        tables = rated(*criteria, *rows)
        assert cells(maturity(tables, basis="documentary", rules=[tmp_path / "r.toml"])) == {
            (ALDER, "Governance"): (2, 4)
        }

    def test_a_statement_on_each_place_bounds_every_place_and_is_told(self, read_by_rules):
        found = read_by_rules(of(Governance, applies_to="each_place", status="absent", **VISION))
        assert cells(found) == {(f"north/{place}", "Vision"): (1, 1) for place in ("alder", "birch", "cedar")}
        assert "3 bounds rest on a statement on each place of a system." in found.notes

    def test_only_facts_of_the_dates_asked_for(self, read_by_rules):
        early = of(Governance, as_of=dt.date(2022, 1, 1), **VISION)
        assert cells(read_by_rules(early, since=dt.date(2023, 1, 1))) == {}
        assert cells(read_by_rules(early, until=dt.date(2023, 1, 1))) == {(ALDER, "Vision"): (2, 4)}


class TestConflict:
    def test_contradictory_bounds_are_both_kept_and_leave_the_full_range(self, read_by_rules):
        early = of(Governance, status="absent", as_of=dt.date(2022, 1, 1), **VISION)
        found = read_by_rules(early, of(Governance, **VISION))
        row = found.frame.filter("known").row(0, named=True)
        assert (row["at_least"], row["at_most"], row["low"], row["high"]) == (2, 1, 1, 4)
        assert row["conflict"]
        assert (
            "north/alder: documents contradict each other on Vision: "
            "at most Emerging (maturity.no-vision@ours, 2022-01-01); "
            "at least Developing (maturity.vision@ours, 2024-03-01). No stage follows."
        ) in found.notes


class TestApart:
    def test_documents_are_read_only_when_asked_for(self, rated, criteria):
        found = maturity(rated(*criteria, of(Governance, **VISION)))
        assert set(found.frame["basis"]) == {"self", "peer"}
        assert found.bounds.is_empty()

    def test_a_reading_changes_no_rating(self, rated, rating, criteria, rules):
        tables = rated(*criteria, rating("alder", 1, 1), of(Governance, **VISION))
        found = maturity(tables, basis=("self", "documentary"), rules=[rules])
        alder = found.frame.filter(pl.col("place_id") == ALDER, pl.col("theme") == "Vision")
        assert alder.select("basis", "low", "high").rows() == [("self", 1, 1), ("documentary", 2, 4)]
        assert found.denominators["places_rated"] == 1

    def test_a_documentary_rating_of_an_importer_is_a_bound_with_its_own_rule(self, read_by_rules, rating):
        rows = (
            rating("alder", 2, 1, 3, kind="documentary", assessor=None, rule="maturity.theirs"),
            rating("birch", 2, 1, 4, kind="documentary", assessor=None, rule="maturity.theirs"),
        )
        found = read_by_rules(*rows)
        assert cells(found) == {(ALDER, "Governance"): (1, 3)}
        assert documentary_bounds(found).frame["rule"].to_list() == ["maturity.theirs"]

    def test_each_bound_is_listed_with_rule_reason_criterion_and_facts(self, read_by_rules):
        found = read_by_rules(of(Delegation, **NO_DELEGATION), of(Governance, "birch", **VISION))
        listed = documentary_bounds(found).frame
        assert listed.select("place", "theme", "stage", "at_least", "at_most", "rule", "reason").rows() == [
            (
                "Alder",
                "Governance",
                "Maturing",
                None,
                3,
                "maturity.no-authority@ours",
                "Nothing is delegated.",
            ),
            ("Birch", "Vision", "Developing", 2, None, "maturity.vision@ours", "A vision."),
        ]
        assert listed["criterion_id"].to_list() == [
            "north/our-matrix-0a1b2c3d/2/stage-4/1",
            "north/our-matrix-0a1b2c3d/1/stage-2/1",
        ]
        assert listed["fact_ids"].list.len().to_list() == [1, 1]


class TestFit:
    @pytest.mark.parametrize(
        ("old", "new", "line", "message"),
        [
            ('theme = "Governance"', 'theme = "Govern"', 5, "a theme of .* found “Govern”.*'Governance'"),
            ("theme = 2", "theme = 3", 12, "a theme of Our matrix, found “3”"),
            ('below = "Thriving"', 'below = "Thrivin"', 6, "a stage of .* found “Thrivin”.*'Thriving'"),
            ('below = "Thriving"', 'below = "Emerging"', 6, "found below Emerging, which is the lowest"),
            ("delegated explicitly", "devolved", 7, "none with “devolved”; the rule was written for"),
            (
                'below = "Thriving"',
                'below = "Maturing"',
                7,
                "at stage Maturing with the words of maturity.no",
            ),
        ],
    )
    def test_what_the_framework_lacks_is_an_error_with_file_and_line(
        self, rated, criteria, tmp_path, old, new, line, message
    ):
        path = tmp_path / "ours.toml"
        path.write_text(RULES.replace(old, new, 1))
        with pytest.raises(CodebookError, match=message) as error:
            maturity(rated(*criteria), basis="documentary", rules=[path])
        assert error.value.where == f"{path}, line {line}"

    def test_without_criteria_the_rules_are_used_and_the_doubt_is_told(self, rated, rules):
        found = maturity(rated(of(Governance, **VISION)), basis="documentary", rules=[rules])
        assert cells(found) == {(ALDER, "Vision"): (2, 4)}
        assert any("that the rules fit them is not checked" in note for note in found.notes)
        assert found.bounds["criterion_id"].to_list() == [None]

    def test_rules_of_other_frameworks_are_left_alone(self, rated, criteria):
        found = maturity(rated(*criteria, of(Governance, **VISION)), basis="documentary")
        assert cells(found) == {}
        assert "No rule reads documents for Our matrix (north/our-matrix-0a1b2c3d)." in found.notes

    def test_places_of_other_systems_are_read_by_it_and_this_is_told(self, read_by_rules):
        dale = Governance(system_id="south", place_id="south/dale", source_id="s1", feature="shared_vision")
        found = read_by_rules(dale)
        assert cells(found) == {("south/dale", "Vision"): (2, 4)}
        assert any(note.startswith("The framework is that of north") for note in found.notes)


class TestExamples:
    def test_the_rules_beside_the_example_documents_fit_their_matrix(self, read_examples, examples):
        asked = {"basis": "documentary", "rules": [examples.parent / "maturity-rules.toml"]}
        found = maturity(read_examples.run.dataset, **asked)
        governance = "Shared governance and accountability"
        assert cells(found)["bob/oxfordshire", governance] == (1, 3)
        assert cells(found)["black-country/dudley", governance] == (2, 4)
        assert set(found.bounds["rule"]) == {
            f"maturity.{name}@maturity-rules"
            for name in ("informal", "nothing-delegated", "terms-of-reference")
        }


class TestPublishedDocuments:
    """The paper of the BOB board of 21 March 2023 holds a matrix and rates nobody."""

    def test_no_place_is_rated(self, read_documents):
        found = maturity(read_documents.run.dataset)
        assert found.denominators["cells_known"] == 0
        assert (found.instrument.n_stages, found.instrument.themes.height) == (4, 10)

    def test_the_rules_of_the_package_fit_the_matrix(self, read_documents):
        found = maturity(read_documents.run.dataset, basis="documentary")
        oxfordshire = found.bounds.filter(pl.col("place_id") == "bob/oxfordshire")
        assert oxfordshire.sort("rule").select("rule", "at_least", "at_most").rows() == [
            ("maturity.informal-arrangement", None, 3),
            ("maturity.no-delegated-authority", None, 3),
            ("maturity.no-delegated-resources", None, 3),
            ("maturity.priorities-defined", 2, None),
            ("maturity.vision-not-agreed", None, 1),
        ]
        assert found.bounds["criterion_id"].null_count() == 0
        assert not found.frame["conflict"].any()
