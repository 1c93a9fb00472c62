"""Lines that stand over parts of a list of members: "NHS", then trusts, "Councils", then councils."""

from __future__ import annotations

from placebench.coding.members.list_openers import names_group
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.extract.passages import Line

_FEWEST = 2


@once
def group_labels(reading: Reading) -> frozenset[int]:
    """Return the indices of the lines that stand over a group of others, where a document has several.

    Each stands behind a blank line and right above the first of its group. One alone may be an entry.
    """
    found = frozenset(line.index for line in reading.own_lines if _is_over_others(reading, line))
    return found if len(found) >= _FEWEST else frozenset()


def _is_over_others(reading: Reading, line: Line) -> bool:
    if not names_group(reading, line.text):
        return False
    text, span = reading.document.text, line.block.span
    before, after = text[: span.start].rstrip(" \t"), text[span.end :].lstrip(" \t")
    behind = after[1:].lstrip(" \t") if after.startswith("\n") else after
    return before.endswith("\n\n") and bool(behind) and not behind.startswith("\n")
