"""`placebench compare`: a few places side by side."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.output import examples
from placebench.errors import UsageError

if TYPE_CHECKING:
    from placebench.dataset import Dataset

_DESCRIPTOR = "datapackage.json"

_METHODS = ("governance", "delegation", "leadership", "membership", "priorities", "maturity", "conflicts")
_EXAMPLES = examples(
    "placebench compare bob/oxfordshire bob/buckinghamshire",
    "placebench compare Oxfordshire Dudley --dataset out --verbose",
)


def _places(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Tell who names the dataset first, as other commands have it, how this one has it."""
    del ctx, param
    for name in given:
        if (Path(name) / _DESCRIPTOR).is_file():
            rest = " ".join(shlex.quote(place) for place in given if place != name) or "PLACE PLACE"
            hint = f"placebench compare {rest} --dataset {shlex.quote(name)}"
            raise UsageError("places", "the folder of a dataset", where=name, hint=hint)
    return given


def _identifier(given: str, dataset: Dataset) -> str:
    """Return the identifier of a place that is given by its name; anything else is left as it is given.

    Raises:
        UsageError: Several systems have a place of that name.
    """
    places = dataset["places"].to_pylist()
    named = sorted({place["place_id"] for place in places if place["name"].casefold() == given.casefold()})
    if len(named) > 1:
        raise UsageError("one place", f"“{given}”, a name of several", hint=f"say {' or '.join(named)}")
    return named[0] if named else given


@click.command("compare", epilog=_EXAMPLES)
# Eager, so that it is asked before the folder of the dataset is looked for.
@click.argument("places", nargs=-1, required=True, metavar="PLACE PLACE...", callback=_places, is_eager=True)
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
@click.option(
    "-v", "--verbose", is_flag=True, help="Print every answer, and what must be known of each table."
)
def compare(*, places: tuple[str, ...], folder: Path, verbose: bool) -> None:
    """Print a few places side by side.

    Of governance, delegation, leadership and members it prints the items on which sources do not say the
    same of each place; of priorities, who shares them. A place is given by its identifier, such as
    bob/oxfordshire, or by its name. What is missing is not stated, which does not mean no.
    """
    from placebench.benchmark.dating import date_words
    from placebench.benchmark.study import Study, run_study
    from placebench.cli.in_short import print_in_short
    from placebench.cli.side_by_side import print_side_by_side
    from placebench.dataset import Dataset

    dataset = Dataset.open(folder)
    asked = tuple(dict.fromkeys(_identifier(place, dataset) for place in places))
    run = run_study(dataset, Study(title="placebench compare", places=asked, methods=_METHODS))
    if verbose:
        print_side_by_side(run, asked)
    else:
        print_in_short(run, asked, date_words(dataset))
