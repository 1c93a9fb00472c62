"""Writes an assessment workbook for Excel and LibreOffice: drop-downs, locked cells, ready to print."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from placebench.assessment import template as t
from placebench.assessment.form import Form
from placebench.assessment.place_writer import write_place
from placebench.assessment.styles import Styles, row_height, set_up_page
from placebench.errors import UsageError

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_RESERVED = (t.INSTRUCTIONS, t.FRAMEWORK, t.ABOUT, "History")
_WIDTHS = (11, 44, 9, 9, 34, 34, 80, 12)
_INSTRUCTIONS_WIDTH = 80


def write_workbook(form: Form) -> bytes:
    """Return the bytes of a workbook to fill in, as `.xlsx`.

    Raises:
        UsageError: XlsxWriter is not installed, or a text of the framework is too long for a cell.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it
    except ModuleNotFoundError as error:
        hint = "install it with: pip install 'placebench[office]'"
        raise UsageError("XlsxWriter, which writes workbooks", "none", hint=hint) from error
    _check_lengths(form)
    buffer = BytesIO()
    with Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        _set_properties(book, form)
        styles = Styles(book)
        sheets = [book.add_worksheet(name) for name in _sheet_names(form)]
        instructions, *places, framework, about = sheets
        _write_instructions(instructions, form, styles)
        last_stage = _write_framework(framework, form, styles)
        book.define_name("StageAnswers", f"={t.FRAMEWORK}!$F$3:$F${last_stage + 1}")
        book.define_name("Stages", f"={t.FRAMEWORK}!$F$3:$F${last_stage}")
        for sheet, place in zip(places, form.places, strict=True):
            write_place(sheet, form, place, styles)
        _write_about(about, form, styles)
        for sheet in sheets:
            sheet.protect("", {"format_columns": True, "format_rows": True})
    return buffer.getvalue()


def _set_properties(book: Workbook, form: Form) -> None:
    framework = form.framework.framework
    book.set_properties(
        {
            "title": f"{_kind_in_words(form)} of {form.system.name}: {framework.name}",
            "subject": framework.framework_id,
            "category": _kind_in_words(form),
            "keywords": f"{t.TEMPLATE}, version {t.VERSION}",
        }
    )


def _kind_in_words(form: Form) -> str:
    return "Self-assessment" if form.kind == "self" else "Peer review"


def _sheet_names(form: Form) -> Iterator[str]:
    yield t.INSTRUCTIONS
    taken = {name.lower() for name in _RESERVED}
    for number, place in enumerate(form.places, 1):
        name = _NOT_IN_NAMES.sub(" ", place.name).strip(" '")[:_LONGEST_NAME].strip() or f"Place {number}"
        if name.lower() in taken:
            tail = f" ({number})"
            name = name[: _LONGEST_NAME - len(tail)] + tail
        taken.add(name.lower())
        yield name
    yield from (t.FRAMEWORK, t.ABOUT)


def _write_instructions(sheet: Worksheet, form: Form, styles: Styles) -> None:
    set_up_page(sheet, landscape=False)
    sheet.set_column(0, 0, _INSTRUCTIONS_WIDTH)
    sheet.write_string(0, 0, f"{_kind_in_words(form)}: {form.framework.framework.name}", styles.title)
    for row, line in enumerate(_instructions(form), 2):
        sheet.set_row(row, row_height([(line, _INSTRUCTIONS_WIDTH)]))
        sheet.write_string(row, 0, line, styles.plain)


def _instructions(form: Form) -> list[str]:
    text = resources.files(__package__).joinpath("instructions.txt").read_text(encoding="utf-8")
    words = {
        "places": ", ".join(place.name for place in form.places),
        "stages": ", ".join(form.framework.choices),
        "stage": t.STAGE,
        "up_to": t.UP_TO,
        "evidence": t.EVIDENCE,
        "comment": t.COMMENT,
        "not_assessed": t.NOT_ASSESSED,
        "framework": t.FRAMEWORK,
        "about": t.ABOUT,
    }
    return string.Template(text).substitute(words).splitlines()


def _write_framework(sheet: Worksheet, form: Form, styles: Styles) -> int:
    """Write the framework as rows; return the number, from 1, of the row of the last stage."""
    set_up_page(sheet)
    for column, (width, name) in enumerate(zip(_WIDTHS, t.FRAMEWORK_COLUMNS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, styles.heading)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, cells in enumerate(t.framework_rows(form.framework), 1):
        sheet.set_row(row, row_height(zip(cells, _WIDTHS, strict=True)))
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, styles.plain)
    return 2 + len(form.framework.stages)


def _write_about(sheet: Worksheet, form: Form, styles: Styles) -> None:
    set_up_page(sheet, landscape=False)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 70)
    pairs = (
        (t.TEMPLATE_LABEL, t.TEMPLATE),
        (t.VERSION_LABEL, t.VERSION),
        (t.KIND_LABEL, form.kind),
        (t.SYSTEM_ID_LABEL, form.system.system_id),
        (t.SYSTEM_LABEL, form.system.name),
        (t.PLACE_IDS_LABEL, ", ".join(place.place_id for place in form.places)),
        (t.OWNER_LABEL, form.framework.framework.system_id or ""),
    )
    sheet.write_string(
        0, 0, "What this workbook is. It is read by placebench; leave it as it is.", styles.plain_line
    )
    for row, (label, text) in enumerate(pairs, 2):
        sheet.write_string(row, 0, label, styles.heading)
        sheet.write_string(row, 1, text, styles.plain)


def _check_lengths(form: Form) -> None:
    for theme in form.framework.themes:
        texts: Sequence[str] = [t.theme_text(theme), *t.criteria_texts(form.framework, theme)]
        longest = max(map(len, texts))
        if longest > _LONGEST_CELL:
            where = f"theme {theme.number}, {theme.label}"
            raise UsageError(f"at most {_LONGEST_CELL:,} characters in a cell", f"{longest:,}", where=where)
