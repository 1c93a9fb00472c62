from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench import benchmark
from placebench.model import Delegation, Governance, Membership, Priority, Source

DAY = dt.date(2023, 3, 1)


def about(place, source="s1", **columns):
    """Give the columns that every fact of a place has."""
    dated = {"as_of": DAY, "as_of_precision": "day", **columns}
    return {"system_id": place.split("/")[0], "place_id": place, "source_id": source, **dated}


def answers(comparison, place, item):
    return comparison.frame.filter(pl.col("place_id") == place, pl.col(comparison.item) == item)


@pytest.fixture
def compared(tables, places, read):
    """Compare rows of places for which one source was read, `s1` for Alder and Birch."""

    def compare(name, *rows, table="governance"):
        claim = read("s1", table, "north/alder", "north/birch")
        return benchmark.ALL[name](tables(*places, claim, *rows))

    return compare


def test_every_comparison_has_its_module_and_name(tables, places):
    compared = benchmark.compare_all(tables(*places))
    assert [c.name for c in compared] == list(benchmark.ALL)
    assert all(c.title and c.notes for c in compared)


@pytest.mark.parametrize("name", list(benchmark.ALL))
def test_comparisons_of_an_empty_dataset_are_empty(tables, name):
    comparison = benchmark.ALL[name](tables())
    assert comparison.frame.is_empty()
    assert comparison.wide().is_empty()
    assert comparison.dates == (None, None)
    assert set(comparison.denominators.values()) == {0}


@pytest.mark.parametrize("name", list(benchmark.ALL))
def test_the_same_rows_give_the_same_frame(compared, name):
    rows = [
        Governance(**about(place, source), feature="board", value=value)
        for place in ("north/birch", "north/alder")
        for source in ("s2", "s1")
        for value in ("B", "A")
    ]
    assert compared(name, *rows).frame.equals(compared(name, *rows).frame)


class TestGovernance:
    def test_a_stated_feature_has_value_status_source_and_fact(self, compared):
        stated = Governance(**about("north/alder"), feature="chairing", value="rotating", status="planned")
        cell = answers(compared("governance", stated), "north/alder", "chairing").row(0, named=True)
        assert (cell["value"], cell["status"], cell["sources"]) == ("rotating", "planned", ["s1"])
        assert (cell["n_sources"], cell["n_sources_read"], cell["as_of_last"]) == (1, 1, DAY)
        assert len(cell["fact_ids"]) == 1

    def test_silence_of_a_source_is_not_stated_and_no_source_is_no_source(self, compared):
        elsewhere = Priority(**about("south/dale", "s9"), label="Falls", topics=("frailty",), position=1)
        comparison = compared("governance", elsewhere)
        assert answers(comparison, "north/alder", "board")["status"].to_list() == ["not_stated"]
        assert answers(comparison, "south/dale", "board")["status"].to_list() == ["no_source"]
        assert answers(comparison, "south/dale", "board")["fact_ids"].to_list() == [[]]

    def test_two_sources_that_say_the_same_are_one_answer_with_two_facts(self, compared):
        comparison = compared(
            "governance",
            *(Governance(**about("north/alder", s), feature="shared_vision") for s in ("s1", "s2")),
        )
        cell = answers(comparison, "north/alder", "shared_vision")
        assert cell["n_sources"].to_list() == [2]
        assert cell["fact_ids"].list.len().to_list() == [2]

    def test_sources_that_disagree_are_both_shown_and_flagged(self, compared):
        comparison = compared(
            "governance",
            Governance(**about("north/alder", "s1"), feature="pooled_budget", value="section_75"),
            Governance(**about("north/alder", "s2"), feature="pooled_budget", status="absent"),
        )
        cell = answers(comparison, "north/alder", "pooled_budget")
        assert cell["status"].to_list() == ["absent", "in_place"]
        assert cell["conflict"].to_list() == [True, True]
        said = next(note for note in comparison.notes if "disagree" in note)
        assert all(word in said for word in ("north/alder", "pooled_budget", "s1", "s2", "1 March 2023"))

    def test_a_disagreement_names_documents_where_they_are_known(self, compared):
        source = Source(
            source_id="s1", sha256="0" * 64, media_type="text/plain", characters=1, path="paper.txt"
        )
        rows = [
            Governance(**about("north/alder", s), feature="board", status=status)
            for s, status in (("s1", "in_place"), ("s2", "absent"))
        ]
        notes = compared("governance", source, *rows).notes
        said = "absent (s2, 1 March 2023); in place (paper.txt, 1 March 2023)"
        assert f"north/alder: answers on board disagree: {said}." in notes

    def test_a_statement_on_each_place_is_marked(self, compared):
        everywhere = Governance(
            system_id="north", applies_to="each_place", source_id="s1", feature="board", status="expected"
        )
        comparison = compared("governance", everywhere)
        assert comparison.stated["place_id"].to_list() == ["north/alder", "north/birch", "north/cedar"]
        assert set(comparison.stated["applies_to"]) == {"each_place"}
        assert "3 answers come from a statement on each place of a system, and marked so." in comparison.notes
        assert comparison.wide()["north/cedar"][1] == "expected (each place)"

    def test_other_bodies_are_left_out_and_counted(self, compared):
        subgroup = Governance(**about("north/alder"), feature="board", body_kind="subgroup")
        comparison = compared("governance", subgroup)
        assert comparison.stated.is_empty()
        assert "Rows on other bodies than the partnership are not counted: subgroup 1." in comparison.notes

    def test_denominators_tell_places_read_from_all_places(self, compared):
        elsewhere = Priority(**about("south/dale", "s9"), label="Falls", topics=("frailty",), position=1)
        counts = compared("governance", elsewhere).denominators
        assert counts == {"places": 3, "places_read": 2, "places_of_systems": 4, "sources": 1}

    def test_nothing_stated_is_said(self, compared):
        assert (
            "No place states a feature of its governance; 1 source was read for it."
            in compared("governance").notes
        )

    def test_several_forms_at_once_are_no_conflict(self, compared):
        rows = [
            Governance(**about("north/alder"), feature="arrangement", value=value, status=status)
            for value, status in (
                ("informal", "in_place"),
                ("alliance", "in_place"),
                ("joint_committee", "option"),
            )
        ]
        assert not compared("governance", *rows).frame["conflict"].any()


class TestMembership:
    def test_a_member_counts_in_each_of_its_sectors(self, compared):
        trust = Membership(**about("north/alder"), organisation="A trust", sectors=("acute", "community"))
        comparison = compared("membership", trust, table="memberships")
        assert comparison.stated["sector"].to_list() == ["acute", "community"]
        assert comparison.stated["value"].to_list() == ["A trust", "A trust"]

    def test_stated_and_derived_members_are_kept_apart(self, compared):
        rows = [
            Membership(
                **about("north/alder", basis=basis, rule=rule),
                organisation="The council",
                sectors=("local_authority",),
            )
            for basis, rule in (("stated", None), ("derived", "host-is-member"))
        ]
        comparison = compared("membership", *rows, table="memberships")
        assert comparison.stated["basis"].to_list() == ["derived", "stated"]

    def test_one_absent_organisation_does_not_deny_another_of_its_sector(self, compared):
        rows = [
            Membership(**about("north/alder"), organisation=name, sectors=("acute",), status=status)
            for name, status in (("A trust", "in_place"), ("B trust", "absent"))
        ]
        assert not compared("membership", *rows, table="memberships").frame["conflict"].any()

    def test_a_sector_that_nobody_states_is_named(self, compared):
        gp = Membership(**about("north/alder"), sectors=("primary_care",))
        notes = compared("membership", gp, table="memberships").notes
        assert any(note.startswith("No place states acute, community") for note in notes)
        assert not any("primary_care" in note for note in notes)


class TestDelegation:
    def test_a_cell_is_a_scope_and_a_receiver(self, compared):
        budget = Delegation(
            **about("north/alder"),
            scope="budget",
            extent="partial",
            to_kind="committee",
            from_body="ICB",
            power="s75",
        )
        comparison = compared("delegation", budget, table="delegations")
        cell = answers(comparison, "north/alder", "budget:committee").row(0, named=True)
        assert (cell["value"], cell["status"], cell["detail"]) == (
            "partial",
            "in_place",
            ["from ICB under s75"],
        )

    def test_a_stated_lack_is_an_answer(self, compared):
        none = Delegation(**about("north/alder"), extent="none", status="absent")
        comparison = compared("delegation", none, table="delegations")
        assert comparison.stated.select("scope", "value", "status").rows() == [
            ("scope_not_named:partnership", "none", "absent")
        ]
        assert comparison.wide().filter(pl.col("scope") == "scope_not_named:partnership")[
            "north/alder"
        ].to_list() == ["absent: none"]

    def test_a_stated_lack_contradicts_a_stated_delegation(self, compared):
        rows = [
            Delegation(**about("north/alder", "s1"), scope="budget", extent="none", status="absent"),
            Delegation(**about("north/alder", "s2"), scope="budget", extent="full"),
        ]
        assert compared("delegation", *rows, table="delegations").stated["conflict"].to_list() == [True, True]

    @pytest.mark.parametrize(
        ("to_kind", "expected"), [("partnership", [True, True]), ("officer", [False, False])]
    )
    def test_a_lack_of_any_contradicts_a_delegation_of_something(self, compared, to_kind, expected):
        rows = [
            Delegation(**about("north/alder", "s1"), extent="none", status="absent"),
            Delegation(**about("north/alder", "s2"), scope="budget", extent="full", to_kind=to_kind),
        ]
        assert compared("delegation", *rows, table="delegations").stated["conflict"].to_list() == expected

    def test_one_source_does_not_contradict_itself(self, compared):
        rows = [
            Delegation(**about("north/alder"), extent="none", status="absent"),
            Delegation(**about("north/alder"), scope="budget", extent="full"),
        ]
        assert not compared("delegation", *rows, table="delegations").stated["conflict"].any()

    def test_an_officer_is_no_delegation_to_the_partnership(self, compared):
        officer = Delegation(**about("north/alder"), scope="functions", extent="partial", to_kind="officer")
        comparison = compared("delegation", officer, table="delegations")
        assert any("officer" in note for note in comparison.notes)
        assert answers(comparison, "north/alder", "functions:partnership")["status"].to_list() == [
            "not_stated"
        ]


class TestPriorities:
    def test_a_topic_is_one_answer_with_the_labels_of_its_sources(self, compared):
        rows = [
            Priority(**about("north/alder"), label=label, topics=("frailty",), position=n)
            for n, label in enumerate(("Falls", "Ageing well"), start=1)
        ]
        comparison = compared("priorities", *rows, table="priorities")
        assert comparison.stated["detail"].to_list() == [["Ageing well", "Falls"]]
        frailty = comparison.wide().filter(pl.col("topic") == "frailty")
        assert frailty["north/alder"].to_list() == ["in place: Ageing well, Falls"]

    def test_candidates_are_not_priorities_in_place(self, compared):
        rows = [
            Priority(
                **about("north/alder"), label="Falls", topics=("frailty",), position=1, status="candidate"
            ),
            Priority(**about("north/alder"), label="Jobs", topics=("workforce",), position=1),
        ]
        comparison = compared("priorities", *rows, table="priorities")
        assert dict(comparison.stated.select("topic", "status").rows()) == {
            "frailty": "candidate",
            "workforce": "in_place",
        }

    def test_a_list_that_lacks_a_topic_of_another_list_does_not_deny_it(self, compared):
        listed = {"s1": ("frailty", "workforce", "prevention"), "s2": ("frailty", "oral_health")}
        rows = [
            Priority(**about("north/alder", source), label=topic, topics=(topic,), position=n)
            for source, topics in listed.items()
            for n, topic in enumerate(topics, start=1)
        ]
        comparison = compared("priorities", *rows, table="priorities")
        assert not comparison.stated["conflict"].any()
        assert not any("disagree" in note for note in comparison.notes)
        lists = "3 in s1 (1 March 2023), 2 in s2 (1 March 2023)"
        assert f"north/alder: several sources list its priorities: {lists}." in comparison.notes

    def test_priorities_of_no_topic_are_answers_of_their_own(self, compared):
        rows = [
            Priority(
                **about("north/alder", source), label=label, topics=("other",), position=n, status=status
            )
            for n, (source, label, status) in enumerate(
                [("s1", "Gardens", "in_place"), ("s1", "Parks", "in_place"), ("s2", "Lakes", "emerging")]
            )
        ]
        comparison = compared("priorities", *rows, table="priorities")
        assert comparison.stated["value"].sort().to_list() == ["Gardens", "Lakes", "Parks"]
        assert not comparison.stated["conflict"].any()

    def test_a_priority_in_passing_is_no_list(self, compared):
        rows = [
            Priority(**about("north/alder", source), label=topic, topics=(topic,), position=1)
            for source, topic in (("s1", "frailty"), ("s1", "workforce"), ("s2", "prevention"))
        ]
        notes = compared("priorities", *rows, table="priorities").notes
        assert not any("several sources list" in note for note in notes)

    def test_a_topic_that_one_source_denies_is_a_conflict(self, compared):
        rows = [
            Priority(
                **about("north/alder", source), label="Falls", topics=("frailty",), position=1, status=status
            )
            for source, status in (("s1", "in_place"), ("s2", "absent"))
        ]
        assert compared("priorities", *rows, table="priorities").stated["conflict"].to_list() == [True, True]


class TestCoverage:
    @pytest.mark.parametrize(
        ("statuses", "expected"),
        [
            (["in_place"], "stated"),
            (["option"], "stated"),
            (["absent"], "stated_absent"),
            (["absent", "in_place"], "stated"),
            ([], "not_stated"),
        ],
    )
    @pytest.mark.parametrize("item", ["governance", "governance:board"])
    def test_a_cell_tells_stated_from_absent_from_silent(self, compared, statuses, expected, item):
        rows = [Governance(**about("north/alder"), feature="board", status=status) for status in statuses]
        cell = answers(compared("coverage", *rows), "north/alder", item)
        assert cell["status"].to_list() == [expected]
        assert cell["fact_ids"].list.len().to_list() == [len(statuses)]

    def test_a_place_is_without_source_for_a_table_that_none_was_read_for(self, compared):
        comparison = compared("coverage")
        assert answers(comparison, "north/alder", "priorities")["status"].to_list() == ["no_source"]
        assert answers(comparison, "north/alder", "governance")["status"].to_list() == ["not_stated"]

    def test_answers_that_disagree_are_flagged(self, compared):
        rows = [
            Governance(**about("north/alder", source), feature="board", status=status)
            for source, status in (("s1", "in_place"), ("s2", "absent"))
        ]
        comparison = compared("coverage", *rows)
        assert comparison.frame.filter(pl.col("conflict")).select("place_id", "item").rows() == [
            ("north/alder", "governance:board")
        ]

    def test_places_without_a_source_are_counted(self, compared):
        assert (
            "No document that is compared speaks of 2 further places of these systems: they are not shown."
        ) in compared("coverage").notes

    def test_tables_that_no_source_was_read_for_are_named_together(self, compared):
        notes = compared("coverage", table="events").notes
        assert notes[1] == "No place states events; 1 source was read for it."
        assert notes[2].startswith("No place states governance, delegations, ")
        assert notes[2].endswith(": no document that is compared speaks of it.")

    def test_a_rating_that_nobody_states_is_said(self, compared):
        assert (
            "No place states assessments; 1 source was read for it."
            in compared("coverage", table="assessments").notes
        )
