"""Writes the sheet of one place: a row a theme, what it looks like at each stage, and cells for answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from placebench.assessment import template as t
from placebench.assessment.form import Form
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.styles import Styles, lines_of, row_height, set_up_page
from placebench.model import Place

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEAD = 6
_WIDTHS = {t.NUMBER: 5, t.THEME: 32, t.WITHOUT_STAGE: 76}
_READ, _PART = (36, 44, 52, 60, 76), {t.STAGE: 20, t.UP_TO: 20, t.EVIDENCE: 28, t.COMMENT: 36}
_MOST_LINES = 26
_PAGE_WIDTH, _LEAST_SCALE = 120, 40
_NAME_ROW, _DATE_ROW, _LEFT_ROW = 2, 3, 4
_A_DATE = {
    "validate": "date",
    "criteria": ">=",
    "value": dt.date(2000, 1, 1),
    "input_title": "Day of the assessment",
    "input_message": "A date, such as 5/10/2023.",
    "error_title": "No date",
    "error_message": "Write a date, such as 5/10/2023.",
}
_PROMPTS = {
    t.STAGE: ("Stage", f"Choose a stage, or “{t.NOT_ASSESSED}”."),
    t.UP_TO: ("Only for a range", "Choose the higher stage if you stand between two; else leave it empty."),
}


def write_place(sheet: Worksheet, form: Form, place: Place, styles: Styles) -> None:
    """Write the sheet of a place.

    Args:
        sheet: The sheet, empty.
        form: What the workbook is for.
        place: The place.
        styles: The formats of the workbook.
    """
    headings = t.headings(form.framework, form.assessors)
    reading = _reading_width(form.framework)
    widths = [_width(heading, reading) for heading in headings]
    _set_up(sheet, headings, widths)
    _write_head(sheet, form, place, styles, headings)
    for column, heading in enumerate(headings):
        sheet.write_string(_HEAD, column, heading, styles.heading)
    last = len(headings) - 1
    for row, theme in enumerate(form.framework.themes, _HEAD + 1):
        read = [t.theme_text(theme), *t.criteria_texts(form.framework, theme)]
        sheet.set_row(row, row_height(zip(read, widths[1:], strict=False)))
        sheet.write_number(row, 0, theme.number, styles.cell)
        for column, text in enumerate(read, 1):
            sheet.write_string(row, column, text, styles.theme if column == 1 else styles.cell)
        for column in range(len(read) + 1, last):
            sheet.write_blank(row, column, None, styles.answer)
        sheet.write_string(row, last, theme.theme_id, styles.cell)
    _offer_answers(sheet, form, headings)


def _set_up(sheet: Worksheet, headings: list[str], widths: list[float]) -> None:
    """Set widths, frozen panes and pages: one with the criteria, and one for each assessor."""
    set_up_page(sheet)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    last = len(headings) - 1
    sheet.set_column(last, last, 12, None, {"hidden": True})
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.repeat_rows(_HEAD)
    sheet.repeat_columns(0, 1)
    assessors = [n for n, heading in enumerate(headings) if heading.endswith(f": {t.STAGE}")]
    sheet.set_print_scale(max(_LEAST_SCALE, min(100, int(100 * _PAGE_WIDTH / sum(widths[: assessors[0]])))))
    sheet.set_v_pagebreaks(assessors)


def _reading_width(framework: MaturityFramework) -> int:
    """Return the width of the columns of criteria: the least at which no cell is higher than a row may be."""
    staged = len(framework.stages)
    texts = [text for theme in framework.themes for text in t.criteria_texts(framework, theme)[:staged]]
    fits = (width for width in _READ if all(lines_of(text, width) <= _MOST_LINES for text in texts))
    return next(fits, _READ[-1])


def _write_head(sheet: Worksheet, form: Form, place: Place, styles: Styles, headings: list[str]) -> None:
    sheet.write_string(0, 1, f"{place.name}: {form.framework.framework.name}", styles.title)
    for row, (label, text) in enumerate(((t.PLACE_LABEL, place.name), (t.PLACE_ID_LABEL, place.place_id)), 2):
        sheet.write_string(row, 1, label, styles.label)
        sheet.write_string(row, 2, text, styles.plain_line)
    rows = len(form.framework.themes)
    for number in range(1, form.assessors + 1):
        column = headings.index(t.of_assessor(number, t.STAGE))
        for row, part, style in ((_NAME_ROW, t.NAME, styles.answer), (_DATE_ROW, t.DATE, styles.date)):
            sheet.write_string(row, column, t.of_assessor(number, part), styles.label)
            sheet.write_blank(row, column + 1, None, style)
        # A formula that counts what is left, so that nobody has to.
        first, last = (_address(row, column) for row in (_HEAD + 1, _HEAD + rows))
        sheet.write_string(_LEFT_ROW, column, f"Assessor {number}: themes without an answer", styles.label)
        sheet.write_formula(_LEFT_ROW, column + 1, f"=COUNTBLANK({first}:{last})", styles.plain_line, rows)


def _offer_answers(sheet: Worksheet, form: Form, headings: list[str]) -> None:
    first, last = _HEAD + 1, _HEAD + len(form.framework.themes)
    lists = {t.STAGE: "=StageAnswers", t.UP_TO: "=Stages"}
    for number in range(1, form.assessors + 1):
        for part, source in lists.items():
            column = headings.index(t.of_assessor(number, part))
            title, prompt = _PROMPTS[part]
            offered = {
                "validate": "list",
                "source": source,
                "input_title": title,
                "input_message": prompt,
                "error_title": "Not on the list",
                "error_message": "Choose an entry of the list, or leave the cell empty.",
            }
            sheet.data_validation(first, column, last, column, offered)
        column = headings.index(t.of_assessor(number, t.STAGE)) + 1
        sheet.data_validation(_DATE_ROW, column, _DATE_ROW, column, _A_DATE)


def _width(heading: str, reading: float) -> float:
    part = heading.partition(": ")[2]
    return _PART[part] if t.assessor_in(heading) else _WIDTHS.get(heading, reading)


def _address(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - only who writes a workbook needs it

    return str(xl_rowcol_to_cell(row, column))
