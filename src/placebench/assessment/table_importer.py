"""Reads tables of ratings in comma-separated values, such as a survey exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from placebench.assessment import rating_table as c
from placebench.assessment.answers import day_in
from placebench.assessment.form import KINDS
from placebench.assessment.framework import MaturityFramework, folded
from placebench.assessment.owners import Owners, is_place_id, owners
from placebench.assessment.rating_table import RatingTable, rating_table
from placebench.assessment.ratings import EXPECTS, READS, TABLE, Rater, RatingCells
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
            DocumentError: A column is unknown, or the places are of none, or no system has most rows.
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
        return whole.rows_for(self.system.system_id) if whole else ()

    def identify(self, document: Document) -> Iterator[Claim]:
        """Claim the rows that are rated by the framework."""
        table = rating_table(document)
        if table is not None:
            rows = tuple(self.importer.rows(table))
            said = {table.text(row, c.PLACE) for row in rows}
            places = tuple(one for one in self.owners.ids if one in said)
            rank = KNOWS_EDITION if self.importer.framework else KNOWS_FORMAT
            yield Claim(table.spans(rows), READS, rank, self.importer.recognises, places, EXPECTS)

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
        place_id = self._place(table, row)
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
        columns = (c.STAGE, c.STAGE_LOW) if table.text(row, c.STAGE) else (c.STAGE_LOW, c.STAGE)
        stage = next(at for column in columns if (at := table.at(row, column)))
        evidence, comment = table.at(row, c.EVIDENCE), table.at(row, c.COMMENT)
        yield from rater.rating(theme, RatingCells(stage, table.at(row, c.STAGE_HIGH), evidence, comment))

    def _place(self, table: RatingTable, row: int) -> str:
        said, own = table.text(row, c.PLACE), self.system.system_id
        if is_place_id(said) and said.partition("/")[0] != own:
            raise _fault(table, row, c.PLACE, f"a place of {own}, as in most rows", _APART)
        return _one_of(table, row, c.PLACE, self.owners.ids)


_APART = "give each system a file of its own"
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
    """Return the system that most rows are of, and its places.

    Raises:
        DocumentError: The places are of none, or no system has most rows.
    """
    rows_of: dict[str, list[int]] = {}
    for row in table.rows():
        said = table.text(row, c.PLACE)
        if is_place_id(said):
            rows_of.setdefault(said.partition("/")[0], []).append(row)
    system = _commonest(table, rows_of)
    names = (table.text(row, c.SYSTEM_NAME) for row in rows_of[system])
    name = next(filter(None, names), system)
    return owners(System(system_id=system, name=name), _places(table, system, rows_of[system]), known)


def _commonest(table: RatingTable, rows_of: Mapping[str, Sequence[int]]) -> str:
    system = max(rows_of, key=lambda one: len(rows_of[one]), default="")
    if not rows_of or 2 * len(rows_of[system]) <= sum(map(len, rows_of.values())):
        at = (table.sheet.heading, table.columns[c.PLACE])
        hint = _APART if rows_of else "as in bob/oxfordshire"
        raise table.sheet.error("places of one system in place_id", " and ".join(rows_of) or "none", at, hint)
    return system


def _places(table: RatingTable, system: str, rows: Iterable[int]) -> Iterator[Place]:
    # The first row of a place names it.
    first = {table.text(row, c.PLACE): row for row in reversed(list(rows))}
    for said, row in first.items():
        name = table.text(row, c.PLACE_NAME) or said.partition("/")[2]
        yield Place(place_id=said, system_id=system, name=name)
