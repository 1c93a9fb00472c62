"""`placebench figures`: each picture of the report as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples, terminal_width
from placebench.cli.studying import studied, study_option

if TYPE_CHECKING:
    from placebench.report.content import Picture

_FORMS = ("svg", "png")
_EXAMPLES = examples(
    "placebench figures out --out figures",
    "placebench figures out --out figures --to png --scale 4",
    "placebench figures out --out figures --study study.toml",
)


@click.command("figures", epilog=_EXAMPLES)
@dataset_argument
@click.option(
    "--out",
    required=True,
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files go; those of the same name are replaced.",
)
@click.option(
    "--to",
    "forms",
    multiple=True,
    type=click.Choice(_FORMS),
    help="What to write: svg for print and for editing, png for slides; both by default.",
)
@click.option(
    "--scale",
    type=click.FloatRange(0.5, 10),
    default=2.0,
    show_default=True,
    help="Pixels of a png for each pixel of the figure; 4 is enough for print.",
)
@study_option
def figures(*, folder: Path, out: Path, forms: tuple[str, ...], scale: float, file: Path | None) -> None:
    """Write each figure of the report as a file, with its table.

    A figure is a picture, the same figures as CSV, and a line of figures.csv with its title, its text for
    those who do not see it, its n and how to read it. Figures without data are not written. It takes the
    extra charts: pip install 'placebench[charts]'.
    """
    from placebench.dataset import Dataset
    from placebench.report.figures import LIST, write_figures

    dataset = Dataset.open(folder)
    run = studied(dataset, file)
    done = write_figures(
        dataset,
        run.results,
        out,
        forms=forms or _FORMS,
        scale=scale,
        part=run.tables,
        on_progress=_tell_of,
    )
    for reason in done.left_out:
        complain(f"note: {reason}")
    figures_of = "1 figure" if len(done.written) == 1 else f"{len(done.written)} figures"
    complain(f"{figures_of} written to {out}; {LIST} has their titles and words.")


def _tell_of(picture: Picture) -> None:
    from placebench.cli.tables import shown, wrapped

    first = f"{picture.id}: "
    click.echo(wrapped(shown(picture.title), terminal_width(), first, "  "))
