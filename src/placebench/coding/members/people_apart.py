"""People that one line of a list names one after another, each with what stands with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from placebench.coding.members.entries import read_entry
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.extract.organisations import Organisations
from placebench.extract.people import is_name

_PART = re.compile(
    r"(?:^|[,;:] (?:and )?| - |(?<=\)) and )(?P<part>[A-Z][^,;:()]*?)(?= ?(?:[,;:(]| - | and [A-Z]|$))"
)
_TWO_NAMES = re.compile(r"([A-Z][\w'-]+ [A-Z][\w'-]+) (?=[A-Z])")


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


def names_person(reading: Reading, text: str) -> bool:
    """Tell whether words begin with the name of a person, and go on with a post or an organisation."""
    organisations = organisations_of(reading.profile, reading.codebook)
    words = read_entry(with_name_apart(reading, text), organisations, reading.codebook)
    return bool(words and words.holder and is_name(words.holder, reading.codebook.posts))


def with_name_apart(reading: Reading, text: str) -> str:
    """Return an entry with a comma between a person's two names and an organisation that a place begins."""
    found = _TWO_NAMES.match(text)
    named = found and is_name(found[1], reading.codebook.posts)
    begins = named and any(m.start == found.end() for m in reading.names.mentions(text)) if found else False
    return f"{found[1]}, {text[found.end() :]}" if found and begins else text
