"""Where rows come from: quotes, gaps, claims and rejections."""

from __future__ import annotations

from typing import Annotated, ClassVar

import attrs

from placebench.model import vocabularies as v
from placebench.model.facts import as_tuple
from placebench.model.fields import Row, column


@attrs.frozen
class Evidence(Row):
    """One part of a quote, found character for character at its position."""

    __table__: ClassVar[str] = "evidence"
    evidence_id: v.RowId = column("Deterministic hash of row, source and position.", key=True)
    fact_id: str = column("Identifier of the row that the quote supports, in the table `table`.")
    table: str = column("Table of that row.")
    source_id: v.SourceId = column("The document.")
    quote_number: int = column("Number of the quote among the row's quotes, from 1.")
    part: int = column("Number of the part, from 1; a quote over a page break has several.")
    page: int | None = column("Page, where the format has pages.", default=None)
    section: str | None = column("Headings above the quote, outermost first.", default=None)
    cell: str | None = column(
        "Address of the cell, `Sheet!B7`, where the format has cells with addresses.", default=None
    )
    start: int = column("Start in the document's text.", unit="code points")
    end: int = column("End in the document's text, exclusive.", unit="code points")
    quote: str = column("The text between start and end.")


@attrs.frozen
class Gap(Row):
    """Something that an importer could not read."""

    __table__: ClassVar[str] = "gaps"
    gap_id: v.RowId = column("Deterministic hash of source, table and position.", key=True, host=True)
    source_id: v.SourceId = column("The document.", host=True)
    importer: str = column("Name and version of the importer.", host=True)
    table: str = column("Table that rows are missing from.")
    what: str = column("What is missing.")
    reason: Annotated[str, v.GAP_REASON] = column("Why.")


@attrs.frozen
class ClaimRecord(Row):
    """A claim of an importer on a part of a document, or an attempt that failed."""

    __table__: ClassVar[str] = "claims"
    source_id: v.SourceId = column("The document.")
    importer: str | None = column("Name and version; null where nobody claimed.", default=None)
    table: str | None = column("The table claimed; null for an attempt that failed as a whole.", default=None)
    rank: int | None = column(
        "1 knows the format, 2 the template family, 3 the system's edition.", default=None
    )
    places: tuple[str, ...] = column("Places that the part was read for.", default=(), converter=as_tuple)
    start: int | None = column("Start of the part.", unit="code points", default=None)
    end: int | None = column("End of the part.", unit="code points", default=None)
    won: bool = column("Whether the importer read the whole part or some of it.")
    outcome: Annotated[str, v.CLAIM_OUTCOME] = column("What became of the claim.")
    why: str | None = column("What the importer recognised.", default=None)
    error: str | None = column("What went wrong.", default=None)


@attrs.frozen
class Rejection(Row):
    """A row that the host refused, with the rule that it broke."""

    __table__: ClassVar[str] = "rejections"
    source_id: v.SourceId | None = column("The document; null where the row came with none.", default=None)
    importer: str | None = column("Name and version of the importer, if one gave the row.", default=None)
    table: str = column("The table that the row was for.")
    rule: str = column("Name of the rule that it broke.")
    message: str = column("What was expected and found.")
    row: str = column("The row, as text.")
