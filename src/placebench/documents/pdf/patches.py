"""Colour behind texts alone, as LibreOffice draws the cells of a web page: its edges are those of no cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from placebench.documents.pdf.rules import Rule, Rules

_EXACT = 2
_OVERLAP = 1.0
_UNEVEN = 3.0
_APART = 0.5
_FEWEST_COLUMNS = 2


class _Patch(NamedTuple):
    """A rectangle with its four sides."""

    top: float
    bottom: float
    x0: float
    x1: float


def without_patches(rules: Rules) -> Rules:
    """Return the lines of a page without the sides of areas that are as high as the texts on them.

    Cells that stand side by side are as high as one another, or fill the height together. Where areas side by
    side are not, each is as high as its text, and says where columns lie but not rows, which the texts tell.
    """
    if len(rules.down) < 2 * _FEWEST_COLUMNS:
        return rules
    patches = sorted(_patches(rules))
    uneven = {patch for row in _rows(patches) if _is_uneven(row) for patch in row}
    if not uneven:
        return rules
    # Where some are no cells, those beside and beneath them are none.
    sides = {at for patch in patches for at in _sides(patch)}
    return attrs.evolve(
        rules,
        across=tuple(rule for rule in rules.across if ("across", *_key(rule)) not in sides),
        down=tuple(rule for rule in rules.down if ("down", *_key(rule)) not in sides),
    )


def _key(rule: Rule) -> tuple[float, float, float]:
    return round(rule.at, _EXACT), round(rule.start, _EXACT), round(rule.end, _EXACT)


def _patches(rules: Rules) -> Iterator[_Patch]:
    across = set(map(_key, rules.across))
    reaches: dict[tuple[float, float], set[float]] = {}
    for x, top, bottom in map(_key, rules.down):
        reaches.setdefault((top, bottom), set()).add(x)
    for (top, bottom), xs in reaches.items():
        for x0, x1 in pairwise(sorted(xs)):
            if (top, x0, x1) in across and (bottom, x0, x1) in across:
                yield _Patch(top, bottom, x0, x1)


def _sides(patch: _Patch) -> Iterator[tuple[str, float, float, float]]:
    top, bottom, x0, x1 = patch
    yield from (("across", at, x0, x1) for at in (top, bottom))
    yield from (("down", at, top, bottom) for at in (x0, x1))


def _rows(patches: Sequence[_Patch]) -> Iterator[list[_Patch]]:
    """Yield patches, from the top, in groups of which each stands beside another."""
    row: list[_Patch] = []
    end = 0.0
    for patch in patches:
        if row and patch.top > end - _OVERLAP:
            yield row
            row = []
        end = max(end, patch.bottom) if row else patch.bottom
        row.append(patch)
    if row:
        yield row


def _is_uneven(row: Sequence[_Patch]) -> bool:
    """Tell whether patches side by side, none of which touches the next, leave some of the height free."""
    reaches: dict[tuple[float, float], tuple[float, float]] = {}
    for top, bottom, x0, x1 in row:
        above, below = reaches.get((x0, x1), (top, bottom))
        reaches[x0, x1] = min(above, top), max(below, bottom)
    apart = all(two[0] - one[1] > _APART for one, two in pairwise(sorted(reaches)))
    top, bottom = min(patch.top for patch in row), max(patch.bottom for patch in row)
    free = max(max(above - top, bottom - below) for above, below in reaches.values())
    return len(reaches) >= _FEWEST_COLUMNS and apart and free > _UNEVEN
