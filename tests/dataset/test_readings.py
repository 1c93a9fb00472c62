"""Which of two readings of the same document is kept."""

from __future__ import annotations

import pytest

from placebench.dataset.readings import (
    GIVEN_LATER,
    NEWER_BUILD,
    NEWER_IMPORTER,
    ONLY_READ,
    SAME,
    Reading,
    newest,
)


def reading(build: str = "1.0", **readers: str) -> Reading:
    return Reading(readers, build, (build, *sorted(readers.items())))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "kept", "why"),
    [
        (reading(bob="1.0"), reading(bob="1.0"), 0, SAME),
        (reading(bob="1.0"), reading(bob="1.1"), 1, NEWER_IMPORTER),
        (reading(bob="1.10"), reading(bob="1.9"), 0, NEWER_IMPORTER),
        (reading(bob="1.0", lsc="1.0"), reading(bob="1.1", lsc="1.0"), 1, NEWER_IMPORTER),
        (reading(bob="1.1"), reading("2.0", bob="1.0"), 0, NEWER_IMPORTER),
        (reading("1.0", bob="1.0"), reading("1.1", bob="1.0"), 1, NEWER_BUILD),
        (reading("1.1", bob="1.0"), reading("1.0", bob="1.0"), 0, NEWER_BUILD),
        (reading(bob="1.0"), reading(), 0, ONLY_READ),
        (reading("1.0"), reading("0.9", bob="1.0"), 1, ONLY_READ),
        (reading(bob="1.0", lsc="1.1"), reading(bob="1.1", lsc="1.0"), 1, GIVEN_LATER),
        (reading(devon="0123456789ab"), reading(devon="f123456789ab"), 1, GIVEN_LATER),
        (reading(bob="1.0+mine.01234567"), reading(bob="1.0"), 1, GIVEN_LATER),
        (reading(bob="1.0"), reading(lsc="2.0"), 1, GIVEN_LATER),
    ],
)
def test_of_two_readings(first: Reading, second: Reading, kept: int, why: str) -> None:
    assert newest([first, second]) == (kept, why)


def test_of_three_the_newest_stays_wherever_it_stands() -> None:
    assert newest([reading(bob="1.0"), reading(bob="1.2"), reading(bob="1.1")]) == (1, NEWER_IMPORTER)


def test_equal_readings_of_other_inputs_are_no_longer_the_same() -> None:
    one, other = Reading({"bob": "1"}, "1", ("a",)), Reading({"bob": "1"}, "1", ("b",))
    assert newest([one, other]) == (1, GIVEN_LATER)
