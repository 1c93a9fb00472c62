"""Cells of tables that name several members in one line: "Alpha Council, Alpha Trust and Healthwatch"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.codebook import Codebook
from placebench.coding.members.employers import DEPARTMENTS
from placebench.coding.members.joined_names import JoinedNames
from placebench.extract.enumerations import items
from placebench.extract.organisations import Organisations

_STROKE = re.compile(r" ?/ (?=[A-Z])| /(?=[A-Z])")


def members_in(lines: Sequence[str], organisations: Organisations, codebook: Codebook) -> tuple[str, ...]:
    """Return the organisations that a cell lists, or its text as one where a part of it is none.

    Args:
        lines: The lines of the cell, folded.
        organisations: What is known of organisations.
        codebook: The coding frame, with words that stay together.
    """
    text = " ".join(lines)
    return _one_a_line(lines, organisations, codebook) or _in_one_line(text, organisations, codebook)


def _in_one_line(text: str, organisations: Organisations, codebook: Codebook) -> tuple[str, ...]:
    whole = organisations.whole(text)
    if "," not in whole and ";" not in whole:
        # A name may hold an "and", or a stroke: a cell is one, unless all its parts are whole names.
        return _both(text, organisations, codebook)
    parts = [text[low:high] for low, high in items(whole, codebook.rosters["whole"]["words"])]
    return tuple(parts) if _are_all_named(parts, organisations) else (text,)


def _one_a_line(lines: Sequence[str], organisations: Organisations, codebook: Codebook) -> tuple[str, ...]:
    """Return the organisations that stand one a line; nothing where a name may go on to the next."""
    whole = map(JoinedNames(codebook, organisations).ends_name, lines[:-1])
    return tuple(lines) if len(lines) > 1 and all(whole) and _are_all_named(lines, organisations) else ()


def _both(text: str, organisations: Organisations, codebook: Codebook) -> tuple[str, ...]:
    """Return the two or more organisations that a stroke or an "and" parts; the text where it is one."""
    slashed = tuple(_STROKE.split(text))
    if len(slashed) > 1:
        return slashed if _are_all_named(slashed, organisations) else (text,)
    both = JoinedNames(codebook, organisations).two(text)
    return both if len(both) > 1 and _are_all_named(both, organisations) else (text,)


def _are_all_named(parts: Sequence[str], organisations: Organisations) -> bool:
    """Tell whether each part is an organisation of its own.

    "Alpha Council, Public Health" is one organisation with its department.
    """
    sectors = [organisations.sectors(part) for part in parts]
    named = all(part[:1].isupper() for part in parts) and all(sectors)
    return named and not any(DEPARTMENTS & {*each} for each in sectors)
