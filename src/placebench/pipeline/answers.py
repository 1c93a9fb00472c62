"""What one importer said of one document, so that it need not be asked again, and its form as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from placebench.cache import rows_from_json, rows_to_json
from placebench.documents import Span
from placebench.errors import PluginError
from placebench.importer import Claim, Expect
from placebench.model import Row

Json = dict[str, Any]
Won = Mapping[str, tuple[Span, ...]]


@attrs.frozen
class Answer:
    """What one importer said of one document.

    Attributes:
        claims: What it claimed; None where that cannot be written down, and it has to be asked again.
        silent: Why it claimed nothing, where it failed.
        won: The parts that it won, by table.
        rows: What it read of them, by table; None where it won nothing.
        failed: Why it read nothing, where it failed.
        unmet: What was expected of single tables and not found.
    """

    claims: tuple[Claim, ...] | None
    silent: PluginError | None = None
    won: Won = attrs.field(factory=dict)
    rows: Mapping[str, tuple[Row, ...]] | None = None
    failed: PluginError | None = None
    unmet: Mapping[str, PluginError] = attrs.field(factory=dict)


def answer_to_json(answer: Answer) -> Json:
    """Return an answer as values that JSON can write."""
    return {
        "claims": _claims_to_json(answer.claims),
        "silent": _error_to_json(answer.silent),
        "won": {table: _spans_to_json(spans) for table, spans in answer.won.items()},
        "rows": None if answer.rows is None else rows_to_json(answer.rows),
        "failed": _error_to_json(answer.failed),
        "unmet": {table: _error_to_json(error) for table, error in answer.unmet.items()},
    }


def answer_from_json(found: Json) -> Answer:
    """Return the answer that `answer_to_json` wrote.

    Raises:
        LookupError: Something is missing.
        TypeError: Something is of another type.
        ValueError: A date is none.
    """
    claims, rows = found["claims"], found["rows"]
    unmet = {table: _error_from_json(error) for table, error in found["unmet"].items()}
    return Answer(
        claims=None if claims is None else tuple(_claim_from_json(one) for one in claims),
        silent=_error_from_json(found["silent"]),
        won={table: _spans_from_json(spans) for table, spans in found["won"].items()},
        rows=None if rows is None else rows_from_json(rows),
        failed=_error_from_json(found["failed"]),
        unmet={table: error for table, error in unmet.items() if error},
    )


def _claims_to_json(claims: tuple[Claim, ...] | None) -> list[Json] | None:
    # A class of a plugin's own may hold more than a Claim does.
    if claims is None or any(type(claim) is not Claim for claim in claims):
        return None
    return [_claim_to_json(claim) for claim in claims]


def _claim_to_json(claim: Claim) -> Json:
    expects = claim.expects
    return {
        "spans": _spans_to_json(claim.spans),
        "tables": sorted(claim.tables),
        "rank": claim.rank,
        "why": claim.why,
        "places": list(claim.places),
        "expects": None if expects is None else {table: attrs.astuple(one) for table, one in expects.items()},
    }


def _claim_from_json(found: Json) -> Claim:
    expects = found["expects"]
    return Claim(
        spans=_spans_from_json(found["spans"]),
        tables=frozenset(found["tables"]),
        rank=found["rank"],
        why=found["why"],
        places=tuple(found["places"]),
        expects=None if expects is None else {table: Expect(*rows) for table, rows in expects.items()},
    )


def _spans_to_json(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans_from_json(found: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in found)


def _error_to_json(error: PluginError | None) -> list[str | None] | None:
    return None if error is None else [error.expected, error.found, error.where, error.hint]


def _error_from_json(found: list[Any] | None) -> PluginError | None:
    if found is None:
        return None
    expected, was, where, hint = found
    return PluginError(expected, was, where=where, hint=hint)
