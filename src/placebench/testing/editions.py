"""A new edition of a document beside the facts that a dataset holds of an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import polars as pl

from placebench.dataset import Dataset
from placebench.documents import Document
from placebench.errors import UsageError
from placebench.importer import Claim
from placebench.model import ClaimRecord, Evidence, columns_of
from placebench.nearest import such_as
from placebench.pipeline.identify import identify_documents
from placebench.pipeline.reading import NAMES
from placebench.pipeline.source_texts import SourceTexts
from placebench.plugins import Registry
from placebench.testing.anchors import anchors_of
from placebench.testing.drift import Drift, claim_drift, drift


@attrs.frozen(eq=False)
class Edition:
    """What became of the anchors of an earlier document.

    Attributes:
        document: The new edition.
        earlier: What to call the earlier document.
        drifts: What became of each anchor, those that vanished first.
        facts: Number of facts of the earlier document.
        unknown: Why some anchors are not known, where that is so.
    """

    document: Document
    earlier: str
    drifts: tuple[Drift, ...]
    facts: int
    unknown: str | None = None


def compare_edition(
    path: Path,
    dataset: Dataset,
    registry: Registry,
    *,
    source: str | None = None,
    documents: Path | None = None,
) -> Edition:
    """Compare a new edition of a document with the facts of an earlier one.

    Args:
        path: The new edition.
        dataset: Where the earlier facts are.
        registry: The plugins.
        source: Identifier, path or title of the earlier document; without it the one with the path or title
            of the new edition, or the only one.
        documents: Folder that the earlier document lies in; without it table headers are not compared.

    Raises:
        UsageError: There is no such file or earlier document.
        DocumentError: The new edition cannot be read.
        PluginError: An importer ended its process.
    """
    (new, *more) = identify_documents([path], registry, jobs=1)
    if more:
        raise UsageError("one document", f"a folder of {len(more) + 1}", where=str(path))
    if (document := new.document) is None:
        raise new.errors[0]
    about = _source(dataset, document, source)
    source_id = about["source_id"]
    evidence = [row for row in _rows(dataset, "evidence", Evidence, source_id) if row.table not in NAMES]
    earlier, unknown = SourceTexts(dataset, documents).document(source_id)
    facts = len({(row.table, row.fact_id) for row in evidence})
    claims: dict[str, list[Claim]] = {}
    for award in new.awards:
        claims.setdefault(award.importer, []).append(award.claim)
    won = [row for row in _rows(dataset, "claims", ClaimRecord, source_id) if row.won]
    drifts = [*claim_drift(won, claims, evidence), *drift(anchors_of(evidence, earlier), document)]
    notes = [f"{error}." for error in new.errors]
    notes += [] if earlier else [f"Headers and labels in tables are not compared: {unknown}."]
    return Edition(document, str(about["path"]), tuple(drifts), facts, " ".join(notes) or None)


def _rows(dataset: Dataset, table: str, kind: type[Any], source_id: str) -> list[Any]:
    names = [column.name for column in columns_of(kind)]
    frame = dataset.frame(table).filter(pl.col("source_id") == source_id).select(names).collect()
    return [kind(**row) for row in frame.to_dicts()]


def _source(dataset: Dataset, document: Document, given: str | None) -> dict[str, Any]:
    stating = dataset.frame("evidence").select("source_id").unique().collect()["source_id"].to_list()
    sources = [row for row in dataset.frame("sources").collect().to_dicts() if row["source_id"] in stating]
    wanted = [given] if given else [document.path, document.metadata.get("title")]
    keys = ("source_id", "path", "title")
    matches = [row for row in sources if any(row[key] in wanted for key in keys if row[key])]
    if len(matches) == 1:
        return matches[0]
    if not given and len(sources) == 1:
        return sources[0]
    raise _unsettled(matches or sources, wanted, found=len(matches))


def _unsettled(rows: Sequence[Mapping[str, Any]], wanted: Sequence[str | None], *, found: int) -> UsageError:
    paths = sorted(row["path"] for row in rows)
    count = f"{found or 'none'} of that name"
    named = such_as(wanted[0] or "", paths) or "none, since no document gave facts"
    hint = f"name one with --source, such as {named}"
    return UsageError("the earlier document in the dataset", count, hint=hint)
