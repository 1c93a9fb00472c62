"""Rows of one importer and document, put together: one row a fact, its quotes numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import attrs

from placebench.checks import DUPLICATE_KEY, Checked, as_text, digest
from placebench.claims import Award
from placebench.documents import Document, Quote
from placebench.errors import PluginError
from placebench.importer import Expect, Importer, own_rows, signature
from placebench.model import TABLES, Evidence, Rejection, Row, columns_of, table_of
from placebench.pipeline.pointers import identity_of

_ORDER = {table: number for number, table in enumerate(TABLES)}


@attrs.frozen
class Found:
    """What an importer read with one of its claims, as far as it holds."""

    award: Award
    checked: tuple[Checked, ...]


def collect(
    found: Iterable[Checked], importer: Importer, document: Document
) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows by table, with evidence and with the importer's own systems, places and the like.

    Rows that share table and key are one row with the quotes of all. Where they differ in other columns the
    one that stands first in the document is kept; in a reference table the others are rejected.
    """
    rows: dict[str, list[Row]] = {}
    kept: dict[tuple[Any, ...], Row] = {}
    quotes: dict[tuple[Any, ...], list[Quote]] = {}
    ids: dict[tuple[Any, ...], str] = {}
    for row in own_rows(importer):
        if kept.setdefault(identity_of(row), row) is row:
            rows.setdefault(table_of(type(row)), []).append(row)
    for one in _in_reading_order(found):
        first = kept.get(one.identity)
        if first is None:
            kept[one.identity] = one.row
            rows.setdefault(one.identity[0], []).append(one.row)
        elif _is_reference(one) and first != one.row:
            rows.setdefault("rejections", []).append(_conflict(one, first, importer, document))
            continue
        ids.setdefault(one.identity, one.row_id)
        quotes.setdefault(one.identity, []).extend(one.quotes)
    rows["evidence"] = [
        row for key, row_id in ids.items() for row in evidence(key[0], row_id, quotes[key], document)
    ]
    return {table: tuple(rows[table]) for table in TABLES if rows.get(table)}


def unmet(found: Sequence[Found], importer: Importer, document: Document) -> Mapping[str, PluginError]:
    """Return, by table, what an importer expected to find and did not.

    An expectation is asked for where the importer won all that it claimed for the table, as nobody can tell
    how much a part should give. A claim's own expectations replace the importer's.
    """
    errors: dict[str, PluginError] = {}
    for one in found:
        if one.award.claim.expects is not None:
            errors |= _unmet([one], one.award.claim.expects, importer, document)
    general = [one for one in found if one.award.claim.expects is None]
    return errors | _unmet(general, importer.expects, importer, document)


def _unmet(
    found: Sequence[Found], expects: Mapping[str, Expect], importer: Importer, document: Document
) -> dict[str, PluginError]:
    errors = {}
    for table, expect in expects.items():
        claims = [one for one in found if table in one.award.claim.tables]
        if not claims or not all(one.award.whole(table) for one in claims):
            continue
        count = len({row.identity for one in claims for row in one.checked if row.identity[0] == table})
        if count < expect.minimum or (expect.maximum is not None and count > expect.maximum):
            where = f"{document.path}, importer {signature(importer)}"
            errors[table] = PluginError(_in_words(expect, table), str(count), where=where)
    return errors


def _in_words(expect: Expect, table: str) -> str:
    if expect.maximum is None:
        return f"at least {expect.minimum} rows of {table}"
    if expect.minimum == expect.maximum:
        return f"exactly {expect.minimum} rows of {table}"
    return f"{expect.minimum} to {expect.maximum} rows of {table}"


def _in_reading_order(found: Iterable[Checked]) -> Iterator[Checked]:
    # The order in which an importer yields must not show in the dataset.
    for _, together in groupby(sorted(found, key=_place), key=_place):
        first, *others = together
        yield from sorted((first, *others), key=lambda one: as_text(one.row)) if others else (first,)


def _place(one: Checked) -> tuple[int, int]:
    return _ORDER[one.identity[0]], one.quotes[0].spans[0].start


def _is_reference(one: Checked) -> bool:
    return not columns_of(type(one.row))[0].host


def _conflict(one: Checked, first: Row, importer: Importer, document: Document) -> Rejection:
    return Rejection(
        source_id=document.source_id,
        importer=signature(importer),
        table=one.identity[0],
        rule=DUPLICATE_KEY,
        message=f"{document.path}: expected {as_text(first)} again, found another row with that identifier",
        row=as_text(one.row),
    )


def evidence(table: str, row_id: str, quotes: Iterable[Quote], document: Document) -> Iterable[Evidence]:
    """Yield the evidence of a row: each part of each quote, the quotes numbered."""
    different = dict.fromkeys(quote.spans for quote in quotes)
    for number, spans in enumerate(different, start=1):
        for part, span in enumerate(spans, start=1):
            cell = document.cell_at(span.start)
            yield Evidence(
                evidence_id=digest(table, row_id, document.source_id, number, part, span.start, span.end),
                fact_id=row_id,
                table=table,
                source_id=document.source_id,
                quote_number=number,
                part=part,
                page=document.page_at(span.start),
                section=document.section_at(span.start),
                cell=cell.address if cell else None,
                start=span.start,
                end=span.end,
                quote=document.at(span),
            )
