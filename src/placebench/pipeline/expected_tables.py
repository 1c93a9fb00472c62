"""Tables that an importer expects by their headers, and that a document has no more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from placebench.claims import Resolution
from placebench.documents import Document, Span, Table
from placebench.errors import PluginError
from placebench.importer import AnyImporter, Expect, Importer, signature

_HINT = (
    "where the layout is new, teach the importer its headers; "
    "`placebench drift` compares a document with an earlier edition"
)


@attrs.frozen
class Lacking:
    """A table that an importer expected and did not find.

    Attributes:
        table: The table of the model whose rows it would give.
        columns: The headers that were expected.
        error: What was expected and what is nearest.
        span: Where the nearest stands; the claimed part where none is near.
    """

    table: str
    columns: tuple[str, ...]
    error: PluginError
    span: Span


@attrs.frozen
class _Headed:
    """A table of a document with its headers, as they stand and folded for comparing."""

    table: Table
    headers: tuple[str, ...]
    folded: frozenset[str]

    def shared(self, columns: Iterable[str]) -> int:
        return sum(_folded(column) in self.folded for column in columns)


def lacking(document: Document, importer: Importer, resolution: Resolution) -> Iterator[Lacking]:
    """Yield the tables that an importer expects of a document and that are not there.

    Where a claim expects a table, it must be there. Where the importer does so in general, for documents of
    any kind, it is missed only if another table has most of its headers and none has all.

    Args:
        document: The document.
        importer: The importer.
        resolution: Who won what of the document.
    """
    won = [a.claim for a in resolution.awards if a.importer == importer.name and a.won]
    where = f"{document.path}, importer {signature(importer)}"
    headed = _headed(document) if won else ()
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for claim in won:
        for table, columns in _expected(claim.expects):
            inside = [one for one in headed if any(one.table.span.overlaps(span) for span in claim.spans)]
            if not _has(inside, columns) and (table, columns) not in seen:
                seen.add((table, columns))
                near = _nearest(headed, columns)
                span = near.table.span if near else claim.spans[0]
                yield Lacking(table, columns, _error(table, columns, near, where), span)
    for table, columns, near in _renamed(headed, importer):
        in_general = any(not (claim.expects or {}).get(table, Expect()).columns for claim in won)
        if in_general and (table, columns) not in seen:
            yield Lacking(table, columns, _error(table, columns, near, where), near.table.span)


def renamed_in(document: Document, asked: Iterable[AnyImporter]) -> Iterator[str]:
    """Yield what importers expect in general and a document has under other headers, in words."""
    headed = _headed(document)
    for importer in asked:
        if isinstance(importer, Importer):
            for _, columns, near in _renamed(headed, importer):
                known, found = _listed(columns), _listed(near.headers)
                yield f"{importer.name} knows a table with the columns {known}, not with {found}"


def _renamed(headed: Sequence[_Headed], importer: Importer) -> Iterator[tuple[str, tuple[str, ...], _Headed]]:
    for table, columns in _expected(importer.expects):
        most = max((one.shared(columns) for one in headed), default=0)
        if most < len(columns) < 2 * most and (near := _nearest(headed, columns)):
            yield table, columns, near


def _expected(expects: Mapping[str, Expect] | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((table, one.columns) for table, one in (expects or {}).items() if one.columns)


def _has(headed: Iterable[_Headed], columns: Sequence[str]) -> bool:
    return any(one.shared(columns) == len(columns) for one in headed)


def _nearest(headed: Sequence[_Headed], columns: Sequence[str]) -> _Headed | None:
    """Return the table that shares most headers with those expected, of several the most alike."""

    def alike(one: _Headed) -> tuple[int, float]:
        said, wanted = " ".join(map(_folded, one.headers)), " ".join(map(_folded, columns))
        return one.shared(columns), difflib.SequenceMatcher(None, said, wanted, autojunk=False).ratio()

    return max(headed, key=alike, default=None)


def _error(table: str, columns: Sequence[str], near: _Headed | None, where: str) -> PluginError:
    expected = f"a table with the columns {_listed(columns)}, for {table}"
    found = f"none; the nearest has {_listed(near.headers)}" if near else "no table"
    return PluginError(expected, found, where=where, hint=_HINT)


def _headed(document: Document) -> tuple[_Headed, ...]:
    found = []
    for table in document.tables:
        cells = [cell for cell in table.cells if cell.header] or list(table.rows[0] if table.rows else ())
        texts = (" ".join(" ".join(document.at(span) for span in cell.spans).split()) for cell in cells)
        headers = tuple(text for text in texts if text)
        found.append(_Headed(table, headers, frozenset(map(_folded, headers))))
    return tuple(found)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(":")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"“{column}”" for column in columns)
