"""What an HTML page says of itself: title, publisher, date, address."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from placebench.documents.dates import leading_date

_PUBLISHER = ("dc.publisher", "dcterms.publisher", "og:site_name", "author", "dc.creator")
_PUBLISHED = (
    "article:published_time",
    "govuk:first-published-at",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)


def page_metadata(page: LexborHTMLParser) -> dict[str, str]:
    """Return what a page declares of `title`, `publisher`, `published` and `url`."""
    declared = _declared(page)
    found = {
        "title": _text(page, "title") or declared.get("og:title") or _text(page, "h1"),
        "publisher": _first(declared, _PUBLISHER),
        "published": _published(page, declared),
        "url": _attribute(page, "link[rel~=canonical]", "href") or declared.get("og:url"),
    }
    return {name: value for name, value in found.items() if value}


def _declared(page: LexborHTMLParser) -> dict[str, str]:
    declared: dict[str, str] = {}
    for element in page.css("meta[content]"):
        name = element.attributes.get("name") or element.attributes.get("property") or ""
        content = " ".join((element.attributes.get("content") or "").split())
        if content:
            declared.setdefault(name.lower(), content)
    return declared


def _first(declared: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((declared[name] for name in names if name in declared), None)


def _published(page: LexborHTMLParser, declared: dict[str, str]) -> str | None:
    dates = (leading_date(declared[name]) for name in _PUBLISHED if name in declared)
    found = next((date for date in dates if date), None)
    return found or leading_date(_attribute(page, "time[datetime]", "datetime") or "")


def _text(page: LexborHTMLParser, selector: str) -> str | None:
    element = page.css_first(selector)
    return " ".join(element.text().split()) if element is not None else None


def _attribute(page: LexborHTMLParser, selector: str, name: str) -> str | None:
    element = page.css_first(selector)
    return (element.attributes.get(name) or "").strip() if element is not None else None
