"""What growth is measured with: documents with other digits, and cues that cost time and find nothing."""

from __future__ import annotations

from itertools import islice

from benchmarks.speed.copies import copies, idle_cues
from placebench.codebook import load_codebook
from placebench.coding.examples import ExampleReader

TEXT = "The Alpha Partnership meets every month. It has 12 members and a board of 7."


def test_copies_differ_in_digits_alone() -> None:
    made = list(islice(copies(TEXT), 3))
    assert len({TEXT, *made}) == 4
    assert {copy.translate(dict.fromkeys(range(48, 58), "#")) for copy in made} == {
        "The Alpha Partnership meets every month. It has ## members and a board of #."
    }
    assert made == list(islice(copies(TEXT), 3))


def test_idle_cues_are_many_and_find_nothing() -> None:
    plain, idle = load_codebook(), load_codebook((idle_cues(2),))
    for table, cues in plain.cues.items():
        assert len(idle.cues[table]) == 3 * len(cues)
    assert ExampleReader(idle).rows(TEXT, "governance") == ExampleReader(plain).rows(TEXT, "governance")
