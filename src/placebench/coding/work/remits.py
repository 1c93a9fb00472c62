"""Which level does what for a service, from remit tables and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_remits
from placebench.coding.work.service_remits import remits_in_prose
from placebench.documents import Span
from placebench.extract.dates import find_date
from placebench.extract.force import force
from placebench.extract.joined import join
from placebench.extract.remit_tables import RemitRow, RemitTable, tables_without_header
from placebench.importer import Fact, GapFound
from placebench.model import Remit

TABLE = "remits"
BY_COLUMN = TableKind(
    "services and what the system and the places do for each",
    (TABLE,),
    needs=tuple(
        by_remits(name, says, "header", name)
        for name, says in (("system", "the system's part"), ("place", "the places' part"))
    ),
)
BY_LEVEL = TableKind(
    "services and the level of each",
    (TABLE,),
    needs=tuple(
        by_remits(name, says, "levels", name)
        for name, says in (("what", "services"), ("level", "the level, system or place"))
    ),
)
_WITHOUT_HEADER = "a table of what system and places do for each service, without the header of its columns"


def code_remits(reading: Reading) -> Iterator[Fact | GapFound]:
    """Yield what the system and the place do for each service, from tables and then from sentences.

    A table that lost its header is a gap: what is an example, and whose a column is, the header alone tells.
    """
    for table in reading.remit_tables:
        status = _status(reading, table)
        for row in table.rows:
            yield from _remit(reading, row, "system", row.system, status)
            yield from _remit(reading, row, "place", row.place, status)
    for spans in tables_without_header(reading.document, reading.codebook.remits, reading.remit_tables):
        yield GapFound(TABLE, _WITHOUT_HEADER, "boundary_lost", (reading.document.quote(*spans),))
    yield from remits_in_prose(reading)


def _remit(
    reading: Reading, row: RemitRow, level: str, spans: tuple[Span, ...], status: str
) -> Iterator[Fact]:
    text = join(reading.document, spans).text
    if not text or reading.codebook.remits["header"]["no_part"].matches(text.lower()):
        return
    place = reading.default.places[0] if reading.default.places else None
    remit = Remit(
        system_id=reading.profile.system.system_id,
        place_id=place,
        applies_to="place" if place else "each_place",
        status=_standing(reading, text, status),
        rule=f"{TABLE}.table",
        service_area=row.area,
        grouping="enabler" if row.enabler else "service",
        level=level,
        delegated=_delegated(reading, text) if level == "place" else None,
        text=text,
    )
    yield Fact(remit, (reading.document.quote(*row.area_spans), reading.document.quote(*spans)))


def _delegated(reading: Reading, text: str) -> str | None:
    patterns = reading.codebook.remits["delegated"]
    return next((code for code in ("no", "partly", "yes") if patterns[code].matches(text.lower())), None)


def _standing(reading: Reading, text: str, given: str) -> str:
    """Return the status of a cell that says that its level has no part yet, else that of the table."""
    standing = reading.codebook.remits["standing"]
    if given != "in_place":
        return given
    if standing["idea"].matches(text.lower()):
        return "emerging"
    begins = standing["ahead"].search(text.lower())
    when = find_date(text[begins.start : begins.end]) if begins else None
    past = when and reading.published and when.date <= reading.published[0]
    return "planned" if begins and not past else given


def _status(reading: Reading, table: RemitTable) -> str:
    """Return the force of the words that introduce the table, or of its header."""
    before = [line for line in reading.own_lines if line.block.span.end <= table.span.start]
    header = join(reading.document, table.header).text.lower()
    texts = [before[-1].folded.lower.strip()] if before else []
    for text in (*texts, header.replace("example", "potential")):
        status = force(text, len(text) - 1, len(text), reading.codebook)
        if status == "absent":
            # "It binds nobody" denies that the table is agreed, not that the work is somebody's.
            return "option"
        if status not in ("in_place", "none"):
            return status
    return "in_place"
