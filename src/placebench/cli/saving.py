"""Imports documents into a folder, so that nothing saved there is lost when documents fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from placebench.cli.asked import JSON, Asked
from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, print_rows
from placebench.cli.telling import progress_for, tell
from placebench.errors import DatasetError
from placebench.model import FACT_TABLES
from placebench.pipeline import OK, REFUSED, DocumentReport, ImportRun, import_documents
from placebench.pipeline.executors import executor_at

if TYPE_CHECKING:
    import polars as pl

    from placebench.dataset import Dataset

_DESCRIPTOR = "datapackage.json"
_MOST_DOCUMENTS = 20
IN_PART = "in part"
"""Outcome of a document that one importer failed on, and of which others gave rows."""


@attrs.frozen
class Import:
    """An import, and the dataset that was saved, with what was kept beside it; None where none was."""

    run: ImportRun
    dataset: Dataset | None

    @property
    def exit_code(self) -> int:
        """That of the run; 1 where nothing was saved."""
        return SOME_FAILED if self.dataset is None else self.run.exit_code


def imported(asked: Asked) -> Import:
    """Import documents, tell of problems, and save the dataset unless that would lose rows."""
    told = asked.log_format != JSON and not asked.quiet
    shown = progress_for(asked.log_format, quiet=asked.quiet)
    with executor_at(asked.executor) as executor, shown as on_progress:
        run = import_documents(
            asked.documents,
            importer=asked.importer,
            profiles=asked.profiles,
            codebook=asked.additions,
            frameworks=asked.frameworks,
            jobs=asked.jobs,
            limits=asked.limits,
            executor=executor,
            cache=asked.caching.folder,
            again=asked.caching.again,
            on_progress=on_progress,
        )
    tell(run, asked.log_format)
    if told:
        _tell_of_cache(run)
    if not any(report.importers for report in run.reports):
        complain(f"Nothing was imported, and nothing was saved{_kept(asked.out)}.")
        return Import(run, None)
    at_risk = list(_losses(run, asked.out))
    if at_risk:
        complain(
            f"Nothing was saved{_kept(asked.out)}: it has rows of {', '.join(at_risk)} that this run did not "
            "read. Put that right, or name another folder with --out."
        )
        return Import(run, None)
    dataset = _saved(run.dataset, asked.out, add=asked.add, quiet=not told)
    if told:
        complain(f"Dataset saved in {asked.out}.")
    return Import(run, dataset)


def _tell_of_cache(run: ImportRun) -> None:
    if not run.remembered:
        return
    kept = [report for report in run.reports if report.path in run.remembered]
    failed = sum(report.outcome not in (OK, REFUSED) for report in kept)
    hint = f"; {failed} of them failed then, and --retry reads those again" if failed else ""
    complain(f"{len(kept)} of {len(run.reports)} documents are as an earlier run read them{hint}.")


def print_summary(run: ImportRun, *, verbose: bool = False) -> None:
    """Print what became of the documents, and where it is asked for rows by importer and table."""
    outcomes = [report.outcome for report in run.reports]
    rows = sum(sum(report.rows.values()) for report in run.reports)
    rejected = sum(report.rejected for report in run.reports)
    good, refused = outcomes.count(OK), outcomes.count(REFUSED)
    part = sum(report.outcome != OK and bool(report.importers) for report in run.reports)
    in_part = f"{part} imported in part, " if part else ""
    click.echo(
        f"Documents: {len(outcomes)}, {good} imported, {in_part}{refused} refused, "
        f"{len(outcomes) - good - part - refused} failed; rows: {rows}, {rejected} rejected.\n"
    )
    if gaps := run.dataset["gaps"].num_rows:
        click.echo(f"Gaps: {gaps:,}; the table `gaps` says what gave no row, where and why.\n")
    documents = [
        (
            report.path,
            IN_PART if report.outcome != OK and report.importers else report.outcome,
            list(report.importers),
            sum(report.rows.values()),
            report.rejected,
            _share(report),
        )
        for report in (run.reports if verbose else run.reports[:_MOST_DOCUMENTS])
    ]
    print_rows(("document", "outcome", "importers", "rows", "rejected", "sentences with facts"), documents)
    if len(run.reports) > len(documents):
        click.echo(f"... and {len(run.reports) - len(documents)} more documents; --verbose prints all.")
    if not verbose:
        return
    by_importer = _by_importer(run.dataset)
    if not by_importer.is_empty():
        click.echo()
        print_rows(by_importer.columns, by_importer.rows())


def _saved(dataset: Dataset, out: Path, *, add: bool, quiet: bool) -> Dataset:
    """Save a dataset, beside what is there where it is added, and return what is there now."""
    if not add:
        dataset.save(out)
        return dataset
    from placebench.cli.datasets import tell_merge
    from placebench.dataset import add as add_to

    done = add_to(out, dataset)
    if not quiet:
        tell_merge(done)
    return done.dataset


def _share(report: DocumentReport) -> str | None:
    """Say how many sentences of a document gave a fact; `placebench audit` shows which."""
    if not report.sentences:
        return None
    return f"{report.stating} of {report.sentences} ({report.stating / report.sentences:.0%})"


def _kept(out: Path) -> str:
    return f"; {out} keeps the dataset that it has" if (out / _DESCRIPTOR).exists() else ""


def _losses(run: ImportRun, out: Path) -> Iterator[str]:
    """Yield the documents that could not be read whole and that the saved dataset has more of."""
    unread = {report.path for report in run.reports if report.outcome != OK}
    if not unread or not (out / _DESCRIPTOR).exists():
        return
    from placebench.dataset import Dataset

    try:
        before = _quotes_by_path(Dataset.open(out))
    except DatasetError:
        # What cannot be opened has nothing to lose, and saving is how it is repaired.
        return
    now = _quotes_by_path(run.dataset)
    yield from sorted(path for path in unread if before.get(path, 0) > now.get(path, 0))


def _quotes_by_path(dataset: Dataset) -> dict[str, int]:
    import polars as pl

    sources = dataset.frame("sources").select("source_id", "path")
    # A gap is no row to lose: where a cell can no longer be read, one takes the place of a rating.
    of_rows = dataset.frame("evidence").filter(pl.col("table") != "gaps").select("source_id")
    quotes = of_rows.join(sources, on="source_id")
    return dict(quotes.group_by("path").len().collect().iter_rows())


def _by_importer(dataset: Dataset) -> pl.DataFrame:
    import polars as pl

    facts = [_counted(dataset, table) for table in (*FACT_TABLES, "gaps")]
    refused = dataset.frame("rejections").group_by("importer", "table").agg(pl.len().alias("rejected"))
    together = pl.concat(facts).join(refused, on=["importer", "table"], how="full", coalesce=True)
    filled = together.with_columns(pl.col("documents", "rows", "rejected").fill_null(0))
    return filled.sort("importer", "table").collect()


def _counted(dataset: Dataset, table: str) -> pl.LazyFrame:
    import polars as pl

    return (
        dataset.frame(table)
        .group_by("importer")
        .agg(pl.col("source_id").n_unique().alias("documents"), pl.len().alias("rows"))
        .select("importer", pl.lit(table).alias("table"), "documents", "rows")
    )
