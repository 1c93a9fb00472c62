"""Tables of a document that gave no row, or gave none of some rows and columns, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from placebench.coding import reasons
from placebench.coding.coverage import Marked
from placebench.coding.governing import delegation_tables, feature_rows, feature_tables
from placebench.coding.headed_tables import HeadedTable
from placebench.coding.members import group_tables, place_tables, posts_by_place
from placebench.coding.members.member_kinds import MEMBERS, POSTS
from placebench.coding.reading import Reading
from placebench.coding.record import footprint_tables
from placebench.coding.table_kinds import TableKind
from placebench.coding.work import milestone_tables, outcome_tables, priority_tables, programme_tables, remits
from placebench.documents import Cell, Document, Span, Table
from placebench.extract.cells import text_of

KINDS: Sequence[TableKind] = (
    MEMBERS,
    POSTS,
    group_tables.KIND,
    place_tables.KIND,
    posts_by_place.KIND,
    feature_rows.KIND,
    feature_tables.KIND,
    delegation_tables.KIND,
    remits.BY_COLUMN,
    remits.BY_LEVEL,
    priority_tables.KIND,
    milestone_tables.KIND,
    outcome_tables.KIND,
    programme_tables.KIND,
    footprint_tables.KIND,
)
"""The kinds of tables that are known by their headers, each as its reader states it."""
_FEWEST_ROWS = 2
_MOST_NEAR = 3
_LONGEST = 60


@attrs.frozen
class Wanted:
    """A column or a title that a kind of table needs.

    Attributes:
        says: What it holds, for people.
        words: Where a coding frame has the words that tell it.
    """

    says: str
    words: str


@attrs.frozen
class Near:
    """A kind of table that a table came near to.

    Attributes:
        kind: What the kind holds, for people.
        gives: The tables of the dataset that it gives rows of.
        found: The headers that it has of the kind.
        missing: What it lacks: each column alone, or those of which one would do.
        title: What must stand above it; None where nothing must.
    """

    kind: str
    gives: tuple[str, ...]
    found: tuple[str, ...]
    missing: tuple[tuple[Wanted, ...], ...]
    title: Wanted | None


@attrs.frozen
class SilentTable:
    """A table that gave no row, or that gave none of some of its rows or columns.

    Attributes:
        span: Where it stands.
        headers: The texts of its first row.
        rows: How many rows it has, the first one included.
        gave: Tables of the dataset that it gave rows of; none as a rule.
        reason: A key of `reasons.TABLE_REASONS`.
        near: The kinds that it came nearest to.
        silent_rows: The first cells of its rows that gave nothing, where others did.
        silent_columns: Headers of the columns that gave nothing, where others did.
    """

    span: Span
    headers: tuple[str, ...]
    rows: int
    gave: tuple[str, ...]
    reason: str
    near: tuple[Near, ...] = ()
    silent_rows: tuple[str, ...] = ()
    silent_columns: tuple[str, ...] = ()


def silent_tables(reading: Reading, by_table: Mapping[str, Marked]) -> Iterator[SilentTable]:
    """Yield the tables in the parts that are read which gave nothing, or not all, each with its reason.

    Args:
        reading: The reading.
        by_table: The quotes by table of the dataset.
    """
    for table in filter(_has_text, reading.document.tables):
        if not reading.reads(table.span):
            continue
        gave = _gave(table, by_table)
        found = _partly(reading, table, gave, by_table) if gave else _nothing(reading, table)
        if found is not None:
            yield found


def tables_unread(
    document: Document, reason: Callable[[Span], str | None], by_table: Mapping[str, Marked]
) -> Iterator[SilentTable]:
    """Yield the tables that nobody reads as such, those that only lay text out among them, if they gave none.

    Args:
        document: The document.
        reason: Tells why a table is not read as one, by where it stands; None for one that is.
        by_table: The quotes by table of the dataset.
    """
    whole = [(table, reason(table.span)) for table in document.tables]
    laid_out = [(table, reason(table.span) or reasons.LAID_OUT) for table in document.laid_out]
    for table, why in (*whole, *laid_out):
        if why is not None and _has_text(table) and not _gave(table, by_table):
            yield _silent(document, table, why)


def _nothing(reading: Reading, table: Table) -> SilentTable:
    document = reading.document
    if len(table.rows) < _FEWEST_ROWS:
        return _silent(document, table, reasons.ONE_ROW)
    if any(span.overlaps(table.span) for span in reading.tables):
        return _silent(document, table, reasons.READ_WHOLE)
    kinds = tuple(_nearest(HeadedTable(reading, table)))
    near = tuple(_near(HeadedTable(reading, table), kind) for kind in kinds)
    return attrs.evolve(_silent(document, table, _why(reading, table, kinds)), near=near)


def _near(table: HeadedTable, kind: TableKind) -> Near:
    columns = table.read_as(kind).columns
    return Near(
        kind=kind.says,
        gives=kind.tables,
        found=tuple(table.headers[at] for at in sorted(columns.values())),
        missing=tuple(tuple(Wanted(c.says, c.words) for c in some) for some in kind.missing(columns)),
        title=Wanted(kind.title.says, kind.title.words) if kind.title else None,
    )


def _why(reading: Reading, table: Table, near: Sequence[TableKind]) -> str:
    if not near:
        return reasons.HEADER
    kind = near[0]
    headed = HeadedTable(reading, table).read_as(kind)
    if kind.missing(headed.columns):
        return reasons.COLUMNS
    apart = headed.set_apart(kind)
    if apart is not None:
        return apart
    return reasons.VALUES if any(row.place_id for row in headed.rows()) else reasons.NO_PLACE


def _nearest(table: HeadedTable) -> Iterator[TableKind]:
    """Yield the kinds of which a table has the most columns, those that lack none before others."""
    found: list[tuple[tuple[bool, float, int], TableKind]] = []
    for kind in KINDS:
        columns = table.read_as(kind).columns
        missing = len(kind.missing(columns))
        needed = len(kind.needs) + bool(kind.one_of)
        if missing < needed:
            found.append(((not missing, 1 - missing / needed, len(columns)), kind))
    best = max((score for score, _ in found), default=None)
    yield from [kind for score, kind in found if score == best][:_MOST_NEAR]


def _partly(
    reading: Reading, table: Table, gave: tuple[str, ...], by_table: Mapping[str, Marked]
) -> SilentTable | None:
    """Return the rows and columns that gave nothing of a table that gave some rows; None where all did."""
    headed = HeadedTable(reading, table)
    giving = [kind for kind in KINDS if set(kind.tables) & set(gave)]
    kinds = [kind for kind in giving if not kind.missing(headed.read_as(kind).columns)]
    if not kinds or any(span.overlaps(table.span) for span in reading.tables):
        return None
    quoted = [by_table[name] for name in gave]
    rows = [row for row in table.rows[1:] if any(cell.spans for cell in row) and not _touched(row, quoted)]
    columns = () if any(kind.wordy for kind in kinds) else tuple(_unread(headed, kinds))
    if not rows and not columns:
        return None
    silent = _silent(reading.document, table, reasons.PARTLY_READ)
    firsts = tuple(_first(reading.document, row) for row in rows)
    return attrs.evolve(silent, gave=gave, silent_rows=firsts, silent_columns=columns)


def _unread(table: HeadedTable, kinds: Iterable[TableKind]) -> Iterator[str]:
    """Yield the headers that no kind which the table gave rows of knows, the column of places apart."""
    book = table.reading.codebook
    known = [c.heads(book) for kind in kinds for c in (*kind.needs, *kind.one_of, *kind.may_have)]
    names_places = any(row.mentioned for row in table.rows())
    for at, header in table.headers.items():
        # A column may be a place's own: what each member is in its partnership.
        named = bool(table.reading.names.mentions(header))
        of_places = at == table.places or (at == 0 and names_places) or named
        if not of_places and not any(heads(header.lower()) for heads in known):
            yield header


def _silent(document: Document, table: Table, reason: str) -> SilentTable:
    headers = tuple(_short(text_of(document, cell)) for cell in table.rows[0] if cell.spans)
    return SilentTable(table.span, headers, len(table.rows), (), reason)


def _gave(table: Table, by_table: Mapping[str, Marked]) -> tuple[str, ...]:
    return tuple(
        name for name, quoted in by_table.items() if any(_touched(row, [quoted]) for row in table.rows)
    )


def _touched(row: Iterable[Cell], quoted: Iterable[Marked]) -> bool:
    return any(marked.touch(span) for marked in quoted for cell in row for span in cell.spans)


def _has_text(table: Table) -> bool:
    return any(cell.spans for cell in table.cells)


def _first(document: Document, row: Iterable[Cell]) -> str:
    return _short(next(text_of(document, cell) for cell in row if cell.spans))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
