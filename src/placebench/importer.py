"""The contract between the host and an importer.

An importer recognises documents (`identify`) and reads them (`extract`). It hands over rows of the model with
the quotes that say them; it never builds tables, so the host can check every quote and type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, runtime_checkable

import attrs

from placebench.codebook import Additions, Codebook
from placebench.documents import Document, Quote, Span
from placebench.errors import DocumentError
from placebench.model import TABLES, Framework, Place, Row, System

API = 1
"""Major version of this contract; an importer that declares another is listed and never called."""

KNOWS_FORMAT = 1
KNOWS_FAMILY = 2
KNOWS_EDITION = 3


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@attrs.frozen
class Expect:
    """How many rows of a table one document of an importer gives, and from what.

    Attributes:
        minimum: The fewest rows.
        maximum: The most; None for any number, 0 for a table that is claimed to keep other importers out.
        columns: Headers of the table of the document that the rows come from, in any order. A claim whose
            parts have no such table is told in the import. Expected of the importer's documents in general,
            it is missed where another table has most of these headers and none has all.
    """

    minimum: int = 0
    maximum: int | None = None
    columns: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@attrs.frozen
class Claim:
    """What an importer says it can read in a document.

    Attributes:
        spans: The parts of the document that it speaks for.
        tables: The tables that it will give rows for.
        rank: 1 knows the format, 2 knows the template family, 3 knows this system's own edition.
        why: What was recognised, for people.
        places: The places whose statements are in the parts.
        expects: Rows per table for this claim; overrides the importer's own, whose columns hold where it
            gives none for a table. A table with a maximum of 0 is claimed to keep other importers out, and
            the document does not count as read for it.
    """

    spans: tuple[Span, ...]
    tables: frozenset[str]
    rank: int
    why: str
    places: tuple[str, ...] = ()
    expects: Mapping[str, Expect] | None = attrs.field(default=None, hash=False)

    def only_keeps(self, table: str) -> bool:
        """Tell whether a table is claimed to keep others out, as the parts can give no row of it."""
        return (self.expects or {}).get(table, Expect()).maximum == 0


@attrs.frozen
class Fact:
    """A row that the document states, and the quotes that say so.

    Attributes:
        row: A row of any table of the model, without the columns that the host fills in.
        quotes: At least one quote; each is checked character for character.
    """

    row: Row
    quotes: tuple[Quote, ...]


@attrs.frozen
class GapFound:
    """Something that the importer saw and could not read.

    Attributes:
        table: The table that rows are missing from.
        what: What is missing.
        reason: A code of the gap vocabulary.
        quotes: Where it was seen.
    """

    table: str
    what: str
    reason: str
    quotes: tuple[Quote, ...]


@attrs.frozen
class FaultFound:
    """Something that a person must mend in the document before it can be read; the rest is read.

    The import tells the error and ends with exit code 1, and what is missing becomes a gap.

    Attributes:
        table: The table that rows are missing from.
        error: What was expected and found, where, and what to do.
        quotes: Where it was seen.
    """

    table: str
    error: DocumentError
    quotes: tuple[Quote, ...]


@runtime_checkable
class Importer(Protocol):
    """What every importer offers.

    Attributes:
        name: Short name, as commands and the `importer` column give it.
        version: Version of the importer; another version may give other rows.
        api: Major version of the contract that it was written for; see `API`.
        system: The system that it reads.
        places: The places of that system.
        expects: Rows per table and document; a table that is not named may have any number.

    An importer may also have `partnerships` and `organisations` (rows of those tables, like `places`),
    `frameworks` (rows of frameworks, themes, stages and criteria that its documents refer to) and
    `recognises` (what its documents look like, in a few words for people).
    """

    name: str
    version: str
    api: int
    system: System
    places: tuple[Place, ...]
    expects: Mapping[str, Expect]

    def identify(self, document: Document) -> Iterable[Claim]:
        """Say which parts of the document the importer knows; nothing for a document that is not its own."""
        ...

    def extract(self, document: Document, claim: Claim) -> Iterable[Fact | GapFound | FaultFound]:
        """Read the claimed parts."""
        ...


@runtime_checkable
class OpenImporter(Protocol):
    """What an importer offers whose documents name their own system, in place of a system and its places.

    Attributes:
        name: As of an `Importer`.
        version: As of an `Importer`.
        api: As of an `Importer`.
        recognises: What its documents look like, in a few words for people.
    """

    name: str
    version: str
    api: int
    recognises: str

    def for_document(self, document: Document, known: Mapping[str, Importer]) -> Importer | None:
        """Return an importer of the system that a document names, or None for a document of another kind.

        Args:
            document: The document.
            known: Importers by the system that they read; what they declare of a system and its places
                is better than what a document says of them.

        Returns:
            An importer with the same name and version.

        Raises:
            DocumentError: The document is of the kind, and does not say enough to be read.
        """
        ...


AnyImporter = Importer | OpenImporter
"""What a plugin may register."""


@runtime_checkable
class ReadsByCodebook(Protocol):
    """What an importer offers besides where additions to the coding frame change what it reads.

    Attributes:
        codebook: The coding frame that it reads by.
    """

    @property
    def codebook(self) -> Codebook:
        """The coding frame that it reads by."""
        ...

    def with_additions(self, additions: tuple[Additions, ...]) -> Importer:
        """Return the importer reading by a coding frame with more added, under a version of its own."""
        ...


@runtime_checkable
class KnowsFrameworks(Protocol):
    """What an importer offers besides whose documents may name maturity frameworks that a file gives."""

    def with_frameworks(self, frameworks: tuple[Framework, ...]) -> Importer:
        """Return the importer knowing more frameworks, under a version of its own."""
        ...


def signature(importer: AnyImporter) -> str:
    """Return the importer's name and version as the `importer` columns give them."""
    return f"{importer.name}@{importer.version}"


def own_rows(importer: Importer) -> Iterator[Row]:
    """Yield the rows that an importer declares: its system, its places and, where it has them, the others."""
    yield importer.system
    yield from importer.places
    yield from getattr(importer, "partnerships", ())
    yield from getattr(importer, "organisations", ())
    yield from getattr(importer, "frameworks", ())


def are_expectations(expects: object) -> bool:
    """Tell whether a value maps names of tables to `Expect`, as the contract asks."""
    return isinstance(expects, Mapping) and all(
        table in TABLES and isinstance(expect, Expect) for table, expect in expects.items()
    )
