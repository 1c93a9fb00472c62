"""`placebench run` and `placebench import`: from documents to a saved dataset, and on to comparisons."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TypeVar

import click

from placebench.cli.caching import Caching, caching_options
from placebench.cli.codebook import codebook_option
from placebench.cli.framework import framework_option
from placebench.cli.limits import LimitedCommand, reading_options
from placebench.cli.output import examples
from placebench.cli.profile import profile_option
from placebench.documents.limits import Limits

Command = TypeVar("Command", bound=Callable[..., None])

CONSOLE, JSON = "console", "json"

_OPTIONS = (
    click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT|FOLDER|PACK|PATTERN..."),
    click.option(
        "--out",
        required=True,
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder that the dataset is saved in; an older dataset there is replaced as a whole.",
    ),
    click.option("--add", is_flag=True, help="Keep what the dataset in DIR has of other documents."),
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
    click.option("-v", "--verbose", is_flag=True, help="Print every answer, and rows by importer and table."),
    click.option(
        "--executor",
        metavar="URL",
        help="Read documents on the workers of dask://HOST:PORT; they find them under the same paths.",
    ),
    reading_options,
    caching_options,
)


def _import_options(command: Command) -> Command:
    return reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), command)


def places_of(documents: tuple[str, ...]) -> list[Path]:
    """Return the folders and packs that the documents of a run lie in, for reading them again.

    Of a pattern, or a path into a pack, that is the part of it that exists.
    """
    paths = [Path(named) for named in documents]
    return [next(one for one in (path, *path.parents) if one.exists()) for path in paths]


def _check(executor: str | None, jobs: int | None) -> None:
    if executor is not None and jobs is not None:
        raise click.UsageError("--executor has as many jobs as workers; leave out --jobs and --in-process.")


@click.command(
    "run",
    cls=LimitedCommand,
    epilog=examples(
        "placebench run examples/documents --out out",
        "placebench run paper.txt minutes.html --out out --log-format json",
        "placebench run papers --profile devon.toml --out out",
        "placebench run 'papers/**/*.pdf' meeting-pack.zip --out out --timeout 600",
        "placebench run papers --codebook mine.toml --out out",
    ),
)
@_import_options
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report of the dataset too; see `placebench report`.",
)
@click.pass_context
def run(
    ctx: click.Context,
    *,
    documents: tuple[str, ...],
    out: Path,
    add: bool,
    importer: str | None,
    profiles: tuple[str, ...],
    additions: tuple[str, ...],
    frameworks: tuple[str, ...],
    log_format: str,
    quiet: bool,
    verbose: bool,
    executor: str | None,
    jobs: int | None,
    limits: Limits,
    caching: Caching,
    report: Path | None,
) -> None:
    """Import documents, save the dataset, and compare the places.

    Packs are zip archives of documents; quote a PATTERN, such as 'papers/**/*.pdf'. Each document is read in
    a process of its own: one that hangs, crashes or is beyond a limit is named, and the others go on.
    A run that was interrupted goes on where it was, and one that is repeated reads what changed.
    Comparisons are saved as CSV in DIR/comparisons; --verbose prints them too. Where a document cannot be
    read that the dataset in DIR has rows of, that dataset stays as it is.
    """
    from placebench.cli.saving import Asked, imported, print_summary

    _check(executor, jobs)
    asked = Asked(importer, profiles, additions, frameworks, jobs, limits, executor, caching)
    done = imported(documents, out, asked, add=add, log_format=log_format, quiet=quiet)
    if not quiet:
        print_summary(done.run, verbose=verbose)
        click.echo()
    if done.dataset is not None:
        from placebench.cli.comparing import compare

        compare(done.dataset, out, quiet=quiet, verbose=verbose)
        if report is not None:
            from placebench.cli.reporting import write

            write(done.dataset, report, documents=places_of(documents))
        if not quiet:
            _tell_what_next(documents, out, report)
    ctx.exit(done.exit_code)


def _tell_what_next(documents: tuple[str, ...], out: Path, report: Path | None) -> None:
    from placebench.cli.tables import shown

    folder = shlex.quote(str(out))
    words = f"--documents {shlex.quote(str(places_of(documents)[0]))}"
    steps = {
        "the page for people": str(report or f"placebench report {folder} --out report.html {words}"),
        "tables and their rows": f"placebench tables {folder}",
        "every method": f"placebench benchmark {folder} --out tables",
        "all answers here": "the same command with --verbose",
    }
    click.echo("To look at next:")
    for what, command in steps.items():
        # Not wrapped, so that it can be copied.
        click.echo(f"  {what.ljust(max(map(len, steps)))}  {shown(command)}")


@click.command(
    "import",
    cls=LimitedCommand,
    epilog=examples(
        "placebench import examples/documents --out out",
        "placebench import paper.txt --out out --importer bob",
        "placebench import filled.xlsx --out out",
        "placebench import new.pdf --out out --add",
        "placebench import ratings.csv --framework framework.toml --out out",
    ),
)
@_import_options
@click.pass_context
def import_command(
    ctx: click.Context,
    *,
    documents: tuple[str, ...],
    out: Path,
    add: bool,
    importer: str | None,
    profiles: tuple[str, ...],
    additions: tuple[str, ...],
    frameworks: tuple[str, ...],
    log_format: str,
    quiet: bool,
    verbose: bool,
    executor: str | None,
    jobs: int | None,
    limits: Limits,
    caching: Caching,
) -> None:
    """Import documents and save the dataset, without comparing.

    Packs are zip archives of documents; quote a PATTERN, such as 'papers/**/*.pdf'. Each document is read in
    a process of its own: one that hangs, crashes or is beyond a limit is named, and the others go on.
    A run that was interrupted goes on where it was, and one that is repeated reads what changed.
    Where a document cannot be read that the dataset in DIR has rows of, that dataset stays as it is.
    """
    from placebench.cli.saving import Asked, imported, print_summary

    _check(executor, jobs)
    asked = Asked(importer, profiles, additions, frameworks, jobs, limits, executor, caching)
    done = imported(documents, out, asked, add=add, log_format=log_format, quiet=quiet)
    if not quiet:
        print_summary(done.run, verbose=verbose)
    ctx.exit(done.exit_code)
