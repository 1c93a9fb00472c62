"""The reader of web pages that a browser or Word saved as one file, with their pictures (MHTML, RFC 2557)."""

from __future__ import annotations

import codecs
from email import message_from_bytes, policy
from email.message import Message

import attrs

from placebench.documents.html.reader import read_html
from placebench.documents.reading import Reading
from placebench.errors import UnreadableDocument

_ADDRESS = "Snapshot-Content-Location"


def read_saved_page(data: bytes, name: str) -> Reading:
    """Read the page of a saved web page; pictures and frames in the file are left out.

    Raises:
        UnreadableDocument: The file holds no page, or its page cannot be read.
    """
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        parts = (part for part in message.walk() if part.get_content_type() == "text/html")
        page = next(parts, None)
        content = _content(page) if page is not None else b""
    except (ValueError, LookupError, RecursionError, AssertionError) as error:
        raise UnreadableDocument("a saved web page", "one that is damaged", where=name) from error
    if page is None or not content:
        hint = "open it in a browser and save the page alone (.html)"
        raise UnreadableDocument("a saved web page", "one without a page in it", where=name, hint=hint)
    reading = read_html(content, name)
    address = message[_ADDRESS] or page["Content-Location"]
    if address and "url" not in reading.metadata and str(address).startswith("http"):
        return attrs.evolve(reading, metadata={**reading.metadata, "url": str(address).strip()})
    return reading


def _content(part: Message) -> bytes:
    """Return the bytes of a part, as UTF-8 where the part names their encoding and not the page."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = part.get_content_charset()
    if charset is None or content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    return codecs.BOM_UTF8 + content.decode(charset, "replace").encode()
