"""When a row meets what was coded: equal codes, and texts that cover each other's words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from benchmarks.extraction.coded import Coded
from benchmarks.extraction.extracted import Extracted
from placebench.model import TABLES, columns_of
from placebench.model.vocabularies import FEATURES

MOST = 0.7
NEARLY_ALL = 0.9
SHARE_OF_A_NAME = 1 / 3
FEWEST = 3

_PASSAGES = {"text", "deliverable", "measure"}
_WORD = re.compile(r"[^\W_]+")
_SMALL = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "nhs",
    "of",
    "on",
    "or",
    "our",
    "the",
    "to",
    "with",
}

Compare = Callable[[Any, Any], bool]


def meets(row: Extracted, fact: Coded) -> bool:
    """Tell whether a row says what was coded."""
    if (row.doc, row.table) != (fact.doc, fact.table):
        return False
    for column in fact.columns:
        if _any_will_do(fact, column):
            continue
        compare = _covers_in(column) if _is_text(row, column) else same
        if not _any_pair(row.columns.get(column), fact.accepted(column), compare):
            return False
    return True


def breaks(row: Extracted, must_not: Coded) -> bool:
    """Tell whether a row is one that must not be: all its values are there, texts in the same words."""
    if row.derived or (row.doc, row.table) != (must_not.doc, must_not.table):
        return False
    return all(
        _any_pair(row.columns.get(column), must_not.accepted(column), same) for column in must_not.columns
    )


def covers(found: str, coded: str, *, passage: bool = False) -> bool:
    """Tell whether a text says what was coded.

    Args:
        found: The text of the row. It holds most words of the coded one; or it is a piece of it, of three
            words or more.
        coded: The text that was coded.
        passage: Whether the row may quote far more than was coded; a name may not.
    """
    read, wanted = _words(found), _words(coded)
    if not read or not wanted:
        return same(found, coded)
    both = len(read & wanted)
    whole = both >= MOST * len(wanted) and (passage or both >= SHARE_OF_A_NAME * len(read))
    return whole or (len(read) >= FEWEST and both >= NEARLY_ALL * len(read))


def same(found: Any, coded: Any) -> bool:  # noqa: ANN401 - a column can hold anything
    """Tell whether two values are equal: numbers as numbers, texts by their words, null only to null."""
    if found is None or coded is None:
        return found is coded
    if isinstance(coded, int | float) and isinstance(found, int | float):
        return math.isclose(found, coded)
    return _folded(str(found)) == _folded(str(coded))


def _any_will_do(fact: Coded, column: str) -> bool:
    # Coders shorten the heading that a domain is made of, each in a way of their own.
    free_value = fact.table == "governance" and column == "value" and fact.columns[column] is None
    return free_value or (fact.table == "commitments" and column == "domain")


def _any_pair(found: Any, accepted: list[Any], compare: Compare) -> bool:  # noqa: ANN401 - as above
    values = found if isinstance(found, list) else [found]
    return any(compare(value, coded) for value in values for coded in accepted)


def _covers_in(column: str) -> Compare:
    def compare(found: Any, coded: Any) -> bool:  # noqa: ANN401 - as above
        if isinstance(found, str) and isinstance(coded, str):
            return covers(found, coded, passage=column in _PASSAGES)
        return same(found, coded)

    return compare


def _is_text(row: Extracted, column: str) -> bool:
    if row.table == "governance" and column == "value":
        return FEATURES[row.columns["feature"]].holds in {"name", "text", "nothing"}
    known = {declared.name: declared for declared in columns_of(TABLES[row.table])}.get(column)
    coded = known is None or known.vocabulary or known.pattern or known.reference
    return known is not None and known.kind is str and not coded


def _words(text: str) -> frozenset[str]:
    return frozenset(_folded(text).split()) - _SMALL


def _folded(text: str) -> str:
    words = _WORD.findall(text.casefold().replace("’", "").replace("'", ""))
    return " ".join(words) or text.strip()
