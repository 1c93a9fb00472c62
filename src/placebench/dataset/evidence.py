"""From a row back to the words that say it."""

from __future__ import annotations

import attrs
import pyarrow as pa
import pyarrow.compute as pc

from placebench.dataset.dataset import Dataset
from placebench.model import Evidence, Source
from placebench.schema.arrow import RowT, from_arrow


@attrs.frozen
class Quoted:
    """One part of a quote and the document that it stands in; None where the dataset does not have it."""

    evidence: Evidence
    source: Source | None


def evidence_of(dataset: Dataset, row_id: str) -> list[Quoted]:
    """Return the quotes of a row, in order.

    Args:
        dataset: The dataset.
        row_id: The row's `fact_id`, or `framework_id`, `theme_id` and so on.
    """
    quotes = _where(Evidence, dataset["evidence"], "fact_id", [row_id])
    wanted = sorted({quote.source_id for quote in quotes})
    sources = {source.source_id: source for source in _where(Source, dataset["sources"], "source_id", wanted)}
    quotes.sort(key=lambda quote: (quote.quote_number, quote.part, quote.evidence_id))
    return [Quoted(quote, sources.get(quote.source_id)) for quote in quotes]


def _where(kind: type[RowT], table: pa.Table, column: str, values: list[str]) -> list[RowT]:
    return from_arrow(kind, table.filter(pc.field(column).isin(pa.array(values, pa.string()))))
