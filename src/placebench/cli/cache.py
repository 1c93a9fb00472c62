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

    cache_folder = _cache_in(folder)
    documents: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for entry in Store(cache_folder).entries():
        outcome = entry.receipt.outcome if entry.receipt else _DAMAGED
        documents[outcome] += 1
        rows[outcome] += entry.receipt.rows if entry.receipt else 0
        size[outcome] += entry.size
    if form == "table":
        click.echo(
            f"{cache_folder}: {documents.total():,} documents, {rows.total():,} rows, "
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

    cache_folder = _cache_in(folder)
    count, size = Store(cache_folder).prune(unused_for * _DAY)
    click.echo(f"Removed {count:,} documents, {size:,} bytes, from {cache_folder}.")


def _cache_in(folder: Path) -> Path:
    """Return the cache of a dataset, or the folder itself where it is a cache."""
    from placebench.cache import is_cache
    from placebench.errors import UsageError

    found = next((one for one in (folder / CACHE, folder) if is_cache(one)), None)
    if found is None:
        hint = "name the folder of a dataset, or the one that --cache or PLACEBENCH_CACHE named"
        raise UsageError("a cache", "none", where=str(folder), hint=hint)
    return found
