"""The reader of OpenDocument texts (.odt)."""

from __future__ import annotations

import attrs
from lxml import etree

from placebench.documents import media
from placebench.documents.office.metadata import office_metadata
from placebench.documents.office.package import Package
from placebench.documents.opentext.layout import TextLayout
from placebench.documents.opentext.names import attribute, child, full
from placebench.documents.opentext.plain import read_typed
from placebench.documents.opentext.styles import Styles
from placebench.documents.reading import Reading, joined

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_HEADERS, _FOOTERS = ("style:header-first", "style:header"), ("style:footer-first", "style:footer")


def read_odt(data: bytes, name: str) -> Reading:
    """Read an OpenDocument text; as a Word document.

    Raises:
        UnreadableDocument: The file is damaged, encrypted, too large, or made to do harm.
    """
    package = Package(data, name, media.ODT)
    package.refuse_locked()
    content = package.xml(_CONTENT)
    body = child(content, "office:body", "office:text")
    if body is None:
        raise package.refusal(f"no text in {_CONTENT!r}")
    shared = package.xml(_STYLES) if _STYLES in package else None
    styles = Styles(*(root for root in (shared, content) if root is not None))
    text = read_typed(body, styles) or _laid_out(body, styles)
    headers, footers = (_furniture(shared, styles, kinds) for kinds in (_HEADERS, _FOOTERS))
    metadata = office_metadata(package.xml(_META) if _META in package else None)
    return attrs.evolve(joined((headers, text, footers)), metadata=metadata)


def _laid_out(body: etree._Element, styles: Styles) -> Reading:
    layout = TextLayout(styles)
    layout.add(body)
    return layout.finish()


def _furniture(root: etree._Element | None, styles: Styles, kinds: tuple[str, ...]) -> Reading:
    """Read the headers or footers of all sorts of pages, each wording once."""
    found: dict[str, Reading] = {}
    for element in root.iter(*map(full, kinds)) if root is not None else ():
        if attribute(element, "style:display") != "false":
            layout = TextLayout(styles)
            layout.add_furniture(element)
            reading = layout.finish()
            found.setdefault(reading.text, reading)
    return joined(found.values())
