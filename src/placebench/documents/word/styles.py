"""Paragraph and character styles of a Word document, with what each inherits."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from placebench.documents.word.xml import any_switched, attribute, child, children, number, switched, value

_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|toc heading|table of (?:figures|authorities)|index) ?\d?", re.IGNORECASE)
_LONGEST_CHAIN = 30
_BODY = 9
_TWIPS = 20
STRUCK = ("strike", "dstrike")
"""Properties of type that is struck out, which a reader takes as deleted."""


@attrs.frozen
class Style:
    """What a style says, or leaves to the style that it is based on.

    Attributes:
        name: Name as Word shows it.
        outline: Level of a heading, from 0; 9 is body text.
        numbering: Number of the list; 0 is none.
        list_level: Level in the list, from 0.
        indent: Left indentation in points.
        bold: Whether it is in bold type.
        hidden: Whether its text is hidden or struck out.
    """

    name: str | None = None
    outline: int | None = None
    numbering: int | None = None
    list_level: int | None = None
    indent: int | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, base: Style) -> Style:
        """Return this style with what it leaves open taken from another."""
        own = {key: said for key, said in attrs.asdict(self).items() if said is not None}
        return attrs.evolve(base, **own)

    @property
    def is_title(self) -> bool:
        """Whether it is the title of the document."""
        return (self.name or "").lower() == "title"

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of a table of contents."""
        return _CONTENTS_NAME.fullmatch(self.name or "") is not None

    @property
    def heading(self) -> int | None:
        """Level of a heading, from 1; None for body text."""
        return self.outline + 1 if self.outline is not None and 0 <= self.outline < _BODY else None


class Styles:
    """The styles of a document by identifier."""

    def __init__(self, root: etree._Element | None) -> None:
        self._own: dict[str, tuple[Style, str | None]] = {}
        self._whole: dict[str, Style] = {}
        self._default: str | None = None
        for element in children(root, "style") if root is not None else ():
            identifier = attribute(element, "styleId") or ""
            named = value(element, "name") or ""
            style = properties(element).over(Style(name=named, outline=_outline(named)))
            self._own[identifier] = (style, value(element, "basedOn"))
            is_default = attribute(element, "default") in ("1", "true", "on")
            if is_default and attribute(element, "type") == "paragraph":
                self._default = identifier

    def style(self, identifier: str | None) -> Style:
        """Return a style, whole; that of ordinary paragraphs where there is none of this identifier."""
        key = identifier if identifier in self._own else self._default
        if key is None:
            return Style()
        if key not in self._whole:
            self._whole[key] = self._chain(key)
        return self._whole[key]

    def _chain(self, identifier: str) -> Style:
        style, base = self._own[identifier]
        for _ in range(_LONGEST_CHAIN):
            if base is None or base not in self._own:
                break
            above, base = self._own[base]
            style = style.over(above)
        return style


def _outline(name: str) -> int | None:
    """Return the level of a built-in heading, which its name tells where the style itself does not."""
    named = _HEADING_NAME.fullmatch(name)
    return int(named[1]) - 1 if named else 0 if name.lower() == "title" else None


def properties(element: etree._Element) -> Style:
    """Return what the properties in a paragraph, style or numbering level say."""
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    indent = child(paragraph, "ind")
    left = number(attribute(indent, "left") or attribute(indent, "start"))
    return Style(
        outline=number(value(paragraph, "outlineLvl")),
        numbering=number(value(paragraph, "numPr", "numId")),
        list_level=number(value(paragraph, "numPr", "ilvl")),
        indent=None if left is None else left // _TWIPS,
        bold=switched(run, "b"),
        hidden=any_switched(run, "vanish", *STRUCK),
    )
