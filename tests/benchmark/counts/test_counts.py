from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark import counts
from placebench.codebook import parse_crosswalk
from placebench.model import Commitment, Delegation, Governance, Membership, Priority, Remit, Role

DAY = dt.date(2023, 3, 1)
NAMES = (
    "arrangements",
    "chair_sectors",
    "commitment_themes",
    "delegations",
    "lead_employers",
    "member_sectors",
    "pooled_budgets",
    "priority_topics",
    "remits",
)


def about(place, source="s1"):
    system = place.split("/")[0]
    return {
        "system_id": system,
        "place_id": place,
        "source_id": source,
        "as_of": DAY,
        "as_of_precision": "day",
    }


def said(result):
    columns = [
        name for name in ("item", "value", "status", "places", "systems") if name in result.frame.columns
    ]
    stated = result.frame.filter(~pl.col("status").is_in(["not_stated", "no_source"]))
    return stated.select(columns).rows()


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_dataset_says_so(tables, name):
    result = getattr(counts, name)(tables())
    assert result.frame.is_empty()
    assert any("No place states" in note for note in result.notes)


def test_silence_is_counted_as_such_and_explained(tables, places, read):
    result = counts.chair_sectors(tables(*places, read("s1", "roles", "north/alder", "north/birch")))
    assert result.frame.select("status", "places").rows() == [("not_stated", 2)]
    assert result.notes[0] == "No place states a chair; 1 source was read for it."


def test_chairs_of_two_sectors_are_joint_and_chairs_of_two_sources_disagree(tables, places):
    def chair(place, sector, source):
        return Role(**about(place, source), role="chair", sector=sector)

    joint = [chair("north/alder", sector, "s1") for sector in ("acute", "icb")]
    disputed = [chair("north/birch", "acute", "s1"), chair("north/birch", "icb", "s2")]
    result = counts.chair_sectors(tables(*places, *joint, *disputed, chair("south/dale", None, "s1")))
    assert said(result) == [
        ("chair", "acute + icb", "in_place", 1),
        ("chair", None, "conflict", 1),
        ("chair", None, "in_place", 1),
    ]
    assert any("Sources disagree on chair at north/birch" in note for note in result.notes)
    assert any("1 place states a chair without a sector" in note for note in result.notes)


def test_of_two_sources_the_later_one_counts_where_dates_tell_which_that_is(tables, places):
    def chair(place, sector, source, year, precision="year"):
        when = {"as_of": dt.date(year, 1, 1), "as_of_precision": precision}
        return Role(**(about(place, source) | when), role="chair", sector=sector)

    followed = [chair("north/alder", "acute", "s1", 2021), chair("north/alder", "icb", "s2", 2023)]
    undated = [chair("north/birch", "acute", "s1", 2023), chair("north/birch", "icb", "s2", 2023, "day")]
    result = counts.chair_sectors(tables(*places, *followed, *undated))
    assert said(result) == [("chair", "icb", "in_place", 1), ("chair", None, "conflict", 1)]


def test_who_denies_any_delegation_denies_by_rule_each_scope_that_others_state(tables, places):
    denied = Delegation(**about("north/alder"), extent="none", status="absent")
    other = Delegation(**about("north/birch"), scope="budget", extent="full")
    result = counts.delegations(tables(*places, denied, other))
    rows = result.frame.filter(pl.col("value") == "none").select("item", "status", "places", "places_derived")
    assert rows.rows() == [
        ("budget:partnership", "absent", 1, 1),
        ("scope_not_named:partnership", "absent", 1, 0),
    ]
    assert any("derived by this rule" in note for note in result.notes)


def test_a_receiver_of_no_kind_is_counted_by_its_words(tables, places):
    own = Delegation(
        **about("north/alder"), scope="decisions", to_kind=None, to_body="members of the partnership"
    )
    result = counts.delegations(tables(*places, own))
    assert said(result) == [("decisions:members of the partnership", None, "in_place", 1)]


def test_any_pooled_budget_is_one_of_whatever_kind(tables, places):
    kinds = [("north/alder", "section_75"), ("north/alder", "better_care_fund"), ("north/birch", None)]
    rows = [Governance(**about(place), feature="pooled_budget", value=kind) for place, kind in kinds]
    assert ("pooled_budget", "any", "in_place", 2) in said(counts.pooled_budgets(tables(*places, *rows)))


def test_members_remits_and_topics(tables, places):
    rows = tables(
        *places,
        Membership(**about("north/alder"), sectors=("acute", "icb")),
        Remit(
            **about("north/alder"),
            service_area="Cancer",
            grouping="service",
            level="place",
            delegated="no",
            text="-",
        ),
        Priority(**about("north/alder"), label="Falls", topics=("frailty", "prevention"), position=1),
        Priority(**about("north/birch"), label="Frailty", topics=("frailty",), position=1),
    )
    assert said(counts.member_sectors(rows)) == [("member", s, "in_place", 1) for s in ("acute", "icb")]
    assert said(counts.remits(rows)) == [("Cancer", "place:no", "in_place", 1)]
    assert ("priority", "frailty", "in_place", 2) in said(counts.priority_topics(rows))
    pair = counts.priority_overlap(rows).frame.row(0, named=True)
    assert (pair["shared"], pair["only_a"], pair["only_b"], pair["topics"]) == (1, 1, 0, ["frailty"])
    assert len(pair["fact_ids"]) == 2


def test_pairs_have_the_number_of_their_own_places_and_say_who_is_left_out(tables, places):
    rows = [
        Priority(**about(f"north/{place}"), label="Falls", topics=("frailty",), position=1, status=status)
        for place, status in (("alder", "in_place"), ("birch", "in_place"), ("cedar", "candidate"))
    ]
    result = counts.priority_overlap(tables(*places, *rows))
    assert result.denominators == {"places": 2, "pairs": 1}
    assert "In no pair, since none of their priorities is in place: Cedar." in result.notes


WALK = parse_crosswalk(
    "walk.toml",
    """
    [theme.people]
    label = "People"
    definition = "Staff."
    [[match]]
    domain = "our_staff"
    theme = "people"
    relation = "exactMatch"
    [[match]]
    domain = "all_we_do"
    theme = "people"
    relation = "narrowMatch"
    """,
)


def test_commitments_count_systems_by_theme_and_name_what_has_none(tables, places):
    rows = [
        Commitment(**about(place), kind="commitment", domain=domain, position=n, text="-")
        for n, (place, domain) in enumerate(
            [("north/alder", "our_staff"), ("north/birch", "our_staff"), ("south/dale", "all_we_do")], 1
        )
    ]
    result = counts.commitment_themes(tables(*places, *rows), crosswalk=WALK)
    assert said(result) == [
        ("commitment", "people", "in_place", 1),
        ("commitment", None, "in_place", 1),
    ]
    assert result.frame["system_ids"].to_list()[0] == ["north"]
    assert any("the heading “all_we_do” may speak of people" in note for note in result.notes)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "commitment_themes"])
def test_small_counts_are_withheld_with_all_that_leads_to_them(tables, places, name):
    rows = [
        Governance(**about("north/alder"), feature=feature, value="section_75")
        for feature in ("arrangement", "pooled_budget")
    ]
    roles = [Role(**about("north/alder"), role=role, sector="icb") for role in ("chair", "place_director")]
    others = [
        Delegation(**about("north/alder"), scope="budget", extent="full"),
        Membership(**about("north/alder"), sectors=("acute",)),
        Priority(**about("north/alder"), label="Falls", topics=("frailty",), position=1),
        Remit(**about("north/alder"), service_area="Cancer", grouping="service", level="place", text="-"),
    ]
    frame = getattr(counts, name)(tables(*places, *rows, *roles, *others), suppress_below=3).frame
    hidden = frame.filter("suppressed", pl.col("status") == "in_place")
    assert not hidden.is_empty()
    assert hidden.select("places", "share_of_all", "as_of_first").null_count().row(0) == (hidden.height,) * 3
    assert hidden["fact_ids"].list.len().sum() == 0
    touched = frame.filter(pl.col("item").is_in(hidden["item"].implode()))
    assert touched["of_stated"].null_count() == touched.height
    assert (
        touched.filter(pl.col("status") == "not_stated")["places"].null_count()
        == touched.filter(pl.col("status") == "not_stated").height
    )
