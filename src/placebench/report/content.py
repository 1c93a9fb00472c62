"""What a page of the report holds, as values that a template lays out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from placebench.plots.marks import Mark


@attrs.frozen
class Cell:
    """One cell of a table.

    Attributes:
        text: What it shows.
        words: The same in full, for a title and for screen readers; equal to `text` where that is enough.
        statuses: What it answers, for its colour and the filter.
        bases: How its facts came to be, for the filter.
        facts: Numbers of the facts behind it.
        conflict: Whether sources disagree.
        numeric: Whether it is a figure, and stands at the right.
        mark: Kind of background where it has no status, such as `stage_2`.
    """

    text: str
    words: str = ""
    statuses: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    facts: tuple[int, ...] = ()
    conflict: bool = False
    numeric: bool = False
    mark: str = ""


@attrs.frozen
class Row:
    """One row of a table: its heading, its cells, and what a filter asks of it."""

    head: str
    cells: tuple[Cell, ...]
    system: str = ""
    place: str = ""


@attrs.frozen
class Table:
    """A table with everything that a reader needs beside it.

    Attributes:
        id: Anchor, unique on the page.
        caption: What it shows.
        corner: Heading of the column of row headings.
        columns: Headings of the other columns.
        rows: Its rows.
        compact: Whether cells hold letters under upright headings.
        legend: Marks that its letters stand for.
        csv: The tidy table for download, as text; None where there is none.
        long: Whether it is folded away until a reader asks for it.
    """

    id: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    compact: bool = False
    legend: tuple[Mark, ...] = ()
    csv: str | None = None
    long: bool = False


@attrs.frozen
class Picture:
    """A picture with its words.

    Attributes:
        id: Anchor, unique on the page; also the name of its file.
        title: The finding that it shows.
        alt: What a reader who does not see it needs.
        drawn: Waits for the picture, and returns it as SVG.
        n: What it rests on, in words.
        key: How to read it.
        table: Anchor of the table with the same figures.
    """

    id: str
    title: str
    alt: str
    drawn: Callable[[], str] = attrs.field(repr=False)
    n: str
    key: str
    table: str

    @property
    def svg(self) -> str:
        """The picture as SVG; who asks waits until it is drawn."""
        return self.drawn()

    @property
    def leads(self) -> bool:
        """Whether its marks lead to facts."""
        return "data-facts=" in self.svg

    @property
    def pointer_alone(self) -> bool:
        """Whether they are too many for the keyboard to stop at each."""
        return self.leads and 'tabindex="-1"' in self.svg


@attrs.frozen
class Point:
    """A sentence of the summary, and the section that it comes from."""

    section: str
    title: str
    text: str


@attrs.frozen
class Term:
    """An entry of the coding frame that facts of the page rest on.

    Attributes:
        rule: Its name, as the facts have it.
        facts: How many facts rest on it.
        says: Its definition; empty where no codebook at hand has it.
    """

    rule: str
    facts: int
    says: str


@attrs.frozen
class Section:
    """One section of the page.

    Attributes:
        id: Anchor.
        title: Heading.
        lead: Sentences that say what is found, or why nothing is.
        tables: Its tables.
        pictures: Its pictures.
        notes: What a reader must know.
        source: Where the method is published.
        points: Sentences that lead to other sections.
        first: The sentence that the summary takes.
    """

    id: str
    title: str
    lead: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    points: tuple[Point, ...] = ()
    first: str = ""

    @property
    def laid_out(self) -> tuple[Picture | Table, ...]:
        """Pictures and tables as they follow one another: under a picture the table with its figures."""
        first = {picture.table: picture for picture in reversed(self.pictures)}
        shown: list[Picture | Table] = []
        for picture in self.pictures:
            own = (table for table in self.tables if first.get(table.id) is picture)
            shown += [picture, *own]
        return (*shown, *(table for table in self.tables if table.id not in first))


@attrs.frozen
class Words:
    """One quote of a fact: where it stands and what it says.

    Attributes:
        source: Name of the source.
        source_id: Its identifier.
        place: Page and section, in words.
        text: The quote.
        passage: Anchor of the quote in the passages of the source; None where the document is not at hand.
    """

    source: str
    source_id: str
    place: str
    text: str
    passage: str | None


@attrs.frozen
class FactLine:
    """One fact as the report lists it.

    Attributes:
        number: Its number on the page, from 1.
        fact_id: Its identifier.
        table: The table that it is a row of.
        system: The system.
        place_id: The place's identifier; empty where it is about the system or each of its places.
        place: The place's name; the system's name where it is about the system or each of its places.
        says: What it says.
        status: Its status.
        basis: How it came to be.
        as_of: The date that it speaks for, as exactly as it is known.
        year: The year of that date; empty where it is not known.
        rule: The entry of the coding frame behind it.
        quotes: The words that say it.
        identifiers: Those of other rows that it names, such as a framework, with their columns.
    """

    number: int
    fact_id: str
    table: str
    system: str
    place_id: str
    place: str
    says: str
    status: str
    basis: str
    as_of: str
    year: str
    rule: str
    quotes: tuple[Words, ...]
    identifiers: str = ""


@attrs.frozen
class Segment:
    """A piece of a paragraph.

    Attributes:
        text: Its words.
        facts: Numbers of the facts that quote it; none for the words around.
        quotes: Where the quotes over it begin in the source.
        anchor: Anchor of the quotes that begin with it, if some do.
    """

    text: str
    facts: tuple[int, ...] = ()
    quotes: tuple[int, ...] = ()
    anchor: str | None = None


@attrs.frozen
class SheetCell:
    """A cell of a sheet: its address, such as `B3`, and its pieces; both empty where it has no text."""

    address: str
    pieces: tuple[Segment, ...]


@attrs.frozen
class SheetRow:
    """A row of a sheet.

    Attributes:
        number: Its number, from 1.
        cells: One a column that is shown.
        is_heading: Whether it stands as the headings of rows below it.
    """

    number: int
    cells: tuple[SheetCell, ...]
    is_heading: bool


@attrs.frozen
class Passage:
    """What facts quote of a source, in one run.

    Attributes:
        place: Page and section, or sheet, in words.
        paragraphs: Each as its pieces; none of a sheet.
        rows: Of a sheet.
    """

    place: str
    paragraphs: tuple[tuple[Segment, ...], ...] = ()
    rows: tuple[SheetRow, ...] = ()


@attrs.frozen
class SourceLine:
    """A document that was read.

    Attributes:
        source_id: Its identifier.
        about: Label and value, such as its publisher and date.
        facts: Number of facts from it.
        passages: What facts quote of it; empty where it is not at hand.
        trouble: Why its passages are not shown; None where they are.
    """

    source_id: str
    name: str
    about: Mapping[str, str] = attrs.field(hash=False)
    facts: int
    passages: tuple[Passage, ...]
    trouble: str | None
