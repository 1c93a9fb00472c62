from __future__ import annotations

from itertools import product
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings

from placebench.benchmark.order import linear_extensions
from placebench.benchmark.order.down_sets import down_sets
from placebench.benchmark.order.sampling import draw_extensions
from placebench.errors import UsageError
from tests.benchmark.order.completing import extensions, orders


def profiles(*stages):
    """Return all profiles over numbers of stages, the first theme changing fastest, and their order."""
    rows = np.array([row[::-1] for row in product(*(range(1, n + 1) for n in reversed(stages)))])
    return rows, (rows[:, None] <= rows[None]).all(axis=2)


def crown(pairs):
    """Return a connected order of low and high elements, each low one below two high ones in a ring."""
    below = np.zeros((2 * pairs, 2 * pairs), dtype=bool)
    for at in range(pairs):
        below[at, pairs + at] = below[at, pairs + (at + 1) % pairs] = True
    return below


class TestPublished:
    """Numbers of the R packages parsec 1.2.7 and netrankr 1.2.3, which count heights from the lowest."""

    LE_EXAMPLE = np.array([[1, 1, 1, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 1]])

    def test_the_example_le_of_parsec(self):
        found = linear_extensions(self.LE_EXAMPLE)
        assert found.number == 5
        assert found.expected == pytest.approx([1.4, 3.2, 3.6, 1.8], abs=1e-12)
        assert found.deviation == pytest.approx([0.24**0.5, 0.56**0.5, 0.24**0.5, 0.56**0.5], abs=1e-12)
        assert found.heights == pytest.approx(
            np.array([[3, 2, 0, 0], [0, 1, 2, 2], [0, 0, 2, 3], [2, 2, 1, 0]]) / 5, abs=1e-12
        )
        assert found.precedence == pytest.approx(
            np.array([[0, 5, 5, 3], [0, 0, 3, 1], [0, 2, 0, 0], [2, 4, 5, 0]]) / 5, abs=1e-12
        )

    def test_three_themes_of_two_stages(self):
        _, order = profiles(2, 2, 2)
        found = linear_extensions(order)
        assert found.number == 48
        low, high = 37 / 12, 71 / 12
        assert found.expected == pytest.approx([1, low, low, high, low, high, high, 8], abs=1e-12)
        assert found.heights[1] == pytest.approx([0, 1 / 3, 1 / 3, 1 / 4, 1 / 12, 0, 0, 0], abs=1e-12)
        assert found.deviation[1] == pytest.approx(0.9537936, abs=1e-8)
        assert found.precedence[1] == pytest.approx([0, 0, 1 / 2, 1, 1 / 2, 1, 11 / 12, 1], abs=1e-12)
        assert found.precedence[3] == pytest.approx([0, 0, 0, 0, 1 / 12, 1 / 2, 1 / 2, 1], abs=1e-12)

    def test_two_themes_of_three_stages(self):
        _, order = profiles(3, 3)
        found = linear_extensions(order)
        assert found.number == 42
        assert found.expected * 42 == pytest.approx([42, 110, 210, 110, 210, 310, 210, 310, 378], abs=1e-9)
        assert found.heights[1] * 42 == pytest.approx([0, 21, 16, 5, 0, 0, 0, 0, 0], abs=1e-10)
        assert found.heights[2] * 42 == pytest.approx([0, 0, 5, 10, 12, 10, 5, 0, 0], abs=1e-10)
        assert found.precedence[1] * 42 == pytest.approx([0, 0, 42, 21, 42, 42, 37, 42, 42], abs=1e-10)
        assert found.precedence[2] * 42 == pytest.approx([0, 0, 0, 5, 21, 42, 21, 37, 42], abs=1e-10)

    @pytest.mark.parametrize(
        ("stages", "number"),
        [
            ((2, 2, 2, 2), 1_680_384),  # Boolean lattice of four: OEIS A046873
            ((4, 4), 24_024),  # standard Young tableaux of a square: OEIS A039622
            ((5, 5), 701_149_020),
            ((6, 6), 1_671_643_033_734_960),
        ],
    )
    def test_numbers_of_linear_extensions(self, stages, number):
        assert linear_extensions(profiles(*stages)[1]).number == number


class TestExact:
    @given(orders())
    def test_counts_are_those_of_all_linear_extensions(self, below):
        found, all_of_them = linear_extensions(below), np.array(extensions(below))
        n = len(below)
        assert found.number == len(all_of_them)
        heights = np.stack([(all_of_them == height).mean(axis=0) for height in range(n)], axis=1)
        assert found.heights == pytest.approx(heights, abs=1e-12)
        precedence = (all_of_them[:, :, None] < all_of_them[:, None, :]).mean(axis=0)
        assert found.precedence == pytest.approx(precedence, abs=1e-12)

    @pytest.mark.parametrize(("chains", "length"), [(2, 31), (3, 6), (5, 7)])
    def test_down_sets_alone_give_exact_numbers_also_beyond_64_bits(self, chains, length):
        chain = np.triu(np.ones((length, length), dtype=bool), 1)
        counted = down_sets(np.kron(np.eye(chains, dtype=bool), chain), most=300_000)
        assert counted.number_of_extensions == factorial(chains * length) // factorial(length) ** chains
        heights, _ = counted.heights_and_precedence()
        expected = heights @ np.arange(1, chains * length + 1)
        each = np.arange(1, length + 1) * (chains * length + 1) / (length + 1)
        assert expected == pytest.approx(np.tile(each, chains), abs=1e-9)

    @pytest.mark.parametrize("pairs", [6, 9, 11])
    def test_elements_that_stand_alike_have_the_same_shares(self, pairs):
        below = crown(pairs)
        counted = down_sets(below, most=300_000)
        turned = down_sets(below.T, most=300_000)
        assert counted.number_of_extensions == turned.number_of_extensions
        heights, precedence = counted.heights_and_precedence()
        assert heights.sum(axis=0) == pytest.approx(1, abs=1e-12)
        assert heights[:pairs] == pytest.approx(np.tile(heights[0], (pairs, 1)), abs=1e-12)
        assert precedence + precedence.T == pytest.approx(1 - np.eye(2 * pairs), abs=1e-12)

    def test_eighteen_incomparable_places_are_counted_over_all_their_subsets(self):
        counted = down_sets(np.zeros((18, 18), dtype=bool), most=300_000)
        assert counted.number_of_extensions == factorial(18)
        assert sum(len(sets) for sets in counted.sets) == 2**18
        heights, precedence = counted.heights_and_precedence()
        assert heights == pytest.approx(np.full((18, 18), 1 / 18), abs=1e-14)
        assert precedence == pytest.approx((1 - np.eye(18)) / 2, abs=1e-14)

    def test_orders_that_know_nothing_of_each_other_are_shuffled(self):
        chain = np.triu(np.ones((40, 40), dtype=bool))
        two = np.kron(np.eye(2, dtype=bool), chain)
        found = linear_extensions(two)
        assert found.number == factorial(80) // factorial(40) ** 2
        assert found.expected[:40] == pytest.approx(np.arange(1, 41) * 81 / 41, abs=1e-9)
        assert found.precedence[0, 40] == pytest.approx(0.5, abs=1e-12)
        assert found.precedence[0, 41] == pytest.approx(1 - (40 * 39) / (80 * 79), abs=1e-12)

    def test_two_hundred_places_of_which_nothing_is_known(self):
        found = linear_extensions(np.eye(200))
        assert (found.number, found.draws) == (factorial(200), None)
        assert found.heights == pytest.approx(np.full((200, 200), 1 / 200), abs=1e-12)

    @pytest.mark.parametrize("n", [0, 1])
    def test_nobody_and_one_alone(self, n):
        found = linear_extensions(np.eye(n))
        assert (found.number, found.heights.shape) == (1, (n, n))


class TestDrawn:
    @pytest.mark.parametrize("order", [profiles(2, 2, 2)[1], profiles(3, 3)[1], crown(5)])
    def test_draws_agree_with_the_exact_shares_within_their_error(self, order):
        exact = linear_extensions(order)
        drawn = linear_extensions(order, draws=4000, seed=7, most_down_sets=2)
        assert (drawn.number, drawn.draws) == (None, 4000)
        for name in ("heights", "precedence"):
            share, expected = getattr(drawn, name), getattr(exact, name)
            assert (abs(share - expected) <= 5 * drawn.standard_error(share)).all()
            assert (drawn.standard_error(share) <= 0.5 / 4000**0.5).all()
        assert drawn.precedence[order.astype(bool) & ~np.eye(len(order), dtype=bool)] == pytest.approx(1)

    def test_all_linear_extensions_are_drawn_alike(self):
        found = linear_extensions(profiles(3, 3)[1], draws=8000, seed=1, most_down_sets=2)
        exact = linear_extensions(profiles(3, 3)[1])
        seen, expected = found.heights[4, 3:6] * 8000, exact.heights[4, 3:6] * 8000
        chi_squared = ((seen - expected) ** 2 / expected).sum()
        assert chi_squared < 13.8  # 0.1 % of a chi-squared with two degrees of freedom

    @pytest.mark.parametrize("order", [profiles(6, 6)[1], crown(20)])
    def test_a_start_further_back_draws_the_same(self, order, monkeypatch):
        below = order.astype(bool) & ~np.eye(len(order), dtype=bool)
        drawn = draw_extensions(below, 40, (2,)).argsort(axis=0)
        monkeypatch.setattr("placebench.benchmark.order.sampling._FIRST_SWEEPS", 1000)
        assert (draw_extensions(below, 40, (2,)).argsort(axis=0) == drawn).all()

    @settings(deadline=None, max_examples=20)
    @given(orders())
    def test_every_draw_is_a_linear_extension(self, below):
        found = linear_extensions(below, draws=20, most_down_sets=1)
        assert (found.precedence[below] == 1).all()
        assert found.heights.sum(axis=0) == pytest.approx(1)

    def test_the_seed_settles_the_draws(self):
        one, same, other = (linear_extensions(crown(40), draws=20, seed=seed).heights for seed in (3, 3, 4))
        assert (one == same).all()
        assert (one != other).any()

    def test_parts_are_drawn_with_random_numbers_of_their_own(self):
        two = np.kron(np.eye(2, dtype=bool), crown(4))
        found = linear_extensions(two, draws=50, most_down_sets=2)
        assert (found.precedence[:8, :8] != found.precedence[8:, 8:]).any()

    def test_what_was_never_drawn_is_not_called_impossible(self):
        found = linear_extensions(crown(40), draws=20)
        assert found.standard_error(np.zeros(1)) > 0


class TestRefused:
    def test_two_elements_each_below_the_other(self):
        with pytest.raises(UsageError, match="ash and oak, each at or below the other"):
            linear_extensions(np.ones((2, 2)), names=["ash", "oak"])

    def test_a_step_that_follows_and_is_missing(self):
        below = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]])
        with pytest.raises(UsageError, match="0 not below 2"):
            linear_extensions(below)

    def test_no_square(self):
        with pytest.raises(UsageError, match=r"shape \(2, 3\)"):
            linear_extensions(np.zeros((2, 3)))

    @pytest.mark.parametrize(("draws", "seed"), [(0, 0), (10, -1)])
    def test_draws_and_seed_out_of_range(self, draws, seed):
        with pytest.raises(UsageError, match=f"{draws} draws and seed {seed}"):
            linear_extensions(np.eye(2), draws=draws, seed=seed)
