"""What the styles of an OpenDocument text say of the type and the lists of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from placebench.documents.opentext.names import attribute, child, name, points, whole

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_TITLE = "Title"
_DEEPEST = 20
_GROUPS = ("office:styles", "office:automatic-styles")


@attrs.frozen
class Style:
    """A style; None where neither it nor what it is based on says anything.

    Attributes:
        bold: Whether its type is bold.
        hidden: Whether its text is hidden or struck out.
        raised: Whether its text is raised.
        indent: Left margin in points.
        is_title: Whether it is, or is based on, the style of a document's title.
    """

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    indent: int | None = None
    is_title: bool = False


@attrs.frozen
class ListLevel:
    """One level of a list style.

    Attributes:
        bullet: The bullet, where it has one.
        form: `1`, `a`, `A`, `i` or `I`; empty where no number is shown.
        before: What stands before the number.
        behind: What stands behind it.
        shown: How many levels are shown, from its own outwards.
        start: First number.
        indent: Left margin in points.
    """

    bullet: str | None = None
    form: str = ""
    before: str = ""
    behind: str = ""
    shown: int = 1
    start: int = 1
    indent: int | None = None


ListLevels = Mapping[int, ListLevel]
"""The levels of a list style, from 1."""


class Styles:
    """The styles of a document, read from its parts."""

    def __init__(self, *roots: etree._Element) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._lists: dict[str, ListLevels] = {}
        self.outline: ListLevels = {}
        for style in (style for root in roots for group in _GROUPS for style in _children(root, group)):
            kind = name(style)
            if kind == "style:style":
                self._elements[attribute(style, "style:name") or ""] = style
            elif kind == "text:list-style":
                self._lists[attribute(style, "style:name") or ""] = dict(_levels(style))
            elif kind == "text:outline-style":
                self.outline = dict(_levels(style))

    def list_levels(self, style: str) -> ListLevels:
        """Return the levels of a list style."""
        return self._lists.get(style, {})

    def style(self, named: str | None, depth: int = 0) -> Style:
        """Return a style with what it takes from those that it is based on."""
        key = named or ""
        if key not in self._known:
            element = self._elements.get(key)
            if element is None or depth > _DEEPEST:
                return Style(is_title=key == _TITLE)
            base = self.style(attribute(element, "style:parent-style-name"), depth + 1)
            self._known[key] = _over(element, base, is_title=base.is_title or key == _TITLE)
        return self._known[key]


def _children(root: etree._Element, group: str) -> Iterator[etree._Element]:
    found = child(root, group)
    return iter(found if found is not None else ())


def _over(element: etree._Element, base: Style, *, is_title: bool) -> Style:
    text, paragraph = child(element, "style:text-properties"), child(element, "style:paragraph-properties")
    weight, display = attribute(text, "fo:font-weight"), attribute(text, "text:display")
    struck = attribute(text, "style:text-line-through-style")
    position = attribute(text, "style:text-position")
    indent = points(attribute(paragraph, "fo:margin-left"))
    return Style(
        bold=base.bold if weight is None else weight in _BOLD,
        hidden=base.hidden if display is None and struck is None else _is_unseen(display, struck),
        raised=base.raised if position is None else position.startswith("super"),
        indent=base.indent if indent is None else indent,
        is_title=is_title,
    )


def _is_unseen(display: str | None, struck: str | None) -> bool:
    return display == "none" or struck not in (None, "none")


def _levels(style: etree._Element) -> Iterator[tuple[int, ListLevel]]:
    for element in style:
        aligned = child(element, "style:list-level-properties", "style:list-level-label-alignment")
        yield (
            whole(attribute(element, "text:level"), 1),
            ListLevel(
                bullet=attribute(element, "text:bullet-char"),
                form=attribute(element, "style:num-format") or "",
                before=attribute(element, "style:num-prefix") or "",
                behind=attribute(element, "style:num-suffix") or "",
                shown=whole(attribute(element, "text:display-levels"), 1),
                start=whole(attribute(element, "text:start-value"), 1),
                indent=points(attribute(aligned, "fo:margin-left")),
            ),
        )
