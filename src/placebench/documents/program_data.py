"""Text that is data of programs, JSON, YAML or XML, and no words for readers."""

from __future__ import annotations

import re

JSON = "application/json"
YAML = "application/yaml"
XML = "application/xml"

_JSON_HEAD = re.compile(r"\s*(?:\{\s*(?:\"[^\"\n]*\"\s*:|\})|\[\s*(?:[\[{\"]|-?\d+(?:\.\d+)?\s*[,\]]))")
_JSON_TAIL = re.compile(r"[}\]]\s*$")
_XML_ROOT = re.compile(r"\s*<([a-z][\w.-]*)[\s>]", re.IGNORECASE)
# What HTML begins with where its head was left out.
_OF_PAGES = re.compile(
    r"a|abbr|address|article|aside|b|blockquote|body|br|button|center|details|div|dl|em|fieldset|figure|font|"
    r"footer|form|frameset|h[1-6]|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|pre|script|section|"
    r"small|span|strong|style|sub|sup|table|tbody|td|title|tr|u|ul",
    re.IGNORECASE,
)
_YAML_NAMES = (".yaml", ".yml")
_YAML_LINE = re.compile(r"\s*(?:-\s|#|---|[\w\"' .-]+:(?:\s|$))")
_ENDS = 4096
_MOST_LINES = 0.9


def program_data(text: str, name: str) -> str | None:
    """Return the media type of a text that is data of programs; None of any other.

    Args:
        text: The text.
        name: Its name; YAML, which looks much like notes, must have the name of YAML too.
    """
    head, tail = text[:_ENDS], text[-_ENDS:].rstrip()
    if _JSON_HEAD.match(head) and _JSON_TAIL.search(tail):
        return JSON
    root = _XML_ROOT.match(head)
    if root and not _OF_PAGES.fullmatch(root[1]) and tail.endswith(f"</{root[1]}>"):
        return XML
    if name.lower().endswith(_YAML_NAMES):
        lines = [line for line in head.splitlines() if line.strip()]
        told = sum(_YAML_LINE.match(line) is not None for line in lines)
        return YAML if lines and told >= _MOST_LINES * len(lines) else None
    return None
