"""What an importer yielded, as a row of a table with its quotes; anything else is a fault."""

from __future__ import annotations

from itertools import repeat

import attrs

from placebench.checks.rules import Fault
from placebench.documents import Quote, Span
from placebench.errors import DocumentError
from placebench.importer import Fact, FaultFound, GapFound
from placebench.model import TABLES, Gap, Row

_HOST_TABLES = frozenset({"sources", "evidence", "gaps", "claims", "rejections"})
_STATABLE = {table: kind for table, kind in TABLES.items() if table not in _HOST_TABLES}
_YIELDED = (Fact, GapFound, FaultFound)
_ILLEGIBLE = "illegible"


@attrs.frozen
class Stated:
    """A row that an importer stated.

    Attributes:
        table: The table that it is of.
        row: The row.
        quotes: The quotes that say it.
    """

    table: str
    row: Row
    quotes: tuple[Quote, ...]


def stated_by(found: object) -> Stated | Fault:
    """Return what an importer yielded as a row with quotes, or why it is none."""
    if not isinstance(found, _YIELDED):
        return Fault("not-a-fact", "a Fact, a GapFound or a FaultFound", type(found).__name__)
    if isinstance(found, FaultFound):
        error: object = found.error
        if not isinstance(error, DocumentError):
            return Fault("not-a-fact", "a DocumentError", type(error).__name__)
        found = GapFound(found.table, str(error), _ILLEGIBLE, found.quotes)
    table = table_named(found)
    if table not in (TABLES if isinstance(found, GapFound) else _STATABLE):
        return Fault("unknown-table", "a row of a table that importers may fill", table or "none")
    if not _are(found.quotes, Quote) or not all(_is_whole(quote) for quote in found.quotes):
        return Fault("not-a-fact", "a tuple of Quote, with a text for each span", type(found.quotes).__name__)
    if isinstance(found, GapFound):
        return Stated(table, Gap(table=table, what=found.what, reason=found.reason), found.quotes)
    return Stated(table, found.row, found.quotes)


def table_named(found: object) -> str:
    """Return the table that something yielded is for; the empty text where it names none of the model."""
    if isinstance(found, GapFound | FaultFound):
        return _if_text(found.table)
    row: object = found.row if isinstance(found, Fact) else None
    table = _if_text(getattr(row, "__table__", None))
    # A class of the plugin's own that only takes the name of a table is not of that table.
    return table if type(row) is TABLES.get(table) else ""


def _if_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _are(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(map(isinstance, values, repeat(kind)))


def _is_whole(quote: Quote) -> bool:
    return (
        _are(quote.spans, Span)
        and _are(quote.texts, str)
        and len(quote.spans) == len(quote.texts)
        and all(isinstance(span.start, int) and isinstance(span.end, int) for span in quote.spans)
    )
