"""Labels of HTML lists, as a browser shows them."""

from __future__ import annotations

import re

from placebench.documents.counting import MOST_ROMAN, letters, roman
from placebench.documents.html.folds import Attributes

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))")
_CSS = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "none",
}


class ListCounter:
    """The labels of one list, one after another.

    Args:
        tag: Name of the list.
        attributes: Its attributes.
        items: Number of its items where it counts down, else 0.
    """

    def __init__(self, tag: str, attributes: Attributes, items: int = 0) -> None:
        self._step = -1 if items else 1
        style = _STYLE.search((attributes.get("style") or "").lower())
        kind = _CSS[style.group(1)] if style else attributes.get("type") or ""
        numbered = kind if kind in ("1", "a", "A", "i", "I") else ("1" if tag == "ol" else "")
        self._kind = "none" if kind == "none" else numbered
        self._next = _whole(attributes.get("start"), items or 1)

    def label(self, attributes: Attributes) -> str | None:
        """Return the label of the next item; None in a list without labels."""
        number = _whole(attributes.get("value"), self._next)
        self._next = number + self._step
        if self._kind == "none":
            return None
        return f"{_count(number, self._kind)}." if self._kind else "•"


def _whole(text: str | None, default: int) -> int:
    found = re.fullmatch(r"\s*(-?\d{1,9})\s*", text or "", re.ASCII)
    return int(found.group(1)) if found else default


def _count(number: int, kind: str) -> str:
    if kind in "iI" and 0 < number <= MOST_ROMAN:
        text = roman(number)
    elif kind in "aA" and number > 0:
        text = letters(number)
    else:
        return str(number)
    return text.upper() if kind.isupper() else text
