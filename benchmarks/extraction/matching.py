"""The largest set of pairs of facts and rows in which each is used once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def best_matching(meeting: Sequence[Sequence[int]]) -> dict[int, int]:
    """Pair as many facts with rows as can be, by augmenting paths.

    Args:
        meeting: For each fact the numbers of the rows that meet it.

    Returns:
        Numbers of facts, each with that of its row.
    """
    fact_of: dict[int, int] = {}
    for fact in range(len(meeting)):
        fact_of.update(_path(fact, meeting, fact_of, set()))
    return {fact: row for row, fact in sorted(fact_of.items(), key=lambda pair: pair[1])}


def _path(
    fact: int, meeting: Sequence[Sequence[int]], fact_of: Mapping[int, int], tried: set[int]
) -> dict[int, int]:
    for row in meeting[fact]:
        if row in tried:
            continue
        tried.add(row)
        if row not in fact_of:
            return {row: fact}
        moved = _path(fact_of[row], meeting, fact_of, tried)
        if moved:
            return {**moved, row: fact}
    return {}
