"""Reads workbooks that `placebench workbook` wrote, of whatever system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
from placebench.model import Assessment, Place, System
from placebench.nearest import did_you_mean

Rated = tuple[str | None, str | None]
"""A place, and an assessor of it."""


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
        rated: dict[Rated, SheetView] = {}
        for sheet in form.places:
            place_id = sheet.said(t.PLACE_ID_LABEL)
            if place_id not in self.owners.ids:
                yield self._unknown(sheet, place_id)
            elif read.framework:
                found = tuple(PlaceSheet(sheet, read.framework, self.kind, place_id).read())
                raters = _raters(found)
                twice = next((one for one in raters if one in rated), None)
                if twice:
                    yield _again(sheet, rated[twice], twice)
                    continue
                rated |= dict.fromkeys(raters, sheet)
                yield from found

    def _unknown(self, sheet: SheetView, place_id: str) -> FaultFound:
        known = ", ".join(self.owners.ids)
        at = sheet.beside(t.PLACE_ID_LABEL) or min(sheet.cells)
        hint = did_you_mean(place_id, self.owners.ids)
        return sheet.fault(TABLE, sheet.error(f"one of {known}", f"“{place_id}”", at, hint), at)


def _raters(found: Iterable[Fact | GapFound | FaultFound]) -> tuple[Rated, ...]:
    """Return who rated which place, in the order of the ratings."""
    rows = (one.row for one in found if isinstance(one, Fact))
    return tuple(dict.fromkeys((row.place_id, row.assessor) for row in rows if isinstance(row, Assessment)))


def _again(sheet: SheetView, before: SheetView, rated: Rated) -> FaultFound:
    """Return the fault of a sheet whose assessor rated its place on an earlier one, as on a copy."""
    expected = f"each assessor of {rated[0]} on one sheet"
    found = f"{rated[1]} on the sheets {before.name} and {sheet.name}"
    hint = f"delete one of them, or name another assessor; {sheet.name} was not read"
    return sheet.fault(TABLE, sheet.error(expected, found, hint=hint), min(sheet.cells))


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
