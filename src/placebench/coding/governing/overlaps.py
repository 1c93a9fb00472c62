"""Cues of one entry that hold the same words: the one that says more speaks for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from placebench.codebook import Cue, Match
from placebench.coding.scope import Located

_Cued = tuple[Cue, Located, Match, str]
# Money that is pooled as some fund is said of that fund, wherever in the sentence the fund is named.
_OF_WHAT_IT_IS = frozenset({"pooled_budget"})


def without_the_less_told(cued: Iterable[_Cued]) -> Iterator[_Cued]:
    """Yield the cues but for one whose words another of its entry holds and says more of.

    "Our shared vision of care" is held by a cue for any vision and by one that knows how far a vision is
    there. The second speaks, and so does a cue that knows which plan "our operational plan" is.

    Args:
        cued: Cues with their sentences, those of one sentence in a row.
    """
    for _, held in groupby(cued, key=lambda each: id(each[1].passage)):
        told = list(held)
        yield from (each for each in told if not any(_says_more(other, each) for other in told))


def _says_more(other: _Cued, each: _Cued) -> bool:
    """Tell whether a cue says of the words of another what that leaves open: a status or a value."""
    cue, _, found, status = each
    if other[0].entry != cue.entry or other[0] is cue:
        return False
    overlap = other[2].start < found.end and found.start < other[2].end
    same_value = other[0].value == cue.value and not {"value"} & {*found.groups, *other[2].groups}
    knows_status = other[0].status is not None and cue.status is None and same_value
    knows_value = other[0].value is not None and cue.value is None and "value" not in found.groups
    if knows_value and cue.entry in _OF_WHAT_IT_IS and other[3] == status:
        return True
    return overlap and (knows_status or knows_value)
