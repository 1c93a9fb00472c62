"""`placebench framework`: maturity frameworks as files that a person can read, write and hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.output import complain, examples, print_rows

if TYPE_CHECKING:
    from placebench.assessment.framework import MaturityFramework

framework_option = click.option(
    "--framework",
    "frameworks",
    multiple=True,
    metavar="FILE",
    help="Read ratings by the framework in this file, in sheets and in papers, and know it by name; may be "
    "given several times. See `placebench framework`.",
)
dataset_option = click.option(
    "--dataset",
    "folder",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Dataset that holds the framework; FRAMEWORK is its identifier, the beginning of it, or its name.",
)
_out_option = click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; it must not be there yet. Without it the framework is printed.",
)


@click.group(
    "framework",
    epilog=examples(
        "placebench framework new --out framework.toml",
        "placebench framework check framework.toml",
        "placebench framework export bob/place --dataset out --out framework.toml",
    ),
)
def framework() -> None:
    """Write, check and export maturity frameworks as files.

    A framework is a file in TOML: its name, its stages, and what each theme looks like at each stage.
    Workbooks are made of it, and tables of ratings are read by it.
    """


@framework.command("new", epilog=examples("placebench framework new --out framework.toml"))
@_out_option
def new(*, out: Path | None) -> None:
    """Write a framework to begin with, in which each key is explained."""
    from placebench.assessment.framework_file import new_framework

    _put(new_framework(), out, "change it, then `placebench framework check` it")


@framework.command("check", epilog=examples("placebench framework check framework.toml"))
@click.argument("file")
def check(*, file: str) -> None:
    """Check the file of a framework, and print what it holds.

    The first entry that cannot be used is told with its line; the exit code is then 1.
    """
    from placebench.frameworks import load_framework

    whole = load_framework(file)
    about = whole.framework
    click.echo(f"{about.name} ({about.framework_id})\nStages: {', '.join(whole.choices)}\n")
    columns = ("number", "theme", "criteria")
    rows = [(theme.number, theme.label, _count(whole, theme.theme_id)) for theme in whole.themes]
    print_rows(columns, rows)


@framework.command(
    "export", epilog=examples("placebench framework export bob/place --dataset out --out framework.toml")
)
@click.argument("given", metavar="FRAMEWORK")
@dataset_option
@_out_option
def export(*, given: str, folder: Path | None, out: Path | None) -> None:
    """Write a framework of a dataset as a file, with the identifiers that it has there."""
    from placebench.assessment.framework_file import framework_toml

    _put(framework_toml(given_framework(given, folder)), out, "use it with --framework")


def given_framework(given: str, folder: Path | None) -> MaturityFramework:
    """Return the framework that a command names: of a dataset, else in a file.

    Raises:
        UsageError: There is no such framework, or no such file.
        CodebookError: The file has an entry that cannot be used.
    """
    if folder is None:
        from placebench.frameworks import load_framework

        return load_framework(given)
    from placebench.dataset import Dataset
    from placebench.dataset.frameworks import framework_of

    return framework_of(Dataset.open(folder), given)


def _count(whole: MaturityFramework, theme_id: str) -> int:
    return sum(one.theme_id == theme_id for one in whole.criteria)


def _put(text: str, out: Path | None, then: str) -> None:
    from placebench.cli.writing import write_new

    if out is None:
        click.echo(text, nl=False)
    else:
        write_new(out, text.encode())
        complain(f"Framework written to {out}; {then}.")
