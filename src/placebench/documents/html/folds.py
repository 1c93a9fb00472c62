"""Parts of a page that are folded until a reader opens them: accordions, tabs, expanders.

Such a part is read. It is known by the attribute with which a browser's search opens it, `until-found`; by
what opens it, a button that names it, that it is named by, or that stands right before it; or by its class.
What a script alone shows is not read: menus, dialogs, searches, cookie banners, templates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from selectolax.lexbor import LexborNode

Attributes = Mapping[str, str | None]

_CONTROLS = ("aria-controls", "data-target", "data-bs-target")
_UNTIL_FOUND = "until-found"
_FOLDED = re.compile(
    r"accordion|collaps|expand|(?:^|[\s_-])tab(?:s|bed)?-?(?:pane|panel|content|body)"
    r"|(?:read|show|see|view)-?more|(?:toggle|faq|panel|reveal)-?(?:content|body|text|answer|panel)",
    re.IGNORECASE,
)
_NOT_CONTENT = re.compile(
    r"modal|dialog|menu|(?<!re)search|cookie|popup|lightbox|tooltip"
    r"|(?:^|[\s_-]|main|site|sub|top)nav(?:bar|igation)?(?=$|[\s_-])",
    re.IGNORECASE,
)
_NOT_CONTENT_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "menu", "tooltip"})
_HIDDEN_STYLE = re.compile(r"mso-hide\s*:\s*all", re.IGNORECASE)
_FOLDED_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE_STYLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
# The words of an icon are the name of a picture.
_ICON = re.compile(r"(?:^|[\s_-])(?:icons?|glyphicon|material-symbols|fa[srlb]?)(?=$|[\s_-])", re.IGNORECASE)


class Folds:
    """Tells what a reader of a page sees or can open from what is hidden for good.

    Args:
        root: The element that holds the page.
    """

    def __init__(self, root: LexborNode) -> None:
        self._root = root

    def hides(self, node: LexborNode, attributes: Attributes) -> bool:
        """Tell whether no reader sees an element, nor opens it to read it."""
        if not attributes:
            return False
        style = attributes.get("style") or ""
        if _HIDDEN_STYLE.search(style):
            return True
        if "hidden" in attributes or _FOLDED_STYLE.search(style):
            return not self._opens(node, attributes)
        if _INVISIBLE_STYLE.search(style):
            return _is_aside(attributes) or not self._is_opened_by_name(attributes)
        if attributes.get("aria-hidden") != "true":
            return False
        # What is hidden from screen readers alone is seen, unless it waits for a script or is a picture.
        return _is_aside(attributes) or _ICON.search(_names(attributes)) is not None

    def _opens(self, node: LexborNode, attributes: Attributes) -> bool:
        """Tell whether an element that is not shown at first is one that a reader opens to read it."""
        if _is_aside(attributes):
            return False
        return (
            (attributes.get("hidden") or "").lower() == _UNTIL_FOUND
            or _FOLDED.search(_names(attributes)) is not None
            or self._is_opened_by_name(attributes)
            or _stands_behind_a_control(node)
        )

    def _is_opened_by_name(self, attributes: Attributes) -> bool:
        """Tell whether a button or a tab says that it opens an element, or names it."""
        named_by = (attributes.get("aria-labelledby") or "").split()
        return (
            attributes.get("role") == "tabpanel"
            or (attributes.get("id") or "") in self._controlled
            or any(name in self._controls for name in named_by)
        )

    @cached_property
    def _controlled(self) -> frozenset[str]:
        """The names of what buttons and tabs of the page open."""
        found = {
            target.lstrip("#")
            for control in _CONTROLS
            for element in self._root.css(f"[{control}]")
            for target in (element.attributes.get(control) or "").split()
        }
        tabs = self._root.css("[role=tab][href^='#']")
        return frozenset(found | {(tab.attributes.get("href") or "").lstrip("#") for tab in tabs}) - {""}

    @cached_property
    def _controls(self) -> frozenset[str]:
        """The names of the buttons and tabs of the page that open something."""
        found = (*self._root.css("[aria-expanded]"), *self._root.css("[role=tab]"))
        names = (one.attributes.get("id") for one in found if not _is_aside(one.attributes))
        return frozenset(name for name in names if name)


def _stands_behind_a_control(node: LexborNode) -> bool:
    """Tell whether a button that opens something is, or is in, the element right before one."""
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    if before is None or _is_aside(before.attributes):
        return False
    control = before if "aria-expanded" in before.attributes else before.css_first("[aria-expanded]")
    # A button that names what it opens opens that and nothing else.
    return (
        control is not None
        and not _is_aside(control.attributes)
        and not control.attributes.get("aria-controls")
    )


def _is_aside(attributes: Attributes) -> bool:
    """Tell whether an element is none of the content: a menu, a search, a banner."""
    label = attributes.get("aria-label") or ""
    return (attributes.get("role") or "") in _NOT_CONTENT_ROLES or (
        _NOT_CONTENT.search(f"{_names(attributes)} {label}") is not None
    )


def _names(attributes: Attributes) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
