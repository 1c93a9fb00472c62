from __future__ import annotations

import polars as pl
from hypothesis import given

from placebench.benchmark.order import hasse, relations
from placebench.benchmark.order.hasse import edges
from tests.benchmark.order.completing import bounds


def said(result):
    return {
        (upper + lower, kind)
        for upper, lower, kind in result.frame.select("place_id", "other_id", "kind").rows()
    }


def test_what_follows_from_two_edges_is_no_edge(intervals):
    result = hasse(intervals({"a": (3, 3), "b": (2, 3), "c": (1, 3), "d": (1, 1)}))
    assert said(result) == {("ab", "certain"), ("bc", "certain"), ("cd", "certain")}


def test_possible_edges_stand_beside_certain_ones(intervals, five):
    result = hasse(intervals(five))
    assert said(result) == {
        ("ab", "certain"),
        ("ac", "certain"),
        ("bc", "possible"),
        ("bd", "possible"),
        ("cd", "possible"),
    }  # ad follows from ac and cd, and e is one node with b
    assert result.frame.filter(pl.col("place_id") == "b")["members"].to_list() == [["b", "e"]] * 2
    assert result.denominators["nodes"] == 4
    assert result.notes[-1] == "In no certain edge: D."


def test_an_edge_leads_to_the_facts_of_both_ends(intervals):
    edge = hasse(intervals({"a": (3,), "b": (2,)})).frame
    assert edge["fact_ids"].to_list() == [["a-t1", "b-t1"]]


@given(bounds(places=6, themes=2))
def test_edges_give_the_relations_back(ends):
    found = relations(*ends)
    certain, possible = edges(found)
    reached = certain.copy()
    for through in range(len(certain)):
        reached |= reached[:, [through]] & reached[[through], :]
    assert (reached == found.certain).all()
    follows = (found.certain @ found.possible) | (found.possible @ found.certain)
    assert not (possible & (follows | found.certain)).any()
    assert ((possible | follows | found.certain) == found.possible).all()
