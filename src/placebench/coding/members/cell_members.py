"""Cells of tables that name several members in one line: "Alpha Council, Alpha Trust and Healthwatch"."""

from __future__ import annotations

from placebench.codebook import Codebook
from placebench.coding.members.employers import DEPARTMENTS
from placebench.extract.enumerations import items
from placebench.extract.organisations import Organisations


def members_in(text: str, organisations: Organisations, codebook: Codebook) -> tuple[str, ...]:
    """Return the organisations that a cell lists, or its text as one where a part of it is none.

    Args:
        text: The cell, folded.
        organisations: What is known of organisations.
        codebook: The coding frame, with words that stay together.
    """
    # A name may hold an "and": without a comma a cell is one.
    whole = organisations.whole(text)
    if "," not in whole and ";" not in whole:
        return (text,)
    parts = [text[low:high] for low, high in items(whole, codebook.rosters["whole"]["words"])]
    sectors = [organisations.sectors(part) for part in parts]
    named = all(part[:1].isupper() for part in parts) and all(sectors)
    # "Alpha Council, Public Health" is one organisation with its department.
    return tuple(parts) if named and not any(DEPARTMENTS & {*each} for each in sectors) else (text,)
