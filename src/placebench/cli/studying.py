"""The study that commands on a dataset ask for: its option, and its tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from placebench.benchmark import Result
    from placebench.benchmark.study import StudyRun
    from placebench.dataset import Dataset

study_option = click.option(
    "--study",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="What to compare and how, in TOML; without it all places, by every method that needs no choices.",
)


def studied(
    dataset: Dataset, file: Path | None, on_result: Callable[[Result], None] = lambda _: None
) -> StudyRun:
    """Make the tables of the study in a file, or of one on all places where no file is given.

    Raises:
        PlacebenchError: The study cannot be read, or a method cannot be applied to the dataset.
    """
    from placebench.benchmark.study import Study, load_study, run_study

    study = load_study(file) if file else Study()
    try:
        return run_study(dataset, study, open_dataset=type(dataset).open, on_result=on_result)
    except UsageError as error:
        where = ", ".join(filter(None, (file.name if file else None, error.where)))
        raise type(error)(error.expected, error.found, where=where, hint=error.hint) from error
