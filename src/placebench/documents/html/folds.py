"""Parts of a page that are folded until a reader opens them: accordions, tabs, expanders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from selectolax.lexbor import LexborNode

Attributes = Mapping[str, str | None]

_CONTROLS = ("aria-controls", "data-target", "data-bs-target")
_FOLDED = re.compile(
    r"accordion|collaps|expand|(?:^|[\s_-])tab(?:s|bed)?-?(?:pane|panel|content|body)", re.IGNORECASE
)
_NOT_CONTENT = re.compile(r"modal|dialog|menu|nav|search|cookie|popup|lightbox", re.IGNORECASE)
_NOT_CONTENT_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "menu"})


class Folds:
    """Tells what a reader of a page can open from what is hidden for good.

    Args:
        root: The element that holds the page.
    """

    def __init__(self, root: LexborNode) -> None:
        self._root = root

    def opens(self, attributes: Attributes) -> bool:
        """Tell whether an element that is not shown at first is one that a reader opens to read it."""
        role, name = attributes.get("role") or "", attributes.get("id") or ""
        named = f"{attributes.get('class') or ''} {name}"
        if role in _NOT_CONTENT_ROLES or _NOT_CONTENT.search(named):
            return False
        return role == "tabpanel" or _FOLDED.search(named) is not None or name in self._controlled

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
