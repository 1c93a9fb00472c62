"""Short labels out of list items: the head of "Children and young people: including school readiness"."""

from __future__ import annotations

import re

_HEAD_ENDS = re.compile(r": | including | - |, with | to ensure | so that ")
_LEADING = re.compile(r"^(?:and |or |also |the )+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s.,;:]| and| or)+$")


def label_of(item: str) -> str:
    """Return the head of a list item, without what it includes and without stray conjunctions."""
    head = _HEAD_ENDS.split(item.strip(), maxsplit=1)[0]
    return _TRAILING.sub("", _LEADING.sub("", head)).strip()
