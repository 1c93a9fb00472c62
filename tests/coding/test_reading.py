"""A document read for one system: what all coders ask of it."""

from __future__ import annotations

from tests.coding.conftest import Read

TEXT = (
    "Place-based partnerships in North\n\n"
    "The Alpha partnership board meets every month and has pooled budgets. "
    "The council hosts the Alpha partnership's team."
)


def test_cues_of_some_entries_are_those_of_all_that_have_the_name(read: Read) -> None:
    reading = read(TEXT)
    entries = ("pooled_budget", "host")
    named = [cued for cued in reading.cued("governance") if cued[0].entry in entries]
    assert {cued[0].entry for cued in named} == set(entries)
    assert list(reading.cued("governance", entries=entries)) == named


def test_what_is_asked_of_a_sentence_again_is_not_looked_for_again(read: Read) -> None:
    reading = read(TEXT)
    first, second = reading.statements[:2]
    looked: list[int] = []
    for sentence in (first, second, first):
        reading.once("start", sentence, lambda at=sentence.passage.start: looked.append(at) or at)
    assert looked == [first.passage.start, second.passage.start]
