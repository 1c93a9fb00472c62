"""Every check that an importer is held to, and how to make them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from placebench.errors import PlacebenchError
from placebench.testing.contract import imports_what_is_offered
from placebench.testing.golden import matches_golden
from placebench.testing.process_checks import is_deterministic, is_light, leaves_no_trace, stays_offline
from placebench.testing.reading_checks import (
    evidence_verifies,
    expectations_hold,
    knows_its_own,
    refuses_others,
    repeats_itself,
    survives_shuffling,
    survives_truncation,
)
from placebench.testing.subject import Subject
from placebench.testing.verdict import FAILED, PASSED, SKIPPED, Check, Verdict

__all__ = ["CHECKS", "FAILED", "PASSED", "SKIPPED", "Check", "Finding", "Verdict", "check_importer", "made"]

CHECKS: tuple[Check, ...] = (
    Check("knows-its-own", "each of its own documents is claimed and gives rows", knows_its_own),
    Check("refuses-others", "documents that are not its own are refused", refuses_others),
    Check("evidence", "every quote stands where it is said to, and every row holds", evidence_verifies),
    Check("expectations", "documents give as many rows as the importer says", expectations_hold),
    Check("golden", "documents give what their golden files say", matches_golden),
    Check("idempotent", "a second reading gives the same", repeats_itself),
    Check("deterministic", "another process, order and hash seed give the same", is_deterministic),
    Check("truncated", "documents that end too early are survived", survives_truncation),
    Check("shuffled", "documents in another order are survived", survives_shuffling),
    Check("light", "importing the plugin loads no table library", is_light),
    Check("offline", "the network is not reached for", stays_offline),
    Check("no-trace", "nothing is changed, written or printed", leaves_no_trace),
    Check("imports", "only what the contract offers is imported", imports_what_is_offered),
)
"""The checks in the order in which a mistake is best mended."""


@attrs.frozen
class Finding:
    """What one check found."""

    check: Check
    verdict: Verdict


def made(check: Check, subject: Subject) -> Verdict:
    """Make one check; a document that cannot be opened is a fault too."""
    try:
        return check.of(subject)
    except PlacebenchError as error:
        return Verdict((str(error),))


def check_importer(subject: Subject) -> Iterator[Finding]:
    """Make every check, one after another."""
    for check in CHECKS:
        yield Finding(check, made(check, subject))
