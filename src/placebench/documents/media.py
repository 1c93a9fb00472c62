"""What a file is, told from its content and never from its name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from placebench.documents.program_data import JSON, XML, YAML

PLAIN = "text/plain"
HTML = "text/html"
MHTML = "multipart/related"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"
CSV = "text/csv"
ZIP = "application/zip"
LOCKED = "application/x-encrypted-office"
_OLE = "application/x-ole-storage"

NAMES = {
    PLAIN: "plain text",
    HTML: "HTML",
    MHTML: "a saved web page (.mhtml)",
    PDF: "a PDF document",
    DOCX: "a Word document (.docx)",
    XLSX: "an Excel workbook (.xlsx)",
    PPTX: "a PowerPoint presentation (.pptx)",
    ODT: "an OpenDocument text (.odt)",
    ODS: "an OpenDocument spreadsheet (.ods)",
    CSV: "comma-separated values (.csv)",
    ZIP: "a zip archive",
    LOCKED: "an Office document with a password",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/epub+zip": "an EPUB book",
    _OLE: "an old Office document (.doc, .xls or .msg)",
    JSON: "a JSON file",
    YAML: "a YAML file",
    XML: "an XML file, such as a flat OpenDocument file (.fodt, .fods) or Word XML",
    "application/gzip": "a gzip archive",
    "application/x-7z-compressed": "a 7-Zip archive",
    "application/rtf": "a rich text document (.rtf)",
    "image/png": "a PNG image",
    "image/jpeg": "a JPEG image",
    "image/gif": "a GIF image",
    "image/tiff": "a TIFF image",
    "image/webp": "a WebP image",
    "application/vnd.apache.parquet": "a Parquet file",
    "application/vnd.sqlite3": "an SQLite database",
}
"""What to call each media type in a message."""

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_OLE_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FIRST_PART = re.compile(
    rb"PK\x03\x04.{26}(word/|xl/|ppt/|mimetypeapplication/[\w.-]+?(?=PK\x03\x04|[^\w.-]|\Z))", re.DOTALL
)
_OOXML = {"word/": DOCX, "xl/": XLSX, "ppt/": PPTX}
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
)
"""What the zip library raises for an archive that is damaged, encrypted, or compressed in an unknown way."""
_LONGEST_NAME = 100
_PDF_HEAD = 1024
_HTML_HEAD = 8192
_HTML = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|title|meta|div|p|table|h[1-6]|ul|ol|section|article|main)\b[^<]*>",
    re.IGNORECASE,
)
_MIME_VERSION = re.compile(r"^MIME-Version: *1\.0", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(r"^Content-Type: *multipart/related\b", re.IGNORECASE | re.MULTILINE)
_MARKUP_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<[!a-z]", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(
    r"\s*(<\?xml\b[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(\w[\w.-]*:\w[\w.-]*|\w[\w.-]*)(?=[\s/>])", re.IGNORECASE
)
_NOT_PAGES = frozenset({"svg", "rss", "feed", "package", "workbook"})


def media_type(data: bytes) -> str:
    """Return the media type of a file's bytes; bytes without a mark of their own are plain text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return LOCKED if name == _OLE and _OLE_PACKAGE in data else name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    if data[:_PDF_HEAD].lstrip().startswith(b"%PDF-") or b"\n%PDF-" in data[:_PDF_HEAD]:
        return PDF
    head = _head(data)
    return _markup_type(head)


def _markup_type(head: str) -> str:
    if _is_saved_page(head):
        return MHTML
    if _is_other_xml(head):
        return XML
    return HTML if _is_html(head) else PLAIN


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive_type(archive)
    except ZIP_ERRORS:
        return _damaged_type(data)


def archive_type(archive: zipfile.ZipFile) -> str:
    """Return the media type of a zip archive from what it holds: an office document, or a mere archive.

    Raises:
        Exception: One of `ZIP_ERRORS`, where the archive is damaged.
    """
    names = archive.namelist()
    if "mimetype" in names and archive.getinfo("mimetype").file_size < _LONGEST_NAME:
        return archive.read("mimetype").decode("ascii").strip()
    return next((kind for folder, kind in _OOXML.items() if any(n.startswith(folder) for n in names)), ZIP)


def _damaged_type(data: bytes) -> str:
    """Tell what an archive was to be from the first of its parts that says so."""
    found = _FIRST_PART.search(data)
    if found is None:
        return ZIP
    first = found[1].decode("ascii")
    return _OOXML.get(first) or first.removeprefix("mimetype")


def _head(data: bytes) -> str:
    head = data[:_HTML_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("latin-1").removeprefix("\u00ef\u00bb\u00bf")


def _is_saved_page(head: str) -> bool:
    headers = head.lstrip().partition("\r\n\r\n")[0].partition("\n\n")[0]
    return _MIME_VERSION.search(headers) is not None and _RELATED.search(headers) is not None


def _is_other_xml(head: str) -> bool:
    """Tell whether the outermost element is one of another language than HTML."""
    found = _ROOT.match(head)
    if found is None:
        return False
    declared, root = found[1] is not None, found[2].lower()
    return (
        root in _NOT_PAGES or (":" in root and "xmlns" in head) or (declared and not _HTML.match(f"<{root}>"))
    )


def _is_html(head: str) -> bool:
    return _MARKUP_START.match(head) is not None and _HTML.search(head) is not None
