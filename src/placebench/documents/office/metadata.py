"""What an office file says of itself: its title, and when it was last changed."""

from __future__ import annotations

import datetime as dt
import re

from lxml import etree

from placebench.documents.dates import leading_date
from placebench.documents.word.xml import name

_NO_TITLE = re.compile(
    r"(?i)(?:microsoft (?:word|excel) - .*|untitled.*|document ?\d*|title|word document|book ?\d*|template"
    r"|blank.*|.*\.(?:docx?|dotx?|xlsx?|ods|odt|rtf))"
)
_FIRST_YEAR = "1990"
_TEMPLATE = "2013-12-23T23:15:00Z"  # of the template that python-docx fills in


def office_metadata(root: etree._Element | None) -> dict[str, str]:
    """Return `title` and `modified` from the core properties, where they say something of this document.

    When a file was made says nothing of when its document was published, so that is left to its words.
    """
    said: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        text = " ".join((element.text or "").split())
        if text:
            said.setdefault(name(element), text)
    found = {"title": _title(said.get("title", "")), "modified": _modified(said)}
    return {key: value for key, value in found.items() if value}


def _title(text: str) -> str | None:
    return None if _NO_TITLE.fullmatch(text) else text or None


def _modified(said: dict[str, str]) -> str | None:
    stamp = said.get("modified") or said.get("date") or ""
    found = leading_date(stamp)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    sensible = found is not None and _FIRST_YEAR <= found <= today and stamp != _TEMPLATE
    return found if sensible else None
