"""The prime implicant chart: every smallest choice of terms that takes in all rows, by branch and bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count, islice, product

import attrs
import numpy as np
import numpy.typing as npt

MOST_STEPS = 100_000


@attrs.frozen
class Covers:
    """Choices of terms, each a tuple of their positions in rising order.

    Attributes:
        choices: The choices found.
        complete: Whether there are no others.
    """

    choices: tuple[tuple[int, ...], ...]
    complete: bool


def fewest(chart: npt.NDArray[np.bool_], *, most: int) -> Covers:
    """Find every cover of the least number of terms.

    Args:
        chart: Terms (down) by rows (across): whether a term takes a row in. Every row is taken in by one.
        most: Number of covers after which the search ends.
    """
    search = _Search.of(chart)
    size = next(n for n in count() if search.can_cover(n))
    return search.choices(most, size=size)


def irredundant(chart: npt.NDArray[np.bool_], *, most: int) -> Covers:
    """Find every cover from which no term can be left out, of whatever number of terms; as `fewest`."""
    return _Search.of(chart).choices(most, size=None)


@attrs.define
class _Search:
    """Terms that take in the same rows go as one pattern, and sets of rows and patterns are bits of a number."""

    patterns: tuple[int, ...]
    alike: Mapping[int, tuple[int, ...]]
    taken_by: tuple[int, ...]
    steps: int = 0

    @classmethod
    def of(cls, chart: npt.NDArray[np.bool_]) -> _Search:
        alike: dict[int, tuple[int, ...]] = {}
        for term, row in enumerate(chart.tolist()):
            bits = sum(1 << n for n, inside in enumerate(row) if inside)
            alike[bits] = (*alike.get(bits, ()), term)
        patterns = tuple(sorted(alike, key=lambda bits: (-bits.bit_count(), bits)))
        taken_by = tuple(
            sum(1 << n for n, bits in enumerate(patterns) if bits >> row & 1) for row in range(chart.shape[1])
        )
        return cls(patterns, alike, taken_by)

    @property
    def everything(self) -> int:
        return (1 << len(self.taken_by)) - 1

    def can_cover(self, size: int) -> bool:
        """Tell whether so many terms are enough; a search that grew too long says yes."""
        maximal = [bits for bits in self.patterns if not any(bits & o == bits for o in self.patterns if o != bits)]
        allowed = sum(1 << n for n, bits in enumerate(self.patterns) if bits in set(maximal))
        self.steps = 0
        enough = next(self._covers(self.everything, allowed, (), size), None) is not None
        return enough or self.steps > MOST_STEPS

    def choices(self, most: int, *, size: int | None) -> Covers:
        self.steps = 0
        allowed = (1 << len(self.patterns)) - 1
        covers = self._covers(self.everything, allowed, (), size)
        expanded = (tuple(sorted(terms)) for cover in covers for terms in product(*map(self.alike.__getitem__, cover)))
        found = list(islice(expanded, most + 1))
        complete = len(found) <= most and self.steps <= MOST_STEPS
        return Covers(tuple(sorted(found[:most])), complete)

    def _covers(
        self, rows: int, allowed: int, chosen: tuple[int, ...], size: int | None
    ) -> Iterator[tuple[int, ...]]:
        self.steps += 1
        if self.steps > MOST_STEPS or (size is None and not self._each_needed(chosen)):
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
        options = sorted((((self.taken_by[row] & allowed).bit_count(), row) for row in _bits(rows)))
        apart, used = 0, 0
        for _, row in options:
            takers = self.taken_by[row] & allowed
            if not takers & used:
                apart, used = apart + 1, used | takers
        if options[0][0] == 0 or (left is not None and apart > left):
            return None
        return options[0][1]

    def _each_needed(self, chosen: tuple[int, ...]) -> bool:
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
