from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extraction.kappa import Agreement, agreements, cohen_kappa


def pairs(both, first, second, neither):
    """Return the units of a two-by-two table."""
    return (
        [("yes", "yes")] * both
        + [("yes", "no")] * first
        + [("no", "yes")] * second
        + [("no", "no")] * neither
    )


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        ((20, 5, 10, 15), (0.7 - 0.5) / (1 - 0.5)),  # by chance 0.5 x 0.6 + 0.5 x 0.4
        ((40, 9, 6, 45), (0.85 - 0.5008) / (1 - 0.5008)),  # by chance 0.49 x 0.46 + 0.51 x 0.54
        ((80, 10, 5, 5), (0.85 - 0.78) / (1 - 0.78)),  # agreed as often, with chance at 0.78
        ((10, 0, 0, 10), 1),
        ((5, 5, 5, 5), 0),
        ((0, 10, 10, 0), -1),
    ],
)
def test_kappa_as_worked_out_by_hand(table, kappa):
    assert cohen_kappa(pairs(*table)) == pytest.approx(kappa)


def test_kappa_of_three_categories_as_worked_out_by_hand():
    units = [("a", "a")] * 4 + [("b", "b")] * 3 + [("c", "c")] * 1 + [("a", "b")] * 1 + [("c", "a")] * 1
    by_chance = 0.5 * 0.5 + 0.3 * 0.4 + 0.2 * 0.1
    assert cohen_kappa(units) == pytest.approx((0.8 - by_chance) / (1 - by_chance))


@pytest.mark.parametrize("units", [[], pairs(7, 0, 0, 0)])
def test_kappa_is_not_defined_where_nothing_varies(units):
    assert cohen_kappa(units) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_kappa_does_not_ask_who_coded_first(units):
    kappa = cohen_kappa(units)
    assert kappa is None or kappa <= 1
    assert cohen_kappa([(other, one) for one, other in units]) == kappa


def test_cells_are_the_places_that_either_names(fact, row):
    facts = [
        fact(feature="board", place_id="elm/ash", status="in_place"),
        fact(feature="board", place_id="elm/oak", status="planned"),
        fact("priorities", label="falls", place_id="elm/yew"),
    ]
    rows = [
        row(feature="board", place_id="elm/ash"),
        row(feature="board", place_id="elm/oak", status="option"),
        row(feature="board", place_id=None),
        row(feature="chairing", place_id="elm/fir"),
    ]
    (board,) = agreements(facts, rows)
    assert (board.feature, board.places, board.stated, board.agreed) == ("board", 4, 2, 3)
    by_chance = (1 * 1 + 1 * 0 + 2 * 2) / 16
    assert board.kappa == pytest.approx((3 / 4 - by_chance) / (1 - by_chance))


def test_a_feature_without_variation_says_so(fact, row):
    places = ("elm/ash", "elm/oak")
    facts = [fact(feature="board", place_id=place, status="in_place") for place in places]
    rows = [row(feature="board", place_id=place) for place in places]
    reason = "no variation: both have 'in_place' for every place"
    assert agreements(facts, rows) == [Agreement("board", 2, 2, 2, None, reason)]


def test_the_reading_that_the_importer_has_counts(fact, row):
    either = fact(feature=["board", "executive_team"], place_id="elm/ash", status=["option", "planned"])
    rows = [
        row(feature="executive_team", place_id="elm/ash", status="planned"),
        row(feature="executive_team", place_id="elm/oak"),
    ]
    (team,) = agreements([either], rows)
    assert (team.feature, team.agreed) == ("executive_team", 1)


def test_several_statuses_of_a_cell_are_a_category_of_their_own(fact, row):
    facts = [
        fact(feature="arrangement", place_id=place, value=value, status=status)
        for place, value, status in (
            ("elm/ash", "alliance", "in_place"),
            ("elm/ash", "joint_committee", "option"),
            ("elm/oak", "alliance", "in_place"),
        )
    ]
    rows = [row(feature="arrangement", place_id=place) for place in ("elm/ash", "elm/oak")]
    (arrangement,) = agreements(facts, rows)
    assert (arrangement.agreed, arrangement.kappa) == (1, 0)
