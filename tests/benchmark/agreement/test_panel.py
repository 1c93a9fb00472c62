from __future__ import annotations

import numpy as np
import pytest

from placebench.benchmark.agreement import appropriateness, panel, panel_rules
from placebench.benchmark.agreement.panel import AGREEMENT, SPLIT, interpercentile_range
from placebench.errors import UsageError

# International Journal of Integrated Care, doi 10.5334/ijic.7747, table 4: median, % at median, % in
# agreement, distribution and level as printed, of 12 panellists. Its table 2 has "Initial" where table 4 has
# "Initialising".
TABLE_4 = [
    (3.0, 66.7, 91.7, AGREEMENT, "Progressing"),
    (3.0, 66.7, 100.0, AGREEMENT, "Progressing"),
    (3.0, 66.7, 100.0, AGREEMENT, "Progressing"),
    (2.5, 37.5, 75.0, AGREEMENT, "Progressing"),
    (2.0, 58.3, 91.7, AGREEMENT, "Initial"),
    (2.0, 75.0, 91.7, AGREEMENT, "Initial"),
    (2.5, 20.8, 41.7, SPLIT, "Uncertain"),
    (3.0, 50.0, 83.3, AGREEMENT, "Progressing"),
    (3.0, 83.3, 91.7, AGREEMENT, "Progressing"),
    (2.5, 33.3, 66.7, SPLIT, "Uncertain"),
]
# Ratings of 12 panellists that give the figures of a row of that table, and two at the edge of the rule
VECTORS = [
    ("333333332245", TABLE_4[0]),
    ("222233333140", TABLE_4[3]),
    ("223330111444", TABLE_4[6]),
    ("222233330055", TABLE_4[9]),
    ("333333333005", (3.0, 75.0, 75.0, AGREEMENT, "Progressing")),
    ("333333330055", (3.0, 66.7, 66.7, SPLIT, "Uncertain")),
]


def rated(long, ratings):
    """Rate one item: one rater a character."""
    return long({f"rater {n:02}": [int(value)] for n, value in enumerate(ratings)})


@pytest.mark.parametrize(("median", "_at", "inside", "distribution", "level"), TABLE_4)
def test_the_rule_gives_the_printed_distribution_and_level(median, _at, inside, distribution, level):
    rule = panel_rules()["delphi"]
    agreed = rule.agreed(round(12 * (1 - inside / 100)), 12)
    assert (AGREEMENT if agreed else SPLIT) == distribution
    assert (rule.level(median) if agreed else rule.split) == level


@pytest.mark.parametrize(("ratings", "expected"), VECTORS)
def test_ratings_give_the_printed_row(long, ratings, expected):
    row = panel(rated(long, ratings)).frame.row(0, named=True)
    assert (row["median"], round(row["pct_at_median"], 1), round(row["pct_in_agreement"], 1)) == expected[:3]
    assert (row["distribution"], row["level"]) == expected[3:]


@pytest.mark.parametrize(
    ("ratings", "level"),
    [("000000001111", "Initial"), ("555555554445", "Optimising"), ("334433443344", "Progressing")],
)
def test_levels_follow_the_agreed_median(long, ratings, level):
    assert panel(rated(long, ratings)).frame["level"].to_list() == [level]


def test_a_median_between_levels_is_noted(long):
    assert panel(rated(long, VECTORS[1][0])).notes == (
        "A median between two levels belongs to the higher, as in the source.",
    )


def test_another_size_of_panel_is_noted(long):
    found = panel(rated(long, "33332"))
    assert found.notes == ("The rule 'delphi' is published for a panel of 12; items here have 5 ratings.",)


def test_an_item_that_nobody_rates_has_no_median(long):
    found = panel(long({"A": [3, None], "B": [2, None]}))
    assert found.frame.row(1, named=True)["reason"] == "no rating"
    assert found.frame["n_blank"].to_list() == [0, 2]
    assert panel(long({"A": []})).notes == ("No item is rated.",)


def test_reproduces_the_worked_example_of_appropriateness(long):
    """BMJ Open 2012;2:e001431, table 1: 1, 1, 1, 5, 5 and 2 of 15 panellists gave 4, 5, 6, 7, 8 and 9."""
    row = appropriateness(rated(long, "456777778888899")).frame.row(0, named=True)
    assert (row["median"], row["p30"], row["p70"], row["ipr"]) == (7, 7, 8, 1)
    assert (row["ipr_central_point"], row["asymmetry_index"]) == (7.5, 2.5)
    assert row["ipras"] == pytest.approx(6.1)
    assert not row["disagreement"]
    assert (row["n_outside"], row["distribution"], row["level"]) == (3, AGREEMENT, "appropriate")


@pytest.mark.parametrize(
    ("ratings", "disagreement", "level"),
    [
        ("111999999", True, "uncertain"),
        ("111111111", False, "inappropriate"),
        ("455566665", False, "uncertain"),
        ("1119996667", True, "uncertain"),
    ],
)
def test_a_panel_that_disagrees_is_uncertain(long, ratings, disagreement, level):
    row = appropriateness(rated(long, ratings)).frame.row(0, named=True)
    assert (row["disagreement"], row["level"]) == (disagreement, level)


def test_a_range_as_wide_as_ipras_is_no_disagreement():
    """The 30th and 70th percentile lie 2.5 apart, their middle 0.1 from 5: IPRAS is 2.35 + 0.15."""
    found = interpercentile_range(np.array([1, 1, 3.85, 3.85, 5, 6, 6.35, 6.35, 9]), 5)
    assert found["ipr"] == pytest.approx(2.5)
    assert found["ipras"] == pytest.approx(2.5)
    assert not found["disagreement"]


@pytest.mark.parametrize(
    ("size", "outside"), [(8, 2), (10, 2), (11, 3), (13, 3), (14, 4), (16, 4), (7, None), (17, None)]
)
def test_limits_of_the_rand_manual_by_size_of_panel(size, outside):
    assert panel_rules()["appropriateness"].limit(size) == outside


def test_a_size_without_a_published_limit_gives_no_distribution(long):
    row = appropriateness(rated(long, "788")).frame.row(0, named=True)
    assert (row["distribution"], row["level"]) == (None, "appropriate")
    assert row["reason"] == "no limit is published for a panel of 3"


@pytest.mark.parametrize(
    ("median", "region"), [(3, (1, 3)), (3.5, (4, 6)), (6, (4, 6)), (6.5, (7, 9)), (9, (7, 9))]
)
def test_a_median_between_regions_belongs_to_the_higher(median, region):
    assert panel_rules()["appropriateness"].region(median) == region


def test_a_rating_off_the_scale_is_named(long):
    with pytest.raises(UsageError, match="a value of the scale, found 6"):
        panel(rated(long, "336"))


def test_an_unknown_rule_is_named(long):
    with pytest.raises(UsageError, match="did you mean delphi"):
        panel(rated(long, "333"), "delfi")


RULE = """
[mine]
source = "a handbook"
lowest = 1
highest = 3
outside = [{ ratings = 1 }]
levels = [{ name = "early", low = 1, high = 2 }, { name = "late", low = 3, high = 3 }]
split = "open"
"""


def test_a_reader_may_write_a_rule(long, tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(RULE)
    found = panel(rated(long, "3331"), panel_rules(path)["mine"])
    assert found.frame["level"].to_list() == ["late"]
    assert found.source == "a handbook"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("split", "spilt", "did you mean split"),
        ("lowest = 1", "", "the key 'lowest'"),
        ("low = 3", "low = 2", "levels that hold 1 to 3 once each"),
        ("ratings = 1", "rating = 1", "docs/methods/agreement.md"),
        ("[mine]", "[mine", "a TOML file of panel rules"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named(tmp_path, old, new, message):
    path = tmp_path / "rules.toml"
    path.write_text(RULE.replace(old, new, 1))
    with pytest.raises(UsageError, match=message):
        panel_rules(path)
