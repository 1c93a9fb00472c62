"""Reads tables of stages in papers, by a framework that the paper does not print and a file gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.assessment.framework import MaturityFramework
from placebench.assessment.owners import Owners
from placebench.assessment.ratings import TABLE
from placebench.assessment.reader import Reader
from placebench.coding import Reading, SystemImporter
from placebench.coding.as_of import dated
from placebench.coding.record.assessments import rates_by, ratings_in
from placebench.coding.record.frameworks import coded_frameworks
from placebench.documents import Document
from placebench.extract.rating_tables import RatingsTable, ratings_tables
from placebench.importer import API, KNOWS_EDITION, Claim, Fact, GapFound, Importer
from placebench.model import Row


@attrs.frozen
class PaperImporter:
    """An importer of the tables of stages that papers print, of any system that is read by a profile.

    Attributes:
        name: Short name of the importer.
        version: Version of the framework's file.
        framework: The framework that the ratings are by.
    """

    name: str
    version: str
    framework: MaturityFramework
    api: int = API

    @property
    def recognises(self) -> str:
        """What its documents look like."""
        return f"a paper with a table of places and themes in the stages of {self.framework.framework.name}"

    @property
    def framework_id(self) -> str:
        """Identifier of the framework."""
        return self.framework.framework.framework_id

    def theme(self, text: str) -> str | None:
        """Return the identifier of the theme that a text names."""
        found = self.framework.theme(text)
        return found.theme_id if found else None

    def stage(self, text: str) -> int | None:
        """Return the number of the stage that a text names."""
        return self.framework.stage(text)

    def for_document(self, document: Document, known: Mapping[str, Importer]) -> PaperReader | None:
        """Return an importer of the system whose places a table of stages names."""
        stages = tuple(stage.name.lower() for stage in self.framework.stages)
        printed = tuple(ratings_tables(document, (stages,)))
        for one in known.values() if printed else ():
            if isinstance(one, SystemImporter):
                reading = one.read(document, (document.span,))
                tables = tuple(table for table in printed if self._is_needed(reading, table))
                if tables:
                    return PaperReader(self, Owners(one.system, one.places), reading, tables)
        return None

    def _is_needed(self, reading: Reading, table: RatingsTable) -> bool:
        """Tell whether a table is rated by the framework, and by none that the paper prints itself."""
        printed = any(rates_by(reading, one, table) for one in coded_frameworks(reading))
        return not printed and rates_by(reading, self, table)


@attrs.frozen
class PaperReader(Reader[PaperImporter]):
    """An importer of the tables of stages of one document.

    Attributes:
        reading: The document, read for the system.
        tables: The tables.
    """

    reading: Reading
    tables: tuple[RatingsTable, ...]

    @property
    def frameworks(self) -> tuple[Row, ...]:
        """The rows of the framework, as its file declares them."""
        return self.importer.framework.rows_for(self.system.system_id)

    def identify(self, document: Document) -> Iterator[Claim]:
        """Claim the tables, for ratings alone: what else they say is for the importer of the system."""
        del document
        why = self.importer.recognises
        yield Claim(tuple(table.span for table in self.tables), frozenset({TABLE}), KNOWS_EDITION, why)

    def extract(self, document: Document, claim: Claim) -> Iterator[Fact | GapFound]:
        """Read the ratings."""
        del document
        tables = [table for table in self.tables if any(table.span in part for part in claim.spans)]
        for found in ratings_in(self.reading, tables, (self.importer,)):
            yield dated(found) if isinstance(found, Fact) else found
