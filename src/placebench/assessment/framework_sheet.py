"""The sheet of a workbook that holds the framework: every row is a row of the model, and has a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs

from placebench.assessment import template as t
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.sheets import Position, SheetView
from placebench.importer import Fact, FaultFound
from placebench.model import Criterion, Framework, Row, Stage, Theme

Texts = Mapping[str, str]
"""What the cells of a row say, by column."""


@attrs.frozen
class ReadFramework:
    """What the sheet holds.

    Attributes:
        framework: The framework, without themes and criteria that were changed; None where the framework's
            own row or a stage was changed.
        found: Its rows with their quotes, and an error for each row that was changed.
    """

    framework: MaturityFramework | None
    found: tuple[Fact | FaultFound, ...]


def read_framework(sheet: SheetView, system_id: str | None) -> ReadFramework:
    """Read the sheet that holds the framework.

    Args:
        sheet: The sheet.
        system_id: The system whose framework it is, if it is one of the workbook's system.
    """
    makers: Mapping[str, tuple[Callable[[Texts, str], Row], str]] = {
        t.FRAMEWORK_ROW: (partial(_framework, system_id), "frameworks"),
        t.STAGE_ROW: (_stage, "stages"),
        t.THEME_ROW: (_theme, "themes"),
        t.CRITERION_ROW: (_criterion, "criteria"),
    }
    rows: list[Row] = []
    found: list[Fact | FaultFound] = []
    identifier = ""
    for cells in _rows(sheet):
        texts = {name: sheet.text(at) for name, at in cells.items()}
        make, table = makers.get(texts["What"], (None, "frameworks"))
        if texts["Check"] != t.check_of(list(texts.values())[:-1]):
            found.append(_changed(sheet, cells, table))
        elif make:
            identifier = identifier or texts["ID"]
            rows.append(make(texts, identifier))
            found.append(Fact(rows[-1], (sheet.quote(_quoted(cells, texts)),)))
    broken = {fault.table for fault in found if isinstance(fault, FaultFound)}
    whole = not broken & {"frameworks", "stages"}
    return ReadFramework(_together(rows) if whole else None, tuple(found))


def _rows(sheet: SheetView) -> Iterator[Mapping[str, Position]]:
    """Yield the cells of each row below the headings, by heading, in the order of the template."""
    row, _ = sheet.find(t.FRAMEWORK_COLUMNS[-1]) or (0, 0)
    columns = {sheet.text(at): at[1] for at in sheet.cells if at[0] == row}
    missing = [name for name in t.FRAMEWORK_COLUMNS if name not in columns]
    if missing:
        raise sheet.error(f"the column {missing[0]}", "none", (row, 0), "add it from the empty workbook")
    for below in sheet.rows(after=row):
        yield {name: (below, columns[name]) for name in t.FRAMEWORK_COLUMNS}


def _changed(sheet: SheetView, cells: Mapping[str, Position], table: str) -> FaultFound:
    at = next(at for at in cells.values() if at in sheet.cells)
    error = sheet.error(
        "the row of the framework as it was written, since that is what assessors read",
        "a change in it",
        at,
        "undo the change, or write a workbook with `placebench workbook` from the changed framework",
    )
    return sheet.fault(table, error, at)


def _quoted(cells: Mapping[str, Position], texts: Texts) -> Position:
    """Return the cell whose words say the row: its name, else its text, else its label."""
    return next(cells[name] for name in ("Name", "Text", "Label", "ID") if texts[name])


def _together(rows: list[Row]) -> MaturityFramework | None:
    about = next((row for row in rows if isinstance(row, Framework)), None)
    if about is None:
        return None
    return MaturityFramework(
        about,
        tuple(row for row in rows if isinstance(row, Stage)),
        tuple(row for row in rows if isinstance(row, Theme)),
        tuple(row for row in rows if isinstance(row, Criterion)),
    )


def _framework(system_id: str | None, texts: Texts, identifier: str) -> Framework:
    return Framework(
        framework_id=identifier, name=texts["Name"], publisher=texts["Text"] or None, system_id=system_id
    )


def _stage(texts: Texts, identifier: str) -> Stage:
    number = int(texts["Stage number"])
    return Stage(stage_id=texts["ID"], framework_id=identifier, number=number, name=texts["Name"])


def _theme(texts: Texts, identifier: str) -> Theme:
    return Theme(
        theme_id=texts["ID"],
        framework_id=identifier,
        number=int(texts["Theme number"]),
        name=texts["Name"] or None,
        label=texts["Label"],
        description=texts["Text"] or None,
    )


def _criterion(texts: Texts, identifier: str) -> Criterion:
    stage = texts["Stage number"]
    return Criterion(
        criterion_id=texts["ID"],
        framework_id=identifier,
        theme_id=texts["ID"].rsplit("/", 2)[0],
        stage=int(stage) if stage else None,
        position=int(texts["ID"].rpartition("/")[2]),
        text=texts["Text"],
    )
