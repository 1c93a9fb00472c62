"""The command `placebench`: one group, one module for each thing that a user wants.

A command's module is loaded when the command is called, so that `--help` answers at once.
"""

from __future__ import annotations

import click

from placebench.cli.failures import CommandGroup
from placebench.cli.output import examples

COMMANDS = {
    "run": ("importing", "run", "Import documents, save the dataset, and compare the places."),
    "import": ("importing", "import_command", "Import documents and save the dataset, without comparing."),
    "tables": ("looking", "tables", "List the tables of a dataset, or print the rows of one."),
    "compare": ("places", "compare", "Print a few places side by side."),
    "benchmark": ("benchmarking", "benchmark", "Make every table of a study."),
    "study": ("benchmarking", "template", "Print a study file to begin with."),
    "report": ("reporting", "report", "Write a dataset as one page for people."),
    "figures": ("figures", "figures", "Write each figure of the report as a file, with its table."),
    "dataset": ("datasets", "dataset", "Compare datasets row by row, merge them."),
    "export": ("exporting", "export", "Write a dataset for Excel, SQLite and other programs."),
    "evidence": ("evidence", "evidence", "Show a fact and every quote that says it."),
    "sources": ("sources", "sources", "Write the sources.csv of a folder, for a person to complete."),
    "identify": ("identify", "identify", "Say who would read which part of each document, and why."),
    "audit": ("audit", "audit", "Show what each part of a document was coded as."),
    "codebook": (
        "codebook",
        "codebook",
        "Print the coding frame: what each code says.",
    ),
    "workbook": ("workbook", "workbook", "Write a workbook in which teams assess their places."),
    "framework": ("framework", "framework", "Write, check and export maturity frameworks as files."),
    "importers": ("plugins", "importers", "List the importers, and the plugins that are broken."),
    "profile": ("profile", "profile", "Write and check profiles of systems that no plugin is for."),
    "new-importer": ("new_importer", "new_importer", "Write the distribution of a new importer."),
    "check-importer": ("checking", "check_importer", "Check an installed importer as its tests would."),
    "golden": ("golden", "golden", "Keep what documents give, and check it."),
    "drift": ("drifting", "drift", "Say what a new edition of a document no longer has."),
    "cache": ("cache", "cache", "Show what is remembered of earlier runs."),
    "validate": ("validating", "validate", "Check every rule on every row of a dataset."),
}
"""Module, attribute and first line of help of each command, in the order in which a user needs them."""

_EXAMPLES = examples(
    "placebench run examples/documents --out out",
    "placebench tables out",
    "placebench evidence out FACT_ID --documents examples/documents",
)
_EXIT_CODES = (
    "Exit codes: 0 all fine, 1 documents refused, rows rejected or rules broken, 2 wrong usage, "
    "130 interrupted."
)


class _Commands(CommandGroup):
    modules = COMMANDS


@click.group(
    cls=_Commands,
    epilog=f"{_EXAMPLES}\n\n{_EXIT_CODES}",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="placebench")
def cli() -> None:
    """Compare NHS place-based partnerships from what integrated care systems publish.

    Documents go in; one dataset comes out, in which every fact carries the words that say it.
    """
