"""A report: one self-contained page from a dataset and what methods found in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables
from placebench.dataset import Dataset
from placebench.pipeline.source_texts import Places
from placebench.report.ahead import Ahead, begun
from placebench.report.dated import dated
from placebench.report.facts import fact_book
from placebench.report.method import method
from placebench.report.opening import filters, subtitle
from placebench.report.page import render_page
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
        subtitle=subtitle(dataset, book.lines, part),
        method=method(dataset, book.lines, title, notes),
        sections=(summary(shown), *shown),
        facts=book.lines,
        sources=tuple(sources.lines(book)),
        filters=filters(book.lines, shown, names),
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
