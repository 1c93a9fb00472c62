"""What a check says of an importer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from placebench.testing.subject import Subject

PASSED = "passed"
FAILED = "failed"
SKIPPED = "skipped"


@attrs.frozen
class Verdict:
    """What a check found.

    Attributes:
        faults: What is wrong, each in a sentence; none for an importer that passes.
        skipped: Why the check could not be made.
        notes: What is worth knowing and no fault.
    """

    faults: tuple[str, ...] = ()
    skipped: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """`passed`, `failed` or `skipped`."""
        return FAILED if self.faults else SKIPPED if self.skipped else PASSED

    @property
    def messages(self) -> tuple[str, ...]:
        """All that it says."""
        return (*self.faults, *([self.skipped] if self.skipped else []), *self.notes)


def verdict(faults: Iterable[str]) -> Verdict:
    """Return the verdict for what was found to be wrong."""
    return Verdict(tuple(faults))


@attrs.frozen
class Check:
    """One thing that an importer is held to.

    Attributes:
        name: Short name.
        says: What holds for an importer that passes.
        of: The check itself.
    """

    name: str
    says: str
    of: Callable[[Subject], Verdict]
