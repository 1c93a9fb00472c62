"""Where the points stand that a line announces: in a list below it, a paragraph, or lines with numbers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.subjects import Scope
from placebench.documents import HEADING, ITEM
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line

_TABLE = "recommendations"
INTRODUCE = frozenset({"asked", "headed", "resolved", "decided"})
"""The entries whose lines announce what is asked or decided."""


def of_the_list(reading: Reading, line: Line, items: tuple[Line, ...]) -> Located:
    """Return a point of a list; one that names nobody is of the only place that the list is about."""
    sentence = reading.by_line[line.index][0]
    if sentence.mentions or sentence.scope.places:
        return sentence
    place = _place_of(reading, items)
    return attrs.evolve(sentence, scope=Scope((place,), "place", named=False)) if place else sentence


def _place_of(reading: Reading, items: tuple[Line, ...]) -> str | None:
    """Return the place that the first point of a list names, or half of them, and none of them another.

    One point among others on a place says nothing of those; nor is a list on one that speaks of all.
    """
    told = [reading.by_line[item.index] for item in items]
    named = [{mention.name.id for one in each for mention in one.mentions} for each in told]
    others = (one.scope for each in told for one in each if one.scope.named)
    several = any(scope.applies_to != "place" for scope in others)
    first = next((mention for each in told for one in each for mention in one.mentions), None)
    alone = len(set().union(*named)) == 1 and first is not None and first.name.kind != SYSTEM
    if first is None or not alone or several:
        return None
    many = sum(map(bool, named)) * 2 >= len(named)
    return first.name.id if many or named[0] else None


def parts_of(reading: Reading, whole: Line) -> tuple[Line, ...]:
    """Return the points below a point that only begins what is asked for."""
    if not whole.text.endswith(" to:"):
        return ()
    below = (line for line in reading.own_lines if line.parent == whole.index)
    return tuple(line for line in below if line.index in reading.by_line)


def led_on(reading: Reading, sentence: Located) -> Located:
    """Return what the line below says where it only leads on to the list: "Decision:", and then "That:"."""
    after = reading.lines[sentence.passage.line.index + 1 :][:1]
    leads_on = reading.codebook.entry(_TABLE, "leads_on").match
    told = next((line for line in after if line.index in reading.by_line), None)
    if told is None or not leads_on.matches(told.folded.lower):
        return sentence
    below = reading.by_line[told.index][-1]
    speaks_itself = any(cued[0].entry in INTRODUCE for cued in reading.cued_in(_TABLE, below))
    return sentence if speaks_itself else below


def points_below(reading: Reading, lead: Line) -> Iterator[tuple[Located, str]]:
    """Yield the points on lines of their own below the line that announces them, without their numbers."""
    point = reading.codebook.entry(_TABLE, "point").match
    for line in reading.lines[lead.index + 1 :]:
        found = point.search(line.folded.lower)
        if found is None or line.index not in reading.by_line:
            return
        begins = found.spans["number"][1] if found.groups.get("number") else 0
        yield reading.by_line[line.index][-1], line.text[begins:]


def paragraph_after(reading: Reading, sentence: Located) -> tuple[Line, ...]:
    """Return the paragraph below a heading, which may hold the one thing that is asked."""
    after = reading.lines[sentence.passage.line.index + 1 :][:1]
    headed = sentence.passage.line.block.kind == HEADING
    return tuple(line for line in after if headed and line.index in reading.by_line)


def items_after(reading: Reading, sentence: Located) -> tuple[Line, ...]:
    """Return the items of the list that a line introduces."""
    own, found = sentence.passage.line, []
    for line in reading.lines[own.index + 1 :]:
        beside = own.block.kind == ITEM and line.lead == own.lead
        if line.block.kind != ITEM or line.index not in reading.by_line or beside:
            break
        if line.lead == own.index or line.parent is None:
            found.append(line)
    return tuple(found)
