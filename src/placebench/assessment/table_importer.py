"""Reads tables of ratings in comma-separated values, such as a survey exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.assessment import rating_table as c
from placebench.assessment.answers import day_in
from placebench.assessment.form import KINDS
from placebench.assessment.framework import MaturityFramework, folded
from placebench.assessment.owners import Owners, is_place_id, owners
from placebench.assessment.rating_table import RatingTable, rating_table
from placebench.assessment.ratings import READS, TABLE, Rater, RatingCells
from placebench.assessment.reader import Reader
from placebench.documents import Document
from placebench.errors import DocumentError
from placebench.importer import (
    API,
    KNOWS_EDITION,
    KNOWS_FORMAT,
    Claim,
    Fact,
    FaultFound,
    GapFound,
    Importer,
)
from placebench.model import Place, Row, System
from placebench.nearest import did_you_mean


@attrs.frozen
class TableImporter:
    """An importer of tables of ratings, in which a column names the framework.

    Attributes:
        name: Short name of the importer.
        version: Version of it and of the framework's file.
        framework: The framework whose rows it reads; None to tell of rows whose framework nobody gave.
    """

    name: str
    version: str
    framework: MaturityFramework | None = None
    api: int = API

    @property
    def recognises(self) -> str:
        """What its documents look like."""
        which = f" by {self.framework.framework.name}" if self.framework else ""
        return f"a table of ratings{which} with the columns {', '.join(c.NEEDED)}"

    def for_document(self, document: Document, known: Mapping[str, Importer]) -> TableReader | None:
        """Return an importer of the system that a table's places are of.

        Raises:
            DocumentError: A column is unknown, or the places are of none or of several systems.
        """
        table = rating_table(document)
        if table is None or not any(True for _ in self.rows(table)):
            return None
        try:
            table.check_columns()
            return TableReader(self, _owners(table, known))
        except DocumentError:
            # Said once, by the importer of rows of any framework.
            if self.framework:
                return None
            raise

    def rows(self, table: RatingTable) -> Iterator[int]:
        """Yield the rows of a table that are rated by the framework; every row where there is none."""
        about = self.framework.framework if self.framework else None
        names = {folded(about.framework_id), folded(about.name)} if about else set()
        for row in table.rows():
            if about is None or folded(table.text(row, c.FRAMEWORK)) in names:
                yield row


@attrs.frozen
class TableReader(Reader[TableImporter]):
    """An importer of the tables of one system."""

    @property
    def frameworks(self) -> tuple[Row, ...]:
        """The rows of the framework, as its file declares them."""
        whole = self.importer.framework
        if whole is None:
            return ()
        owner = whole.framework.system_id
        # A framework of another system is of none that this importer may speak of.
        own = owner if owner == self.system.system_id else None
        return (attrs.evolve(whole.framework, system_id=own), *whole.rows[1:])

    def identify(self, document: Document) -> Iterator[Claim]:
        """Claim the rows that are rated by the framework."""
        table = rating_table(document)
        if table is not None:
            rows = tuple(self.importer.rows(table))
            said = {table.text(row, c.PLACE) for row in rows}
            places = tuple(one for one in self.owners.ids if one in said)
            rank = KNOWS_EDITION if self.importer.framework else KNOWS_FORMAT
            yield Claim(table.spans(rows), READS, rank, self.importer.recognises, places)

    def extract(self, document: Document, claim: Claim) -> Iterator[Fact | GapFound | FaultFound]:
        """Read the rows."""
        table = rating_table(document)
        for row in self.importer.rows(table) if table else ():
            if table and any(table.span(row) in part for part in claim.spans):
                yield from self._row(table, row)

    def _row(self, table: RatingTable, row: int) -> Iterator[Fact | GapFound | FaultFound]:
        at = table.sheet.by_row[row][0]
        try:
            found = tuple(self._rated(table, row))
        except DocumentError as error:
            yield table.sheet.fault(TABLE, error, at)
        else:
            yield from found

    def _rated(self, table: RatingTable, row: int) -> Iterator[Fact | GapFound | FaultFound]:
        framework = self.importer.framework
        if framework is None:
            raise _fault(table, row, c.FRAMEWORK, "a framework whose file is given with --framework", _HOW)
        place_id = _one_of(table, row, c.PLACE, self.owners.ids)
        kind = _one_of(table, row, c.KIND, KINDS)
        theme = framework.theme(table.text(row, c.THEME))
        if theme is None:
            known = [one.label for one in framework.themes]
            hint = did_you_mean(table.text(row, c.THEME), known)
            raise _fault(table, row, c.THEME, "a theme of the framework, by number or name", hint)
        date = table.at(row, c.DATE)
        rater = Rater(
            table.sheet,
            framework,
            place_id,
            kind,
            table.text(row, c.ASSESSOR) or None,
            day_in(table.sheet, date) if date else day_in(table.sheet, (row, -1)),
        )
        stage = table.at(row, c.STAGE if table.text(row, c.STAGE) else c.STAGE_LOW) or (row, -1)
        evidence, comment = table.at(row, c.EVIDENCE), table.at(row, c.COMMENT)
        yield from rater.rating(theme, RatingCells(stage, table.at(row, c.STAGE_HIGH), evidence, comment))


_HOW = "write one with `placebench framework export`, or `placebench framework new`"


def _fault(table: RatingTable, row: int, column: str, expected: str, hint: str | None) -> DocumentError:
    at = table.at(row, column)
    said = table.text(row, column)
    return table.sheet.error(expected, f"“{said}”" if said else "an empty cell", at, hint)


def _one_of(table: RatingTable, row: int, column: str, known: tuple[str, ...]) -> str:
    said = table.text(row, column)
    if said not in known:
        raise _fault(table, row, column, f"{column} of {', '.join(known)}", did_you_mean(said, known))
    return said


def _owners(table: RatingTable, known: Mapping[str, Importer]) -> Owners:
    """Return the system of a table's places, and the places.

    Raises:
        DocumentError: The places are of none or of several systems.
    """
    places: dict[str, Place] = {}
    for row in table.rows():
        said = table.text(row, c.PLACE)
        if is_place_id(said) and said not in places:
            name = table.text(row, c.PLACE_NAME) or said.partition("/")[2]
            places[said] = Place(place_id=said, system_id=said.partition("/")[0], name=name)
    systems = list(dict.fromkeys(place.system_id for place in places.values()))
    if len(systems) != 1:
        hint = "give each system a file of its own" if systems else "as in bob/oxfordshire"
        found = " and ".join(systems) or "none"
        raise table.sheet.error("places of one system in place_id", found, (0, table.columns[c.PLACE]), hint)
    names = (table.text(row, c.SYSTEM_NAME) for row in table.rows())
    name = next(filter(None, names), systems[0])
    return owners(System(system_id=systems[0], name=name), places.values(), known)
