"""A comparison of answers as a table: a row a place, a column an item, letters in the cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import polars as pl

from placebench.benchmark import Comparison
from placebench.benchmark.stated.answers import NO_SOURCE, UNKNOWN
from placebench.benchmark.stated.coverage import STATED
from placebench.plots.labels import words
from placebench.plots.marks import marks, strongest_first
from placebench.report.content import Cell, Row, Table
from placebench.report.downloads import csv_of
from placebench.report.facts import FactBook

Answer = Mapping[str, Any]


def grid(
    comparison: Comparison, book: FactBook, *, corner: str = "Place", always: Collection[str] = ()
) -> Table:
    """Lay a comparison out; places for which nothing was read, and items that nobody states, are left out.

    Args:
        comparison: The answers.
        book: The facts, to lead from a cell to them.
        corner: Heading of the rows.
        always: Items that stand first, stated or not.
    """
    item = comparison.item
    columns = _columns(comparison, always)
    read = comparison.frame.filter(pl.col("status") != NO_SOURCE)["place_id"].unique()
    kept = comparison.frame.filter(pl.col("place_id").is_in(read.implode()), pl.col(item).is_in(columns))
    answers = kept.sort("system_id", "place_id", maintain_order=True).to_dicts()
    rows = [
        _row(list(of_place), item, columns, book)
        for _, of_place in groupby(answers, key=lambda answer: answer["place_id"])
    ]
    used = strongest_first(answer["status"] for answer in answers)
    return Table(
        id=f"t-{comparison.name}",
        caption=comparison.title,
        corner=corner,
        columns=tuple(heading(name) for name in columns),
        rows=tuple(rows),
        compact=True,
        legend=tuple(marks()[code] for code in used),
        csv=csv_of(comparison),
    )


def _columns(comparison: Comparison, always: Collection[str]) -> list[str]:
    stated = set(comparison.stated[comparison.item])
    items = comparison.frame[comparison.item].unique(maintain_order=True)
    first = [name for name in items if name in always]
    return [*first, *(name for name in items if name in stated and name not in first)]


def heading(code: str) -> str:
    """Return a code in words; of `functions:partnership`, "functions to partnership"."""
    return words(code)


def _row(answers: Sequence[Answer], item: str, columns: Iterable[str], book: FactBook) -> Row:
    first = answers[0]
    cells = (_cell([one for one in answers if one[item] == name], book) for name in columns)
    return Row(first["place"], tuple(cells), system=first["system_id"], place=first["place_id"])


def _cell(answers: Sequence[Answer], book: FactBook) -> Cell:
    known = marks()
    statuses = strongest_first(answer["status"] for answer in answers)
    return Cell(
        text=" ".join(_facts_of(answers) if code == STATED else known[code].letter for code in statuses),
        words="; ".join(dict.fromkeys(_in_words(answer) for answer in answers)),
        statuses=tuple(statuses),
        bases=tuple(sorted({answer["basis"] for answer in answers if answer["basis"]})),
        facts=tuple(_facts(answers, statuses, book)),
        conflict=any(answer["conflict"] for answer in answers),
    )


def _facts_of(answers: Sequence[Answer]) -> str:
    """Return how many facts state something of a subject, which has no strength of its own."""
    return str(len({fact for one in answers if one["status"] == STATED for fact in one["fact_ids"]}))


def _facts(answers: Sequence[Answer], statuses: Sequence[str], book: FactBook) -> dict[int, None]:
    """Return the facts behind a cell without repetition, those of its first letter first."""
    by_letter = sorted(answers, key=lambda answer: statuses.index(answer["status"]))
    return dict.fromkeys(number for answer in by_letter for number in book.of(answer["fact_ids"]))


def _in_words(answer: Answer) -> str:
    status = str(answer["status"]).replace("_", " ")
    if answer["status"] in UNKNOWN:
        return status
    subject = str(answer["value"] or ", ".join(answer["detail"])).replace("_", " ")
    said = f"{status}: {subject}" if subject else status
    of_all = ", said of each place of the system" if answer["applies_to"] == "each_place" else ""
    basis = f", {answer['basis']}" if answer["basis"] not in (None, "stated") else ""
    return f"{said}{of_all}{basis}"
