"""Prime implicants: the shortest terms that take in a row and none of the rows that are ruled out.

A term that takes in a row holds some of the row's levels fixed. It stays clear of another row if it fixes a
condition in which the two differ. So the prime implicants of a row are the minimal sets of conditions that
meet each of its sets of differences (minimal transversals, found as by Berge, 1989). The result is that of
the algorithms of Quine and McCluskey and of Duşa (2018), for two levels of a condition or more.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from placebench.benchmark.configurations.sets import ANY, Rows, Term

_Masks = npt.NDArray[np.int64]


def prime_implicants(rows: Rows, ruled_out: Rows) -> tuple[Term, ...]:
    """Find every prime implicant that takes in a row.

    Args:
        rows: Rows to take in, by conditions.
        ruled_out: Rows that no term may take in.

    Returns:
        Terms, fewest literals first; a level of `ANY` is a condition that a term does not mention.
    """
    bits = 1 << np.arange(rows.shape[1], dtype=np.int64)
    found = {
        tuple(int(level) for level in np.where(bits & fixed, row, ANY))
        for row in rows
        for fixed in _transversals(_minimal((ruled_out != row) @ bits))
    }
    return tuple(sorted(found, key=_shortest_first))


def takes_in(terms: tuple[Term, ...], rows: Rows) -> npt.NDArray[np.bool_]:
    """Tell for each term (down) and row (across) whether the term takes it in."""
    levels = np.array(terms, dtype=np.int64).reshape(len(terms), 1, rows.shape[1])
    inside: npt.NDArray[np.bool_] = ((levels == ANY) | (levels == rows)).all(axis=2)
    return inside


def _shortest_first(term: Term) -> tuple[int, Term]:
    return sum(level != ANY for level in term), tuple(-level for level in term)


def _minimal(masks: _Masks) -> Iterator[int]:
    """Yield the masks that hold no other."""
    left = np.unique(masks)
    sizes = sum((left >> n) & 1 for n in range(int(left.max(initial=0)).bit_length()))
    left = left[np.argsort(sizes * np.ones_like(left), kind="stable")]
    while left.size:
        least = left[0]
        yield int(least)
        left = left[(left & least) != least]


def _transversals(masks: Iterator[int]) -> _Masks:
    """Return the minimal sets of bits that meet every mask."""
    found = np.zeros(1, dtype=np.int64)
    for mask in masks:
        meets = (found & mask) != 0
        met, unmet = found[meets], found[~meets]
        bits = np.array([1 << n for n in range(mask.bit_length()) if mask >> n & 1], dtype=np.int64)
        longer = (unmet[:, None] | bits).ravel()
        holds_another = ((longer[:, None] & met) == met).any(axis=1)
        found = np.concatenate([met, longer[~holds_another]])
    return found
