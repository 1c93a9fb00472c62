"""The prime implicant chart: every smallest choice of terms that takes in all rows, by branch and bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice, product

import attrs
import numpy as np
import numpy.typing as npt

MOST_STEPS = 50_000


@attrs.frozen
class Covers:
    """Choices of terms, each a tuple of their positions in rising order.

    Attributes:
        choices: The choices found.
        complete: Whether there are no others of their kind.
        least: Whether it is certain that fewer terms are not enough; false where nobody asked.
    """

    choices: tuple[tuple[int, ...], ...]
    complete: bool
    least: bool


def fewest(chart: npt.NDArray[np.bool_], *, most: int) -> Covers:
    """Find every cover of the least number of terms.

    Args:
        chart: Terms (down) by rows (across): whether a term takes a row in. Every row is taken in by one.
        most: Number of covers after which the search ends.
    """
    search = _Search.of(chart)
    best = search.greedy()
    while better := search.of_size(len(best) - 1):
        best = better
    least = not search.cut_short
    found = search.choices(most, size=len(best))
    choices = found.choices or tuple(islice(search.spelt(best), most))
    return Covers(choices, found.complete and least, least)


def irredundant(chart: npt.NDArray[np.bool_], *, most: int) -> Covers:
    """Find every cover from which no term can be left out, of whatever number of terms; as `fewest`."""
    return _Search.of(chart).choices(most, size=None)


@attrs.define
class _Search:
    """Terms that take in the same rows go as one pattern; a set of rows or of patterns is a number's bits."""

    patterns: tuple[int, ...]
    alike: Mapping[int, tuple[int, ...]]
    taken_by: tuple[int, ...]
    steps: int = 0

    @classmethod
    def of(cls, chart: npt.NDArray[np.bool_]) -> _Search:
        alike: dict[int, tuple[int, ...]] = {}
        for term, row in enumerate(_hard_rows(chart).tolist()):
            bits = sum(1 << n for n, inside in enumerate(row) if inside)
            alike[bits] = (*alike.get(bits, ()), term)
        alike.pop(0, None)
        patterns = tuple(sorted(alike, key=lambda bits: (-bits.bit_count(), bits)))
        width = max(patterns, default=0).bit_length()
        taken_by = (sum(1 << n for n, bits in enumerate(patterns) if bits >> row & 1) for row in range(width))
        return cls(patterns, alike, tuple(taken_by))

    @property
    def everything(self) -> int:
        return (1 << len(self.taken_by)) - 1

    @property
    def cut_short(self) -> bool:
        return self.steps > MOST_STEPS

    def greedy(self) -> tuple[int, ...]:
        """Return a cover that takes the widest pattern each time."""
        rows = self.everything
        chosen: list[int] = []
        while rows:
            widest = max((bits & rows).bit_count() for bits in self.patterns)
            chosen.append(next(bits for bits in self.patterns if (bits & rows).bit_count() == widest))
            rows &= ~chosen[-1]
        return tuple(chosen)

    def of_size(self, size: int) -> tuple[int, ...]:
        """Return a cover of at most so many patterns; nothing if there is none or the search is too long."""
        allowed = sum(
            1 << n
            for n, bits in enumerate(self.patterns)
            if not any(bits & wider == bits for wider in self.patterns[:n])
        )
        return next(self._covers(self.everything, allowed, (), size), ())

    def spelt(self, cover: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Yield the choices of terms that a cover of patterns stands for."""
        return (tuple(sorted(terms)) for terms in product(*(self.alike[bits] for bits in cover)))

    def choices(self, most: int, *, size: int | None) -> Covers:
        self.steps = 0
        allowed = (1 << len(self.patterns)) - 1
        covers = self._covers(self.everything, allowed, (), size)
        found = list(islice(chain.from_iterable(map(self.spelt, covers)), most + 1))
        complete = len(found) <= most and not self.cut_short
        return Covers(tuple(sorted(found[:most])), complete, least=False)

    def _covers(
        self, rows: int, allowed: int, chosen: tuple[int, ...], size: int | None
    ) -> Iterator[tuple[int, ...]]:
        self.steps += 1
        if self.cut_short or not _each_needed(chosen):
            return
        if not rows:
            yield chosen
            return
        hardest = self._hardest(rows, allowed, None if size is None else size - len(chosen))
        if hardest is None:
            return
        for n in _bits(self.taken_by[hardest] & allowed):
            allowed &= ~(1 << n)  # what was tried here is not tried again below: each cover comes once
            pattern = self.patterns[n]
            yield from self._covers(rows & ~pattern, allowed, (*chosen, pattern), size)

    def _hardest(self, rows: int, allowed: int, left: int | None) -> int | None:
        """Return the row that the fewest patterns take in, or none where the patterns left cannot do."""
        options = sorted(((self.taken_by[row] & allowed).bit_count(), row) for row in _bits(rows))
        apart, used = 0, 0
        for _, row in options:
            takers = self.taken_by[row] & allowed
            if not takers & used:
                apart, used = apart + 1, used | takers
        if options[0][0] == 0 or (left is not None and apart > left):
            return None
        return options[0][1]


def _hard_rows(chart: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Leave out rows that are taken in whenever another row is."""
    columns = np.unique(chart, axis=1)
    columns = columns[:, np.argsort(columns.sum(axis=0), kind="stable")]
    kept: list[int] = []
    for n in range(columns.shape[1]):
        if not any((columns[:, n] >= columns[:, other]).all() for other in kept):
            kept.append(n)
    return columns[:, kept]


def _each_needed(chosen: tuple[int, ...]) -> bool:
    once = twice = 0
    for bits in chosen:
        twice |= once & bits
        once |= bits
    return all(bits & ~twice for bits in chosen)


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
