"""Pictures of methods: what each shows, in the words of its SVG."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

import altair as alt
import attrs
import polars as pl
import pytest

from placebench import plots
from placebench.benchmark import Result
from placebench.plots.labels import alphabetical, with_labels, words
from placebench.plots.style import INK, STAGES


def result(name="r", **columns):
    frame = pl.DataFrame(columns)
    if "fact_ids" not in columns:
        frame = frame.with_columns(pl.lit([], pl.List(pl.String)).alias("fact_ids"))
    return Result(name=name, title="", frame=frame, denominators={"places": frame.height})


def texts(chart):
    picture = plots.svg(chart, name="x")
    return [element.text for element in ET.fromstring(picture).iter() if element.text]


def intervals(*rows):
    """Return intervals of `(place, theme number, basis, low, high, known, conflict)`."""
    return result(
        place_id=[f"north/{row[0].lower()}" for row in rows],
        place=[row[0] for row in rows],
        theme_id=[f"t{row[1]}" for row in rows],
        theme=[{1: "Vision", 2: "Governance"}[row[1]] for row in rows],
        theme_number=[row[1] for row in rows],
        basis=[row[2] for row in rows],
        low=[row[3] for row in rows],
        high=[row[4] for row in rows],
        n_stages=[4] * len(rows),
        known=[row[5] for row in rows],
        conflict=[row[6] for row in rows],
    )


RATED = intervals(
    ("Birch", 1, "self", 2, 2, True, False),
    ("Birch", 2, "self", 1, 3, True, True),
    ("Alder", 1, "self", 4, 4, True, False),
    ("Alder", 2, "self", 1, 4, False, False),
    ("Cedar", 1, "self", 1, 4, False, False),
    ("Cedar", 2, "self", 1, 4, False, False),
)


def test_a_map_of_stages_shows_both_ends_of_a_range_and_marks_assessors_who_disagree():
    found = texts(plots.stage_map(RATED))
    assert {"Alder (self)", "Birch (self)", "1 Vision", "2 Governance", "not stated"} <= set(found)
    assert "3!" in found
    assert "·" in found
    assert "Cedar (self)" not in found  # nothing is known of it


def test_a_notebook_gets_a_chart_of_altair():
    wider = plots.stage_map(RATED).properties(width=900)
    assert isinstance(wider, alt.TopLevelMixin)
    assert wider.to_dict()["width"] == 900


@pytest.mark.parametrize(
    ("basis", "said", "never"),
    [
        ("self", "rated, stage not certain", "bounded by a document"),
        ("documentary", "bounded by a document", "rated, stage not certain"),
    ],
)
def test_the_bars_of_stages_keep_what_is_not_stated_apart(basis, said, never):
    counted = result(
        basis=[basis] * 2,
        theme_number=[1] * 2,
        theme_id=["t1"] * 2,
        theme=["Vision"] * 2,
        stage=[1, 2],
        stage_name=["Emerging", "Developing"],
        certain=[2, 3],
        n_known=[6, 6],
        n_places=[13, 13],
        unknown=[7, 7],
    )
    found = texts(plots.stage_bars(counted))
    # Without any colour each piece says its stage, and of how many places.
    assert [text for text in found if "×" in text] == ["1×2", "2×3", "?×1", "·×7"]
    assert {"1 Emerging", said, "not stated"} <= set(found)
    assert never not in found


RANKS = result(
    place_id=["n/b", "n/a", "n/c", "n/d"],
    place=["Birch", "Alder", "Cedar", "Dale"],
    rank_low=[1, 2, 2, 1],
    rank_high=[1, 4, 3, 4],
    expected_rank=[1.0, 3.0, 2.5, None],
    n=[4] * 4,
    n_known=[2, 2, 1, 0],
)


def test_ranges_of_ranks_stand_by_the_alphabet_and_without_places_of_which_nothing_is_known():
    found = texts(plots.rank_ranges(RANKS))
    assert [text for text in found if text in ("Alder", "Birch", "Cedar", "Dale")] == [
        "Alder",
        "Birch",
        "Cedar",
    ]
    assert {"2 to 4", "1"} <= set(found)


def edges(*rows):
    return result(
        place_id=[f"n/{row[0]}" for row in rows],
        other_id=[f"n/{row[1]}" for row in rows],
        kind=[row[2] for row in rows],
        members=[[f"n/{one}" for one in row[3]] for row in rows],
        other_members=[[f"n/{row[1]}"] for row in rows],
    )


def test_equal_places_share_a_box_and_possible_edges_are_dashed():
    hasse = edges(("a", "c", "certain", "ab"), ("d", "c", "possible", "d"))
    picture = plots.svg(plots.hasse_diagram(hasse, RANKS), name="x")
    found = [element.text for element in ET.fromstring(picture).iter() if element.text]
    assert found == ["Alder = Birch", "Cedar"]  # nothing is stated of Dale
    assert 'stroke-dasharray="4,4"' not in picture
    possible = edges(("a", "c", "certain", "a"), ("b", "c", "possible", "b"))
    picture = plots.svg(plots.hasse_diagram(possible, RANKS), name="x")
    assert picture.count('stroke-dasharray="4,4"') == 1


def test_shares_have_both_denominators():
    shares = result(
        item=["member"] * 3,
        value=["icb", "acute", None],
        status=["in_place", "in_place", "not_stated"],
        places=[2, 4, 1],
        of_all=[8] * 3,
        of_stated=[5] * 3,
        share_of_all=[0.25, 0.5, 0.1],
        share_of_all_low=[0.1, 0.3, 0.0],
        share_of_all_high=[0.6, 0.8, 0.4],
        share_of_stated=[0.4, 0.8, None],
        share_of_stated_low=[0.2, 0.5, None],
        share_of_stated_high=[0.7, 0.9, None],
    )
    found = texts(plots.share_bars(shares))
    assert {"ICB", "acute", "2 of 8 places", "2 of 5 that state any", "4 of 5 that state any"} <= set(found)
    assert "1 of 8 places" not in found


def test_pairs_of_priorities_show_what_is_shared_of_how_much():
    pairs = result(
        place_a=["n/a", "n/a", "n/b"],
        place_b=["n/b", "s/b", "s/b"],
        shared=[1, 0, 2],
        of_either=[9, 3, 4],
        share_of_either=[1 / 9, 0.0, 0.5],
    )
    found = texts(plots.overlap_map(pairs))
    assert {"1 of 9", "0 of 3", "2 of 4", "n/b", "s/b", "A"} <= set(found)


READ = intervals(
    ("Birch", 1, "documentary", 1, 3, True, False),
    ("Birch", 2, "documentary", 1, 4, False, False),
    ("Alder", 1, "documentary", 1, 2, True, False),
)


def test_a_dumbbell_has_the_themes_and_places_that_both_speak_of():
    found = texts(plots.dumbbell(RATED, READ))
    assert "1 Vision" in found
    assert "2 Governance" not in found
    assert {"Alder", "Birch"} <= set(found)


def test_transitions_count_certain_stages_before_and_after():
    moved = result(
        low_before=[1, 1, 2, 1], high_before=[1, 1, 2, 2], low_after=[2, 2, 2, 3], high_after=[2, 2, 2, 3]
    )
    found = texts(plots.transition_map(moved))
    assert found.count("1") + found.count("2") + found.count("3") == 3 + 3 + 2  # both axes, two counts
    assert {"Stage before", "Stage after"} <= set(found)


def test_a_line_of_time_has_a_row_a_system_and_tells_documents_from_events():
    dated = pl.DataFrame(
        {
            "system": ["North", "South"],
            "kind": ["document", "event"],
            "first": [dt.date(2021, 1, 1), dt.date(2022, 7, 27)],
            "last": [dt.date(2021, 12, 31), dt.date(2022, 7, 27)],
            "words": ["A paper", "Places ended"],
            "fact_ids": [[], ["1"]],
        }
    )
    assert {"North", "South", "document", "event", "2022"} <= set(texts(plots.timeline(dated)))
    assert "event" not in texts(plots.timeline(dated.filter(kind="document")))


def test_marks_of_about_the_same_date_are_set_apart():
    days = [dt.date(2023, 3, 1), dt.date(2023, 3, 9), dt.date(2023, 12, 1), dt.date(2021, 1, 1)]
    dated = pl.DataFrame(
        {
            "system": ["North", "North", "North", "South"],
            "kind": ["document"] * 4,
            "first": days,
            "last": days,
            "words": list("abcd"),
            "fact_ids": [[str(n)] for n in range(4)],
        }
    )
    drawn = plots.svg(plots.timeline(dated), name="x")
    group = next(one for one in drawn.split("<g ") if one.count('transform="translate') == 4)
    at = [tuple(map(float, one)) for one in re.findall(r"translate\(([\d.]+),([\d.]+)\)", group)]
    (x1, y1), (x2, y2), (_, y3), _ = at
    assert abs(x1 - x2) < 24 <= abs(y1 - y2)
    assert y3 == y1


PEERS = result(
    place_id=["north/alder", "north/birch", "north/dale"],
    place=["Alder", "Birch", "Dale"],
    peer_id=["north/birch", "north/alder", None],
    peer=["Birch", "Alder", None],
    distance=[0.2, 0.2, None],
    low=[0.1, 0.1, None],
    high=[0.6, 0.6, None],
    n_shared=[5, 5, None],
)


def test_peers_stand_beside_each_place_that_has_some():
    found = texts(plots.peer_distances(PEERS))
    assert {"Alder", "Birch", "Birch (5 shared)", "Alder (5 shared)"} <= set(found)
    assert "Dale" not in found


def test_a_place_stands_against_its_peers_theme_by_theme():
    picture = plots.svg(plots.against_peers(RATED, PEERS, "north/alder"), name="x")
    found = [element.text for element in ET.fromstring(picture).iter() if element.text]
    assert {"1 Vision", "2 Governance"} <= set(found)


def test_every_place_that_is_known_with_a_peer_has_a_panel_of_the_themes_that_both_know():
    found = texts(plots.all_against_peers(RATED, PEERS))
    assert {"Alder", "Birch", "1 Vision"} <= set(found)
    assert "2 Governance" not in found  # nothing is known of Alder on it
    assert "Dale" not in found


def test_bars_of_answers_are_cut_by_status_and_the_places_that_do_not_state_it_are_hatched():
    counted = result(
        item=["functions:partnership"] * 4 + ["budget:partnership"],
        value=["full", "full", None, None, None],
        status=["in_place", "planned", "not_stated", "no_source", "not_stated"],
        places=[3, 2, 5, 4, 14],
        places_derived=[1, 0, 0, 0, 0],
        of_all=[14] * 5,
    )
    picture = plots.svg(plots.status_bars(counted), name="x")
    found = [element.text for element in ET.fromstring(picture).iter() if element.text]
    assert {"functions to partnership: full", "2 Y", "1 Y*", "2 P", "5", "4"} <= set(found)
    assert {"Y* in place, derived by a rule", "do not state this answer"} <= set(found)
    assert not any("budget" in text for text in found)  # nobody states it
    # Its piece of the bar and its sign in the legend: what nothing was read for is blank.
    assert picture.count("url(#hatch-x)") == 2


def test_services_stand_under_the_levels_that_do_a_part_of_them():
    counted = result(
        item=["Cancer", "Cancer", "Cancer", "Estates", "Maternity"],
        value=["system", "system", "place:no", "place", None],
        status=["option", "in_place", "option", "option", "not_stated"],
        places=[3, 1, 3, 2, 14],
        of_all=[14] * 5,
    )
    found = texts(plots.level_map(counted))
    assert {"Place (1)", "System and place, not delegated (1)", "1 Y, 3 O", "3 O", "2 O"} <= set(found)
    assert [found.count(level) for level in ("system", "place", "place, not delegated")] == [1, 1, 1]
    assert "Maternity" not in found  # nothing is said of it


def test_places_that_share_a_name_are_told_apart_by_their_system():
    frame = pl.DataFrame({"place_id": ["n/bury", "s/bury", "n/alder"], "place": ["Bury", "Bury", "Alder"]})
    assert with_labels(frame)["label"].to_list() == ["Bury (n)", "Bury (s)", "Alder"]


def test_labels_stand_by_the_alphabet_whatever_their_case():
    assert alphabetical(["b", "A", "c", "A"]) == ["A", "b", "c"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("pooled_budget", "pooled budget"),
        ("functions:partnership", "functions to partnership"),
        ("governance:board", "board"),
        ("icb", "ICB"),
        ("send", "SEND"),
        ("place:no", "place, not delegated"),
        ("priorities:mental_health", "priorities: mental health"),
        ("delegations:functions:partnership", "delegations: functions to partnership"),
    ],
)
def test_codes_in_words(code, said):
    assert words(code) == said


@pytest.mark.parametrize("colour", STAGES)
def test_black_numbers_can_be_read_on_every_stage(colour):
    def luminance(text):
        parts = [int(text[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    assert (luminance(colour) + 0.05) / (luminance(INK) + 0.05) >= 4.5


def test_a_long_theme_is_wrapped_in_the_map_and_never_cut():
    long = "The behaviours of people in authority support leadership"
    frame = RATED.frame.with_columns(pl.col("theme").replace("Vision", long))
    found = texts(plots.stage_map(attrs.evolve(RATED, frame=frame)))
    assert not any("…" in text for text in found)
    assert f"1 {long}" in " ".join(found)
