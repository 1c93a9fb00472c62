"""`placebench compare`: a few places side by side."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.output import examples

_EXAMPLES = examples(
    "placebench compare bob/oxfordshire bob/buckinghamshire",
    "placebench compare bob/oxfordshire black-country/dudley --dataset out",
)


@click.command("compare", epilog=_EXAMPLES)
@click.argument("places", nargs=-1, required=True, metavar="PLACE PLACE...")
@click.option(
    "--dataset",
    "folder",
    metavar="DIR",
    default="out",
    show_default=True,
    envvar="PLACEBENCH_DATASET",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the dataset.",
)
def compare(*, places: tuple[str, ...], folder: Path) -> None:
    """Print a few places side by side.

    Each row is what sources state of each on one item. A place is named by its identifier, such as
    bob/oxfordshire. Rows that no place states are left out and named in the notes; what is missing is not
    stated, which does not mean no.
    """
    from placebench.benchmark.study import Study, run_study
    from placebench.cli.side_by_side import print_side_by_side
    from placebench.dataset import Dataset

    methods = ("governance", "delegation", "membership", "priorities", "maturity", "conflicts")
    print_side_by_side(run_study(Dataset.open(folder), Study(places=places, methods=methods)))
