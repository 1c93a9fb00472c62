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
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_PAGE_ENCODINGS = ("cp", "iso8859", "mac", "koi8", "gb", "big5", "shift_jis", "euc")
_LONGEST_CHARACTER = 4
_MOST_LATIN = 0.8
_WESTERN = re.compile("[\u00a1-\u017f\u2010-\u203a\u20ac]")
_EXPECTED = "plain text or HTML"
_HINT = "save the document as UTF-8 text"


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """Return the text of a file; line ends and every other character stay as they are.

    A byte-order mark decides; then the zeros of UTF-16, else UTF-8, the declared encoding, and Windows-1252
    where that gives text.

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
            break
    else:
        text = _try(data, _unmarked(data) or "utf-8")
        mixed = text is None and _first_of_another(data)
        if mixed:
            found = f"two encodings, UTF-8 and from line {mixed:,} on another"
            raise UnreadableDocument(_EXPECTED, found, where=name, hint=_HINT)
        if text is None:
            text = _try(data, _page_encoding(declared)) or _try(data, "cp1252")
    if text is None:
        found = "bytes that are no text in UTF-8, UTF-16 or Windows-1252"
        raise UnreadableDocument(_EXPECTED, found, where=name, hint=_HINT)
    _refuse_binary(text, name)
    return text


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML file declares."""
    match = _META_CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii", "replace") if match else None


def _unmarked(data: bytes) -> str | None:
    """Return the kind of UTF-16 of a text without a mark, most of whose characters are Latin."""
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = max(_MOST_LATIN * len(head) / 2, 2)
    if odd >= most and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= most and not odd else None


def _page_encoding(declared: str | None) -> str | None:
    try:
        encoding = codecs.lookup(declared or "").name
    except LookupError:
        return None
    if encoding == "iso8859-1":
        return "cp1252"
    return encoding if encoding.startswith(_PAGE_ENCODINGS) else None


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(encoding) if _is_cut_off(error) else None


def _is_cut_off(error: UnicodeDecodeError) -> bool:
    """The file ends inside a character; a single byte after plain ASCII is rather Windows-1252."""
    if error.reason not in ("unexpected end of data", "truncated data"):
        return False
    missing = len(error.object) - error.start
    proven = error.encoding != "utf-8" or missing > 1 or not error.object[: error.start].isascii()
    return missing < _LONGEST_CHARACTER and proven


def _first_of_another(data: bytes) -> int | None:
    """Return the first line with bytes that are no UTF-8, in a text whose other lines hold UTF-8.

    Read as Windows-1252, a Western character in UTF-8 is two or three that nobody writes together.
    """
    text = data.decode("utf-8", "replace")
    bad = text.find("\ufffd")
    return text.count("\n", 0, bad) + 1 if bad >= 0 and _WESTERN.search(text) else None


def _refuse_binary(text: str, name: str) -> None:
    position = text.find("\0")
    if position >= 0:
        found = f"a NUL character at position {position:,}"
        raise UnreadableDocument(_EXPECTED, found, where=name, hint=_HINT)
    control = len(_CONTROL.findall(text))
    if control > _MOST_CONTROL * len(text):
        found = f"{control:,} control characters among {len(text):,}"
        raise UnreadableDocument(_EXPECTED, found, where=name, hint=_HINT)
