"""What names committee, day and council on the pages of a council's committees."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs
from selectolax.lexbor import LexborHTMLParser

from placebench.documents.dates import MONTHS

_WRITTEN = re.compile(
    rf"\b(\d{{1,2}})(?: ?(?:st|nd|rd|th))? ({'|'.join(MONTHS)}),? (\d{{4}})\b", re.IGNORECASE
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
_HEADED = re.compile(rf"^(?P<committee>.+?)(?: -|,)? {_DAY}(?P<date>.+)$")
_DAY_FIRST = re.compile(rf"^{_DAY}(?P<date>.+?\d{{4}}(?: [\d.:]+ ?[ap]m)?),? (?:- )?(?P<committee>\D.+)$")
_TITLED = re.compile(rf"^[A-Z][a-z ]* (?:for|of) (?P<committee>.+?) on {_DAY}(?P<date>.+)$")
_HELD = re.compile(
    rf"^Meeting of (?P<committee>.+?),? {_DAY}(?P<date>.+?)(?: \(Item (?P<item>[^()]+?)\.?\))?\.?$"
)
_ISSUE = re.compile(
    r"^Meeting: (?P<date>\d{1,2}/\d{1,2}/\d{4}) - (?P<committee>.+?)(?: \(Item (?P<item>[^()]+?)\.?\))?$"
)
_PLACES = (
    (".mgSubTitleTxt", _HEADED),
    (".mgSubTitleTxt", _DAY_FIRST),
    ("a[href]", _HELD),
    ("title", _TITLED),
)
_BETWEEN_PARTS = re.compile(r"\s*\|\s*|\s+[-–:]\s+")
_COUNCIL = re.compile(r"\b(?:Council|Corporation|Authority|Assembly)\b")


@attrs.frozen
class Held:
    """A meeting as a page names it.

    Attributes:
        committee: The committee that met.
        date: The day, as ISO 8601 writes it.
        item: Number of the agenda item that the page is about.
    """

    committee: str
    date: str
    item: str | None = None


def held(page: LexborHTMLParser, council: str | None) -> Held | None:
    """Return the one meeting that a page is about: by its subtitle, the link to the meeting, or its title.

    An issue that came before several meetings is about none of them alone.

    Args:
        page: The page.
        council: The council, whose name may stand before that of the committee.
    """
    issues = {one for text in texts(page, "h2, h3, h4, p, td") for one in _read(_ISSUE, text)}
    if issues:
        return issues.pop() if len(issues) == 1 else None
    found = (
        one for selector, pattern in _PLACES for text in texts(page, selector) for one in _read(pattern, text)
    )
    first = next(found, None)
    if first is None or council is None:
        return first
    return attrs.evolve(first, committee=first.committee.removeprefix(f"{council} - "))


def council_of(page: LexborHTMLParser) -> str | None:
    """Return the council whose page it is: the last part of the title that names one."""
    parts = [part for title in texts(page, "title") for part in _BETWEEN_PARTS.split(title)]
    return next((part for part in reversed(parts) if _COUNCIL.search(part)), None)


def texts(page: LexborHTMLParser, selector: str) -> Iterator[str]:
    """Yield the texts of elements, white space folded."""
    for element in page.css(selector):
        yield " ".join(element.text(separator=" ").split())


def day(text: str) -> str | None:
    """Return the first day that a text names, in the order of day, month and year, as ISO 8601 writes it."""
    written, slashed = _WRITTEN.search(text), _SLASHED.search(text)
    if written is not None:
        number, month, year = int(written[1]), MONTHS[written[2].lower()], int(written[3])
    elif slashed is not None:
        number, month, year = (int(part) for part in slashed.groups())
    else:
        return None
    try:
        return dt.date(year, month, number).isoformat()
    except ValueError:
        return None


def _read(pattern: re.Pattern[str], text: str) -> Iterator[Held]:
    found = pattern.match(text)
    date = day(found["date"]) if found else None
    if found is not None and date is not None:
        yield Held(found["committee"], date, found.groupdict().get("item"))
