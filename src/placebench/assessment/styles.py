"""How a workbook looks: plain, dark on light, framed where something is to be filled in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_DARK, _LIGHT, _LINE = "#1F3A5F", "#FFFBEA", "#7F7F7F"
_FONT = {"font_name": "Arial", "font_size": 11, "valign": "top"}
_A4 = 9
_LINE_HEIGHT, _HIGHEST = 15, 409


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


def set_up_page(sheet: Worksheet, *, landscape: bool = True) -> None:
    """Make a sheet print on A4 in full width, with its name and page number on every page."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&L&F&C&A&RPage &P of &N")
    sheet.hide_gridlines(2)


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of a width in characters."""
    return sum(len(textwrap.wrap(line, max(1, int(width)))) or 1 for line in text.splitlines())


def row_height(cells: Iterable[tuple[str, float]]) -> int:
    """Return the height in points that shows each text in a column of its width, as far as a sheet allows.

    Not every program fits rows to wrapped text when it opens a file.
    """
    most = max((lines_of(text, width) for text, width in cells), default=1)
    return min(_HIGHEST, _LINE_HEIGHT * most + 3)
