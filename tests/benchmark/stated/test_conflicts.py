"""Where sources disagree: both sides are listed, with dates, sources and quotes."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench import benchmark
from placebench.model import Delegation, Evidence, Governance, Membership, Place, Priority, Role, Source

ALDER = "north/alder"


def about(source="s1", year=2022, *, place=ALDER):
    return {
        "system_id": "north",
        "place_id": place,
        "source_id": source,
        "as_of": dt.date(year, 1, 1),
        "as_of_precision": "year",
    }


def feature(name, value=None, source="s1", year=2022, **more):
    columns = {"place": more.pop("place", ALDER)}
    return Governance(**about(source, year, **columns), feature=name, value=value, **more)


def chair(holder, source="s1", year=2022, organisation=None):
    return Role(**about(source, year), role="chair", holder=holder, organisation=organisation)


def priority(label, topic, source="s1", position=1, **more):
    return Priority(**about(source), label=label, topics=(topic,), position=position, **more)


def budget(extent, source="s1", **more):
    return Delegation(**about(source), scope="budget", extent=extent, to_kind="partnership", **more)


@pytest.fixture
def listed(tables, places):
    """Return item, value, status, source and year of each row of the comparison."""

    def rows(*facts):
        frame = benchmark.conflicts(tables(*places, *facts)).frame
        return [
            (r["item"], r["value"], r["status"], r["sources"][0], r["as_of_last"].year)
            for r in frame.iter_rows(named=True)
        ]

    return rows


def test_a_value_that_can_be_one_only_is_listed_from_both_sources(listed):
    facts = feature("host", "The ICB"), feature("host", "The Trust", "s2", 2024)
    assert listed(*facts) == [
        ("governance:host", "The ICB", "in_place", "s1", 2022),
        ("governance:host", "The Trust", "in_place", "s2", 2024),
    ]


def test_a_denial_is_listed_beside_what_it_denies(listed):
    facts = (
        feature("pooled_budget", "section_75"),
        feature("pooled_budget", None, "s2", 2024, status="absent"),
    )
    assert [row[2:4] for row in listed(*facts)] == [("in_place", "s1"), ("absent", "s2")]


def test_a_member_whom_another_source_denies_is_listed(listed):
    sits = Membership(**about("s1", 2023), organisation="Healthwatch Alder", sectors=("healthwatch",))
    denied = Membership(
        **about("s2", 2022), organisation="Healthwatch Alder", sectors=("healthwatch",), status="absent"
    )
    assert listed(sits, denied) == [
        ("memberships:healthwatch", "Healthwatch Alder", "absent", "s2", 2022),
        ("memberships:healthwatch", "Healthwatch Alder", "in_place", "s1", 2023),
    ]


def test_each_source_of_an_answer_has_its_own_row_and_date(listed):
    facts = (feature("host", "A"), feature("host", "A", "s2", 2023), feature("host", "B", "s3", 2024))
    assert [(row[1], row[3], row[4]) for row in listed(*facts)] == [
        ("A", "s1", 2022),
        ("A", "s2", 2023),
        ("B", "s3", 2024),
    ]


def test_no_authority_at_all_meets_authority_over_something(listed):
    facts = (
        Delegation(**about(), extent="none", status="absent", to_kind="partnership"),
        Delegation(**about("s2", 2023), scope="budget", extent="partial", to_kind="partnership"),
    )
    assert [row[0] for row in listed(*facts)] == [
        "delegations:budget:partnership",
        "delegations:scope_not_named:partnership",
    ]


def test_sources_that_name_different_chairs_are_listed(listed):
    assert [row[:2] for row in listed(chair("Chief Executive"), chair("GP", "s2", 2024))] == [
        ("roles:chair", "Chief Executive"),
        ("roles:chair", "GP"),
    ]


def test_people_of_different_names_are_listed_beside_a_post(listed):
    told = listed(chair("Pat Doe"), chair("Jo Roe", "s2"), chair("Leader", "s3"))
    assert {row[1] for row in told} == {"Pat Doe", "Jo Roe", "Leader"}


def test_the_same_post_of_another_organisation_is_another_chair(listed):
    one = chair("Leader", organisation="Alder Council")
    assert [row[1] for row in listed(one, chair("Leader of Beech Council", "s2"))] == [
        "Leader",
        "Leader of Beech Council",
    ]


@pytest.mark.parametrize(
    "facts",
    [
        (chair("Chief Executive"), chair("chief executive", "s2")),
        (chair("Chief Executive"), chair("GP")),
        (chair("Chief Executive"), chair(None, "s2")),
        (chair("Leader of Alder Council"), chair("Cllr Pat Doe", "s2")),
        (
            chair("Chief Executive", organisation="Alder Council"),
            chair("Chief executive of Alder Council", "s2", organisation="Alder Council"),
        ),
    ],
    ids=[
        "same chair",
        "joint chairs of one source",
        "nobody named",
        "a post and a name",
        "a post with its organisation",
    ],
)
def test_these_chairs_do_not_disagree(listed, facts):
    assert listed(*facts) == []


def test_lists_of_priorities_of_different_topics_do_not_disagree(listed):
    first = priority("Frail people", "frailty"), priority("Getting home", "hospital_discharge", position=2)
    second = priority("Frailty", "frailty", "s2"), priority("Minds", "mental_health", "s2", 2)
    assert listed(*first, *second) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            (
                priority("Frail people", "frailty"),
                priority("Falls", "frailty", position=2),
                priority("Frailty", "frailty", "s2"),
                priority("Ageing", "frailty", "s3", status="absent"),
            ),
            {("s1", "Frail people"), ("s1", "Falls"), ("s2", "Frailty"), ("s3", "Ageing")},
        ),
        (
            (
                feature("board", body="A forum"),
                feature("board", None, "s2", body="A board"),
                feature("board", None, "s3", status="absent"),
            ),
            {("s1", "A forum"), ("s2", "A board")},
        ),
        (
            (
                budget("full", from_body="ICB"),
                budget("full", "s2", from_body="Council"),
                budget("none", "s3", status="absent"),
            ),
            {("s1", "from ICB"), ("s2", "from Council")},
        ),
    ],
    ids=["priorities", "governance", "delegations"],
)
def test_a_row_has_the_words_and_facts_of_its_own_source_only(tables, places, facts, words):
    dataset = tables(*places, *facts)
    frame = benchmark.conflicts(dataset).frame
    said = {(row["sources"][0], word) for row in frame.iter_rows(named=True) for word in row["detail"]}
    assert said == words
    source_of = {row.fact_id: row.source_id for row in dataset.rows if hasattr(row, "fact_id")}
    told = {(row["sources"][0], fact) for row in frame.iter_rows(named=True) for fact in row["fact_ids"]}
    assert told == {(source, fact) for fact, source in source_of.items()}


def test_a_plan_that_came_true_is_no_disagreement(listed):
    assert listed(feature("shared_plan", status="planned"), feature("shared_plan", None, "s2", 2024)) == []


def test_an_ended_place_never_meets_its_successor(tables):
    old = Place(place_id="north/old", system_id="north", name="Alder", valid_to=dt.date(2022, 6, 30))
    new = Place(place_id="north/new", system_id="north", name="Alder", valid_from=dt.date(2022, 7, 1))
    apart = feature("host", "A", place="north/old"), feature("host", "B", "s2", 2024, place="north/new")
    assert benchmark.conflicts(tables(old, new, *apart)).frame.is_empty()
    everywhere = Governance(
        **{**about("s2", 2024), "place_id": None}, applies_to="each_place", feature="host", value="B"
    )
    assert benchmark.conflicts(tables(old, new, apart[0], everywhere)).frame.is_empty()


def test_quotes_and_files_are_named(tables, places):
    facts = feature("host", "A"), feature("host", "B", "s2")
    sources = [
        Source(source_id=f"s{n}", sha256="0", media_type="text/plain", characters=1, path=f"{n}.txt")
        for n in (1, 2)
    ]
    frame = benchmark.conflicts(tables(*places, *facts)).frame
    quotes = [
        Evidence(
            evidence_id=f"e{number}",
            fact_id=fact_id,
            table=table,
            source_id=source,
            quote_number=1,
            part=1,
            start=0,
            end=1,
            quote="x",
        )
        for number, (fact_id, source, table) in enumerate(
            (ids[0], source, table)
            for table in ("governance", "roles")
            for ids, source in frame.select("fact_ids", "source").iter_rows()
        )
    ]
    again = benchmark.conflicts(tables(*places, *facts, *sources, *quotes)).frame
    assert again.select("source", "evidence_ids").rows() == [("1.txt", ["e0"]), ("2.txt", ["e1"])]


def test_notes_count_what_disagrees_or_say_that_nothing_does(tables, places):
    assert benchmark.conflicts(tables(*places)).notes == (
        "No statements on the same place and item disagree.",
    )
    some = benchmark.conflicts(tables(*places, chair("A"), chair("B", "s2")))
    assert some.notes[0].startswith("Sources disagree on 1 item of 1 place.")
    assert len(some.notes) == 2
