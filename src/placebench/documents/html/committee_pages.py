"""Pages of a council's committees as ModernGov makes them, told by how they are built, not by whose they are.

The same classes (`mgSubTitleTxt`, `mgItemNumberCell`, `mgWordPara`, ...) mark title, items and minutes on the
sites of most councils. What stands around the content is navigation, and a list of meetings is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs
from selectolax.lexbor import LexborHTMLParser

from placebench.documents.html.meeting_names import council_of, day, held, texts

MEETING = "meeting"
ITEM = "agenda item"
DECISION = "decision record"
LIST = "list of meetings"
OTHER = "page"
TEMPLATE = "ModernGov"
CONTENT = frozenset({"mgContent", "modgov"})
"""Class or id of the element that holds the content of a page."""
TITLES = {"mgAiTitleTxt": 3, "mgSubItemTitleTxt": 4}
"""Level of a heading that only its class tells, by the class."""
LAYOUT_TABLE = "mgItemTable"
"""Class or id of the table that puts items beside their numbers."""
DOCUMENTS = ("additional documents", "supporting documents", "accompanying documents")
"""How the headings of lists of files begin, in lower case."""

_MARK_NAMES = """
    mgMainTitleTxt mgSubTitleTxt mgItemTable mgItemNumberCell mgAiTitleTxt mgSubItemTitleTxt mgWordPara
    mgLabel mgActionList mgBulletList mgSectionTitle mgContent
"""
_MARKS = tuple(_MARK_NAMES.split())
_FEWEST_MARKS = 3
_FEWEST_MEETINGS = 2
_MADE_AT = re.compile(r"^(?P<date>\S+) - (?P<committee>.+)$")
_LABELLED = re.compile(
    r"^(Decision maker|Date of decision|(?:Decided|Made) at meeting): *(.+)$", re.IGNORECASE
)
_DETAILS = re.compile(r"\b(?:details|attendance|committees|councillors|members)\b", re.IGNORECASE)
_COMMITTEE_DETAILS = re.compile(r"\bcommittee details\b", re.IGNORECASE)


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
        types = {DECISION: "decision", LIST: "list", OTHER: None}
        written = "minutes" if self.minuted else "agenda"
        found = {
            "template": f"{TEMPLATE} {self.kind}",
            "committee": self.committee,
            "item": self.item,
            "published": self.date,
            "publisher": self.council,
            "document_type": types.get(self.kind, written),
        }
        return {name: value for name, value in found.items() if value}


def committee_page(page: LexborHTMLParser) -> CommitteePage | None:
    """Return what a page says of itself where it is one of this template, else None."""
    marks = [mark for mark in _MARKS if page.css_first(f".{mark}, #{mark}") is not None]
    if len(marks) < _FEWEST_MARKS:
        return None
    labels = dict(_labels(page))
    council = council_of(page)
    if "decision maker" in labels or "date of decision" in labels:
        return _decision(labels, council)
    kind = _kind(page, marks)
    if kind == LIST:
        return CommitteePage(LIST, council=council)
    minuted = any(
        text.lower().startswith(("minutes", "decision")) for text in texts(page, ".mgSubItemTitleTxt")
    )
    meeting = held(page, council)
    if meeting is None:
        committee = next(_named(page), None) if kind == OTHER else None
        return CommitteePage(kind, committee, council=council, minuted=minuted)
    return CommitteePage(kind, meeting.committee, meeting.item, meeting.date, council, minuted)


def _kind(page: LexborHTMLParser, marks: Sequence[str]) -> str:
    title = next(texts(page, ".mgMainTitleTxt"), "")
    if title.startswith("Issue"):
        return ITEM
    if "mgItemNumberCell" in marks:
        return MEETING
    links = texts(page, "a[href*='ieListDocuments.aspx']")
    if sum(day(text) is not None for text in links) >= _FEWEST_MEETINGS:
        return LIST
    return ITEM if "mgWordPara" in marks and not _DETAILS.search(title) else OTHER


def _named(page: LexborHTMLParser) -> Iterator[str]:
    """Yield the committee whose details a page gives."""
    if any(map(_COMMITTEE_DETAILS.search, texts(page, ".mgMainTitleTxt"))):
        yield from texts(page, ".mgSubTitleTxt")


def _decision(labels: dict[str, str], council: str | None) -> CommitteePage:
    made = _MADE_AT.match(labels.get("made at meeting", labels.get("decided at meeting", "")))
    committee = labels.get("decision maker") or (made["committee"] if made else None)
    date = day(labels.get("date of decision", "")) or (day(made["date"]) if made else None)
    return CommitteePage(DECISION, committee, date=date, council=council, minuted=True)


def _labels(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the labelled lines of a page, such as `Decision Maker: Cabinet`, the label in lower case."""
    for element in page.css(".mgLabel"):
        label = " ".join(element.text().split())
        around = " ".join(element.parent.text().split()) if element.parent is not None else ""
        if around.startswith(label):
            yield label.rstrip(": ").lower(), around[len(label) :].strip(" :")
    for found in filter(None, map(_LABELLED.match, texts(page, "p"))):
        yield found[1].lower(), found[2]
