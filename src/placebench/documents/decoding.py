"""Bytes to text, without changing a character."""

from __future__ import annotations

import codecs
import re

from placebench.errors import UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_HINT = "save the document as UTF-8 text"


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """Return the text of a file; line ends and every other character stay as they are.

    A byte-order mark decides; then UTF-8; then the declared encoding; then Windows-1252 where that gives text.

    Args:
        data: The file's bytes.
        name: The file's name, for the error message.
        declared: The encoding that the file names for itself.

    Raises:
        UnreadableDocument: The bytes are no text in any of these encodings.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], encoding)
            return _checked(text, name, encoding)
    text = _try(data, "utf-8")
    if text is None and declared:
        text = _try(data, declared)
    if text is None:
        text = _try(data, "windows-1252")
    return _checked(text, name, "UTF-8 or Windows-1252")


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML file declares."""
    match = _META_CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _checked(text: str | None, name: str, encoding: str) -> str:
    if text is None:
        raise UnreadableDocument(
            "plain text or HTML", f"bytes that are not {encoding} text", where=name, hint=_HINT
        )
    control = _CONTROL.search(text)
    if control:
        found = f"a control character (U+{ord(control.group()):04X}) at position {control.start()}"
        raise UnreadableDocument("plain text or HTML", found, where=name, hint=_HINT)
    return text
