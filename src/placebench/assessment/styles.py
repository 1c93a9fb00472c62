"""How a workbook looks: plain, dark on light, framed where something is to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placebench.assessment.form import Form

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_DARK, _LIGHT, _LINE = "#1F3A5F", "#FFFBEA", "#7F7F7F"
_FONT = {"font_name": "Arial", "font_size": 11, "valign": "top"}
_A4, _A3 = 9, 8


class Styles:
    """The formats of one workbook.

    Args:
        book: The workbook.
    """

    def __init__(self, book: Workbook) -> None:
        def style(**more: object) -> Format:
            return book.add_format({**_FONT, **more})

        self.title = style(bold=True, font_size=16)
        self.label = style(bold=True, align="right")
        self.heading = style(bold=True, font_color="#FFFFFF", bg_color=_DARK, text_wrap=True, border=1)
        self.plain_line = style()
        self.plain = style(text_wrap=True)
        self.cell = style(text_wrap=True, border=1, border_color=_LINE)
        self.theme = style(text_wrap=True, border=1, border_color=_LINE, bold=True)
        given = {"border": 1, "border_color": _LINE, "bg_color": _LIGHT, "locked": False, "text_wrap": True}
        # As text, since a range such as 2-3 would become a date.
        self.answer = style(**given, num_format="@")
        self.date = style(**given, num_format="d mmmm yyyy", align="left")


def set_up_page(sheet: Worksheet, form: Form, *, landscape: bool = True) -> None:
    """Make a sheet print in full width, with its name and page number on every page."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A3 if landscape and form.assessors > 1 else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&L&F&C&A&RPage &P of &N")
    sheet.hide_gridlines(2)
