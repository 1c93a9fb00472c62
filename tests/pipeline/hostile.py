"""Files that are made to do harm, and an importer that misbehaves where a document tells it to."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption

from tests.documents.pdf_making import Sheet

PLUGIN = """
import os, time
from placebench.documents import Span
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System


class Importer:
    name, version, api, expects = "heath", "1.0", 1, {}
    system = System(system_id="heath", name="Heath")
    places = (Place(place_id="heath/dale", system_id="heath", name="Dale"),)

    def identify(self, document):
        if "sleep in identify" in document.text:
            time.sleep(600)
        if "Dale has a board" in document.text:
            yield Claim((document.span,), frozenset({"governance"}), 3, "a board")

    def extract(self, document, claim):
        if "sleep in extract" in document.text:
            time.sleep(600)
        if "abort" in document.text:
            os.abort()
        if "leave" in document.text:
            os._exit(0)
        if "eat" in document.text:
            eaten = [bytes(1_000_000)]
            while True:
                eaten += eaten
                eaten = [bytes(bytearray(one)) for one in eaten]
        print("what an importer prints disturbs nobody", flush=True)
        at = document.text.index("Dale has a board")
        row = Governance(system_id="heath", place_id="heath/dale", feature="board")
        yield Fact(row, (document.quote(Span(at, at + 16)),))


@hookimpl
def placebench_importers():
    return [Importer()]
"""
SAID = "Dale has a board."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY x SYSTEM "{}">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(text: str = SAID) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def workbook(cell: str = "A1") -> bytes:
    book = openpyxl.Workbook()
    book.active[cell] = SAID
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return file.getvalue()


def pack(**members: bytes | str) -> bytes:
    """Return a pack; `__` in a name stands for `/` and `_` for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def with_doctype(doctype: str, entity: str) -> bytes:
    body = f"<w:body><w:p><w:r><w:t>{SAID} &{entity};</w:t></w:r></w:p></w:body>"
    return with_part(word(), "word/document.xml", f"{doctype}<w:document {W}>{body}</w:document>".encode())


def fill(folder: Path, secret: Path) -> dict[str, str]:
    """Write the files and return what is to become of each, or of what it holds.

    Args:
        folder: Where to write them.
        secret: A file that must not be read.
    """
    pdf = Sheet().paragraph(SAID).data()
    locked = Sheet(encrypt=StandardEncryption("secret")).paragraph(SAID).data()
    zeros = bytes(80 * 1024 * 1024)
    files: dict[str, tuple[bytes | str, str]] = {
        "good.txt": (SAID, "ok"),
        "good.docx": (word(), "ok"),
        "good.xlsx": (workbook(), "ok"),
        "good.pdf": (pdf, "ok"),
        "far.xlsx": (workbook("XFD1048576"), "ok"),
        "bomb.docx": (with_part(word(), "word/document.xml", zeros), "failed"),
        "bomb.xlsx": (with_part(workbook(), "xl/worksheets/sheet1.xml", zeros), "failed"),
        "bomb.zip": (pack(zeros_txt=zeros, good_txt=f"{SAID} In a bomb."), "failed"),
        "cut.pdf": (pdf[: len(pdf) // 3], "failed"),
        "garbage.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 50, "failed"),
        "locked.pdf": (locked, "failed"),
        "laughs.docx": (with_doctype(ENTITIES, "l9"), "failed"),
        "external.docx": (with_doctype(EXTERNAL.format(secret.as_uri()), "x"), "failed"),
        "nested.html": ("<div>" * 100_000 + SAID, "failed"),
        "sleeps.txt": (f"{SAID} Now sleep in extract.", "timeout"),
        "sleeps-early.txt": (f"{SAID} Now sleep in identify.", "timeout"),
        "aborts.txt": (f"{SAID} Now abort.", "crashed"),
        "leaves.txt": (f"{SAID} Now leave.", "crashed"),
        "eats.txt": (f"{SAID} Now eat.", "failed"),
        "unknown.txt": ("Nothing of the kind.", "refused"),
        "zz-last.txt": (f"At last {SAID}", "ok"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return {name: outcome for name, (_, outcome) in files.items()} | {"bomb.zip/good.txt": "ok"}
