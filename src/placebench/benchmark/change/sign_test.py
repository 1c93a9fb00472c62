"""The exact sign test of ups and downs."""

from __future__ import annotations

from math import comb

from placebench.errors import UsageError

SOURCE = "Dixon and Mood 1946, Journal of the American Statistical Association 41:557-566"
MINIMUM = 6
"""With fewer, even changes that all go one way have a p-value above 0.05 (2 / 2**5 = 0.0625)."""


def sign_test(ups: int, downs: int, *, minimum: int = MINIMUM) -> float | None:
    """Return the two-sided p-value of as many ups and downs, if both were equally likely.

    Those that stay the same are left out before, by whoever calls. None where fewer than `minimum` changed.

    Args:
        ups: How many rose.
        downs: How many fell.
        minimum: Least number of changes; at least 1.

    Raises:
        UsageError: A number is negative, or the minimum below 1.
    """
    if min(ups, downs) < 0 or minimum < 1:
        found = f"{ups} ups, {downs} downs, minimum {minimum}"
        raise UsageError("counts of 0 or more and a minimum of 1 or more", found, where="sign_test")
    changed = ups + downs
    if changed < minimum:
        return None
    tail = sum(comb(changed, number) for number in range(min(ups, downs) + 1))
    return min(1.0, float(2 * tail / 2**changed))
