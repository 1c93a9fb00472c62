"""Rows that the host refused, counted by the rule that they broke, and told in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.dataset.part import AnyPart
from placebench.model import Rejection, Row


@attrs.frozen
class BrokenRule:
    """The rows of one table in one document that broke one rule.

    Attributes:
        rule: Name of the rule; see `checks.RULES`.
        table: The table that the rows were for; the empty text where they named none.
        rows: How many they are.
        first: What was expected and found of the first.
    """

    rule: str
    table: str
    rows: int
    first: str


def rejections_in(parts: Iterable[AnyPart]) -> list[Row]:
    """Return the rows that the host refused."""
    return [row for part in parts for row in part.rows.get("rejections", ())]


def rules_broken(rejected: Iterable[Row]) -> tuple[BrokenRule, ...]:
    """Return which rules some rejections broke, by name."""
    alike: dict[tuple[str, str], list[Rejection]] = {}
    for row in rejected:
        if isinstance(row, Rejection):
            alike.setdefault((row.rule, row.table), []).append(row)
    return tuple(
        BrokenRule(rule, table, len(rows), rows[0].message) for (rule, table), rows in sorted(alike.items())
    )


def in_words(broken: Iterable[BrokenRule]) -> Iterator[str]:
    """Yield a sentence a rule on the rows of one document."""
    for rule, alike in _by_rule(broken).items():
        rows = sum(one.rows for one in alike)
        yield f"{_rows_of(alike)} {'was' if rows == 1 else 'were'} rejected by {rule}; {alike[0].first}."


def together_in_words(documents: Iterable[Iterable[BrokenRule]]) -> Iterator[str]:
    """Yield a sentence a rule on the rows of several documents."""
    given = [tuple(broken) for broken in documents]
    for rule, alike in _by_rule(one for broken in given for one in broken).items():
        count = sum(any(one.rule == rule for one in broken) for broken in given)
        if count == 1:
            yield from in_words(alike)
            continue
        yield (
            f"{_rows_of(alike)} in {count} documents were rejected by {rule}, first: {alike[0].first}; "
            "all are in the table rejections."
        )


def _by_rule(broken: Iterable[BrokenRule]) -> Mapping[str, list[BrokenRule]]:
    alike: dict[str, list[BrokenRule]] = {}
    for one in broken:
        alike.setdefault(one.rule, []).append(one)
    return alike


def _rows_of(alike: Iterable[BrokenRule]) -> str:
    rows = sum(one.rows for one in alike)
    tables = sorted({one.table for one in alike if one.table})
    of_what = f" of {' and '.join(tables)}" if tables else ""
    return f"{rows} row{'' if rows == 1 else 's'}{of_what}"
