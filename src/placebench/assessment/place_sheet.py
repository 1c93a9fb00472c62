"""The sheet of one place, filled in: columns are found by their headings, themes by their identifiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.assessment import template as t
from placebench.assessment.answers import day_in
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.ratings import TABLE, Rater, RatingCells
from placebench.assessment.sheets import Position, SheetView
from placebench.errors import DocumentError
from placebench.importer import Fact, FaultFound, GapFound
from placebench.model import Theme
from placebench.nearest import did_you_mean


@attrs.frozen(eq=False)
class PlaceSheet:
    """A sheet that was filled in for a place.

    Attributes:
        sheet: The sheet.
        framework: The framework, as far as nobody changed it.
        kind: `self` or `peer`.
        place_id: The place.
    """

    sheet: SheetView
    framework: MaturityFramework
    kind: str
    place_id: str

    def read(self) -> Iterator[Fact | GapFound | FaultFound]:
        """Yield ratings, gaps and errors."""
        try:
            row, columns = self._headings()
        except DocumentError as error:
            yield self.sheet.fault(TABLE, error, min(self.sheet.cells))
            return
        raters: dict[int, Rater] = {}
        for number in _assessors(columns):
            try:
                raters[number] = self._rater(number, columns, raters)
            except DocumentError as error:
                at = self.sheet.beside(t.of_assessor(number, t.DATE)) or min(self.sheet.cells)
                yield self.sheet.fault(TABLE, error, at)
        seen: set[str] = set()
        for below in self.sheet.rows(after=row):
            try:
                theme = self._theme(below, columns, seen)
            except DocumentError as error:
                yield self.sheet.fault(TABLE, error, self.sheet.by_row[below][0])
                continue
            if theme:
                for number, rater in raters.items():
                    yield from rater.rating(theme, _cells(below, columns, number))
        yield from self._without_row(seen)

    def _headings(self) -> tuple[int, Mapping[str, int]]:
        """Return the row of the headings, and the column of each.

        Raises:
            DocumentError: A heading is missing or stands twice.
        """
        found = self.sheet.find(t.THEME_ID)
        if found is None:
            raise self.sheet.error(f"the heading “{t.THEME_ID}”", "none", hint=_RESTORE)
        row = found[0]
        columns: dict[str, int] = {}
        for at in sorted(self.sheet.cells):
            if at[0] == row and columns.setdefault(self.sheet.text(at), at[1]) != at[1]:
                raise self.sheet.error("each heading once", f"“{self.sheet.text(at)}” again", at, _RESTORE)
        needed = t.headings(self.framework, max(_assessors(columns), default=1))
        for heading in (one for one in needed if one not in columns and one != t.NUMBER):
            unknown = {name: at for name, at in columns.items() if name not in needed}
            near = next((name for name in unknown if did_you_mean(name, [heading])), None)
            stands = (row, unknown[near]) if near else None
            found_there = f"“{near}”" if near else "none"
            raise self.sheet.error(f"the heading “{heading}”", found_there, stands, _RESTORE)
        return row, columns

    def _rater(self, number: int, columns: Mapping[str, int], others: Mapping[int, Rater]) -> Rater:
        at = self._beside_label(number, t.NAME, columns)
        name = self.sheet.answer(at)
        day = day_in(self.sheet, self._beside_label(number, t.DATE, columns))
        # Somebody may rate again on another day; of one day, two answers could not be told apart.
        same = (n for n, one in others.items() if name and (one.assessor, one.day) == (name, day))
        if (first := next(same, None)) is not None:
            expected = f"another name or date than those of assessor {first}"
            raise self.sheet.error(expected, f"“{name}” again", at, "name the assessor, or empty the cell")
        # Without a name, what the sheet calls assessors still tells them apart.
        return Rater(self.sheet, self.framework, self.place_id, self.kind, name or f"Assessor {number}", day)

    def _beside_label(self, number: int, part: str, columns: Mapping[str, int]) -> Position:
        """Return the cell beside the label of an assessor's name or date.

        Raises:
            DocumentError: The label is not there; the message names the cell that it was written to.
        """
        label = t.of_assessor(number, part)
        at = self.sheet.beside(label)
        if at is not None:
            return at
        place = self.sheet.find(t.PLACE_LABEL)
        written = (place[0] + _BELOW_PLACE[part], columns[t.of_assessor(number, t.STAGE)]) if place else None
        said = self.sheet.text(written) if written else ""
        expected = f"the label “{label}” with the {part} in the next cell"
        raise self.sheet.error(expected, f"“{said}”" if said else "none", written, _RESTORE)

    def _theme(self, row: int, columns: Mapping[str, int], seen: set[str]) -> Theme | None:
        """Return the theme of a row; None for a row without one, such as a note below the table.

        Raises:
            DocumentError: The theme is unknown or stands twice, or its words were changed.
        """
        at = (row, columns[t.THEME_ID])
        said = self.sheet.text(at)
        if not said:
            if any((row, column) in self.sheet.cells for name, column in columns.items() if _asked(name)):
                raise self.sheet.error(
                    "the identifier of a theme beside answers", "an empty cell", at, _RESTORE
                )
            return None
        theme = next((one for one in self.framework.themes if one.theme_id == said), None)
        if theme is None:
            known = [one.theme_id for one in self.framework.themes]
            raise self.sheet.error("a theme of the framework", f"“{said}”", at, did_you_mean(said, known))
        if said in seen:
            raise self.sheet.error("each theme once", f"theme {theme.number} again", at)
        seen.add(said)
        self._check_words(theme, row, columns)
        return theme

    def _check_words(self, theme: Theme, row: int, columns: Mapping[str, int]) -> None:
        written = {t.THEME: t.theme_text(theme)}
        criteria = t.criteria_texts(self.framework, theme)
        written |= dict(zip(t.reading_headings(self.framework), criteria, strict=True))
        for heading, words in written.items():
            at: Position = (row, columns[heading])
            if self.sheet.text(at) != " ".join(words.split()):
                found = f"“{_short(self.sheet.text(at))}”"
                raise self.sheet.error(f"“{_short(words)}”, as the framework says", found, at, _RESTORE)

    def _without_row(self, seen: set[str]) -> Iterator[FaultFound]:
        for theme in self.framework.themes:
            if theme.theme_id not in seen:
                error = self.sheet.error(
                    f"a row for theme {theme.number}, {theme.label}", "none", hint=_RESTORE
                )
                yield self.sheet.fault(TABLE, error, min(self.sheet.cells))


_BELOW_PLACE = {t.NAME: 0, t.DATE: 1}
"""Rows from the label of the place to those of an assessor's name and date."""
_RESTORE = "undo the change, or copy the answers into an empty workbook"
_LONGEST = 60


def _assessors(columns: Mapping[str, int]) -> list[int]:
    return sorted({number for name in columns if (number := t.assessor_in(name)) is not None})


def _cells(row: int, columns: Mapping[str, int], number: int) -> RatingCells:
    stage, up_to, evidence, comment = ((row, columns[t.of_assessor(number, part)]) for part in t.PARTS)
    return RatingCells(stage, up_to, evidence, comment)


def _asked(heading: str) -> bool:
    return t.assessor_in(heading) is not None


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rpartition(' ')[0]} …"
