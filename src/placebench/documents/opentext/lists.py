"""Labels of the lists and headings of an OpenDocument text, counted as LibreOffice counts them."""

from __future__ import annotations

from lxml import etree

from placebench.documents.counting import MOST_ROMAN, letters, roman
from placebench.documents.opentext.names import attribute
from placebench.documents.opentext.styles import ListLevel, ListLevels, Styles
from placebench.documents.paragraphs.number import Number
from placebench.documents.word.symbols import bullet

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OUTLINE = "outline"


class ListCounts:
    """The lists of a document, counted on with every item."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._named: dict[str, str] = {}
        self._last: dict[str, str] = {}

    def enter(self, element: etree._Element, style: str) -> str:
        """Return the key of the count that a list, not one within another, begins or goes on with."""
        goes_on = self._named.get(attribute(element, "text:continue-list") or "")
        if goes_on is None and attribute(element, "text:continue-numbering") == "true":
            goes_on = self._last.get(style)
        key = goes_on or f"{style} {len(self._counts)}"
        self._counts.setdefault(key, {})
        self._named[element.get(_ID) or ""] = self._last[style] = key
        return key

    def count(self, key: str, style: str, level: int, start: int | None) -> Number:
        """Return the number of the next item of a list."""
        return self._next(key, self._styles.list_levels(style), level, start)

    def count_heading(self, level: int) -> Number:
        """Return the number of the next heading; its label is None where headings have none."""
        return self._next(_OUTLINE, self._styles.outline, level, None)

    def _next(self, key: str, levels: ListLevels, level: int, start: int | None) -> Number:
        this, counts = levels.get(level, ListLevel()), self._counts.setdefault(key, {})
        counts[level] = counts.get(level, this.start - 1) + 1 if start is None else start
        for inner in [one for one in counts if one > level]:
            del counts[inner]
        return Number(_label(levels, counts, level), key, level - 1, this.indent)


def _label(levels: ListLevels, counts: dict[int, int], level: int) -> str | None:
    this = levels.get(level, ListLevel())
    if this.bullet is not None:
        return bullet(this.bullet)
    if not this.form:
        return None
    shown = range(max(1, level - this.shown + 1), level + 1)
    each = ((levels.get(one, this), counts.get(one, 1)) for one in shown)
    numbers = ".".join(_number(count, at.form) for at, count in each if at.form)
    return f"{this.before}{numbers}{this.behind}".strip() or None


def _number(count: int, form: str) -> str:
    if form in "iI" and 0 < count <= MOST_ROMAN:
        text = roman(count)
    elif form in "aA" and count > 0:
        text = letters(count)
    else:
        return str(count)
    return text.upper() if form.isupper() else text
