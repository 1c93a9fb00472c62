"""Rows that name several members behind the words for their kind: "NHS: Alpha Trust, Beta Trust"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.coding.members.list_openers import names_group
from placebench.coding.members.roster_rows import Row
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.extract.enumerations import items

_LABELLED = re.compile(r"(?P<label>[^:|]{2,50}): (?P<listed>.+)")


def labelled_rows(reading: Reading, row: Row) -> Iterator[Row]:
    """Yield a row for each organisation behind a label of their kind; the row itself where it has none."""
    found = _LABELLED.fullmatch(row.text)
    if found is None or not names_group(reading, found["label"]):
        yield row
        return
    organisations = organisations_of(reading.profile, reading.codebook)
    text = organisations.whole(found["listed"])
    spans = [*items(text, reading.codebook.rosters["whole"]["words"])]
    each = [found["listed"][low:high] for low, high in spans]
    if not all(map(organisations.sectors, each)):
        yield row
        return
    yield from (attrs.evolve(row, text=text) for text in each)
