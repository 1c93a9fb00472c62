"""`placebench run` and `placebench import`: from documents to a saved dataset, and on to comparisons."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from placebench.cli.asked import Asked, import_options
from placebench.cli.limits import LimitedCommand
from placebench.cli.output import examples


def places_of(documents: Sequence[str]) -> list[Path]:
    """Return the folders and packs that the documents of a run lie in, for reading them again.

    Of a pattern, or a path into a pack, that is the part of it that exists.
    """
    paths = [Path(named) for named in documents]
    return [next(one for one in (path, *path.parents) if one.exists()) for path in paths]


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
@import_options
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report of the dataset too; see `placebench report`.",
)
@click.pass_context
def run(ctx: click.Context, *, asked: Asked, report: Path | None) -> None:
    """Import documents, save the dataset, and compare the places.

    Packs are zip archives of documents; quote a PATTERN, such as 'papers/**/*.pdf'. Each document is read in
    a process of its own: one that hangs, crashes or is beyond a limit is named, and the others go on.
    A run that was interrupted goes on where it was, and one that is repeated reads what changed.
    Comparisons are saved as CSV in DIR/comparisons; --verbose prints them too. Where a document cannot be
    read that the dataset in DIR has rows of, that dataset stays as it is.
    """
    from placebench.cli.saving import imported, print_summary

    done = imported(asked)
    if not asked.quiet:
        print_summary(done.run, verbose=asked.verbose)
        click.echo()
    if done.dataset is not None:
        from placebench.cli.comparing import compare

        compare(done.dataset, asked.out, quiet=asked.quiet, verbose=asked.verbose)
        if report is not None:
            from placebench.cli.reporting import write

            write(done.dataset, report, documents=places_of(asked.documents))
        if not asked.quiet:
            _tell_what_next(asked, report)
    ctx.exit(done.exit_code)


def _tell_what_next(asked: Asked, report: Path | None) -> None:
    from placebench.cli.tables import shown

    folder = shlex.quote(str(asked.out))
    words = f"--documents {shlex.quote(str(places_of(asked.documents)[0]))}"
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
@import_options
@click.pass_context
def import_command(ctx: click.Context, *, asked: Asked) -> None:
    """Import documents and save the dataset, without comparing.

    Packs are zip archives of documents; quote a PATTERN, such as 'papers/**/*.pdf'. Each document is read in
    a process of its own: one that hangs, crashes or is beyond a limit is named, and the others go on.
    A run that was interrupted goes on where it was, and one that is repeated reads what changed.
    Where a document cannot be read that the dataset in DIR has rows of, that dataset stays as it is.
    """
    from placebench.cli.saving import imported, print_summary

    done = imported(asked)
    if not asked.quiet:
        print_summary(done.run, verbose=asked.verbose)
    ctx.exit(done.exit_code)
