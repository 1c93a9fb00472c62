"""The reader of HTML pages."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from placebench.documents.decoding import declared_encoding, decode
from placebench.documents.document import FURNITURE
from placebench.documents.html.committee_pages import CONTENT, LIST, CommitteePage, committee_page
from placebench.documents.html.layout import lay_out
from placebench.documents.html.metadata import page_metadata
from placebench.documents.html.tree import parse, visible_nodes
from placebench.documents.reading import Reading

_LISTED = "a list of meetings states nothing of its own; give the pages of the meetings"


def read_html(data: bytes, name: str) -> Reading:
    """Read an HTML page, complete or truncated.

    The text is what a person sees, in reading order, a line for each block; labels of lists stand before
    their items. Navigation, banners and the like are furniture; of a page of a council's committees, all that
    stands around its content, and all of a list of meetings.

    Raises:
        UnreadableDocument: The bytes are no text, or nested too deeply.
    """
    page = parse(decode(data, name, declared=declared_encoding(data)), name)
    root = page.body or page.root
    if root is None:
        return Reading("")
    committee = committee_page(page)
    reading = _read(root, committee)
    metadata = page_metadata(page)
    if committee is not None:
        metadata |= committee.metadata
    warnings = (_LISTED,) if committee is not None and committee.kind == LIST else ()
    return Reading(reading.text, reading.blocks, reading.tables, (), metadata, warnings)


def _read(root: LexborNode, committee: CommitteePage | None) -> Reading:
    if committee is not None and committee.kind == LIST:
        return lay_out(visible_nodes(root), content=frozenset())
    if committee is not None and any(root.css_first(f".{name}, #{name}") is not None for name in CONTENT):
        return lay_out(visible_nodes(root), content=CONTENT)
    reading = lay_out(visible_nodes(root))
    if all(block.kind == FURNITURE for block in reading.blocks):
        return lay_out(visible_nodes(root), landmarks=False)
    return reading
