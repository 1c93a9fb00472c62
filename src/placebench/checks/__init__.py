"""What the host verifies of every fact before it may enter a table: types, codes, ids, rules, and the quotes.

A row that breaks a rule becomes a row of `rejections` that names the rule; see `RULES`.
"""

from __future__ import annotations

from placebench.checks.declared import own_rows_fault, verify_declared
from placebench.checks.facts import check
from placebench.checks.identity import Checked, digest
from placebench.checks.rules import DUPLICATE_KEY, NOT_CLAIMED, RULES, UNKNOWN_REFERENCE
from placebench.checks.words import as_text

__all__ = [
    "DUPLICATE_KEY",
    "NOT_CLAIMED",
    "RULES",
    "UNKNOWN_REFERENCE",
    "Checked",
    "as_text",
    "check",
    "digest",
    "own_rows_fault",
    "verify_declared",
]
