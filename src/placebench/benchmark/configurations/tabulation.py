"""The truth table of complete data: which configurations occur, and which of them go with the outcome."""

from __future__ import annotations

import attrs
import numpy as np

from placebench.benchmark.configurations.fit import Sufficiency, reaches, sufficiency
from placebench.benchmark.configurations.sets import ANY, Rows, Sets
from placebench.errors import UsageError

POSITIVE, NEGATIVE, CONTRADICTORY, REMAINDER = "positive", "negative", "contradictory", "remainder"


def _is_share(_: object, attribute: attrs.Attribute[float], value: float | None) -> None:
    if value is not None and not 0 <= value <= 1:
        raise UsageError("a share from 0 to 1", f"{value}", where=f"cut-off {attribute.name}")


@attrs.frozen(kw_only=True)
class CutOffs:
    """What makes a row of the truth table positive.

    Attributes:
        frequency: Fewest cases of a row that counts; one with fewer is a remainder.
        inclusion: Least inclusion of a positive row.
        pri: Least proportional reduction in inconsistency of a positive row.
        contradiction: Least inclusion of a row that counts as contradictory where it is not positive; those
            below are negative. Null makes every row negative that is not positive.

    Raises:
        UsageError: A frequency below 1, or another cut-off outside 0 to 1.
    """

    frequency: int = attrs.field(default=1)
    inclusion: float = attrs.field(default=1.0, validator=_is_share)
    pri: float = attrs.field(default=0.0, validator=_is_share)
    contradiction: float | None = attrs.field(default=None, validator=_is_share)

    @frequency.validator
    def _some(self, _: object, value: int) -> None:
        if value < 1:
            raise UsageError("at least one case a row", f"{value}", where="cut-off frequency")

    def classify(self, n: int, fit: Sufficiency) -> str:
        """Say what a row is: positive, negative, contradictory or a remainder."""
        if n < self.frequency:
            return REMAINDER
        if reaches(fit.inclusion, self.inclusion) and (self.pri == 0 or reaches(fit.pri, self.pri)):
            return POSITIVE
        contradicts = self.contradiction is not None and reaches(fit.inclusion, self.contradiction)
        return CONTRADICTORY if contradicts else NEGATIVE

    def in_words(self) -> str:
        """Say the cut-offs in a sentence."""
        contradiction = "none" if self.contradiction is None else f"{self.contradiction:g}"
        return (
            f"Cut-offs: frequency {self.frequency}, inclusion {self.inclusion:g}, PRI {self.pri:g}, "
            f"contradiction {contradiction}."
        )


@attrs.frozen(eq=False)
class Configuration:
    """A configuration that occurs.

    Attributes:
        number: Number of its row in the truth table, from 1.
        levels: Level of each condition.
        members: Positions of its cases.
        fit: How far it is a subset of the outcome, over all cases.
        kind: `positive`, `negative`, `contradictory` or `remainder`.
    """

    number: int
    levels: tuple[int, ...]
    members: tuple[int, ...]
    fit: Sufficiency
    kind: str


@attrs.frozen(eq=False)
class Tabulation:
    """The configurations that occur in complete data, by the number of their row."""

    configurations: tuple[Configuration, ...]

    def rows(self, *kinds: str) -> Rows:
        """Return the levels of the configurations of some kinds."""
        chosen = [one.levels for one in self.configurations if one.kind in kinds]
        width = len(self.configurations[0].levels) if self.configurations else 0
        return np.array(chosen, dtype=np.int64).reshape(len(chosen), width)

    @property
    def key(self) -> tuple[tuple[int, str], ...]:
        """What a minimisation depends on."""
        return tuple((one.number, one.kind) for one in self.configurations if one.kind != REMAINDER)


def tabulate(sets: Sets, cut_offs: CutOffs) -> Tabulation:
    """Make the truth table of complete data.

    A case belongs to the row that it is rather in than out of. One with a membership of exactly 0.5 belongs
    to none, but counts in the parameters of fit as every other.
    """
    belongs = sets.row_of()
    clear = (belongs != ANY).all(axis=1)
    rows = np.unique(belongs[clear], axis=0)
    found = []
    for number, levels in zip(sets.numbers(rows), rows, strict=True):
        row = tuple(int(level) for level in levels)
        members = np.flatnonzero((belongs == levels).all(axis=1))
        fit = sufficiency(sets.in_term(row), sets.memberships)
        kind = cut_offs.classify(len(members), fit)
        found.append(Configuration(int(number), row, tuple(members.tolist()), fit, kind))
    return Tabulation(tuple(found))
