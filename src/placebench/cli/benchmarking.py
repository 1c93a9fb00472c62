"""`placebench benchmark`: every table of a study in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.looking import dataset_argument
from placebench.cli.output import complain, examples, print_rows, terminal_width
from placebench.cli.studying import studied, study_option

if TYPE_CHECKING:
    from placebench.benchmark.study import StudyRun

_NEXT = (
    "Print one with --table NAME, save all with --out FOLDER; `placebench report` lays them out for people."
)
_EXAMPLES = examples(
    "placebench benchmark out --out tables",
    "placebench study > study.toml",
    "placebench benchmark out --study study.toml --out tables",
    "placebench benchmark out --study study.toml --check tables",
)


@click.command("benchmark", epilog=_EXAMPLES)
@dataset_argument
@study_option
@click.option(
    "--out",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to save each table as CSV, with a manifest of versions and choices.",
)
@click.option(
    "--check",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Say in what the tables differ from those saved there, and why; exit code 1 if one does.",
)
@click.option("--table", "shown", multiple=True, metavar="NAME", help="Print this table too.")
@click.option("-v", "--verbose", is_flag=True, help="Print facts and first note of each table too.")
@click.pass_context
def benchmark(
    ctx: click.Context,
    *,
    folder: Path,
    file: Path | None,
    out: Path | None,
    check: Path | None,
    shown: tuple[str, ...],
    verbose: bool,
) -> None:
    """Make every table of a study.

    Their names are printed, with --verbose also what each rests on. Each row of a table lists the facts
    behind it in fact_ids; `placebench evidence DIR FACT_ID` shows their words. The manifest holds the
    dataset's identifier, versions and choices, so that the tables of a paper can be made again. Conditions
    that no case states, or that are the same for all, are told, with exit code 1; the other tables are made.
    """
    from placebench.benchmark.study import differences
    from placebench.dataset import Dataset

    run = studied(Dataset.open(folder), file)
    print_study(run, shown, verbose=verbose)
    if not (out or check or shown):
        click.echo(f"\n{_NEXT}")
    if out:
        complain(f"{len(run.results)} tables saved in {out}, with {run.save(out).name}.")
    failed = bool(run.unanswered)
    for result in run.unanswered:
        complain(f"{result.name}: {result.notes[0]}")
    if check:
        found = differences(check, run)
        for line in (*found.inputs, *found.tables):
            complain(line)
        same = "Not the same tables as in" if found.tables else "The same tables as in"
        complain(f"{same} {check}.")
        failed = failed or bool(found.tables)
    ctx.exit(1 if failed else 0)


@click.command("study", epilog=examples("placebench study > study.toml"))
def template() -> None:
    """Print a study file to begin with.

    It explains every choice.
    """
    from importlib.resources import files

    text = files("placebench.benchmark.study").joinpath("template.toml").read_text("utf-8")
    click.echo(text, nl=False)


def print_study(run: StudyRun, shown: tuple[str, ...] = (), *, verbose: bool = False) -> None:
    """Print the tables of a study by name, then those that are asked for.

    Args:
        run: The study.
        shown: Names of tables to print.
        verbose: Whether to say what each table rests on, also of those without rows.

    Raises:
        UsageError: The study has no table of a name.
    """
    from placebench.cli.tables import shown as in_one_line
    from placebench.cli.tables import wrapped

    rows = [
        (
            result.name,
            result.frame.height,
            in_one_line(result.title),
            *((len(result.fact_ids), _first(result.notes)) if verbose else ()),
        )
        for result in run.results
        if verbose or not result.frame.is_empty()
    ]
    more = ("facts", "first note") if verbose else ()
    print_rows(("table", "rows", "what it shows", *more), rows)
    empty = [result.name for result in run.results if result.frame.is_empty()]
    if empty and not verbose:
        click.echo(wrapped(f"Without rows: {', '.join(empty)}; --verbose says why.", terminal_width()))
    for note in run.notes:
        click.echo(wrapped(in_one_line(note), terminal_width()))
    for name in shown:
        _print_table(run, name)


def _print_table(run: StudyRun, name: str) -> None:
    from placebench.benchmark.unknown import unknown
    from placebench.cli.tables import shown as in_one_line
    from placebench.cli.tables import wrapped

    found = next((result for result in run.results if result.name == name), None)
    if found is None:
        raise unknown("a table of the study", name, [one.name for one in run.results], where="--table")
    click.echo(f"\n{found.title}\n{'=' * len(found.title)}")
    frame = found.frame.drop("fact_ids", "sources", strict=False)
    alike = [column for column in frame.columns if frame.height > 1 and frame[column].n_unique() == 1]
    for column in alike:
        if (value := frame[column].to_list()[0]) not in (None, []):
            click.echo(f"{column} of every row: {in_one_line(value)}")
    rows = frame.drop(alike)
    print_rows(rows.columns, [[_rounded(value) for value in row] for row in rows.iter_rows()])
    for note in found.notes:
        click.echo(wrapped(f"- {in_one_line(note)}", terminal_width(), "", "  "))


def _rounded(value: object) -> object:
    return float(f"{value:.4g}") if isinstance(value, float) else value


def _first(notes: tuple[str, ...]) -> str:
    return notes[0] if notes else ""
