"""A table of ratings in comma-separated values: its columns, and where its rows stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.assessment.framework import folded
from placebench.assessment.sheets import Position, SheetView, sheets_of
from placebench.documents import Document, Span
from placebench.nearest import did_you_mean

PLACE, FRAMEWORK, THEME, KIND = "place_id", "framework", "theme", "kind"
STAGE, STAGE_LOW, STAGE_HIGH = "stage", "stage_low", "stage_high"
ASSESSOR, DATE, EVIDENCE, COMMENT = "assessor", "date", "evidence", "comment"
PLACE_NAME, SYSTEM_NAME = "place", "system"

NEEDED = (PLACE, FRAMEWORK, THEME, KIND)
COLUMNS = (
    *NEEDED, STAGE, STAGE_LOW, STAGE_HIGH, ASSESSOR, DATE, EVIDENCE, COMMENT, PLACE_NAME, SYSTEM_NAME
)  # fmt: skip
"""Every column that is read."""
_FEWEST = 3
"""Columns by which a table is known to be one of ratings, though another is missing or misspelt."""


@attrs.frozen(eq=False)
class RatingTable:
    """A table of ratings.

    Attributes:
        sheet: The table.
        columns: Number of each column, from 0, by its name.
    """

    sheet: SheetView
    columns: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """Yield the rows below the headings."""
        yield from self.sheet.rows(after=self.sheet.heading)

    def at(self, row: int, column: str) -> Position | None:
        """Return where a column stands in a row; None where the table does not have it."""
        return (row, self.columns[column]) if column in self.columns else None

    def text(self, row: int, column: str) -> str:
        """Return what a cell says; an empty text where the table does not have the column."""
        at = self.at(row, column)
        return self.sheet.text(at) if at else ""

    def span(self, row: int) -> Span:
        """Return where a row stands in the text."""
        spans = [span for at in self.sheet.by_row[row] for span in self.sheet.cells[at].spans]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def spans(self, rows: Iterable[int]) -> tuple[Span, ...]:
        """Return where rows stand in the text, those that follow one another as one."""
        order = {row: number for number, row in enumerate(self.rows())}
        found: list[tuple[int, Span]] = []
        for row in rows:
            span = self.span(row)
            if found and order[row] == found[-1][0] + 1:
                span = Span(found.pop()[1].start, span.end)
            found.append((order[row], span))
        return tuple(span for _, span in found)

    def check_columns(self) -> None:
        """Raise an error if the table lacks a column, or has one that is not read.

        Raises:
            DocumentError: The first column that is missing or unknown, with the nearest known name.
        """
        for name, column in self.columns.items():
            if name not in COLUMNS:
                expected, hint = f"one of the columns {', '.join(COLUMNS)}", did_you_mean(name, COLUMNS)
                raise self.sheet.error(expected, f"“{name}”", (self.sheet.heading, column), hint)
        for name in NEEDED:
            if name not in self.columns:
                raise self.sheet.error(f"a column {name}", "none of that name")
        if STAGE not in self.columns and STAGE_LOW not in self.columns:
            raise self.sheet.error(f"a column {STAGE}, or {STAGE_LOW} and {STAGE_HIGH}", "none of them")


def rating_table(document: Document) -> RatingTable | None:
    """Return a document as a table of ratings; None where its first row has too few of the columns of one."""
    sheet = next(iter(sheets_of(document)), None)
    if sheet is None or sheet.name:
        return None
    heading = min(sheet.by_row)
    columns = {folded(sheet.text(at)): at[1] for at in reversed(sheet.by_row[heading])}
    sheet = attrs.evolve(sheet, heading=heading)
    known = columns.keys() & {*NEEDED, STAGE, STAGE_LOW}
    return RatingTable(sheet, columns) if len(known) >= _FEWEST else None
