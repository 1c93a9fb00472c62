"""`placebench cache`: what is remembered of earlier runs, and the removal of what is no longer used."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from placebench.cli.caching import CACHE, CACHE_VARIABLE
from placebench.cli.output import examples, format_option, print_rows

_DAY = 86_400.0
_DAMAGED = "damaged"
_COLUMNS = ("outcome", "documents", "rows", "bytes")

_folder = click.argument(
    "folder",
    metavar="DIR",
    envvar=CACHE_VARIABLE,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)


@click.group(
    "cache",
    epilog=examples(
        "placebench cache info out",
        "placebench cache prune out --unused-for 90",
    ),
)
def cache() -> None:
    """Show what is remembered of earlier runs, and remove what is no longer used.

    DIR is the folder of a dataset or that of a cache; without it PLACEBENCH_CACHE names one.
    """


@cache.command("info")
@_folder
@format_option
def info(*, folder: Path, form: str) -> None:
    """Count documents, rows and bytes by outcome."""
    from placebench.cache import Store

    documents: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for entry in Store(_cache_in(folder)).entries():
        outcome = entry.receipt.outcome if entry.receipt else _DAMAGED
        documents[outcome] += 1
        rows[outcome] += entry.receipt.rows if entry.receipt else 0
        size[outcome] += entry.size
    if form == "table":
        click.echo(
            f"{_cache_in(folder)}: {documents.total():,} documents, {rows.total():,} rows, "
            f"{size.total():,} bytes.\n"
        )
    print_rows(
        _COLUMNS, [(name, documents[name], rows[name], size[name]) for name in sorted(documents)], form
    )


@cache.command("prune")
@_folder
@click.option(
    "--unused-for",
    type=click.IntRange(min=0),
    default=30,
    show_default=True,
    metavar="DAYS",
    help="Remove what no run has taken for so many days; 0 for everything.",
)
def prune(*, folder: Path, unused_for: int) -> None:
    """Remove what was not used for a time, and what is damaged; it would be read again."""
    from placebench.cache import Store

    count, size = Store(_cache_in(folder)).prune(unused_for * _DAY)
    click.echo(f"Removed {count:,} documents, {size:,} bytes, from {_cache_in(folder)}.")


def _cache_in(folder: Path) -> Path:
    """Return the cache of a dataset, or the folder itself."""
    return folder / CACHE if (folder / CACHE).is_dir() else folder
