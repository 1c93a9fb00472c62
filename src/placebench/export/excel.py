"""Excel: a workbook to read, a sheet a comparison, whose cells lead to facts and their quotes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import polars as pl

from placebench.benchmark import Comparison, Result, compare_all
from placebench.benchmark.maturity import maturity
from placebench.benchmark.scope import with_text_codes
from placebench.benchmark.study.choices import RATINGS
from placebench.dataset import Dataset
from placebench.dataset.words import says
from placebench.errors import UsageError
from placebench.export.folder import check_free
from placebench.model import FACT_TABLES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters that Excel keeps of a cell."""
_CUT = " [cut: Excel keeps no more]"
_WIDEST = 60
_LONGEST_NAME = 31
_FACTS = "facts"
_EVIDENCE = "evidence"
_SOURCES = "sources"
_DAY = "day"
_SHOWN = {_DAY: "yyyy-mm-dd", "month": "yyyy-mm", "year": "yyyy"}
"""How much of a date a cell shows, by how exactly it is known; it is sorted by its first day all the same."""
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@attrs.frozen
class _Dated:
    """A date, and whether it is known to the day, month or year; its text is as long as the longest shown."""

    day: dt.date
    precision: str

    def __str__(self) -> str:
        return str(self.day)


@attrs.frozen(eq=False)
class _Book:
    """The workbook with its formats, and the row of each fact among the facts."""

    workbook: Workbook
    head: Format
    text: Format
    dates: Mapping[str, Format]
    link: Format
    rows: Mapping[str, int]


def to_excel(dataset: Dataset, file: Path, results: Iterable[Result] | None = None) -> Path:
    """Write a formatted workbook, and return the file.

    A sheet a result that has rows, then the facts, their quotes and the sources. Each answer links to its
    first fact, and each fact to its first quote. No text is taken for a formula or an address; text that is
    longer than a cell can hold is cut, and says so. A date that is known to the month or year shows no more,
    and stands among the others by its first day.

    Args:
        dataset: The dataset.
        file: Where to.
        results: What methods found in it; unless given, the comparisons of what sources state, and
            maturity where ratings are on one framework.

    Raises:
        UsageError: Something is at that path, or the library for workbooks is not installed.
    """
    check_free(file)
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra that few need
    except ModuleNotFoundError as error:
        hint = "install it with: pip install 'placebench[office]'"
        raise UsageError("the library XlsxWriter", "none", where="export to Excel", hint=hint) from error
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    facts, evidence = _facts(dataset), _evidence(dataset)
    with xlsxwriter.Workbook(unfinished, _OPTIONS) as workbook:
        book = _book(workbook, facts)
        for result in _all(dataset) if results is None else results:
            if not result.frame.is_empty():
                _result(book, result)
        first_quote = {fact: n for n, fact in reversed([*enumerate(evidence["fact_id"], start=1)])}
        links = [_inner(_EVIDENCE, first_quote.get(fact)) for fact in facts["fact_id"]]
        _sheet(book, _FACTS, facts, links={"fact_id": links})
        _sheet(book, _EVIDENCE, evidence)
        _sheet(book, _SOURCES, with_text_codes(dataset.frame("sources")).collect())
    unfinished.replace(file)
    return file


def _all(dataset: Dataset) -> Iterator[Result]:
    """Yield what needs no choices; which of several frameworks is meant would be one."""
    yield from compare_all(dataset)
    ratings = with_text_codes(dataset.frame("assessments")).filter(pl.col("kind").is_in(RATINGS))
    if ratings.select(pl.col("framework_id").n_unique()).collect().item() == 1:
        yield maturity(dataset)


def _book(workbook: Workbook, facts: pl.DataFrame) -> _Book:
    wrapped = {"text_wrap": True, "valign": "top"}
    return _Book(
        workbook,
        head=workbook.add_format({"bold": True, "bg_color": "#E8EDEE", "border": 1, **wrapped}),
        text=workbook.add_format(wrapped),
        dates={
            precision: workbook.add_format({"num_format": shown, "align": "left", **wrapped})
            for precision, shown in _SHOWN.items()
        },
        link=workbook.add_format({"font_color": "#00508F", "underline": 1, **wrapped}),
        rows={fact: n for n, fact in enumerate(facts["fact_id"], start=1)},
    )


def _result(book: _Book, result: Result) -> None:
    """Write a result, what is stated before what is not, then its notes."""
    frame = result.frame.drop("sources", "as_of_first", "as_of_last", strict=False)
    if isinstance(result, Comparison):
        frame = frame.sort(pl.col("status").is_in(["not_stated", "no_source"]), maintain_order=True)
    links = {}
    if "fact_ids" in frame.columns:
        at = "status" if "status" in frame.columns else frame.columns[0]
        links[at] = [_first_fact(book, ids) for ids in frame["fact_ids"].to_list()]
    sheet = _sheet(book, _sheet_name(book, result.name), frame, links=links)
    for n, note in enumerate(result.notes, start=frame.height + 2):
        sheet.write_string(n, 0, _fitting(note))


def _sheet_name(book: _Book, name: str) -> str:
    """Return a name that Excel takes for a sheet, and no other sheet has."""
    taken = {sheet.get_name() for sheet in book.workbook.worksheets()}
    short = name[:_LONGEST_NAME]
    return short if short not in taken else f"{short[: _LONGEST_NAME - 3]} {len(taken)}"


def _first_fact(book: _Book, fact_ids: Sequence[str] | None) -> str | None:
    return _inner(_FACTS, book.rows.get(fact_ids[0])) if fact_ids else None


def _inner(sheet: str, row: int | None) -> str | None:
    return f"internal:'{sheet}'!A{row + 1}" if row is not None else None


def _sheet(
    book: _Book, name: str, frame: pl.DataFrame, links: Mapping[str, Sequence[str | None]] | None = None
) -> Worksheet:
    sheet = book.workbook.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if frame.height:
        sheet.autofilter(0, 0, frame.height, frame.width - 1)
    for column, series in enumerate(frame.iter_columns()):
        sheet.write_string(0, column, series.name.replace("_", " "), book.head)
        values = _values(frame, series)
        sheet.set_column(column, column, _width(series.name, values))
        targets = (links or {}).get(series.name)
        for row, value in enumerate(values, start=1):
            _write(book, sheet, (row, column), value, targets[row - 1] if targets else None)
    return sheet


def _write(book: _Book, sheet: Worksheet, at: tuple[int, int], value: object, target: str | None) -> None:
    if target is not None:
        sheet.write_url(*at, target, book.link, string=str(value))
    elif isinstance(value, _Dated):
        sheet.write_datetime(*at, value.day, book.dates[value.precision])
    elif isinstance(value, bool):
        sheet.write_string(*at, "yes" if value else "no", book.text)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, book.text)
    elif value is not None:
        sheet.write_string(*at, _fitting(str(value)), book.text)


def _values(frame: pl.DataFrame, series: pl.Series) -> list[object]:
    beside = f"{series.name}_precision"
    if series.dtype == pl.Date:
        known = frame[beside].fill_null(_DAY) if beside in frame.columns else [_DAY] * len(series)
        return [_Dated(day, precision) if day else None for day, precision in zip(series, known, strict=True)]
    return [_cell(value) for value in series.to_list()]


def _cell(value: object) -> object:
    return " | ".join(map(str, value)) if isinstance(value, list) else value


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def _width(name: str, values: Iterable[object]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(max(longest, len(name)) + 2, _WIDEST)


def _facts(dataset: Dataset) -> pl.DataFrame:
    """Return every fact with the columns that all tables share, and those of its own as one text."""
    return pl.concat(_common(dataset, table) for table in FACT_TABLES)


def _common(dataset: Dataset, table: str) -> pl.DataFrame:
    frame = with_text_codes(dataset.frame(table)).collect()
    shared = ["fact_id", "system_id", "place_id", "applies_to", "status", "basis", "as_of", "as_of_precision"]
    shared += ["source_id", "importer", "rule", "note"]
    words = pl.Series("says", [says(table, row) for row in frame.iter_rows(named=True)], dtype=pl.String)
    return (
        frame.select(pl.lit(table).alias("table"), *shared)
        .insert_column(3, words)
        .select("fact_id", "table", pl.exclude("fact_id", "table"))
    )


def _evidence(dataset: Dataset) -> pl.DataFrame:
    names = dataset.frame("sources").select("source_id", pl.col("path").alias("source"))
    quotes = with_text_codes(dataset.frame("evidence")).join(names, on="source_id", how="left")
    order = ["table", "fact_id", "quote_number", "part", "evidence_id"]
    columns = ["fact_id", "table", "source", "page", "section", "quote", "start", "end", "evidence_id"]
    return quotes.sort(order).select(columns).collect()
