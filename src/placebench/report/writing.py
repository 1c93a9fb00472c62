"""A report: one self-contained page from a dataset and what methods found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables, with_text_codes
from placebench.benchmark.stated.notes import counted
from placebench.dataset import Dataset
from placebench.model import FACT_TABLES
from placebench.pipeline.source_texts import Places
from placebench.plots.marks import strongest_first
from placebench.report.ahead import Ahead, begun
from placebench.report.content import FactLine
from placebench.report.dated import dated
from placebench.report.facts import fact_book
from placebench.report.method import method
from placebench.report.page import Filters, render_page
from placebench.report.sections import sections, summary

TITLE = "Place-based partnerships compared"


def report(
    dataset: Dataset,
    results: Iterable[Result],
    *,
    title: str = TITLE,
    documents: Places = None,
    notes: Iterable[str] = (),
    part: Tables | None = None,
    ahead: Ahead | None = None,
) -> str:
    """Return a report as one HTML page that needs nothing else.

    Args:
        dataset: The dataset.
        results: What methods found in it; of two with one name the first is shown.
        title: Heading of the page.
        documents: Folders or packs of the source documents, to show quotes among the words around them.
        notes: What is to be said of the choice of facts, such as the notes of a study.
        part: The part of the dataset that the results are about; all of it where None.
        ahead: What was begun with the same documents while results were made; it is begun here otherwise.
    """
    if ahead is None:
        with begun(dataset, documents) as just_begun:
            return report(dataset, results, title=title, notes=notes, part=part, ahead=just_begun)
    names = ahead.early.wording.names
    by_name = ahead.early.prepared([*results, dated(part or dataset, names)])
    drawn = ahead.early.pictures(by_name)
    sources = ahead.sources.result()
    book = fact_book(dataset, sources.anchors())
    shown = tuple(sections(by_name, book, drawn))
    return render_page(
        title=title,
        subtitle=_subtitle(dataset, book.lines, part),
        method=method(dataset, book.lines, title, notes),
        sections=(summary(shown), *shown),
        facts=book.lines,
        sources=tuple(sources.lines(book)),
        filters=_filters(book.lines, names),
    )


def write_report(
    dataset: Dataset,
    results: Iterable[Result],
    out: Path | str,
    *,
    title: str = TITLE,
    documents: Places = None,
    notes: Iterable[str] = (),
    part: Tables | None = None,
    ahead: Ahead | None = None,
) -> Path:
    """Write a report to a file, as a whole or not at all, and return the file; see `report`."""
    path = Path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    page = report(dataset, results, title=title, documents=documents, notes=notes, part=part, ahead=ahead)
    unfinished.write_text(page, "utf-8")
    unfinished.replace(path)
    return path


def _subtitle(dataset: Dataset, facts: tuple[FactLine, ...], part: Tables | None) -> str:
    places = len({fact.place_id for fact in facts if fact.place_id})
    systems = len({fact.system for fact in facts})
    named = counted(places, "place is", "places are")
    said = f"{_amount(len(facts), dataset['sources'].num_rows, systems)}; {named} spoken of by name."
    chosen = _chosen(part) if part is not None else None
    if chosen is None or chosen.height == len(facts):
        return said
    of_study = _amount(chosen.height, chosen["source_id"].n_unique(), chosen["system_id"].n_unique())
    return f"The study covers {of_study}. The lists of facts and sources have all of the dataset: {said}"


def _chosen(part: Tables) -> pl.DataFrame:
    about = [with_text_codes(part.frame(table)).select("source_id", "system_id") for table in FACT_TABLES]
    return pl.concat(pl.collect_all(about))


def _amount(facts: int, documents: int, systems: int) -> str:
    said = f"{counted(facts, 'fact', 'facts')} from {counted(documents, 'document', 'documents')}"
    return f"{said} on {counted(systems, 'system', 'systems')}"


def _filters(facts: tuple[FactLine, ...], names: Mapping[str, str]) -> Filters:
    systems = sorted({fact.system for fact in facts})
    places = sorted({fact.place_id for fact in facts if fact.place_id})
    return Filters(
        systems=tuple((one, names.get(one, one)) for one in systems),
        places=tuple((one, names.get(one, one)) for one in places),
        statuses=tuple((one, one.replace("_", " ")) for one in strongest_first(f.status for f in facts)),
        bases=tuple((one, one) for one in sorted({fact.basis for fact in facts})),
    )
