"""Where a list of those who came to a meeting ends that no stop or heading ends: at a line that names nobody.

Below the people stands the first item of the agenda, "Primary care", which reads like a member of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.members.list_openers import Opened
from placebench.coding.members.people_apart import names_person
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.extract.people import NAME, is_name

_PRESENT = "present"
_BREAKS_OFF = re.compile(r"(?:[,&/-]| and| of| for| at| the)$")
_SOMEBODY = Wording("end_of_people", r"\b<somebody>\b", re.IGNORECASE)
_ANY_NAME = re.compile(rf"\b{NAME}")


def names_nobody_more(reading: Reading, opened: Opened, text: str) -> bool:
    """Tell whether a row stands below a list of people, and keep for the next one what was read.

    A list whose first row names no person is one of organisations, and goes on.

    Args:
        reading: The reading of the document.
        opened: The list.
        text: The folded row.
    """
    if opened.kind != _PRESENT:
        return False
    person = names_person(reading, text)
    above, opened.above = opened.above, text
    if opened.of_people is None:
        opened.of_people = person or any(start == 0 for start in _people(reading, text))
    if not opened.of_people or person or _tells_of_somebody(reading, text):
        return False
    # "Jo Bell, Chief Executive" has the organisation on the line below.
    sectors = organisations_of(reading.profile, reading.codebook).sectors
    return not (sectors(text) and (_BREAKS_OFF.search(above) or (above and not sectors(above))))


def _tells_of_somebody(reading: Reading, text: str) -> bool:
    post = reading.codebook.posts["office"]["match"].matches(text.lower())
    return (
        post
        or _SOMEBODY.of(reading.codebook).search(text) is not None
        or any(True for _ in _people(reading, text))
    )


def _people(reading: Reading, text: str) -> Iterator[int]:
    """Yield where words begin that are the name of a person, and none of an organisation or a place."""
    sectors = organisations_of(reading.profile, reading.codebook).sectors
    for found in _ANY_NAME.finditer(text):
        name = found.group()
        if is_name(name, reading.codebook.posts) and not sectors(name) and not reading.names.mentions(name):
            yield found.start()
