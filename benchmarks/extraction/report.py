"""The report on a set: as a table for the eye, as Markdown, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from benchmarks.extraction.coded import Coded
from benchmarks.extraction.extracted import Extracted
from benchmarks.extraction.kappa import Agreement
from benchmarks.extraction.scoring import Score, TableScore

SCORES = (
    "table", "coded", "found", "recall", "95 %", "rows", "matched", "again", "precision ≥", "must-nots broken"
)  # fmt: skip
AGREEMENTS = ("feature", "places", "stated", "agreed", "kappa")

Lay = Callable[[Sequence[str], Sequence[Sequence[str]]], Iterator[str]]


@attrs.frozen
class SetReport:
    """What is known of one set.

    Attributes:
        name: The set.
        score: Its figures.
        agreements: Agreement by governance feature; none for passages, which contradict each other.
        passages: How many passages are read as they were coded, and of how many; None for whole documents.
    """

    name: str
    score: Score
    agreements: tuple[Agreement, ...] = ()
    passages: tuple[int, int] | None = None

    def lines(self, lay: Lay) -> Iterator[str]:
        """Yield the report, with tables laid out in one of two ways."""
        tables = self.score.tables
        yield from lay(SCORES, [_cells(row) for row in (*tables, TableScore.total(tables))])
        yield ""
        if self.passages:
            right, of = self.passages
            yield f"Passages with every fact and no other row: {right} of {of}."
        else:
            yield "Cohen's kappa of places by governance feature:"
            yield ""
            yield from lay(AGREEMENTS, [_agreement(one) for one in self.agreements])

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON takes it."""
        tables = self.score.tables
        return {
            "tables": [_figures(table) for table in tables],
            "total": _figures(TableScore.total(tables)),
            "kappa": [attrs.asdict(one) for one in self.agreements],
            "passages": self.passages,
        }


def missed_lines(missed: Iterable[Coded]) -> Iterator[str]:
    """Yield the facts that no row states."""
    for fact in missed:
        yield f"missed: {fact.doc}, {fact.table}: {_said(fact.columns)} | {fact.because}"


def extra_lines(score: Score) -> Iterator[str]:
    """Yield the rows that match no fact and those that must not be, with their quotes."""
    for row in score.extra:
        yield f"extra: {_row(row)}"
    for line, row in score.broken:
        yield f"must not be ({line.because}): {_row(row)}"


def aligned(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay a table out in columns: names to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in (headings, *rows):
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([first.strip().ljust(widths[0]), *others])


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay a table out in Markdown."""
    yield f"| {' | '.join(headings)} |"
    yield f"|---{'|---:' * (len(headings) - 1)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def missed_json(missed: Iterable[Coded]) -> list[dict[str, Any]]:
    """Return the facts that no row states."""
    return [{"doc": fact.doc, "table": fact.table, **fact.columns, "quote": fact.because} for fact in missed]


def extra_json(score: Score) -> dict[str, Any]:
    """Return the rows that match no fact and those that must not be."""
    broken = [{**_row_json(row), "why": line.because} for line, row in score.broken]
    return {"extra": [_row_json(row) for row in score.extra], "broken": broken}


def _cells(figures: TableScore) -> list[str]:
    low_high = "-".join(f"{share:.2f}" for share in figures.interval or ())
    counts = (figures.rows, figures.matched, figures.again) if figures.rows else ("", "", "")
    return [
        figures.table,
        f"{figures.coded or ''}",
        f"{figures.found}" if figures.coded else "",
        _share(figures.recall),
        low_high,
        *map(str, counts),
        _share(figures.precision),
        f"{figures.broken} of {figures.must_nots}" if figures.must_nots else "",
    ]


def _agreement(one: Agreement) -> list[str]:
    kappa = f"null ({one.reason})" if one.kappa is None else f"{one.kappa:.2f}"
    return [one.feature, f"{one.places}", f"{one.stated}", f"{one.agreed}", kappa]


def _figures(figures: TableScore) -> dict[str, Any]:
    return {
        **attrs.asdict(figures),
        "recall": figures.recall,
        "recall_95": figures.interval,
        "precision_at_least": figures.precision,
    }


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.2f}"


def _row(row: Extracted) -> str:
    quotes = " / ".join(" ".join(quote.split()) for quote in row.quotes)
    return f"{row.doc}, {row.table}: {_said(_telling(row))} | {quotes}"


def _row_json(row: Extracted) -> dict[str, Any]:
    return {"doc": row.doc, "table": row.table, **_telling(row), "quotes": [*row.quotes]}


def _telling(row: Extracted) -> dict[str, Any]:
    hidden = {"fact_id", "source_id", "system_id", "as_of", "as_of_precision", "importer"}
    return {key: value for key, value in row.columns.items() if value is not None and key not in hidden}


def _said(columns: Any) -> str:  # noqa: ANN401 - any mapping of columns
    return ", ".join(f"{key}={value}" for key, value in columns.items())
