"""Names and lengths of OpenDocument."""

from __future__ import annotations

import re

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OASIS}{name}:1.0": prefix
    for name, prefix in {
        "office": "office", "text": "text", "table": "table", "style": "style", "drawing": "draw",
        "xsl-fo-compatible": "fo",
    }.items()
}  # fmt: skip
_NAMESPACES = {prefix: uri for uri, prefix in _PREFIXES.items()}
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(pt|cm|mm|in|pc)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0}
_MOST_DIGITS = 6


def name(element: etree._Element) -> str:
    """Return the name of an element with its usual prefix: `text:p`."""
    uri, _, local = element.tag[1:].partition("}") if isinstance(element.tag, str) else ("", "", "")
    return f"{_PREFIXES.get(uri, '')}:{local}"


def full(prefixed: str) -> str:
    """Return a name with its namespace, as the parser has it."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def attribute(element: etree._Element | None, prefixed: str) -> str | None:
    """Return an attribute of an element that may be missing."""
    return None if element is None else element.get(full(prefixed))


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the element that a path of names leads to, or None."""
    for one in names:
        element = None if element is None else element.find(full(one))
    return element


def whole(text: str | None, default: int) -> int:
    """Return a whole number from 0, or a default where a text is none."""
    digits = text or ""
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else default


def points(text: str | None) -> int | None:
    """Return a length in points, or None where a text is none."""
    found = _LENGTH.fullmatch(text or "")
    return round(float(found[1]) * _POINTS[found[2]]) if found else None
