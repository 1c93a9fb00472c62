"""The command `placebench`: one group, one module for each thing that a user wants."""

from __future__ import annotations

import click

from placebench.cli.audit import audit
from placebench.cli.codebook import codebook
from placebench.cli.evidence import evidence
from placebench.cli.failures import CommandGroup
from placebench.cli.identify import identify
from placebench.cli.importing import import_command, run
from placebench.cli.looking import tables
from placebench.cli.output import examples
from placebench.cli.plugins import importers
from placebench.cli.profile import profile
from placebench.cli.validating import validate

_EXAMPLES = examples(
    "placebench run examples/documents --out out",
    "placebench tables out",
    "placebench evidence out FACT_ID --documents examples/documents",
)
_EXIT_CODES = "Exit codes: 0 all fine, 1 documents refused or rules broken, 2 wrong usage, 130 interrupted."


@click.group(
    cls=CommandGroup,
    epilog=f"{_EXAMPLES}\n\n{_EXIT_CODES}",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="placebench")
def cli() -> None:
    """Compare NHS place-based partnerships from what integrated care systems publish.

    Documents go in; one dataset comes out, in which every fact carries the words that say it.
    """


_DATA = (run, import_command, tables, evidence)
_READING = (identify, audit, codebook, importers, profile, validate)
for command in (*_DATA, *_READING):
    cli.add_command(command)
