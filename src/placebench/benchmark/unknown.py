"""The error for a name that does not exist, with the nearest one that does."""

from __future__ import annotations

from collections.abc import Iterable

from placebench.errors import UsageError
from placebench.nearest import such_as


def unknown(kind: str, found: object, known: Iterable[object], *, where: str | None = None) -> UsageError:
    """Make the error for a name that is none of those known.

    Args:
        kind: What was asked for, such as `a theme of the framework`.
        found: The name that was given.
        known: The names that exist.
        where: What it was given to.
    """
    names = sorted({str(name) for name in known})
    hint = f"did you mean {such_as(str(found), names)}?" if names else None
    return UsageError(kind, repr(found), where=where, hint=hint)
