"""What a run and an import are asked to do, and the options that say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import attrs
import click

from placebench.cli.caching import Caching, caching_options
from placebench.cli.codebook import codebook_option
from placebench.cli.framework import framework_option
from placebench.cli.limits import reading_options
from placebench.cli.profile import profile_option
from placebench.documents.limits import Limits

Command = TypeVar("Command", bound=Callable[..., None])

CONSOLE, JSON = "console", "json"


@attrs.frozen(kw_only=True)
class Asked:
    """Which documents are imported where to, by whom and within which limits, and what is told of it.

    Attributes:
        documents: Files, folders, packs and patterns.
        out: Folder of the dataset.
        add: Whether rows of other documents stay in the dataset that is there.
        importer: Name of the only importer to ask; None for all.
        profiles: Files of systems to read as well.
        additions: Files of additions to the coding frame.
        frameworks: Files of maturity frameworks, for tables of ratings.
        log_format: `console` or `json`.
        quiet: Whether only problems are told.
        verbose: Whether everything is printed.
        executor: Address of where documents are read; None for this machine.
        jobs: How many documents to read at a time; 0 for this process.
        limits: What one document may take and hold.
        caching: What is taken from earlier runs.
    """

    documents: Sequence[str]
    out: Path
    add: bool
    importer: str | None
    profiles: Sequence[str]
    additions: Sequence[str]
    frameworks: Sequence[str]
    log_format: str
    quiet: bool
    verbose: bool
    executor: str | None
    jobs: int | None
    limits: Limits
    caching: Caching


_OPTIONS = (
    click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT|FOLDER|PACK|PATTERN..."),
    click.option(
        "--out",
        required=True,
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder that the dataset is saved in; an older dataset there is replaced as a whole.",
    ),
    click.option(
        "--add",
        is_flag=True,
        help="Keep what the dataset in DIR has of other documents; a changed file replaces its older one.",
    ),
    click.option("--importer", metavar="NAME", help="Ask this importer only; see `placebench importers`."),
    profile_option,
    codebook_option,
    framework_option,
    click.option(
        "--log-format",
        type=click.Choice((CONSOLE, JSON)),
        default=CONSOLE,
        show_default=True,
        help="How to tell of problems on stderr: lines for people or for programs.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print problems only."),
    click.option(
        "-v", "--verbose", is_flag=True, help="Print every answer and document, and rows by importer."
    ),
    click.option(
        "--executor",
        metavar="URL",
        help="Read documents on the workers of dask://HOST:PORT; they find them under the same paths.",
    ),
    reading_options,
    caching_options,
)


def import_options(command: Command) -> Command:
    """Give a command all options, which it takes as `asked`."""
    names = [field.name for field in attrs.fields(Asked)]

    @wraps(command)
    def asking(*arguments: Any, **given: Any) -> None:  # noqa: ANN401 - whatever the command takes
        asked = Asked(**{name: given.pop(name) for name in names})
        if asked.executor is not None and asked.jobs is not None:
            raise click.UsageError(
                "--executor has as many jobs as workers; leave out --jobs and --in-process."
            )
        command(*arguments, asked=asked, **given)

    return cast("Command", reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), asking))
