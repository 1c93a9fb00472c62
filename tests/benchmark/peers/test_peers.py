from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.peers import clusters, contextual_peers, features_of, peers
from placebench.errors import UsageError

FEATURES = ("host", "shared_plan", "co_location", "joint_posts")


@pytest.fixture
def dataset(tables, places, governs, delegates):
    """Alder and Birch differ in one feature of four, Cedar states one only; Dale is not spoken of."""
    rows = [governs("alder", feature) for feature in FEATURES]
    rows += [governs("birch", feature) for feature in FEATURES[:3]]
    rows += [governs("birch", "joint_posts", status="absent"), governs("cedar", "host")]
    return tables(*places, *rows, delegates("alder", "budget", None))


def test_nearest_places_with_what_they_share(dataset):
    found = peers(dataset, k=1)
    alder = found.frame.row(0, named=True)
    assert (alder["place_id"], alder["rank"], alder["peer_id"]) == ("north/alder", 1, "north/birch")
    assert (alder["distance"], alder["n_shared"], alder["n_features"]) == (0.25, 4, 5)
    assert alder["shared"] == sorted(FEATURES, key=alder["shared"].index)
    assert set(alder["shared"]) == set(FEATURES)
    assert len(alder["fact_ids"]) == 9


def test_bounds_say_what_silence_leaves_open(dataset):
    """Budgets weigh a half; Alder's may be partial or full, Birch's anything: 0 to 2 of 2 steps apart."""
    alder = peers(dataset, k=1).frame.row(0, named=True)
    assert (alder["low"], alder["high"]) == (pytest.approx(1 / 4.5), pytest.approx(1.5 / 4.5))


def test_a_place_with_too_little_in_common_is_listed_as_not_comparable(dataset):
    found = peers(dataset)
    cedar = found.frame.filter(pl.col("place_id") == "north/cedar").row(0, named=True)
    assert (cedar["peer_id"], cedar["distance"]) == (None, None)
    assert cedar["reason"] == "shares at most 1 feature with another place; 3 needed"
    assert found.denominators["places_comparable"] == 2
    assert any("Not comparable" in note and "north/cedar" in note for note in found.notes)


def test_places_that_tie_are_all_named(dataset):
    found = peers(dataset, k=1, min_shared=1).frame
    cedar = found.filter(pl.col("place_id") == "north/cedar")
    assert cedar.select("rank", "peer_id").rows() == [(1, "north/alder"), (1, "north/birch")]


def test_pairs_that_only_statements_on_each_place_compare_are_said_to_be_so(tables, places, governs):
    each = [governs(None, feature) for feature in FEATURES]
    assert peers(tables(*places, *each)).title.endswith(
        "governance (3 of 3 pairs by statements on each place of a system alone)"
    )
    of_its_own = peers(tables(*places, *each, governs("alder", "host")))
    assert of_its_own.frame["n_own"].to_list() == [1, 1, 1, 0, 1, 0]
    assert "(1 of 3 pairs by" in of_its_own.title


def test_one_group_has_no_silhouette(tables, places, governs):
    alike = tables(*places, *(governs(None, feature) for feature in FEATURES))
    assert clusters(alike).frame.select("group", "silhouette").rows() == [(1, None)] * 3


def test_peers_of_an_empty_dataset_explain_themselves(tables):
    found = peers(tables())
    assert found.frame.is_empty()
    assert found.notes[0] == "No place is spoken of."


def test_places_without_a_feature_explain_themselves(tables, places, read):
    found = peers(tables(*places, read("s1", "governance", "north/alder")))
    assert found.frame["reason"].to_list() == ["shares at most 0 features with another place; 3 needed"]
    assert found.notes[0] == "No feature is stated of any place."


@pytest.mark.parametrize(
    ("arguments", "message"), [({"k": 0}, "at least 1 peer"), ({"min_shared": 0}, "shared")]
)
def test_what_cannot_be_asked_of_peers_is_named(dataset, arguments, message):
    with pytest.raises(UsageError, match=message):
        peers(dataset, **arguments)


@pytest.fixture
def two_kinds(tables, governs):
    """Six places of two kinds, and one of which little is stated."""
    rows = []
    for n, place in enumerate("abcdef"):
        for at, feature in enumerate(FEATURES):
            there = (at < 2) == (n < 3) or (at == 3 and n == 0)
            rows.append(governs(place, feature, status="in_place" if there else "absent"))
    return tables(*rows, governs("g", "host"))


@pytest.mark.parametrize("method", ["medoids", "average"])
@pytest.mark.parametrize("n_groups", [2, None])
def test_groups_of_places_that_are_alike(two_kinds, method, n_groups):
    found = clusters(two_kinds, n_groups, method=method)
    groups = dict(found.frame.select("place_id", "group").rows())
    assert groups == {
        f"north/{place}": group for place, group in zip("abcdefg", [1] * 3 + [2] * 3 + [None], strict=True)
    }
    assert found.denominators["places_grouped"] == 6
    assert set(found.frame["medoid"].drop_nulls()) == {"north/b", "north/d"}
    assert "does not share 3 features" in found.frame["reason"][-1]


def test_silhouettes_of_the_groups(two_kinds):
    """A lies a quarter from its own and three quarters from the others; D to F lie on one spot."""
    widths = clusters(two_kinds, 2).frame["silhouette"].to_list()
    assert widths[0] == pytest.approx((0.75 - 0.25) / 0.75)
    assert widths[3] == pytest.approx(1)
    assert widths[-1] is None


def test_too_few_places_make_no_groups(dataset):
    found = clusters(dataset)
    assert found.frame["group"].null_count() == found.frame.height
    assert found.notes[0] == "No groups: fewer than 3 places can all be compared with each other."
    assert clusters(dataset, 2).frame["group"].to_list() == [1, 2, None]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [({"n_groups": 7}, "from 1 to 6 groups, found 7"), ({"method": "medoid"}, "did you mean medoids")],
)
def test_what_cannot_be_asked_of_groups_is_named(two_kinds, arguments, message):
    with pytest.raises(UsageError, match=message):
        clusters(two_kinds, **arguments)


def test_features_may_be_made_once(two_kinds):
    assert peers(features_of(two_kinds)).frame.equals(peers(two_kinds).frame)


CONTEXT = pl.DataFrame(
    {
        "place_id": ["north/alder", "north/birch", "north/cedar", "south/dale"],
        "population": [100, 110, 500, None],
        "deprivation": [20.0, 25.0, 30.0, None],
        "rural": [True, True, False, None],
    }
)


def test_contextual_peers_are_nearest_in_the_readers_figures(tables, places):
    found = contextual_peers(CONTEXT, k=1, dataset=tables(*places))
    rows = {row["place_id"]: row for row in found.frame.to_dicts()}
    assert (rows["north/alder"]["peer_id"], rows["north/alder"]["peer"]) == ("north/birch", "Birch")
    assert rows["north/alder"]["distance"] == pytest.approx((10 / 400 + 5 / 10 + 0) / 3)
    assert rows["north/alder"]["shared"] == ["population", "deprivation", "rural"]
    assert rows["south/dale"]["reason"] == "shares at most 0 features with another place; 1 needed"
    assert found.name == "contextual_peers"
    assert found.fact_ids == ()


def test_contextual_peers_need_no_dataset():
    assert contextual_peers(CONTEXT, k=1).frame["place"].to_list()[0] == "north/alder"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (CONTEXT.with_columns(pl.col("place_id").str.replace("alder", "aldr")), "did you mean north/alder"),
        (CONTEXT.rename({"place_id": "place"}), "a column 'place_id'"),
        (pl.concat([CONTEXT, CONTEXT.head(1)]), "several of north/alder"),
        (CONTEXT.with_columns(place_id=None), "a place in every row"),
        (CONTEXT.select("place_id"), "at least one feature"),
    ],
)
def test_a_table_that_cannot_be_compared_is_named(tables, places, table, message):
    with pytest.raises(UsageError, match=message):
        contextual_peers(table, dataset=tables(*places))
