"""A document read for one system: what all coders ask of it."""

from __future__ import annotations

from placebench.coding.once import once, once_a_sentence
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
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


def test_what_is_no_statement_holds_its_cues_all_the_same(read: Read) -> None:
    reading = read(
        "Place-based partnerships in North\n\nHow does the Alpha Board pool its budget?\n\n" + TEXT
    )
    asked = next(one for one in reading.sentences if one.passage.text.endswith("?"))
    assert reading.unstated(asked) is not None
    assert reading.held(asked.passage) == reading.codebook.cues_in(asked.passage.text, asked.passage.lower)
    for sentence in reading.sentences:
        for table in reading.codebook.cues:
            held = reading.held(sentence.passage).get(table, ())
            assert reading.cues.of(table, sentence.passage) == held


def test_what_is_asked_of_a_sentence_again_is_not_looked_for_again(read: Read) -> None:
    looked: list[int] = []

    @once_a_sentence
    def start(_reading: Reading, sentence: Located) -> int:
        looked.append(sentence.passage.start)
        return sentence.passage.start

    reading = read(TEXT)
    first, second = reading.statements[:2]
    assert [start(reading, one) for one in (first, second, first)] == [*looked, first.passage.start]
    assert looked == [first.passage.start, second.passage.start]


def test_what_is_asked_of_a_document_is_kept_for_that_document(read: Read) -> None:
    looked: list[Reading] = []

    @once
    def length(reading: Reading) -> int:
        looked.append(reading)
        return len(reading.sentences)

    one, other = read(TEXT), read("Place-based partnerships in North")
    assert length(one) == length(one) == len(one.sentences)
    assert length(other) == len(other.sentences) != length(one)
    assert looked == [one, other]
