"""Why a document is refused, and what would have it read."""

from __future__ import annotations

from collections.abc import Sequence

from placebench.coding.spoken import spoken_of
from placebench.documents import Document
from placebench.errors import UnclaimedDocument
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import AnyImporter, OpenImporter
from placebench.pipeline.expected_tables import renamed_in


def refused(document: Document, asked: Sequence[AnyImporter]) -> UnclaimedDocument:
    """Return the error of a document that none of the importers which were asked knows."""
    if not asked:
        return UnclaimedDocument(
            "an importer", "none", where=document.path, hint="install the plugin of the document's system"
        )
    known = "; ".join(_looks_for(importer) for importer in asked)
    return UnclaimedDocument(
        f"a document that an importer knows ({known})",
        "one that none of them recognises",
        where=document.path,
        hint=_what_is_lacking(document, asked),
    )


def _what_is_lacking(document: Document, asked: Sequence[AnyImporter]) -> str:
    """Say what would have a document read: an importer, or words on place partnerships."""
    named = [
        importer.system.name
        for importer in asked
        if not isinstance(importer, OpenImporter)
        and any(one.kind == SYSTEM for one in spoken_of(document, importer))
    ]
    renamed = list(renamed_in(document, asked))
    if renamed:
        return f"{'; '.join(renamed)}: a new layout needs a new version of the importer"
    if not named:
        return "install the plugin of the document's system, or give a profile of it with --profile"
    return (
        f"it names {' and '.join(named)}, but too little in it is about place partnerships; "
        "`placebench identify` says what it names"
    )


def _looks_for(importer: AnyImporter) -> str:
    said = getattr(importer, "recognises", None)
    return str(said or f"documents of {importer.system.name}")  # type: ignore[union-attr]
