"""What commands print: rows as table, CSV or JSON on stdout, and remarks on stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence

import click

FORMATS = ("table", "csv", "json", "markdown")
_ACTIVE = re.compile(r"[\\`*\[\]<>|~&]|\b_|_\b")
"""Characters that Markdown may act on within a cell."""

LIST_SEPARATOR = " | "
_KEYS = ("place_id",)
_WIDTH_IN_A_PIPE = 120

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print; csv and json are for programs, markdown is for texts.",
)


def examples(*lines: str) -> str:
    """Return the end of a command's help: examples, one a line, that click must not wrap."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def terminal_width() -> int:
    """Return the width of the terminal, or of `COLUMNS`, or a fixed one where neither is known."""
    import shutil

    return shutil.get_terminal_size((_WIDTH_IN_A_PIPE, 24)).columns


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: str = "table") -> None:
    """Print rows.

    Args:
        columns: Headings.
        rows: Cells in the order of the headings.
        form: `table`, `csv` (lists are joined by ` | `), `json` (one array of objects) or `markdown`.
    """
    if form == "table":
        from placebench.cli.tables import render

        click.echo(render(columns, list(rows), terminal_width(), _KEYS))
    elif form == "csv":
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_flat(value) for value in row] for row in rows)
    elif form == "markdown":
        for cells in (columns, ["---"] * len(columns), *rows):
            click.echo(f"| {' | '.join(map(_in_a_cell, cells))} |")
    else:
        import json

        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        click.echo(json.dumps(objects, default=str, ensure_ascii=False, indent=1))


def print_pairs(pairs: Sequence[tuple[str, str]]) -> None:
    """Print names with what is said of each, wrapped in a column of its own."""
    from placebench.cli.tables import wrapped

    widest = max((len(name) for name, _ in pairs), default=0)
    for name, said in pairs:
        first = f"  {name.ljust(widest)}  "
        click.echo(wrapped(said, terminal_width(), first, " " * len(first)))


def complain(message: object) -> None:
    """Print one line on stderr."""
    from placebench.cli.tables import harmless

    click.echo(harmless(str(message)), err=True)


def _in_a_cell(value: object) -> str:
    """Return a value as one line of Markdown; items of a list stand below each other."""
    from placebench.cli.tables import shown

    items = value if isinstance(value, list | tuple) else [value]
    return "<br>".join(_ACTIVE.sub(r"\\\g<0>", shown(item)) for item in items)


def _flat(value: object) -> object:
    if isinstance(value, list | tuple):
        return LIST_SEPARATOR.join(str(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else value
