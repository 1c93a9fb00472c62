"""Options on what an import takes from earlier runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import click

if TYPE_CHECKING:
    from placebench.pipeline.again import Again

Command = TypeVar("Command", bound=Callable[..., None])

CACHE_VARIABLE = "PLACEBENCH_CACHE"
CACHE = ".cache"
"""Name of the cache in the folder of a dataset; hidden folders are not searched for documents."""


@attrs.frozen
class Caching:
    """What an import takes from earlier runs.

    Attributes:
        folder: Folder of the cache; None for none.
        again: What is read although it was read before.
    """

    folder: Path | None
    again: Again | None = None


_OPTIONS = (
    click.option(
        "--cache",
        envvar=CACHE_VARIABLE,
        show_envvar=True,
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help=f"Where to remember what documents came to; {CACHE} in the folder of --out unless given.",
    ),
    click.option("--no-cache", is_flag=True, help="Read every document, and remember nothing."),
    click.option("--force", is_flag=True, help="Read every document again."),
    click.option("--retry", is_flag=True, help="Read documents again that failed in an earlier run."),
)


def caching_options(command: Command) -> Command:
    """Give a command the options, which it takes as `caching`; it has `out` and `jobs`, too."""

    @wraps(command)
    def cached(
        *arguments: Any,  # noqa: ANN401 - whatever the command takes
        cache: Path | None,
        no_cache: bool,
        force: bool,
        retry: bool,
        **given: Any,  # noqa: ANN401 - as above
    ) -> None:
        if no_cache and (force or retry):
            raise click.UsageError("--no-cache reads every document; leave out --force and --retry.")
        # Who reads in the process itself wants to see an importer at work.
        none = no_cache or given["jobs"] == 0
        folder = None if none else cache or given["out"] / CACHE
        command(*arguments, caching=Caching(folder, "all" if force else "failed" if retry else None), **given)

    decorated: Any = cached
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return cast("Command", decorated)
