"""Pages of a council's committees as ModernGov makes them, told by how they are built, not by whose they are.

The same classes (`mgSubTitleTxt`, `mgItemNumberCell`, `mgWordPara`, ...) mark title, items and minutes on the
sites of most councils. What stands around the content is navigation, and a list of meetings is nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs
from selectolax.lexbor import LexborHTMLParser

MEETING = "meeting"
ITEM = "agenda item"
DECISION = "decision record"
LIST = "list of meetings"
TEMPLATE = "ModernGov"
CONTENT = frozenset({"mgContent", "modgov"})
"""Class or id of the element that holds the content of a page."""
TITLES = {"mgAiTitleTxt": 3, "mgSubItemTitleTxt": 4}
"""Level of a heading that only its class tells, by the class."""
LAYOUT_TABLE = "mgItemTable"
"""Class of the table that puts items beside their numbers."""

_MARK_NAMES = """
    mgMainTitleTxt mgSubTitleTxt mgItemTable mgItemNumberCell mgAiTitleTxt mgSubItemTitleTxt mgWordPara
    mgLabel mgActionList mgBulletList mgSectionTitle mgContent
"""
_MARKS = tuple(_MARK_NAMES.split())
_FEWEST_MARKS = 3
_FEWEST_MEETINGS = 2
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)})[a-z]*,? (\d{{4}})\b", re.IGNORECASE
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
_HEADED = re.compile(rf"^(?P<committee>.+?) - {_DAY}(?P<date>.+)$")
_TITLED = re.compile(
    rf"^(?:Agenda|Minutes|Agenda and minutes) (?:for|of) (?P<committee>.+?) on {_DAY}(?P<date>.+)$"
)
_HELD = re.compile(
    rf"^Meeting of (?P<committee>.+?),? {_DAY}(?P<date>.+?)(?: \(Item (?P<item>[^()]+?)\.?\))?\.?$"
)
_MADE_AT = re.compile(r"^(?P<date>\S+) - (?P<committee>.+)$")
_COUNCIL = re.compile(r"(?:^|.* [|-] )([^|]*\b(?:Council|Corporation|Authority|Assembly)\b[^|]*)$")


@attrs.frozen
class CommitteePage:
    """What a page of this template says of itself.

    Attributes:
        kind: What sort of page it is.
        committee: The committee that met or decided.
        item: Number of the agenda item.
        date: Day of the meeting or decision, as ISO 8601 writes it.
        council: The council whose page it is.
        minuted: Whether it has minutes or a decision.
    """

    kind: str
    committee: str | None = None
    item: str | None = None
    date: str | None = None
    council: str | None = None
    minuted: bool = False

    @property
    def metadata(self) -> dict[str, str]:
        """What is known, as a document's metadata."""
        types = {DECISION: "decision", LIST: "list"}
        found = {
            "template": f"{TEMPLATE} {self.kind}",
            "committee": self.committee,
            "item": self.item,
            "published": self.date,
            "publisher": self.council,
            "document_type": types.get(self.kind) or ("minutes" if self.minuted else "agenda"),
        }
        return {name: value for name, value in found.items() if value}


def committee_page(page: LexborHTMLParser) -> CommitteePage | None:
    """Return what a page says of itself where it is one of this template, else None."""
    marks = [mark for mark in _MARKS if page.css_first(f".{mark}") is not None]
    if len(marks) < _FEWEST_MARKS:
        return None
    labels = dict(_labels(page))
    council = next((found[1] for title in _texts(page, "title") if (found := _COUNCIL.match(title))), None)
    council = council.strip() if council else None
    if "decision maker" in labels or "date of decision" in labels:
        return _decision(labels, council)
    minuted = any(
        text.lower().startswith(("minutes", "decision")) for text in _texts(page, ".mgSubItemTitleTxt")
    )
    held = next(_held(page), None)
    if "mgItemNumberCell" not in marks and "mgWordPara" not in marks:
        return CommitteePage(LIST, council=council) if _lists_meetings(page) else None
    kind = MEETING if "mgItemNumberCell" in marks else ITEM
    if held is None:
        return CommitteePage(kind, council=council, minuted=minuted)
    parts = held.groupdict()
    return CommitteePage(kind, parts["committee"], parts.get("item"), _date(parts["date"]), council, minuted)


def _decision(labels: dict[str, str], council: str | None) -> CommitteePage:
    made = _MADE_AT.match(labels.get("made at meeting", ""))
    committee = labels.get("decision maker") or (made["committee"] if made else None)
    date = _date(labels.get("date of decision", "")) or (_date(made["date"]) if made else None)
    return CommitteePage(DECISION, committee, date=date, council=council, minuted=True)


def _held(page: LexborHTMLParser) -> Iterator[re.Match[str]]:
    """Yield what names committee and day of a meeting: the subtitle, the link to the meeting, the title."""
    for selector, pattern in ((".mgSubTitleTxt", _HEADED), ("a[href]", _HELD), ("title", _TITLED)):
        for text in _texts(page, selector):
            found = pattern.match(text)
            if found is not None and _date(found["date"]):
                yield found


def _lists_meetings(page: LexborHTMLParser) -> bool:
    links = _texts(page, "a[href*='ieListDocuments.aspx']")
    return sum(_date(text) is not None for text in links) >= _FEWEST_MEETINGS


def _labels(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the labelled lines of a page, such as `Decision Maker: Cabinet`, the label in lower case."""
    for element in page.css(".mgLabel"):
        label = " ".join(element.text().split())
        around = " ".join(element.parent.text().split()) if element.parent is not None else ""
        if around.startswith(label):
            yield label.rstrip(": ").lower(), around[len(label) :].strip(" :")


def _texts(page: LexborHTMLParser, selector: str) -> Iterator[str]:
    for element in page.css(selector):
        yield " ".join(element.text().split())


def _date(text: str) -> str | None:
    """Return the first day that a text names, in the order of day, month and year."""
    written, slashed = _WRITTEN.search(text), _SLASHED.search(text)
    if written is not None:
        day, month, year = int(written[1]), _MONTHS.index(written[2].lower()) + 1, int(written[3])
    elif slashed is not None:
        day, month, year = (int(part) for part in slashed.groups())
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
