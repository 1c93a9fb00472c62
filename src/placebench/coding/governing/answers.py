"""Answers to questions on what a partnership has: "Do you have a pooled budget? Not at present"."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.governing.contrast import next_in_line
from placebench.coding.governing.named_features import WITHOUT_VALUE, how_far, told_by
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.importer import Fact
from placebench.model import Governance

TABLE = "governance"
_FEATURES = WITHOUT_VALUE | {"shared_vision", "shared_plan"}
_ASKS = Wording("answers", r"(?:\(?\w{1,3}[.)] )?<asks>\b.*\?\W*$")
_LONGEST = 140


def answered_features(reading: Reading) -> Iterator[Fact]:
    """Yield how far each feature is there that a question names, by the words that its answer begins with."""
    asks = _ASKS.of(reading.codebook)
    for sentence in reading.sentences:
        lower = sentence.passage.lower
        places = sentence.scope.places or reading.default.places
        if len(lower) > _LONGEST or len(places) != 1 or not asks.match(lower):
            continue
        told, answer = told_by(reading.codebook, lower, _FEATURES), _answer(reading, sentence)
        status = how_far(reading.codebook, answer.passage.lower, answer=True) if told and answer else None
        if told is None or answer is None or status is None:
            continue
        row = Governance(
            system_id=reading.profile.system.system_id,
            place_id=places[0],
            applies_to="place",
            status=status,
            rule=f"{TABLE}.{told[0]}",
            feature=told[0],
            value=told[1],
            body_kind="partnership",
        )
        yield Fact(row, (reading.quote(sentence), reading.quote(answer)))


def _answer(reading: Reading, question: Located) -> Located | None:
    """Return the sentence behind a question, on its line or the next."""
    after = next_in_line(reading, question)
    below = reading.by_line.get(question.passage.line.index + 1, ())[:1]
    return after or next(iter(below), None)
