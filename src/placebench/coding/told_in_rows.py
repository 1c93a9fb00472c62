"""What a cell says in prose, where the reader of its table has told the same of the whole row."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

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
    holds = {kind: _holding(cells) for kind, cells in rows.items() if cells}
    for fact in told:
        if not isinstance(fact, Fact) or not _is_told_in(holds.get(_kind(fact)), fact):
            yield fact


def _is_told_in(holds: Callable[[Span], bool] | None, fact: Fact) -> bool:
    """Tell whether the one quote of a fact stands in one of some cells."""
    match fact.quotes:
        case [quote] if holds is not None and len(quote.spans) == 1:
            return holds(quote.spans[0])
    return False


def _holding(cells: Iterable[Span]) -> Callable[[Span], bool]:
    """Return what tells whether one of some cells holds a span; a long table has thousands of each."""
    in_order = sorted(cells)
    starts = [cell.start for cell in in_order]
    ends = [0, *accumulate((cell.end for cell in in_order), max)]
    return lambda span: span.end <= ends[bisect_right(starts, span.start)]


def _kind(fact: Fact) -> _Kind:
    row = fact.row
    of = (getattr(row, name, None) for name in ("place_id", "feature", "role"))
    return (type(row), *of)
