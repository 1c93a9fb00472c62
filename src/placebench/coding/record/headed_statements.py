"""Points of lists under "What works well" or "What could be better": their heading says which way they go."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import ITEM
from placebench.extract.gazetteer import PARTNERSHIP
from placebench.extract.passages import Line

TABLE = "statements"
_DIRECTIONS = ("strength", "development_area")
# A point of two words is a topic: "Shared records".
_FEWEST_WORDS = 4
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b")


def headed_statements(reading: Reading, told: Collection[int]) -> Iterator[tuple[Located, str]]:
    """Yield the first sentence of each point that stands in such a list, and the direction of the list.

    Args:
        reading: The document.
        told: Lines that state something in words of their own, whichever way they go.
    """
    of_partners = reading.codebook.entry(TABLE, "told_of_partners").match
    for sentence in reading.statements:
        line = sentence.passage.line
        point = line.block.kind == ITEM and sentence.passage.first and line.index not in told
        if not point or line.text.endswith(("?", ":")) or len(line.text.split()) < _FEWEST_WORDS:
            continue
        direction = _direction(reading, line)
        speaks = direction is not None and of_partners.matches(sentence.passage.lower)
        if speaks and direction and sentence.scope.places and _is_a_review(reading, line):
            yield sentence, direction


def speaker_of_list(reading: Reading, line: Line) -> str | None:
    """Return who speaks in such a list by the words above it; None where they tell nothing.

    Args:
        reading: The document.
        line: A point of a list.
    """
    if line.block.kind != ITEM or _direction(reading, line) is None:
        return None
    above = _all_above(reading, line)
    if reading.codebook.entry(TABLE, "peers_list").match.matches(above):
        return "peer"
    return "self" if _FIRST_PERSON.search(above) else None


def _all_above(reading: Reading, line: Line) -> str:
    """Return the title, the headings and the lead above a point, in lower case."""
    title = reading.document.metadata.get("title", "")
    first = reading.lines[0].text if reading.lines else ""
    return " . ".join((title, first, *line.block.path, *_above(reading, line))).lower()


def _above(reading: Reading, line: Line) -> tuple[str, ...]:
    """Return the line that leads to the list of a point, or the heading right above it, in lower case."""
    if line.lead is not None:
        return (reading.lines[line.lead].folded.lower,)
    return tuple(heading.lower() for heading in line.block.path[-1:])


def _direction(reading: Reading, line: Line) -> str | None:
    for lead in _above(reading, line):
        for direction in _DIRECTIONS:
            if reading.codebook.entry(TABLE, f"headed_{direction}").match.matches(lead):
                return direction
    return None


def _is_a_review(reading: Reading, line: Line) -> bool:
    """Tell whether the headings above a point, or the title, are of a partnership and how it works."""
    above = _all_above(reading, line)
    if reading.codebook.entry(TABLE, "no_review").match.matches(above):
        return False
    title = f"{reading.document.metadata.get('title', '')} . {reading.lines[0].text}"
    named = any(mention.name.kind == PARTNERSHIP for mention in reading.names.mentions(title))
    return named or reading.codebook.entry(TABLE, "review").match.matches(above)
