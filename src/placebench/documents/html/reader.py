"""The reader of HTML pages."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from placebench.documents.decoding import declared_encoding, decode
from placebench.documents.document import FURNITURE
from placebench.documents.html.layout import lay_out
from placebench.documents.html.metadata import page_metadata
from placebench.documents.html.tree import parse, visible_nodes
from placebench.documents.reading import Reading


def read_html(data: bytes, name: str) -> Reading:
    """Read an HTML page, complete or truncated.

    The text is what a person sees, in reading order, a line for each block; labels of lists stand before
    their items. Navigation, banners and the like are furniture.

    Raises:
        UnreadableDocument: The bytes are no text, or nested too deeply.
    """
    page = parse(decode(data, name, declared=declared_encoding(data)), name)
    root = page.body or page.root
    if root is None:
        return Reading("")
    reading = _read(root)
    return Reading(reading.text, reading.blocks, reading.tables, (), page_metadata(page))


def _read(root: LexborNode) -> Reading:
    reading = lay_out(visible_nodes(root))
    if all(block.kind == FURNITURE for block in reading.blocks):
        return lay_out(visible_nodes(root), landmarks=False)
    return reading
