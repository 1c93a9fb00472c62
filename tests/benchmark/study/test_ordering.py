"""Places of several systems stand in one order only where a study asks for it, or where it is said."""

from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark.maturity import Maturity
from placebench.benchmark.maturity.instrument import Instrument
from placebench.benchmark.result import Result
from placebench.benchmark.study import Study
from placebench.benchmark.study.ordering import ordered


class Tables:
    def frame(self, name):
        assert name == "systems"
        return pl.LazyFrame({"system_id": ["north", "south"], "name": ["The North", "The South"]})


def maturity(home, **known):
    """Return intervals of places, such as `north_a=True` for a known stage of `north/a`."""
    frame = pl.DataFrame({"place_id": [place.replace("_", "/") for place in known], "known": known.values()})
    instrument = Instrument("f", "Framework", home, ("Low", "High"), pl.DataFrame())
    return Maturity(
        name="maturity", title="", frame=frame, denominators={}, instrument=instrument, bounds=pl.DataFrame()
    )


ALL = ["north/a", "north/b", "south/c", "west/d"]
BOTH = {"north_a": True, "north_b": False, "south_c": True, "west_d": False}


@pytest.mark.parametrize(
    ("home", "known", "study", "places", "whose"),
    [
        # Of its own system, whoever else was rated on it.
        ("north", BOTH, Study(), ["north/a", "north/b"], "the system The North"),
        # Of nobody's framework: of all systems that have a stage, and said so.
        (None, BOTH, Study(), ["north/a", "north/b", "south/c"], "2 systems"),
        # Nobody of its own system was rated.
        ("west", {**BOTH, "south_c": False}, Study(), ["north/a", "north/b"], "the system The North"),
        # As asked for.
        ("north", BOTH, Study(systems=("north", "south", "west")), ALL, "3 systems"),
        # Nothing to choose from.
        ("north", {"north_a": True, "north_b": False}, Study(), ["north/a", "north/b"], ""),
        (None, {"north_a": False, "south_c": False}, Study(), [], "0 systems"),
    ],
)  # fmt: skip
def test_an_order_is_of_one_system_unless_it_says_otherwise(home, known, study, places, whose):
    chosen = ordered(maturity(home, **known), study, Tables())
    assert chosen.frame["place_id"].to_list() == places
    assert chosen.whose == whose


def test_title_sizes_and_notes_say_whose_places_are_ordered():
    chosen = ordered(maturity("north", **BOTH), Study(), Tables())
    ranks = Result(
        name="ranks", title="Ranks", frame=pl.DataFrame(), denominators={"places": 2}, notes=("n",)
    )
    said = chosen.of(ranks)
    assert said.title == "Ranks, places of the system The North"
    assert said.denominators == {"places": 2, "systems": 1}
    assert "2 places of other systems, 1 with a known stage" in said.notes[0]
    assert said.notes[1:] == ("n",)
