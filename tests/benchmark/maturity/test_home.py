"""Whom a framework of one system is asked of."""

from __future__ import annotations

import attrs

from placebench.benchmark.maturity import at_home, maturity


def places(found):
    return set(found.frame["place_id"])


def test_a_framework_of_one_system_counts_its_places(rated, rating):
    found = maturity(rated(rating("alder", 1, 1), rating("dale", 1, 2, status="planned")), basis="self")
    assert places(found) == {"north/alder", "north/birch", "south/dale"}
    home = at_home(found)
    assert places(home) == {"north/alder", "north/birch"}
    assert home.denominators["places"] == 2
    assert home.notes[0].endswith("own (north): 1 place of another system is not counted on it.")


def test_a_place_elsewhere_that_is_rated_on_it_counts_too(rated, rating):
    found = maturity(rated(rating("alder", 1, 1), rating("dale", 1, 2)), basis="self")
    assert at_home(found) is found


def test_a_framework_that_is_anybodys_counts_all(rated, rating):
    found = maturity(rated(rating("alder", 1, 1), rating("dale", 1, 2, status="planned")), basis="self")
    anybodys = attrs.evolve(found, instrument=attrs.evolve(found.instrument, system_id=None))
    assert at_home(anybodys) is anybodys
