"""The error for a name that does not exist, with the nearest one that does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from placebench.errors import UsageError
from placebench.nearest import did_you_mean

_MOST_NEAR, _MOST = 3, 8


def unknown(kind: str, found: object, known: Iterable[object], *, where: str | None = None) -> UsageError:
    """Make the error for a name that is none of those known.

    Args:
        kind: What was asked for, such as `a theme of the framework`.
        found: The name that was given.
        known: The names that exist.
        where: What it was given to.
    """
    names = sorted({str(name) for name in known})
    hint = did_you_mean(str(found), names, otherwise=_there_are(str(found), names), most=_MOST_NEAR)
    return UsageError(kind, repr(found), where=where, hint=hint)


def _there_are(found: str, names: Sequence[str]) -> str | None:
    system = f"{found.partition('/')[0]}/"
    listed = [name for name in names if name.startswith(system)] or names
    more = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return f"there are {', '.join(listed[:_MOST])}{more}" if listed else None
