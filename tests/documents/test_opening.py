"""Opening a file: what it is told from, and what is refused."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from placebench.documents import open_document, read_document
from placebench.documents.media import media_type
from placebench.errors import UnreadableDocument


def zipped(*names: str, mimetype: str | None = None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "content")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"A plan.", "text/plain"),
        (b"5 < 6 and <u>so on</u>", "text/plain"),
        (b"<u>Enablers</u> of place", "text/plain"),
        (b"  <!DOCTYPE html><title>x</title>", "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "text/html"),
        (b"<!-- saved page --><HTML><BODY>x", "text/html"),
        (b"<p>x</p>", "text/html"),
        (b"\xef\xbb\xbf<html>", "text/html"),
        ("\ufeff<html>".encode("utf-16-le"), "text/html"),
    ],
)
def test_text_and_html_are_told_apart_by_tags(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (zipped("ppt/presentation.xml"), "a PowerPoint presentation"),
        (
            zipped("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"),
            "an OpenDocument presentation",
        ),
        (zipped("readme.txt"), "a zip archive"),
        (b"PK\x03\x04 and no more", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old Office document"),
        (b"\x1f\x8b\x08rest", "a gzip archive"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="o"><text:title>A plan', "an XML file"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="u">', "an XML file"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><title>A map</title>', "an XML file"),
        (b"\x89PNG\r\n\x1a\nrest", "a PNG image"),
        (b"\xff\xd8\xff\xe0rest", "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPrest", "a WebP image"),
        (b"{\\rtf1 x}", "a rich text document"),
        (b'{"place": "Alpha", "stage": 3}\n', "a JSON file"),
        (b'[\n  {"place": "Alpha"},\n  {"place": "Beta"}\n]', "a JSON file"),
        (b'{"place": "Alpha"}\n{"place": "Beta"}\n', "a JSON file"),
        (b"<places><place>Alpha</place></places>\n", "an XML file"),
    ],
)
def test_format_that_is_not_read_is_named_whatever_the_file_is_called(data: bytes, found: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_document(data, "plan.txt")
    assert error.value.found.startswith(found)
    assert error.value.expected == "a document in a format that is read"
    assert error.value.hint is not None
    assert error.value.hint.endswith("comma-separated values (.csv) and a PDF document")
    assert error.value.where == "plan.txt"


def test_yaml_is_told_by_its_name_too() -> None:
    data = b"places:\n  - name: Alpha\n    stage: 3\n"
    assert read_document(data, "notes.txt").media_type == "text/plain"
    with pytest.raises(UnreadableDocument, match="found a YAML file; it holds data for programs"):
        read_document(data, "places.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "[1] The board met in May.\n\nIt agreed its plan.\n",
        "{Draft} Terms of reference\n",
        "<b>Alpha Place Board</b> met in May.",
        "---\ntitle: Alpha\n---\n\nThe board met in May.\n",
    ],
)
def test_words_that_begin_like_data_are_read(text: str) -> None:
    assert read_document(text.encode(), "notes.md").media_type in {"text/plain", "text/html"}


def test_format_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    rooms = ("placebench.documents.word.", "placebench.documents.office.")
    for module in [name for name in sys.modules if name.startswith(rooms)]:
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(UnreadableDocument, match=r"lxml.*pip install 'placebench\[office\]'"):
        read_document(zipped("word/document.xml"), "plan.docx")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b" \r\n\t\n", "no text"),
        ("\u00a0\u2003\u200b\n".encode(), "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"<!doctype html><html><head><title>Plan</title></head><body> &nbsp; <br></body></html>", "no text"),
        (b"<html><body><script>draw('plan')</script>", "no text"),
    ],
)
def test_document_without_text_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_document(data, "plan.txt")
    assert error.value.found == found
    assert error.value.where == "plan.txt"


def test_document_knows_its_hash_type_name_and_metadata(tmp_path: Path) -> None:
    data = b"<html><title>A page</title><p>A plan."
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    document = open_document(path, metadata={"publisher": "Dale Board"})
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/html"
    assert document.path == "plan.txt"
    assert document.metadata == {"title": "A page", "publisher": "Dale Board"}


def test_what_is_known_overrides_what_the_file_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><title>Untitled 1</title><p>A plan.")
    document = open_document(path, name="2031/page.html", metadata={"title": "The plan"})
    assert document.path == "2031/page.html"
    assert document.metadata["title"] == "The plan"


def test_file_that_is_not_there_is_a_document_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as error:
        open_document(tmp_path / "missing.txt")
    assert error.value.found == "no such file or directory"


def test_html_library_is_imported_for_html_alone() -> None:
    program = (
        "import sys; from placebench.documents import read_document as r;"
        "r(b'A plan.', 'a'); assert not any('selectolax' in m for m in sys.modules);"
        "r(b'<p>A plan.', 'a'); assert 'selectolax' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_document_that_says_no_title_has_the_heading_that_it_begins_with() -> None:
    titled = read_document(
        b"WORK OF THE FORD PARTNERSHIP\n\nThe partnership met twice in the spring.\n", "a.txt"
    )
    assert titled.metadata["title"] == "WORK OF THE FORD PARTNERSHIP"
    assert "title" not in read_document(b"The partnership met twice in the spring.\n", "b.txt").metadata
    told = read_document(b"WORK OF FORD\n\nIt met twice.\n", "a.txt", {"title": "Ford in spring"})
    assert told.metadata["title"] == "Ford in spring"
