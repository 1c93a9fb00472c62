"""`placebench tables`: the tables of a dataset, and the rows of one."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.output import examples, format_option

dataset_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)

_EXAMPLES = examples(
    "placebench tables out",
    "placebench tables out priorities --where place_id=bob/oxfordshire",
    "placebench tables out governance --where status=absent --columns place_id,feature,fact_id",
    "placebench tables out memberships --quotes --format csv",
    "placebench tables out evidence --limit 20 --format markdown",
)


@click.command("tables", epilog=_EXAMPLES)
@dataset_argument
@click.argument("table", required=False)
@click.option(
    "--where", "conditions", multiple=True, metavar="COLUMN=VALUE", help="Only rows with this value."
)
@click.option("--columns", "chosen", metavar="A,B", help="Only these columns, in this order.")
@click.option(
    "--quotes", is_flag=True, help="With the quotes of each row: their documents, positions and words."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows.")
@format_option
def tables(
    *,
    folder: Path,
    table: str | None,
    conditions: tuple[str, ...],
    chosen: str | None,
    quotes: bool,
    limit: int | None,
    form: str,
) -> None:
    """List the tables of a dataset, or print the rows of one.

    A condition on a list holds where the list has the value; `COLUMN=` holds where there is no value.
    In a printed table, columns without any value are left out unless they are asked for, and what all rows
    have in common is told once above them. Where lines are too short, columns on where a row is from give
    way; rows that are wider still are printed one below the other, a line a column. With `--quotes`, the
    columns `documents`, `positions` and `quotes` have one entry a quote, in the same order; the parts of one
    quote are joined by “…”.
    """
    from placebench.cli.rows import print_table, print_tables
    from placebench.dataset import Dataset

    dataset = Dataset.open(folder)
    if table is None:
        print_tables(dataset, form)
    else:
        print_table(
            dataset, table, conditions=conditions, chosen=chosen, limit=limit, form=form, quotes=quotes
        )
