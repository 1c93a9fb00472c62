"""Wilson's interval of a share: it keeps within 0 and 1, and says something of 0 of 3."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from placebench.errors import UsageError

SOURCE = "Wilson 1927, Journal of the American Statistical Association 22:209-212"
CONFIDENCE = 0.95


def wilson(count: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float] | tuple[None, None]:
    """Return the lower and upper end of Wilson's score interval, without continuity correction.

    Args:
        count: How many of them.
        of: How many there are; of none, nothing can be said, and both ends are None.
        confidence: Share of samples whose interval holds the true share, between 0 and 1.

    Raises:
        UsageError: `count` is not between 0 and `of`, or `confidence` not between 0 and 1.
    """
    if not 0 <= count <= of:
        raise UsageError(f"a count from 0 to {of}", str(count), where="wilson")
    if not 0 < confidence < 1:
        raise UsageError("a confidence between 0 and 1", str(confidence), where="wilson", hint="say 0.95")
    if of == 0:
        return None, None
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = count / of
    centre = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    # At the ends the exact value is 0 or 1, which rounding would miss.
    low = 0.0 if count == 0 else (centre - half) / whole
    high = 1.0 if count == of else (centre + half) / whole
    return low, high
