"""What a cell says in prose, where the reader of its table has told the same of the whole row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from placebench.documents import Span
from placebench.importer import Fact, GapFound

_Kind = tuple[object, ...]


def without_cells_told_in_rows(found: Iterable[Fact | GapFound]) -> Iterator[Fact | GapFound]:
    """Yield what a coder found, without what one cell states where its row gave a fact of the same kind."""
    told = tuple(found)
    rows: dict[_Kind, set[Span]] = defaultdict(set)
    for fact in told:
        if isinstance(fact, Fact):
            rows[_kind(fact)] |= {span for q in fact.quotes if len(q.spans) > 1 for span in q.spans}
    for fact in told:
        if not isinstance(fact, Fact) or not _is_told_in(rows[_kind(fact)], fact):
            yield fact


def _is_told_in(cells: Iterable[Span], fact: Fact) -> bool:
    """Tell whether the one quote of a fact stands in one of some cells."""
    match fact.quotes:
        case [quote] if len(quote.spans) == 1:
            return any(quote.spans[0] in cell for cell in cells)
    return False


def _kind(fact: Fact) -> _Kind:
    row = fact.row
    of = (getattr(row, name, None) for name in ("place_id", "feature", "role"))
    return (type(row), *of)
