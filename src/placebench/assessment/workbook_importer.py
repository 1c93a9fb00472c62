"""Reads workbooks that `placebench workbook` wrote, of whatever system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.assessment import template as t
from placebench.assessment.form import filled_form
from placebench.assessment.framework_sheet import read_framework
from placebench.assessment.owners import is_system_id, owners
from placebench.assessment.place_sheet import PlaceSheet
from placebench.assessment.ratings import EXPECTS, READS, TABLE
from placebench.assessment.reader import Reader
from placebench.assessment.sheets import SheetView
from placebench.documents import Document
from placebench.importer import API, KNOWS_EDITION, Claim, Fact, FaultFound, GapFound, Importer
from placebench.model import Place, System
from placebench.nearest import did_you_mean


@attrs.frozen
class WorkbookImporter:
    """An importer of workbooks, which name their system themselves."""

    name: str = "workbook"
    version: str = t.VERSION
    api: int = API
    recognises: str = "a workbook that `placebench workbook` wrote"

    def for_document(self, document: Document, known: Mapping[str, Importer]) -> WorkbookReader | None:
        """Return an importer of the system that a workbook names.

        Raises:
            DocumentError: The sheet that says what the workbook is was changed.
        """
        form = filled_form(document)
        if form is None:
            return None
        system, listed = _system(form.about), form.place_ids
        said = [_place(sheet, system) for sheet in form.places]
        places = [place for place in said if place is not None and place.place_id in listed]
        return WorkbookReader(self, owners(system, places, known), form.kind)


@attrs.frozen
class WorkbookReader(Reader[WorkbookImporter]):
    """An importer of the workbooks of one system.

    Attributes:
        kind: `self` or `peer`.
    """

    kind: str

    def identify(self, document: Document) -> Iterator[Claim]:
        """Claim the whole workbook, for every table."""
        form = filled_form(document)
        if form is not None:
            said = {sheet.said(t.PLACE_ID_LABEL) for sheet in form.places}
            places = tuple(one for one in self.owners.ids if one in said)
            why = f"{t.TEMPLATE}, version {t.VERSION}"
            yield Claim((document.span,), READS, KNOWS_EDITION, why, places, EXPECTS)

    def extract(self, document: Document, claim: Claim) -> Iterator[Fact | GapFound | FaultFound]:
        """Read the framework and the answers."""
        del claim
        form = filled_form(document)
        if form is None:
            return
        owner = form.about.said(t.OWNER_LABEL)
        read = read_framework(form.framework_sheet, owner if owner == self.system.system_id else None)
        yield from read.found
        for sheet in form.places:
            place_id = sheet.said(t.PLACE_ID_LABEL)
            if place_id not in self.owners.ids:
                yield self._unknown(sheet, place_id)
            elif read.framework:
                yield from PlaceSheet(sheet, read.framework, self.kind, place_id).read()

    def _unknown(self, sheet: SheetView, place_id: str) -> FaultFound:
        known = ", ".join(self.owners.ids)
        at = sheet.beside(t.PLACE_ID_LABEL) or min(sheet.cells)
        hint = did_you_mean(place_id, self.owners.ids)
        return sheet.fault(TABLE, sheet.error(f"one of {known}", f"“{place_id}”", at, hint), at)


def _system(about: SheetView) -> System:
    system_id = about.needed(t.SYSTEM_ID_LABEL)
    if not is_system_id(system_id):
        at = about.beside(t.SYSTEM_ID_LABEL)
        raise about.error("an identifier such as black-country", f"“{system_id}”", at)
    return System(system_id=system_id, name=about.needed(t.SYSTEM_LABEL))


def _place(sheet: SheetView, system: System) -> Place | None:
    place_id, name = sheet.said(t.PLACE_ID_LABEL), sheet.said(t.PLACE_LABEL)
    if not place_id or not name:
        return None
    return Place(place_id=place_id, system_id=system.system_id, name=name)
