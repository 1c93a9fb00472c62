"""The interval of stages of a place on a theme: what counts, what is said, and what is an error."""

from __future__ import annotations

import datetime as dt

import attrs
import polars as pl
import pytest

from placebench.benchmark.maturity import SCHEMA, maturity, pooled
from placebench.errors import DatasetError, UsageError
from placebench.model import Exercise

ALDER, BIRCH = "north/alder", "north/birch"


def cell(result, place=ALDER, theme=1, basis="self"):
    """Return the one row of a place, theme and basis."""
    asked = (pl.col("place_id") == place, pl.col("theme_number") == theme, pl.col("basis") == basis)
    (row,) = result.frame.filter(*asked).to_dicts()
    return row


class TestIntervals:
    def test_every_place_theme_and_basis_has_one_row_with_the_common_columns(self, rated, rating):
        frame = maturity(rated(rating("alder", 1, 2))).frame
        assert frame.schema == SCHEMA
        assert frame.select("place_id", "theme_number", "basis").rows() == [
            (place, theme, basis)
            for place in (ALDER, BIRCH)
            for theme in (1, 2)
            for basis in ("self", "peer")
        ]

    def test_one_rating_is_a_point_with_its_fact_and_date(self, rated, rating):
        row = cell(maturity(rated(rating("alder", 1, 2))))
        assert (row["low"], row["high"], row["known"], row["conflict"]) == (2, 2, True, False)
        assert (row["n_assessors"], row["assessors"], row["n_stages"]) == (1, ["A"], 4)
        assert (row["as_of_first"], row["as_of_last"]) == (dt.date(2024, 3, 1), dt.date(2024, 3, 1))
        assert len(row["fact_ids"]) == 1

    def test_where_nothing_is_known_the_range_is_full_and_has_no_facts(self, rated, rating):
        row = cell(maturity(rated(rating("alder", 1, 2))), BIRCH)
        assert (row["low"], row["high"], row["known"], row["n_assessors"]) == (1, 4, False, 0)
        assert (row["fact_ids"], row["as_of_last"]) == ([], None)

    @pytest.mark.parametrize(
        ("ratings", "interval", "conflict"),
        [
            ([("A", 2, 2), ("B", 3, 3)], (2, 3), True),
            ([("A", 1, 1), ("B", 4, 4)], (1, 4), True),
            ([("A", 2, 3), ("B", 3, 4)], (2, 4), False),
            ([("A", 3, 3), ("B", 3, 3)], (3, 3), False),
            ([("A", 1, 2), ("B", 2, 3), ("C", 3, 4)], (1, 4), True),
        ],
    )
    def test_assessors_who_differ_widen_the_interval_and_conflict_where_no_stage_fits_all(
        self, rated, rating, ratings, interval, conflict
    ):
        rows = [rating("alder", 1, low, high, assessor=who) for who, low, high in ratings]
        row = cell(maturity(rated(*rows)))
        assert ((row["low"], row["high"]), row["conflict"]) == (interval, conflict)
        assert row["n_assessors"] == len(ratings)

    def test_a_split_is_told_with_its_assessors(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 2), rating("alder", 1, 4, assessor="B")))
        said = "north/alder: self ratings of Vision split (A 2, B 4); the interval holds them all."
        assert said in found.notes

    def test_self_and_peer_ratings_stand_apart_and_are_pooled_only_on_request(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 2), rating("alder", 1, 4, kind="peer", assessor="P")))
        assert (cell(found)["high"], cell(found, basis="peer")["low"]) == (2, 4)
        row = pooled(found.frame).row(0, named=True)
        assert (row["low"], row["high"], row["conflict"], row["basis"]) == (2, 4, True, "peer and self")
        assert (row["assessors"], len(row["fact_ids"])) == (["A", "P"], 2)

    def test_pooling_keeps_one_row_a_place_and_theme_and_what_is_unknown(self, rated, rating):
        frame = maturity(rated(rating("alder", 1, 2))).frame
        one = pooled(frame)
        assert one.schema == SCHEMA
        assert one.select("place_id", "theme_number", "low", "high", "known").rows() == [
            (ALDER, 1, 2, 2, True),
            (ALDER, 2, 1, 4, False),
            (BIRCH, 1, 1, 4, False),
            (BIRCH, 2, 1, 4, False),
        ]

    def test_readings_of_documents_are_never_pooled_with_ratings(self, rated, rating):
        frame = maturity(rated(rating("alder", 1, 2)), basis=("self", "documentary")).frame
        with pytest.raises(UsageError, match="ratings alone, or readings of documents alone"):
            pooled(frame)


class TestWhichRatingsCount:
    def test_the_latest_of_each_assessor(self, rated, rating):
        earlier = rating("alder", 1, 1, as_of=dt.date(2023, 3, 1))
        found = maturity(rated(earlier, rating("alder", 1, 3), rating("alder", 1, 3, assessor="B")))
        assert (cell(found)["low"], cell(found)["high"]) == (3, 3)
        assert any("1 rating is earlier than another of the same assessor" in note for note in found.notes)

    @pytest.mark.parametrize(
        ("earlier", "kept"),
        [
            ({"as_of": dt.date(2024, 1, 1), "as_of_precision": "year"}, True),
            ({"as_of": dt.date(2024, 3, 1), "as_of_precision": "month"}, True),
            ({"as_of": dt.date(2024, 2, 1), "as_of_precision": "month"}, False),
            ({"as_of": None, "as_of_precision": None}, True),
        ],
    )
    def test_one_that_may_be_as_late_counts_too(self, rated, rating, earlier, kept):
        row = cell(maturity(rated(rating("alder", 1, 1, **earlier), rating("alder", 1, 3))))
        assert row["low"] == (1 if kept else 3)

    def test_two_of_one_assessor_at_one_date_are_both_shown(self, rated, rating):
        row = cell(maturity(rated(rating("alder", 1, 1, source_id="s2"), rating("alder", 1, 3))))
        assert (row["low"], row["high"], row["conflict"], row["n_assessors"]) == (1, 3, True, 1)

    def test_a_target_is_no_rating(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 4, status="planned")))
        assert not cell(found)["known"]
        assert "1 rating is planned, expected or otherwise not held and not counted." in found.notes

    @pytest.mark.parametrize(
        ("window", "stage"),
        [
            ({}, 3),
            ({"until": dt.date(2023, 12, 31)}, 1),
            ({"since": dt.date(2024, 3, 1)}, 3),
            ({"since": dt.date(2024, 3, 2)}, None),
        ],
    )
    def test_the_latest_within_the_dates_asked_for(self, rated, rating, window, stage):
        rows = (rating("alder", 1, 1, as_of=dt.date(2023, 3, 1)), rating("alder", 1, 3))
        row = cell(maturity(rated(*rows), **window))
        assert (row["low"] if row["known"] else None) == stage

    def test_only_assessors_asked_for(self, rated, rating):
        tables = rated(rating("alder", 1, 2), rating("alder", 1, 4, assessor="Bea Peer", kind="peer"))
        found = maturity(tables, assessors=["A"])
        assert not cell(found, basis="peer")["known"]
        assert "1 rating is of other assessors and not counted." in found.notes

    def test_a_rating_of_each_place_holds_for_every_place_and_is_told(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 2, applies_to="each_place")))
        assert found.frame.filter("known")["place_id"].to_list() == [ALDER, BIRCH, "north/cedar"]
        assert "3 ratings come from a statement on each place of a system." in found.notes

    def test_a_rating_of_the_system_is_none_of_its_places(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 2, applies_to="system")))
        assert found.denominators["cells_known"] == 0
        assert any("on a system itself" in note for note in found.notes)

    def test_ratings_without_an_assessor_are_taken_as_of_one(self, rated, rating):
        rows = (rating("alder", 1, 2, assessor=None), rating("alder", 2, 2, assessor=None))
        found = maturity(rated(*rows))
        assert (cell(found)["n_assessors"], cell(found)["assessors"]) == (1, [])
        assert any(note.startswith("2 ratings name no assessor") for note in found.notes)


class TestNoRating:
    def test_it_is_said_who_was_silent_and_that_adoption_is_no_rating(self, rated):
        adopted = Exercise(
            system_id="north", place_id=ALDER, source_id="s1", kind="self", step="adopted", text="adopted"
        )
        found = maturity(rated(adopted))
        assert found.notes[:3] == (
            "No place states a self rating on Our matrix; 1 source was read for ratings.",
            "No place states a peer rating on Our matrix; 1 source was read for ratings.",
            "1 place states that a framework or exercise was adopted, which is no rating.",
        )
        assert found.frame.select(pl.col("low").max(), pl.col("high").min()).row(0) == (1, 4)
        assert found.denominators == {
            "places": 2,
            "places_known": 0,
            "places_rated": 0,
            "themes": 2,
            "cells": 8,
            "cells_known": 0,
            "sources": 1,
        }

    def test_without_a_framework_there_is_nothing_to_rate_on(self, tables, places, read):
        found = maturity(tables(*places, read("s1", "governance", ALDER)))
        assert found.frame.is_empty()
        assert found.frame.schema == SCHEMA
        said = "No source holds a maturity framework, so nothing can be rated"
        assert found.notes == (f"{said}: no document was found to speak of one.",)


class TestFrameworks:
    OTHER = "south/their-scale-9f8e7d6c"

    def both(self, rated, framework, *rows):
        return rated(*framework(self.OTHER, "Their scale", ("Low", "High")), *rows)

    def test_the_one_that_ratings_are_on_is_taken(self, rated, framework, rating):
        tables = self.both(rated, framework, rating("alder", 1, 2, framework=self.OTHER))
        assert maturity(tables).instrument.stages == ("Low", "High")

    def test_ratings_on_two_are_an_error_that_names_them(self, rated, framework, rating):
        rows = (rating("alder", 1, 2), rating("birch", 1, 2, framework=self.OTHER))
        with pytest.raises(UsageError, match="north/our-matrix-0a1b2c3d, south/their-scale-9f8e7d6c"):
            maturity(self.both(rated, framework, *rows))

    def test_two_without_a_rating_are_an_error_too(self, rated, framework):
        with pytest.raises(UsageError, match="expected one framework"):
            maturity(self.both(rated, framework))

    def test_ratings_on_another_than_the_one_asked_for_are_counted_in_a_note(self, rated, framework, rating):
        rows = (rating("alder", 1, 2), rating("birch", 1, 2, framework=self.OTHER))
        found = maturity(self.both(rated, framework, *rows), "Our matrix")
        assert found.denominators["cells_known"] == 1
        assert "1 rating is on another framework and not counted." in found.notes

    @pytest.mark.parametrize(
        "named", ["north/our-matrix-0a1b2c3d", "north/our-matrix", "Our matrix", "our-matrix"]
    )
    def test_it_is_found_by_identifier_with_or_without_digest_and_by_name(self, rated, framework, named):
        tables = self.both(rated, framework)
        assert maturity(tables, named).instrument.framework_id == "north/our-matrix-0a1b2c3d"

    def test_two_editions_are_two_frameworks(self, rated, framework):
        later = framework("north/our-matrix-11111111", "Our matrix", themes=("Vision", "People"))
        with pytest.raises(UsageError, match=r"one framework called 'Our matrix'.*11111111.*identifier"):
            maturity(rated(*later), "Our matrix")

    def test_stages_with_a_gap_are_damage(self, tables, places, framework):
        rows = [row for row in framework() if getattr(row, "stage_id", "").endswith("2") is False]
        with pytest.raises(DatasetError, match=r"stages numbered from 1, found \[1, 3, 4\]"):
            maturity(tables(*places, *rows))


class TestErrors:
    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"framework": "Our matrx"}, "found “Our matrx”; did you mean 'Our matrix'"),
            ({"basis": "pear"}, "found “pear”; did you mean 'peer'"),
            ({"basis": ()}, "expected a basis of ratings"),
            ({"places": ["north/aldr"]}, "found “north/aldr”; did you mean 'north/alder'"),
            ({"themes": ["Govrnance"]}, "found “Govrnance”; did you mean 'Governance'"),
            ({"themes": [3]}, "a theme of Our matrix, found “3”"),
            ({"assessors": ["a"]}, "found “a”; did you mean 'A'"),
        ],
    )
    def test_what_is_not_there_is_named_with_the_nearest(self, rated, rating, asked, message):
        with pytest.raises(UsageError, match=message):
            maturity(rated(rating("alder", 1, 2)), **asked)

    def test_a_theme_that_the_framework_lacks(self, rated, rating):
        with pytest.raises(DatasetError, match="a theme of Our matrix, found north/our-matrix-0a1b2c3d/7"):
            maturity(rated(rating("alder", 7, 2)))

    @pytest.mark.parametrize(("low", "high"), [(5, 5), (3, 2), (0, 1)])
    def test_a_stage_that_the_framework_lacks(self, rated, rating, low, high):
        wrong = attrs.evolve(rating("alder", 1, 1), stage_low=low, stage_high=high)
        with pytest.raises(DatasetError, match=rf"1 Emerging, .*4 Thriving.* found {low} to {high}"):
            maturity(rated(wrong))

    def test_a_place_that_no_source_speaks_of_is_shown_when_asked_for(self, rated):
        found = maturity(rated(), places=["south/dale"], basis="self")
        assert found.frame.select("place", "low", "high", "known").unique().rows() == [("Dale", 1, 4, False)]

    def test_notes_speak_of_the_places_and_themes_asked_for(self, rated, rating):
        rows = (
            rating("alder", 1, 1),
            rating("alder", 1, 4, assessor="B"),
            rating("birch", 2, 4, status="planned"),
        )
        found = maturity(rated(*rows), places=[BIRCH], themes=["Vision"], basis="self")
        assert found.notes == ("No place states a self rating on Our matrix; 1 source was read for ratings.",)

    def test_places_and_themes_can_be_chosen(self, rated, rating):
        found = maturity(rated(rating("alder", 1, 2)), places=[BIRCH], themes=["governance"], basis="self")
        assert found.frame.select("place_id", "theme").rows() == [(BIRCH, "Governance")]
        assert found.denominators["cells_known"] == 0
