from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.extraction.coded import CodedSet
from benchmarks.extraction.extracted import Extracted
from benchmarks.extraction.scoring import TableScore, score, wilson


@pytest.mark.parametrize(
    ("hits", "of", "interval"),
    [
        (81, 263, (0.2553, 0.3662)),  # Newcombe 1998, Statistics in Medicine 17, method 3 of table I
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_as_published(hits, of, interval):
    assert wilson(hits, of) == pytest.approx(interval, abs=5e-5)


def test_nothing_has_no_interval_and_no_share():
    nothing = TableScore("roles")
    assert (nothing.recall, nothing.interval, nothing.precision) == (None, None, None)


@pytest.fixture
def scored():
    def scored(facts, must_nots, rows):
        return score(CodedSet("set", Path(), tuple(facts), tuple(must_nots)), rows)

    return scored


def test_figures_of_a_table(scored, fact, row):
    facts = [fact("roles", role="chair"), fact("roles", role="co_chair"), fact("roles", role="place_lead")]
    must_not = [fact("roles", role="vice_chair"), fact("roles", role="clinical_lead")]
    rows = [row("roles", role=role) for role in ("chair", "chair", "vice_chair", "place_lead")]
    result = scored(facts, must_not, rows)
    (figures,) = result.tables
    assert figures == TableScore("roles", 3, 2, rows=4, matched=2, again=1, must_nots=2, broken=1)
    assert (figures.recall, figures.precision) == (pytest.approx(2 / 3), 0.5)
    assert result.missed == (facts[1],)
    assert result.extra == (rows[1], rows[2])
    assert result.broken == ((must_not[0], rows[2]),)


def test_a_must_not_is_broken_once_by_however_many_rows(scored, fact, row):
    result = scored([], [fact("roles", role="chair")], [row("roles", role="chair")] * 3)
    assert (result.tables[0].broken, len(result.broken)) == (1, 3)


def test_derived_rows_can_be_found_and_are_never_extra(scored, fact, row):
    rows = [row("roles", role=role, basis="derived") for role in ("chair", "co_chair")]
    result = scored([fact("roles", role="chair")], [], rows)
    assert (result.tables[0].found, result.tables[0].rows, result.extra) == (1, 1, ())


def test_places_count_for_recall_alone(scored, fact, row):
    rows = [row("places", place_id=place) for place in ("elm/ash", "elm/oak")]
    (places,) = scored([fact("places", place_id="elm/ash")], [], rows).tables
    assert (places.recall, places.rows, places.precision) == (1, 0, None)


def test_rows_of_documents_that_nobody_coded_do_not_count(scored, fact):
    other = Extracted("other.txt", "roles", {"role": "chair", "basis": "stated"})
    (roles,) = scored([fact("roles", role="chair")], [], [other]).tables
    assert (roles.found, roles.rows) == (0, 0)


def test_the_total_adds_up():
    total = TableScore.total([TableScore("roles", 4, 3, 5, 3), TableScore("events", 1, 0, 1, 0)])
    assert total == TableScore("total", 5, 3, 6, 3)
