"""The rules of the host, and what is said where a row breaks one."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from placebench.model import ROW_RULES

DUPLICATE_KEY = "duplicate-key"
UNKNOWN_REFERENCE = "unknown-reference"
NOT_CLAIMED = "not-claimed"
RULES: Mapping[str, str] = {
    "not-a-fact": "an importer yields Fact, GapFound and FaultFound, each with a tuple of Quote",
    "unknown-table": "the row is of a table that importers may fill",
    "null-in-required": "a column that must have a value has one",
    "wrong-type": "a value has the type of its column",
    "unknown-code": "a code is of the column's vocabulary",
    "bad-pattern": "a text with a fixed form has that form",
    "unknown-system": "the system is the importer's own",
    "unknown-place": "the place is one of the importer's own",
    **{rule.name: rule.says for rule in ROW_RULES},
    "quote-missing": "a row has at least one quote, and a quote at least one part",
    "quote-out-of-range": "a quote lies within the document's text",
    "quote-empty": "a quote has words",
    "quote-differs": "the text at a quote's position is the quote, character for character",
    NOT_CLAIMED: "a quote lies in a part that the importer won for that table",
    DUPLICATE_KEY: "rows of a reference table that share an identifier say the same",
    UNKNOWN_REFERENCE: "a framework, theme or the like that a row points to is in the dataset",
}
"""Every rule of the host in the order of its checks; the last two need more than one row."""


@attrs.frozen
class Fault:
    """A rule that a row breaks.

    Attributes:
        rule: Name of the rule.
        expected: What the rule asks for.
        found: What the row has.
    """

    rule: str
    expected: str
    found: str
