"""Names and attributes of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFF = frozenset({"0", "false", "off", "none"})
_TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "fldSimple", "hyperlink", "dir", "bdo"}
)
_MOST_DIGITS = 9


def name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the element that a path of names leads to, or None."""
    for one in names:
        if element is None:
            return None
        element = element.find(f"{{{_W}}}{one}")
    return element


def children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    yield from element.iterchildren(f"{{{_W}}}{tag}")


def attribute(element: etree._Element | None, key: str) -> str | None:
    """Return an attribute of an element that may be missing."""
    return None if element is None else element.get(f"{{{_W}}}{key}")


def relation_id(element: etree._Element) -> str:
    """Return the relation that an element refers to."""
    return element.get(f"{{{_R}}}id") or ""


def value(element: etree._Element | None, *names: str) -> str | None:
    """Return the `val` of the element that a path leads to."""
    return attribute(child(element, *names), "val")


def number(text: str | None) -> int | None:
    """Return a whole number, or None where a text is none."""
    digits = (text or "").strip()
    sign = digits.startswith("-")
    plain = digits.removeprefix("-")
    if not plain.isdecimal() or not plain.isascii() or len(plain) > _MOST_DIGITS:
        return None
    return -int(plain) if sign else int(plain)


def switched(element: etree._Element | None, *names: str) -> bool | None:
    """Tell whether a property is on or off, or None where nothing is said of it."""
    found = child(element, *names)
    return None if found is None else (attribute(found, "val") or "on") not in _OFF


def any_switched(element: etree._Element | None, *names: str) -> bool | None:
    """Tell whether one of several properties is on, or None where nothing is said of any."""
    said = [switched(element, one) for one in names]
    return any(said) if any(one is not None for one in said) else None


def seen_branch(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what a choice between drawings comes down to: the first, not its fallback as well."""
    for branch in element:
        if name(branch) == "Choice" or name(branch) == "Fallback":
            yield from branch
            return


def flattened(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, those inside content controls and insertions in their place.

    What was deleted or moved away in tracked changes is left out.
    """
    for element in container:
        tag = name(element)
        if tag == "sdt" and switched(element, "sdtPr", "showingPlcHdr"):
            continue
        if tag in _TRANSPARENT:
            yield from flattened(element)
        elif tag == "AlternateContent":
            yield from seen_branch(element)
        elif tag not in ("del", "moveFrom", "sdtPr", "sdtEndPr"):
            yield element
