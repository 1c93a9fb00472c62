"""How far a feature of governance is there: asked of its clause, its sentence, its list and its document.

`clause` starts from the force of the words around a cue and asks the others in turn. `granted` tells what
a sentence on what is to come takes for granted, `lists` what a list makes of its items, and `in_document`
what a document says in several places. Their words are the group `status` of `wording/governing.toml`.
"""

from __future__ import annotations

from placebench.coding.governing.status.clause import status_of
from placebench.coding.governing.status.granted import is_granted, status_of_a_name
from placebench.coding.governing.status.in_document import (
    with_the_granted,
    without_talks_of_what_is_there,
)

__all__ = [
    "is_granted",
    "status_of",
    "status_of_a_name",
    "with_the_granted",
    "without_talks_of_what_is_there",
]
