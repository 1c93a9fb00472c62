"""What a person sees of the older form fields of Word, whose answers stand beside the text."""

from __future__ import annotations

from lxml import etree

from placebench.documents.word.xml import attribute, child, children, number, switched, value

_TICKED, _UNTICKED = "☒", "☐"


def answer(field: etree._Element) -> str:
    """Return the entry chosen in a list, or the box with or without its cross; nothing for any other field.

    Args:
        field: The `fldChar` that begins the field.
    """
    box, choice = child(field, "ffData", "checkBox"), child(field, "ffData", "ddList")
    if box is not None:
        own = switched(box, "checked")
        return _TICKED if (switched(box, "default") if own is None else own) else _UNTICKED
    if choice is None:
        return ""
    entries = [attribute(entry, "val") or "" for entry in children(choice, "listEntry")]
    chosen = number(value(choice, "result") or value(choice, "default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
