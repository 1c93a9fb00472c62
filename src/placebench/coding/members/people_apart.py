"""People that one line of a list names one after another, each with what stands with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from placebench.coding.reading import Reading
from placebench.extract.organisations import Organisations
from placebench.extract.people import is_name

_PART = re.compile(
    r"(?:^|[,;:] (?:and )?| - |(?<=\)) and )(?P<part>[A-Z][^,;:()]*?)(?= ?(?:[,;:(]| - | and [A-Z]|$))"
)


def people_apart(reading: Reading, organisations: Organisations, text: str) -> list[str]:
    """Return the parts of an entry that each begin with a person, or the entry where it names one at most.

    What stands before the first name, a post or an organisation, stays with it.

    Args:
        reading: The reading of the document.
        organisations: What is known of organisations.
        text: The folded entry.
    """
    starts = [0, *list(_names(reading, organisations, text))[1:], len(text)]
    return [text[low:high].strip(" ,;") for low, high in pairwise(starts)]


def _names(reading: Reading, organisations: Organisations, text: str) -> Iterator[int]:
    """Yield where the names of people begin that stand in a part of their own, outside brackets."""
    office = reading.codebook.posts["office"]["match"]
    for found in _PART.finditer(text):
        part, start = found["part"], found.start("part")
        if text.count("(", 0, start) > text.count(")", 0, start) or not is_name(part, reading.codebook.posts):
            continue
        other = organisations.sectors(part) or office.matches(part.lower()) or reading.names.mentions(part)
        if not other:
            yield start
