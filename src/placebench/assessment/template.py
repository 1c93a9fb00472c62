"""What stands on an assessment workbook: the words by which it is written, and read again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from placebench.assessment.framework import MaturityFramework
from placebench.model import Criterion, Theme

TEMPLATE = "placebench assessment workbook"
VERSION = "1"

INSTRUCTIONS, FRAMEWORK, ABOUT = "Instructions", "Framework", "About"
"""Sheets beside those of the places."""

TEMPLATE_LABEL, VERSION_LABEL, KIND_LABEL = "Template", "Template version", "Kind"
SYSTEM_ID_LABEL, SYSTEM_LABEL, OWNER_LABEL = "System ID", "System", "System of the framework"
PLACE_IDS_LABEL, PLACE_ID_LABEL, PLACE_LABEL = "Place IDs", "Place ID", "Place"
"""Labels; what belongs to one stands in the cell to its right."""

NUMBER, THEME, THEME_ID, WITHOUT_STAGE = "No.", "Theme", "Theme ID", "Criteria without a stage"
STAGE, UP_TO, EVIDENCE, COMMENT = "stage", "up to stage", "evidence", "comment"
PARTS = (STAGE, UP_TO, EVIDENCE, COMMENT)
"""Columns of one assessor."""

NAME, DATE = "name", "date"
NOT_ASSESSED = "Not assessed"
FRAMEWORK_COLUMNS = ("What", "ID", "Theme number", "Stage number", "Name", "Label", "Text", "Check")
FRAMEWORK_ROW, STAGE_ROW, ANSWER_ROW, THEME_ROW, CRITERION_ROW = (
    "framework",
    "stage",
    "answer",
    "theme",
    "criterion",
)

_ASSESSOR = re.compile(r"(?i)assessor (\d{1,3}): (.+)")
_DIGITS = 8


def of_assessor(number: int, part: str) -> str:
    """Return the label or heading of what one assessor fills in."""
    return f"Assessor {number}: {part}"


def assessor_in(heading: str) -> int | None:
    """Return the number of the assessor whose column a heading stands over, or None."""
    found = _ASSESSOR.fullmatch(" ".join(heading.split()))
    return int(found[1]) if found else None


def headings(framework: MaturityFramework, assessors: int) -> list[str]:
    """Return the headings of a place's sheet, in the order in which they are written."""
    asked = [of_assessor(number, part) for number in range(1, assessors + 1) for part in PARTS]
    return [NUMBER, THEME, *reading_headings(framework), *asked, THEME_ID]


def reading_headings(framework: MaturityFramework) -> list[str]:
    """Return the headings of the columns that hold criteria."""
    unplaced = any(criterion.stage is None for criterion in framework.criteria)
    return [*framework.choices, *([WITHOUT_STAGE] if unplaced else [])]


def theme_text(theme: Theme) -> str:
    """Return what the cell of a theme says: its name, and what it is about below."""
    return "\n".join(
        filter(None, [theme.name or (None if theme.description else theme.label), theme.description])
    )


def criteria_texts(framework: MaturityFramework, theme: Theme) -> list[str]:
    """Return what the cells of a theme's criteria say, in the order of their headings: one a line."""
    columns = [*(stage.number for stage in framework.stages), None]
    texts = ["\n".join(one.text for one in framework.criteria_of(theme, stage)) for stage in columns]
    return texts[: len(reading_headings(framework))]


def framework_rows(framework: MaturityFramework) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the sheet that holds the framework, in the order of its columns."""
    yield from (_checked(row) for row in _framework_rows(framework))


def check_of(cells: Iterable[str]) -> str:
    """Return what the last cell of such a row says of the others, so that a change in them shows."""
    text = "\n".join(" ".join(cell.split()) for cell in cells)
    # Digits alone would come back as a number.
    return f"c{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"


def _checked(row: tuple[object, ...]) -> tuple[str, ...]:
    cells = tuple("" if cell is None else str(cell) for cell in row)
    return (*cells, check_of(cells))


def _framework_rows(framework: MaturityFramework) -> Iterator[tuple[object, ...]]:
    about = framework.framework
    yield FRAMEWORK_ROW, about.framework_id, None, None, about.name, None, about.publisher
    for stage, choice in zip(framework.stages, framework.choices, strict=True):
        yield STAGE_ROW, stage.stage_id, None, stage.number, stage.name, choice, None
    yield ANSWER_ROW, None, None, None, None, NOT_ASSESSED, None
    numbers = {theme.theme_id: theme.number for theme in framework.themes}
    for theme in framework.themes:
        yield THEME_ROW, theme.theme_id, theme.number, None, theme.name, theme.label, theme.description
    for one in framework.criteria:
        yield _criterion(one, numbers[one.theme_id])


def _criterion(one: Criterion, theme: int) -> tuple[object, ...]:
    return CRITERION_ROW, one.criterion_id, theme, one.stage, None, None, one.text
