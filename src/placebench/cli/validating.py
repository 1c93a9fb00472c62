"""`placebench validate`: which rules a dataset breaks, and how often."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples, format_option, print_rows

_EXAMPLES = examples("placebench validate out", "placebench validate out --format csv")


@click.command("validate", epilog=_EXAMPLES)
@dataset_argument
@format_option
@click.pass_context
def validate(ctx: click.Context, *, folder: Path, form: str) -> None:
    """Check every rule on every row of a dataset.

    Prints each rule that is broken, in which table, by how many rows, and the first of them. The exit
    code is then 1.
    """
    from placebench.dataset import Dataset

    violations = Dataset.open(folder).validate()
    counts = Counter((found.table, found.rule) for found in violations)
    first = {(found.table, found.rule): found for found in reversed(violations)}
    rows = [(*key, count, first[key].keys, first[key].message) for key, count in sorted(counts.items())]
    if rows or form != "table":
        print_rows(("table", "rule", "rows", "first", "message"), rows, form)
    if rows:
        ctx.exit(SOME_FAILED)
    complain("Every rule holds.")
