from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.order import robustness, variants
from placebench.errors import UsageError


def verdict(result, one="a", other="b"):
    row = (pl.col("place_id") == one) & (pl.col("other_id") == other)
    return result.frame.row(by_predicate=row, named=True)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"a": (3,), "b": (2,)}, {"a": (4,), "b": (1,)}, "kept"),
        ({"a": (3,), "b": (3,)}, {"a": (2,), "b": (2,)}, "kept"),
        ({"a": (3,), "b": (2,)}, {"a": (None,), "b": (2,)}, "vanishes"),
        ({"a": (3,), "b": (2,)}, {"a": (2,), "b": (2,)}, "vanishes"),
        ({"a": (3,), "b": (2,)}, {"b": (2,)}, "vanishes"),
        ({"a": (3,), "b": (2,)}, {"a": (1,), "b": (2,)}, "reverses"),
        ({"a": (None,), "b": (2,)}, {"a": (3,), "b": (None,)}, "never"),
    ],
)
def test_what_becomes_of_a_certain_relation(intervals, first, second, said):
    result = robustness({"self": intervals(first), "peer": intervals(second)})
    assert verdict(result)["verdict"] == said


def test_the_variants_are_named_side_by_side(intervals):
    result = robustness(
        {"self": intervals({"a": (3,), "b": (2,)}), "peer": intervals({"a": (None,), "b": (2,)})}
    )
    row = verdict(result)
    assert (row["above_in"], row["below_in"], row["open_in"]) == (["self"], [], ["peer"])
    assert (row["n_variants"], row["fact_ids"]) == (2, ["a-t1", "b-t1"])
    assert result.notes[0] == (
        "Over 2 variants, of 1 pairs 0 keep their certain relation, 1 have it in some variants only, "
        "0 reverse, and 0 have none."
    )


def test_ratings_and_readings_of_documents_are_variants(intervals):
    one, other = intervals({"a": (3,), "b": (2,)}, basis="self"), intervals({"a": (4,), "b": (1,)})
    result = robustness({"self": one, "documentary": other.with_columns(basis=pl.lit("documentary"))})
    assert verdict(result)["above_in"] == ["self", "documentary"]


def test_variants_of_several_frameworks_are_refused(intervals):
    one, other = (intervals({"a": (3,), "b": (2,)}, framework_id=name) for name in ("bob", "lsc"))
    with pytest.raises(UsageError, match="stages of one framework, found 2: bob, lsc"):
        robustness({"bob": one, "lsc": other})


def test_no_variant_is_an_error():
    with pytest.raises(UsageError, match="a variant of the intervals or more, found none"):
        robustness({})


class TestVariants:
    def test_each_theme_and_basis_and_both_ends(self, intervals):
        frame = pl.concat([intervals({"a": (3, 2)}, basis="self"), intervals({"a": (2, None)}, basis="peer")])
        made = variants(frame)
        assert list(made) == [
            "as stated",
            "without t1",
            "without t2",
            "peer alone",
            "self alone",
            "all low",
            "all high",
        ]
        assert made["without t1"]["theme_id"].unique().to_list() == ["t2"]
        assert made["all low"].select("low", "high").rows() == [(2, 2), (2, 2)]
        assert made["all high"].select("low", "high").rows() == [(3, 3), (2, 2)]

    def test_a_theme_alone_is_not_left_out(self, intervals):
        assert list(variants(intervals({"a": (3,)}))) == ["as stated", "all low", "all high"]

    def test_a_lead_on_one_theme_alone_does_not_outlive_it(self, intervals):
        result = robustness(variants(intervals({"a": (3, 2), "b": (1, 2), "c": (4, 1)})))
        assert verdict(result)["verdict"] == "vanishes"
        assert verdict(result)["equal_in"] == ["without t1"]
        assert verdict(result, "b", "c")["verdict"] == "reverses"

    def test_no_end_makes_up_a_place_of_which_nothing_is_stated(self, intervals):
        result = robustness(variants(intervals({"a": (3, 2), "b": (None, None)})))
        assert verdict(result)["verdict"] == "never"
