"""Maturity frameworks and reviews that are taken up, or were held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from placebench.codebook import Match
from placebench.coding.given_frameworks import namings
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.importer import Fact
from placebench.model import Exercise

TABLE = "exercises"
# "It", or "so", is an exercise that the sentence, or the one before it, names.
_OFFERED = "it_offered"
_ANAPHORS = frozenset({"again", "too", "it_adopted", _OFFERED})


def code_exercises(reading: Reading) -> Iterator[Fact]:
    """Yield the maturity exercises that a document states, and the frameworks of files that they are by."""
    known = {one.framework_id: one for one in reading.frameworks}
    for fact in _exercises(reading):
        yield fact
        row = fact.row
        if isinstance(row, Exercise) and row.framework_id in known:
            yield Fact(known.pop(row.framework_id), fact.quotes)


def _exercises(reading: Reading) -> Iterator[Fact]:
    told: set[tuple[object, ...]] = set()
    for cue, sentence, found, status in reading.cued(TABLE, clauses=True):
        if "step" not in cue.columns or (cue.entry in _ANAPHORS and not _is_named_before(reading, sentence)):
            continue
        # A sentence that says "and again" tells of one repeated exercise, not of two.
        key = (sentence.passage.span, sentence.scope.places, cue.columns["kind"], status)
        if key in told:
            continue
        told.add(key)
        columns = reading.columns(sentence, found.start)
        if "at system level" in sentence.passage.lower[found.end : found.end + 30]:
            columns |= {"place_id": None, "applies_to": "system"}
        words = sentence.passage.lower[found.start : found.end]
        # What "places may use" is offered to all, though the sentence goes on with one that does.
        if cue.entry == _OFFERED or reading.codebook.reading["each_place"].matches(words):
            columns |= {"place_id": None, "applies_to": "each_place"}
        row = Exercise(
            **columns,
            status=status,
            rule=cue.rule,
            framework_id=_framework(reading, sentence),
            text=sentence.passage.text,
            **cue.columns,
        )
        yield from _of_those_who_did(reading, row, sentence, found)


def _framework(reading: Reading, sentence: Located) -> str | None:
    """Return the framework that a sentence names, else the one before it; else that which is the only one.

    "The framework" is the one that a document names, if that is one of files.
    """
    book, frameworks = reading.codebook, reading.frameworks
    if not frameworks:
        return None
    for one in (sentence, reading.before(sentence)):
        named = {found.framework.framework_id for found in namings(one.passage.text, frameworks, book)}
        if named:
            return named.pop() if len(named) == 1 else None
    points_back = book.entry(TABLE, "the_framework").match.matches(sentence.passage.lower)
    known = _named_frameworks(reading) if points_back else frozenset()
    return next(iter(known)) if len(known) == 1 else None


@once
def _named_frameworks(reading: Reading) -> frozenset[str]:
    """Return the frameworks of files that a document names anywhere."""
    found = (namings(one.passage.text, reading.frameworks, reading.codebook) for one in reading.sentences)
    return frozenset(naming.framework.framework_id for each in found for naming in each)


def _of_those_who_did(reading: Reading, row: Exercise, sentence: Located, found: Match) -> Iterator[Fact]:
    """Yield a row as a fact, or one of each other place where it is of all and the text leaves some out."""
    exceptions = [*_excepted(reading, sentence, found)]
    of_all = row.applies_to == "each_place" or (
        bool(exceptions) and (row.applies_to == "system" or _speaks_of_each(reading, sentence, found))
    )
    if of_all and row.status == "in_place":
        exceptions += [(_places_of(one.mentions), one) for one in _left_out(reading)]
    if not of_all or not exceptions:
        yield reading.fact(row, sentence)
    elif all(places for places, _ in exceptions):
        out = frozenset().union(*(places for places, _ in exceptions))
        quotes = tuple(
            dict.fromkeys(reading.quote(one) for one in (sentence, *(one for _, one in exceptions)))
        )
        for place in reading.places:
            if place.place_id not in out:
                yield Fact(attrs.evolve(row, place_id=place.place_id, applies_to="place"), quotes)


def _speaks_of_each(reading: Reading, sentence: Located, found: Match) -> bool:
    told = sentence.passage.lower[: found.end]
    return reading.codebook.reading["each_place"].matches(told)


def _excepted(reading: Reading, sentence: Located, found: Match) -> Iterator[tuple[frozenset[str], Located]]:
    """Yield the places that a sentence names as exceptions: "all places have done so, except Alpha"."""
    but = reading.codebook.entry(TABLE, "but").match.search(sentence.passage.lower)
    told = bool(sentence.left_out)
    if not told and but is not None and not found.start <= but.start < found.end:
        yield _places_of(m for m in sentence.mentions if m.start >= but.end), sentence


@once
def _left_out(reading: Reading) -> tuple[Located, ...]:
    """Return the sentences that say who did not take part in an exercise."""
    told = reading.codebook.entry(TABLE, "left_out").match
    statements = (one for one in reading.statements if told.matches(one.passage.lower))
    return tuple(one for one in statements if _is_named_before(reading, one))


def _places_of(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(one.name.id for one in mentions if one.name.kind != SYSTEM)


def _is_named_before(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence, or the one before it, names a maturity exercise."""
    before = reading.before(sentence)
    named = reading.codebook.entry(TABLE, "named").match
    return any(named.matches(told.passage.lower) for told in (before, sentence))
