"""`placebench workbook`: a workbook in which teams assess their places."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.framework import dataset_option
from placebench.cli.output import complain, examples
from placebench.cli.profile import profile_option

KINDS = ("self", "peer")
_MOST_ASSESSORS = 30
_EXAMPLES = examples(
    "placebench workbook framework.toml --system bob --out bob.xlsx",
    "placebench workbook bob/place --dataset out --system bob --place oxfordshire --out oxfordshire.xlsx",
    "placebench workbook framework.toml --profile devon.toml --system devon --assessors 3 --out devon.xlsx",
    "placebench import bob.xlsx --out assessed",
)


@click.command("workbook", epilog=_EXAMPLES)
@click.argument("given", metavar="FRAMEWORK")
@dataset_option
@click.option("--system", required=True, metavar="ID", help="The system: its identifier or name.")
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="ID",
    help="A place of the system: its identifier or name; may be given several times. Without it, every place "
    "that has not ended.",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=KINDS[0],
    show_default=True,
    help="Whether partnerships assess themselves or others.",
)
@click.option(
    "--assessors",
    type=click.IntRange(1, _MOST_ASSESSORS),
    default=1,
    show_default=True,
    metavar="N",
    help="How many assessors answer side by side.",
)
@profile_option
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The workbook to write, such as places.xlsx; it must not be there yet.",
)
def workbook(
    *,
    given: str,
    folder: Path | None,
    system: str,
    places: tuple[str, ...],
    kind: str,
    assessors: int,
    profiles: tuple[str, ...],
    out: Path,
) -> None:
    """Write a workbook in which teams assess their places.

    FRAMEWORK is the file of a framework (see `placebench framework`), or with --dataset the identifier or
    name of a framework that the dataset holds. The workbook has a sheet for each place and a row for each
    theme; filled in, `placebench import` reads it.
    """
    from placebench.assessment.form import Form
    from placebench.assessment.owners import chosen
    from placebench.assessment.writer import write_workbook
    from placebench.cli.framework import given_framework
    from placebench.cli.writing import write_new
    from placebench.pipeline import registry_with

    owners = chosen(registry_with(profiles).by_system, system, places)
    form = Form(given_framework(given, folder), owners.system, owners.places, kind, assessors)
    write_new(out, write_workbook(form))
    names = ", ".join(place.name for place in owners.places)
    complain(f"Workbook written to {out} for {names}; filled in, `placebench import {out}` reads it.")
