"""The tables of an audited document that gave no row, as text and for programs: what each is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from placebench.cli.output import terminal_width
from placebench.cli.tables import shown, wrapped
from placebench.coding.reasons import PARTLY_READ, TABLE_REASONS, UNTITLED, table_remedy
from placebench.coding.silent_tables import Near, SilentTable, Wanted
from placebench.documents import Document
from placebench.pipeline.audit import Audit

_TITLE = "Tables that gave no row, or not of all their rows and columns"
_MOST = 5


def print_tables(audit: Audit) -> None:
    """Print each table that gave nothing, or not all that it has, with the reason."""
    if not audit.tables:
        return
    click.echo(f"\n{_TITLE}\n{'=' * len(_TITLE)}")
    width = terminal_width()
    for table in audit.tables:
        click.echo(f"\n{wrapped(shown(_headed(table, audit.document)), width)}")
        for told in _told(table):
            click.echo(wrapped(shown(told), width, "    ", "      "))
    for reason in dict.fromkeys(table.reason for table in audit.tables):
        what = _remedy(table for table in audit.tables if table.reason == reason)
        if what:
            click.echo(f"\n{wrapped(f'{TABLE_REASONS[reason]}: {what}.', width, '', '  ')}")


def table_as_json(table: SilentTable, document: Document) -> dict[str, object]:
    """Return such a table for programs."""
    start, end = table.span.start, table.span.end
    return {
        "start": start,
        "end": end,
        "page": document.page_at(start),
        "section": document.section_at(start),
        "headers": list(table.headers),
        "rows": table.rows,
        "gave": list(table.gave),
        "reason": table.reason,
        "says": TABLE_REASONS[table.reason],
        "nearest": [_near_as_json(near) for near in table.near],
        "silent_rows": list(table.silent_rows),
        "silent_columns": list(table.silent_columns),
        "remedy": _remedy([table]),
    }


def _near_as_json(near: Near) -> dict[str, object]:
    return {
        "kind": near.kind,
        "gives": list(near.gives),
        "found": list(near.found),
        "missing": [[column.says for column in some] for some in near.missing],
        "words": [column.words for some in near.missing for column in some],
    }


def _headed(table: SilentTable, document: Document) -> str:
    """Say what a table is: its first row, how many rows it has, and where it stands."""
    page, section = document.page_at(table.span.start), document.section_at(table.span.start)
    where = [f"page {page}"] if page else []
    where += [f"below {_quoted([section])}"] if section else []
    rows = "1 row" if table.rows == 1 else f"{table.rows} rows"
    return f"{' | '.join(table.headers) or 'no header'} ({', '.join((rows, *where))})"


def _told(table: SilentTable) -> Iterator[str]:
    if table.reason == PARTLY_READ:
        yield from _partly(table)
        return
    missing = [near for near in table.near if near.missing]
    for near in missing:
        lacks = " and ".join(f"a column of {_either(some)}" for some in near.missing)
        yield f"{near.kind}: needs {lacks}; found {_quoted(near.found)}"
    if not missing:
        kinds = " or ".join(near.kind for near in table.near)
        yield f"{kinds}: {TABLE_REASONS[table.reason]}" if kinds else TABLE_REASONS[table.reason]
        if table.reason == UNTITLED:
            yield from (f"needs words for {near.title.says}" for near in table.near if near.title)


def _partly(table: SilentTable) -> Iterator[str]:
    gave = ", ".join(table.gave)
    if table.silent_rows:
        more = len(table.silent_rows) - _MOST
        others = f" and {more} more" if more > 0 else ""
        yield f"gave {gave}, and nothing of the rows {_quoted(table.silent_rows[:_MOST])}{others}"
    if table.silent_columns:
        yield f"gave {gave}, and nothing of the columns {_quoted(table.silent_columns)}"


def _remedy(tables: Iterable[SilentTable]) -> str | None:
    """Return what to change for tables to give rows that gave none for one reason."""
    some = tuple(tables)
    words = (word for table in some for near in table.near for word in _words(near))
    return table_remedy(some[0].reason, words)


def _words(near: Near) -> Iterator[str]:
    """Yield where the coding frame has the words that a table lacks of a kind."""
    if not near.missing and near.title:
        yield near.title.words
    yield from (column.words for some in near.missing for column in some)


def _either(columns: Iterable[Wanted]) -> str:
    return " or ".join(column.says for column in columns)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
