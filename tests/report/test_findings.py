"""Sentences of the page: each comes from a rule and names its n; without data there is none."""

from __future__ import annotations

import datetime as dt

import attrs
import polars as pl
import pytest

from placebench.benchmark import Comparison, Result
from placebench.report import findings
from placebench.report.sentences import side_by_side


def result(name="r", of=None, **columns):
    return Result(name=name, title="", frame=pl.DataFrame(columns), denominators=of or {})


def counts(*places):
    number = len(places)
    return result(
        "member_sectors",
        value=["acute", "icb", "vcse", "police", "fire"][:number],
        status=["in_place"] * number,
        places=list(places),
        of_all=[14] * number,
        of_stated=[12] * number,
        places_said_of_each=[0, 7, 0, 0, 0][:number],
        share_of_all=[one / 14 for one in places],
    )


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            (3, 11, 2),
            (
                "ICB (11 of 14 places, 7 of them by a statement on each place of their system; "
                "12 state any answer)."
            ),
        ),
        ((3, 1, 2), "acute (3 of 14 places; 12 state any answer)."),
        ((4, 4, 2), "ICB and acute (each in place for 4 of 14 places; 12 state any answer)."),
        (
            (1, 1, 1, 1),
            "ICB, VCSE, acute and police (each in place for 1 of 14 places; 12 state any answer).",
        ),
        ((1, 1, 1, 1, 1), "5 answers are level (each in place for 1 of 14 places; 12 state any answer)."),
    ],
)
def test_what_is_in_place_most_often_is_no_majority(places, said):
    assert findings.most_in_place(counts(*places)) == f"Sector of members, most often in place: {said}"


def test_nothing_is_in_place_where_all_is_planned():
    planned = counts(3)
    frame = planned.frame.with_columns(status=pl.lit("planned"))
    assert findings.most_in_place(result("member_sectors", **frame.to_dict(as_series=False))) is None


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        ((False, True), "in 1 of 2 cells that two or more of them rated, marked with !; "),
        ((False, False), "in none of 2 cells that two or more of them rated."),
        ((True,), "in 1 of 1 cell that two or more of them rated, marked with !; "),
    ],
)
def test_assessors_who_disagree_are_counted_among_cells_that_several_rated(apart, said):
    rated = result(
        known=[True] * len(apart) + [True, False],
        n_assessors=[2] * len(apart) + [1, 0],
        conflict=[*apart, False, False],
    )
    assert findings.assessors_disagree(rated).startswith(f"Assessors of one kind disagree {said}")


def test_one_assessor_a_cell_agrees_with_nobody():
    alone = result(known=[True], n_assessors=[1], conflict=[False])
    assert findings.assessors_disagree(alone) is None


@pytest.mark.parametrize(
    ("systems", "said"), [(0, "0 of 5 systems say"), (1, "1 of 5 systems says"), (2, "2 of 5 systems say")]
)
def test_systems_that_say_what_partnerships_are_for_are_counted(systems, said):
    counted = result(of_stated=[systems] * 2, of_all=[5] * 2)
    assert findings.commitments_said(counted) == f"{said} what partnerships are for or will do."


def test_one_place_has_no_rank():
    alone = result(n_known=[3], rank_low=[1], rank_high=[1], n=[1])
    assert findings.rank_widths(alone) is None
    assert findings.ranked(alone) == "A stage of one place only is known, which gives no order."


def test_what_is_stated_is_told_from_what_is_in_place():
    counted = result(
        "pooled_budgets",
        status=["in_place", "planned", "not_stated"],
        places=[1, 2, 12],
        of_all=[14] * 3,
        place_ids=[["a"], ["a", "b"], ["c"]],
    )
    said = "A pooled budget: stated for 2 of 14 places, in place for 1."
    assert findings.stated_and_in_place(counted) == said


def test_authority_of_officers_is_told_apart_from_that_of_a_partnership():
    counted = result(
        "delegations",
        item=[
            "decisions:officer",
            "budget:partnership",
            "staff:partnership",
            "functions:committee",
            "decisions:members of the partnership",
        ],
        value=[None, "none", "partial", "full", None],
        status=["in_place", "in_place", "planned", "planned", "in_place"],
        places=[2, 1, 1, 1, 1],
        of_all=[14] * 5,
        place_ids=[["a", "b"], ["c"], ["d"], ["e"], ["f"]],
    )
    assert findings.authority_passed(counted) == (
        "Authority passed to a partnership, or not: stated for 2 of 14 places, passed at none. "
        "Apart from that, to an officer at 2, to members of the partnership at 1."
    )


def test_what_is_only_planned_is_in_place_for_none():
    counted = result("pooled_budgets", status=["option"], places=[2], of_all=[14], place_ids=[["a", "b"]])
    assert findings.stated_and_in_place(counted).endswith("stated for 2 of 14 places, in place for none.")


def test_services_are_counted_by_the_levels_that_do_a_part_of_them():
    counted = result(
        "remits",
        item=["Cancer", "Cancer", "Dental", "Dental", "Estates", "Maternity"],
        value=["system", "place:no", "place:no", "system", "place", None],
        status=["option", "option", "option", "in_place", "option", "not_stated"],
        places=[2, 2, 2, 1, 2, 14],
        of_all=[14] * 6,
        place_ids=[["n/a", "n/b"]] * 3 + [["n/a"], ["n/a", "n/b"], ["n/c"]],
        sources=[["s"]] * 5 + [[]],
    )
    assert findings.levels_of_services(counted) == (
        "Of 3 services, 1 document on places of n puts 2 at system and place, not delegated; 1 at place. "
        "This is stated for "
        "services of 2 of 14 places, in place for services of 1."
    )


@pytest.mark.parametrize(
    ("basis", "known", "said"),
    [
        ("self", 3, "Ratings give a stage of 3 of 14 places on one or more of 10 themes."),
        ("documentary", 3, "Rules bound the stage of 3 of 14 places on one or more of 10 themes."),
        ("self", 0, None),
    ],
)
def test_how_many_places_have_a_stage(basis, known, said):
    of = {"places_known": known, "places": 14, "themes": 10}
    assert findings.stages_known(result(of=of, basis=[basis], known=[known > 0])) == said


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ([9, 11, 13], "nothing is known of 9 to 11 of 14 places"),
        ([0, 0, 13], "something is known of all 14 places"),
    ],
)
def test_on_how_many_themes_stages_are_counted(unknown, said):
    counted = result(theme_id=["a", "b", "c"], certain=[2, 1, None], unknown=unknown, n_places=[14, 14, 14])
    assert findings.stages_counted(counted) == (
        f"On 2 of 3 themes enough places are known to be counted; there {said}."
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (
            [1, 2],
            [1, 3],
            "Of 2 places with a known stage, 1 has one certain rank; the widest range holds 2 of 3 ranks.",
        ),
        (
            [1, 1],
            [3, 3],
            "Of 2 places with a known stage, none has one certain rank; the widest range holds 3 of 3 ranks.",
        ),
    ],
)
def test_how_wide_ranges_of_ranks_are(low, high, said):
    ranks = result(rank_low=[*low, 1], rank_high=[*high, 3], n=[3] * 3, n_known=[2, 2, 0])
    assert findings.rank_widths(ranks) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("certain", "Of the order of 2 places with a known stage, 1 step is certain."),
        ("possible", "No place of 2 with a known stage stands certainly above another."),
    ],
)
def test_how_much_of_the_order_is_certain(kind, said):
    ranks = result(place_id=["a", "b", "c"], n_known=[1, 1, 0])
    hasse = result(place_id=["a", "c"], other_id=["b", "a"], kind=[kind, "certain"])
    assert findings.certain_edges(hasse, ranks) == said


def test_how_many_pairs_share_a_topic():
    pairs = result(place_a=["a", "a", "b"], place_b=["b", "c", "c"], shared=[1, 0, 2])
    assert findings.overlaps(pairs) == (
        "2 of 3 pairs of the 3 places with priorities in place share a topic or more."
    )


def test_where_ratings_and_documents_meet():
    def of(basis, *ranges):
        return result(
            place_id=["a", "b"],
            theme_id=["t", "t"],
            basis=[basis] * 2,
            known=[True] * 2,
            low=[low for low, _ in ranges],
            high=[high for _, high in ranges],
        )

    ratings, readings = of("self", (2, 2), (1, 1)), of("documentary", (1, 3), (2, 4))
    assert findings.ratings_and_readings(ratings, readings) == (
        "Self-assessment and documents both speak of 2 places on 1 theme; their ranges meet in 1 of 2 cases."
    )


def test_how_stages_moved():
    moved = result(place_id=["a", "a", "b", "b"], move=["up", "up", "same", "undecided"])
    assert findings.moves(moved) == (
        "Of 4 stages of 2 places known before and after, 2 rose, 1 stayed, 0 fell and 1 cannot be told."
    )


def test_the_span_of_documents_and_events():
    day = dt.date(2021, 1, 1)
    dated = result(
        kind=["document", "document", "event"],
        words=["A paper", "A paper", "Ended"],
        first=[day] * 3,
        last=[day, day, dt.date(2022, 7, 27)],
    )
    assert findings.span_of_time(dated) == "1 dated document and 1 dated event, from 2021 to 2022."


def test_events_of_which_none_has_a_date_are_named_in_the_title():
    day = dt.date(2021, 1, 1)
    days = [day, None]
    frame = result(kind=["document", "event"], words=["A paper", "Ended"], first=days, last=days)
    dated = attrs.evolve(frame, denominators={"documents": 1, "events": 2})
    assert findings.span_of_time(dated) == "1 dated document, in 2021; 2 events have no date."


def test_on_how_many_themes_two_assessors_know_the_same_place():
    raters = result(theme_id=["a", "a", "b", None], n_both=[0, 1, 0, 1])
    assert findings.known_to_two(raters) == (
        "On 1 of 2 themes two kinds of assessment speak of the same place."
    )


def test_how_many_configurations_have_a_case():
    table = result(of={"cases": 5}, n_low=[0, 2, 1, 0])
    assert findings.configurations_seen(table) == (
        "2 of 4 possible configurations certainly have a case, of 5 cases."
    )


def test_how_many_places_stand_on_both_sides():
    changes = result(of={"places_before": 8, "places_after": 9, "places_compared": 7})
    assert findings.facts_compared(changes) == (
        "Places that are spoken of: 8 before, 9 after; 7 can be compared."
    )


def test_how_many_places_can_be_compared():
    peers = result(
        of={"places": 14, "places_comparable": 3}, place_id=["a", "c"], peer_id=["b", None], n_own=[1, None]
    )
    assert findings.comparable(peers) == (
        "3 of 14 places share enough stated features with another to be compared."
    )
    assert findings.comparable(result(of={}, peer_id=pl.Series([None], dtype=pl.String))) is None


def test_how_denials_without_a_scope_are_counted_is_said():
    def counted_as(derived):
        return result(
            item=["functions:partnership", "budget:partnership"], value=["none", None],
            status=["absent", "option"], places=[1, 2], places_derived=[derived, 0],
            place_ids=[["a"], ["b", "c"]],
        )  # fmt: skip

    assert "at 1 place names no scope: the picture counts it as none, N*" in findings.denied_of_all(
        counted_as(1)
    )
    assert findings.denied_of_all(counted_as(0)) is None


@pytest.mark.parametrize(
    ("conflict", "said"), [(False, "In 1 cell N stands beside another letter"), (True, None)]
)
def test_a_denial_beside_another_answer_is_explained_where_it_is_no_conflict(conflict, said):
    frame = result(
        place_id=["a", "a", "b"],
        item=["x"] * 3,
        status=["absent", "emerging", "absent"],
        conflict=[conflict] * 3,
    ).frame
    compared = Comparison(name="delegation", title="", item="item", frame=frame, denominators={})
    found = side_by_side(compared)
    assert found is None if said is None else found.startswith(said)
