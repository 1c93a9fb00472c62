"""Why a document is refused, and what would have it read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from placebench.assessment.framework import folded
from placebench.assessment.rating_table import NEEDED
from placebench.assessment.sheets import sheets_of
from placebench.coding.spoken import spoken_of
from placebench.documents import Document
from placebench.errors import UnclaimedDocument
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import AnyImporter, Importer, OpenImporter
from placebench.pipeline.expected_tables import renamed_in
from placebench.profiles import PREFIX

_MOST_TOLD = 5
_ANOTHER = "install the plugin of the document's system, or give a profile of it with --profile"
_LOOK_UP = "see “A sheet of your own” in docs/self-assessment.md"
_READ_OF_SHEETS = (
    "of sheets, workbooks that `placebench workbook` wrote and tables of ratings are read, and no list of "
    "members or of anything else: see “Spreadsheets” in docs/formats.md"
)


def refused(document: Document, asked: Sequence[AnyImporter]) -> UnclaimedDocument:
    """Return the error of a document that none of the importers which were asked knows."""
    if not asked:
        return UnclaimedDocument(
            "an importer", "none", where=document.path, hint="install the plugin of the document's system"
        )
    return UnclaimedDocument(
        "a document that an importer knows",
        "one that none of them recognises",
        where=document.path,
        hint=f"{_what_is_lacking(document, asked)}; known are {_known(asked)}",
    )


def silent_sheet(document: Document, read_by: Iterable[Importer]) -> str | None:
    """Say why a sheet gave no rows; None of another document, or where an importer has tables of its own."""
    expected = [each for importer in read_by for each in (importer.expects or {}).values()]
    reads_tables = any(each.columns for each in expected)
    if reads_tables or not sheets_of(document):
        return None
    return f"{document.path}: no rows came of it; {_READ_OF_SHEETS}."


def _known(asked: Sequence[AnyImporter]) -> str:
    """Say what the importers look for, of many only those whose documents anybody can make."""
    told = [_looks_for(importer) for importer in asked]
    if len(told) <= _MOST_TOLD:
        return ", ".join(told)
    own = [_looks_for(importer) for importer in asked if isinstance(importer, OpenImporter)]
    systems = f"documents of {len(asked) - len(own)} systems (`placebench importers` lists them)"
    return ", ".join((systems, *own))


def _what_is_lacking(document: Document, asked: Sequence[AnyImporter]) -> str:
    """Say what would have a document read: an importer, or words on place partnerships."""
    spoken = {
        importer.system.name: {one.kind for one in spoken_of(document, importer)}
        for importer in asked
        if not isinstance(importer, OpenImporter)
    }
    named = [name for name, kinds in spoken.items() if SYSTEM in kinds]
    of_places = [f"places of {name}" for name, kinds in spoken.items() if kinds]
    renamed = list(renamed_in(document, asked))
    if renamed:
        return f"{'; '.join(renamed)}: a new layout needs a new version of the importer"
    if sheets := sheets_of(document):
        texts = {folded(sheets[0].text(at)) for at in sheets[0].cells}
        if texts.isdisjoint(NEEDED):
            return _READ_OF_SHEETS
        lacking = ", ".join(column for column in NEEDED if column not in texts)
        return (
            "of sheets, workbooks that `placebench workbook` wrote and tables of ratings are read; for the "
            f"second this one lacks the columns {lacking or 'in its first row'}: {_LOOK_UP}"
        )
    given = [importer.name for importer in asked if importer.name.startswith(PREFIX)]
    if of_places:
        other = "" if named or given else f"; if it is of another system, {_ANOTHER}"
        return (
            f"it names {' and '.join(named or of_places)}, but too little in it is about place partnerships; "
            f"`placebench identify` says what it names{other}"
        )
    if given:
        return (
            f"it holds none of the names that {' or '.join(given)} has of a system, its places and their "
            "partnerships; `placebench identify` lists names that look like such"
        )
    return _ANOTHER


def _looks_for(importer: AnyImporter) -> str:
    said = getattr(importer, "recognises", None)
    return str(said or f"documents of {importer.system.name}")  # type: ignore[union-attr]
