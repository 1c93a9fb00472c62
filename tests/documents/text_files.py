"""OpenDocument texts made for a test from XML of their own."""

from __future__ import annotations

import io
import zipfile

from placebench.documents import Document, read_document
from tests.documents.soundness import check

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, *, styles: str = "", shared: str = "", manifest: str = "") -> bytes:
    """Return a file with this body, these automatic styles, and this in its part of shared styles."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", content)
        archive.writestr(
            "styles.xml", f"<office:document-styles {NAMESPACES}>{shared}</office:document-styles>"
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return file.getvalue()


def read(body: str, **parts: str) -> Document:
    document = read_document(odt(body, **parts), "plan.odt")
    check(document)
    return document


def told(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and words of every block."""
    return [
        (block.kind, block.label, block.level, " ".join(document.at(block.content).split()))
        for block in document.blocks
    ]
