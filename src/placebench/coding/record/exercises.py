"""Maturity frameworks and reviews that are taken up, or were held."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.importer import Fact
from placebench.model import Exercise

TABLE = "exercises"
# "It", or "so", is an exercise that the sentence, or the one before it, names.
_ANAPHORS = frozenset({"again", "too"})


def code_exercises(reading: Reading) -> Iterator[Fact]:
    """Yield the maturity exercises that a document states."""
    told: set[tuple[int, object, str]] = set()
    for cue, sentence, found, status in reading.cued(TABLE, clauses=True):
        if "step" not in cue.columns or (cue.entry in _ANAPHORS and not _is_named_before(reading, sentence)):
            continue
        # A sentence that says "and again" tells of one repeated exercise, not of two.
        key = (id(sentence), cue.columns["kind"], status)
        if key in told:
            continue
        told.add(key)
        columns = reading.columns(sentence, found.start)
        if "at system level" in sentence.passage.lower[found.end : found.end + 30]:
            columns |= {"place_id": None, "applies_to": "system"}
        if reading.codebook.reading["each_place"].matches(sentence.passage.lower[found.start : found.end]):
            columns |= {"place_id": None, "applies_to": "each_place"}
        row = Exercise(**columns, status=status, rule=cue.rule, text=sentence.passage.text, **cue.columns)
        yield reading.fact(row, sentence)


def _is_named_before(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence, or the one before it, names a maturity exercise."""
    before = reading.before(sentence)
    named = reading.codebook.entry(TABLE, "named").match
    return any(named.matches(told.passage.lower) for told in (before, sentence))
