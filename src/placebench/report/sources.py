"""The documents behind a report: what is known of each, and what facts quote of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from placebench.benchmark.scope import with_text_codes
from placebench.dataset import Dataset
from placebench.dataset.words import date_in_words
from placebench.documents import Document, Span
from placebench.model import FACT_TABLES
from placebench.pipeline.source_texts import Places, SourceTexts
from placebench.plots.labels import words
from placebench.report.content import SourceLine
from placebench.report.facts import FactBook
from placebench.report.passages import passages
from placebench.report.pieces import Marked, anchor


@attrs.frozen(eq=False)
class SourceBook:
    """The sources of a dataset with their documents, where these are at hand."""

    _rows: tuple[Mapping[str, Any], ...]
    _documents: Mapping[str, tuple[Document | None, str | None]]
    _marked: Mapping[str, Sequence[Marked]]

    def anchors(self) -> dict[str, str]:
        """Return the anchor of each piece of evidence whose document is at hand, by `evidence_id`."""
        return {
            one.evidence_id: anchor(source, one.span.start)
            for source, (document, _) in self._documents.items()
            for one in self._marked.get(source, ())
            if document is not None
        }

    def missing(self) -> tuple[str, ...]:
        """Return the file name of each source whose document is not at hand."""
        return tuple(row["path"] for row in self._rows if self._documents[row["source_id"]][0] is None)

    def lines(self, book: FactBook) -> Iterator[SourceLine]:
        """Yield each source as the report shows it."""
        for row in self._rows:
            source = row["source_id"]
            document, trouble = self._documents[source]
            marked = self._marked.get(source, ())
            yield SourceLine(
                source_id=source,
                name=row["title"] or row["path"],
                about=_about(row),
                facts=len({one.fact_id for one in marked}),
                passages=passages(document, marked, book.numbers) if document else (),
                trouble=trouble,
            )


def source_book(dataset: Dataset, documents: Places) -> SourceBook:
    """Find the documents of a dataset's sources.

    Args:
        dataset: The dataset.
        documents: Folders and packs that they lie in; without any none is looked for.
    """
    rows = dataset.frame("sources").sort("path").collect().to_dicts()
    texts = SourceTexts(dataset, documents) if documents else None
    reason = "its document was not given to this report"
    found = {row["source_id"]: texts.document(row["source_id"]) if texts else (None, reason) for row in rows}
    return SourceBook(tuple(rows), found, _evidence(dataset))


def _evidence(dataset: Dataset) -> dict[str, list[Marked]]:
    frame = with_text_codes(dataset.frame("evidence")).collect()
    found: dict[str, list[Marked]] = {}
    for row in frame.filter(frame["table"].is_in(list(FACT_TABLES))).iter_rows(named=True):
        one = Marked(Span(row["start"], row["end"]), row["evidence_id"], row["fact_id"])
        found.setdefault(row["source_id"], []).append(one)
    return {source: sorted(marked) for source, marked in found.items()}


def _about(row: Mapping[str, Any]) -> dict[str, str]:
    given = {
        "Publisher": row["publisher"],
        "Kind": words(row["document_type"]) if row["document_type"] else None,
        "Published": date_in_words(row["published"], row["published_precision"]),
        "File": row["path"],
        "Address": row["url"],
        "Pages": row["pages"],
        "sha256": row["sha256"],
    }
    return {name: str(value) for name, value in given.items() if value}
