"""A rating as rows: what was found in the cells of one theme, place and assessor."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from placebench.assessment.answers import Day, is_not_assessed, stages_in
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.sheets import Position, SheetView
from placebench.errors import DocumentError
from placebench.importer import Expect, Fact, FaultFound, GapFound
from placebench.model import FACT_TABLES, TABLES, Assessment, Theme

TABLE = "assessments"
READS = frozenset(TABLES)
"""What a document of ratings is claimed for: it says nothing that is for another importer."""
EXPECTS = {table: Expect(maximum=0) for table in FACT_TABLES if table != TABLE}
"""It can state no other facts, so that it is no source of them that was silent."""

NOT_STATED, NO_RATING = "absent", "not_assessed"
"""Reasons of gaps."""


@attrs.frozen
class RatingCells:
    """Where the parts of one rating stand; None for a part that the sheet has no cell for.

    Attributes:
        stage: The stage, the lowest of a range, or a range.
        up_to: The highest stage.
        evidence: What bears the rating out.
        comment: A remark.
    """

    stage: Position
    up_to: Position | None = None
    evidence: Position | None = None
    comment: Position | None = None


@attrs.frozen(eq=False)
class Rater:
    """Who rated, what and when, as far as it is the same for several themes.

    Attributes:
        sheet: The sheet.
        framework: The framework.
        place_id: The place.
        kind: `self` or `peer`.
        assessor: The assessor; None where nobody says.
        day: When.
    """

    sheet: SheetView
    framework: MaturityFramework
    place_id: str
    kind: str
    assessor: str | None
    day: Day

    def rating(self, theme: Theme, cells: RatingCells) -> Iterator[Fact | GapFound | FaultFound]:
        """Yield what the cells of a theme say: a rating, a gap or an error; nothing where they are empty."""
        sheet = self.sheet
        asked = [at for at in attrs.astuple(cells, recurse=False) if at]
        given = [at for at in asked if sheet.text(at) or at in sheet.uncalculated]
        if not given:
            return
        text = sheet.text(cells.stage)
        try:
            for at in given:
                sheet.answer(at)
            if is_not_assessed(text):
                yield self._gap(theme, NO_RATING, given)
            elif text:
                yield self._fact(theme, cells, given)
            elif cells.up_to in given:
                raise sheet.error("a stage beside the highest stage of a range", "an empty cell", cells.stage)
            else:
                yield self._gap(theme, NOT_STATED, given)
        except DocumentError as error:
            yield sheet.fault(TABLE, error, cells.stage if text else given[0])

    def _gap(self, theme: Theme, reason: str, given: list[Position]) -> GapFound:
        by = f" by {self.assessor}" if self.assessor else ""
        what = f"stage of theme {theme.number}, {theme.label}, of {self.place_id}{by}"
        return GapFound(TABLE, what, reason, tuple(self.sheet.quote(at) for at in given))

    def _fact(self, theme: Theme, cells: RatingCells, given: list[Position]) -> Fact:
        stages = stages_in(self.framework, self.sheet, cells.stage, cells.up_to)
        row = Assessment(
            system_id=self.place_id.partition("/")[0],
            place_id=self.place_id,
            framework_id=theme.framework_id,
            theme_id=theme.theme_id,
            stage_low=stages.low,
            stage_high=stages.high,
            kind=self.kind,
            assessor=self.assessor,
            as_of=self.day.date,
            as_of_precision=self.day.precision,
            note=(self.sheet.text(cells.comment) or None) if cells.comment else None,
        )
        return Fact(row, tuple(self.sheet.quote(at) for at in given))
