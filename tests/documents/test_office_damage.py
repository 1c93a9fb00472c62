"""Office files that are damaged, locked, or made to do harm."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pytest

from placebench.documents import read_document
from placebench.documents.limits import DEFAULT_LIMITS, MEGABYTE
from placebench.errors import UnreadableDocument
from tests.documents.word_files import of_body, paragraph, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def word_file() -> bytes:
    word = docx.Document()
    word.add_paragraph("The board meets.")
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def workbook_file() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "The board meets."
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(data: bytes, **parts: str | bytes | None) -> bytes:
    """Return a file with parts replaced, or left out; `__` in a name stands for `/`."""
    new = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in old.namelist():
            if name not in new:
                archive.writestr(name, old.read(name))
        for name, content in new.items():
            if content is not None:
                archive.writestr(name, content)
    return file.getvalue()


def refusal(data: bytes, name: str = "plan.docx") -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as error:
        read_document(data, name)
    assert error.value.where == name
    return error.value


@pytest.mark.parametrize(
    ("make", "expected"),
    [(word_file, "a Word document (.docx)"), (workbook_file, "an Excel workbook (.xlsx)")],
)
def test_truncated_file_says_so(make: Callable[[], bytes], expected: str) -> None:
    data = make()
    error = refusal(data[: len(data) * 9 // 10])
    assert (error.expected, error.found) == (expected, "a damaged or incomplete zip archive")
    assert error.hint


@pytest.mark.parametrize("make", [word_file, workbook_file])
def test_file_with_any_byte_changed_is_read_or_refused(make: Callable[[], bytes]) -> None:
    data = make()
    for at in range(0, len(data), len(data) // 60):
        broken = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        with contextlib.suppress(UnreadableDocument):
            assert "The board meets." in read_document(broken, "plan").text


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"word__document": None}, "no part 'word/document.xml' in it"),
        ({"word__document": "<w:document"}, "'word/document.xml', which is no sound XML"),
        ({"word__document": f"<w:document {W}/>"}, "no body in 'word/document.xml'"),
        ({"word__styles": b"\x00\x01"}, "'word/styles.xml', which is no sound XML"),
    ],
)
def test_missing_or_broken_part_is_named(parts: dict[str, str | bytes | None], found: str) -> None:
    assert refusal(changed(word_file(), **parts)).found.startswith(found)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">',
        f'<!DOCTYPE x [<!ENTITY l0 "laugh">{LAUGHS}<!ENTITY e "&l11;">]>',
    ],
)
def test_document_type_is_refused_and_nothing_is_fetched_or_expanded(doctype: str) -> None:
    text = f"<w:p><w:r><w:t>{'&e;' if 'ENTITY e' in doctype else 'x'}</w:t></w:r></w:p>"
    attribute = 'w:x="&e;"' if "laugh" in doctype else ""
    document = f"{doctype}<w:document {W}><w:body {attribute}>{text}</w:body></w:document>"
    error = refusal(changed(word_file(), word__document=document))
    assert "'word/document.xml'" in error.found
    sheet = f"{doctype}<worksheet {S}><sheetData><row><c t='str'><v>x</v></c></row></sheetData></worksheet>"
    error = refusal(changed(workbook_file(), xl__worksheets__sheet1=sheet))
    assert "'xl/worksheets/sheet1.xml'" in error.found


def test_part_that_unpacks_without_end_is_refused() -> None:
    error = refusal(changed(word_file(), word__document=b" " * (DEFAULT_LIMITS.part_size * MEGABYTE + 1)))
    assert f"more than {DEFAULT_LIMITS.part_size * MEGABYTE:,} bytes" in error.found


def test_archive_of_many_parts_is_refused() -> None:
    parts = {f"word__x{n}": b"" for n in range(DEFAULT_LIMITS.parts)}
    assert refusal(changed(word_file(), **parts)).expected.startswith(
        f"at most {DEFAULT_LIMITS.parts:,} parts"
    )


def test_deep_nesting_is_refused() -> None:
    deep = "<w:ins>" * 5000 + "</w:ins>" * 5000
    error = refusal(
        changed(word_file(), word__document=f"<w:document {W}><w:body>{deep}</w:body></w:document>")
    )
    assert "no sound XML" in error.found


def test_tables_nested_beyond_use_are_read_as_the_text_of_a_cell() -> None:
    inner = paragraph("innermost")
    for _ in range(DEFAULT_LIMITS.table_nesting + 5):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document = read(of_body(paragraph("The board meets."), inner))
    assert len(document.tables) == 1
    assert document.text.endswith("innermost")


def test_cell_over_a_billion_columns_is_cut() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("wide")}</w:tc>'
    document = read(of_body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert document.tables[0].cells[0].column_span == 1000


def test_string_shown_in_many_cells_counts_each_time() -> None:
    strings = f"<sst {S}><si><t>{'x' * 1_000_000}</t></si></sst>"
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 60))
    data = changed(
        workbook_file(),
        xl__sharedStrings=strings,
        xl__worksheets__sheet1=f"<worksheet {S}><sheetData>{cells}</sheetData></worksheet>",
    )
    assert refusal(data).expected.startswith(f"at most {DEFAULT_LIMITS.cells:,} filled cells")


def test_merged_cells_that_cover_everything_cost_nothing() -> None:
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 1000
    sheet = (
        f"<worksheet {S}><sheetData><row>"
        "<c t='str'><v>Theme</v></c><c t='str'><v>Score</v></c></row></sheetData>"
        f"<mergeCells>{merges}</mergeCells></worksheet>"
    )
    document = read_document(changed(workbook_file(), xl__worksheets__sheet1=sheet), "book.xlsx")
    assert [cell.address for cell in document.tables[0].cells] == ["Sheet!A1", "Sheet!B1"]


@pytest.mark.parametrize("make", [word_file, workbook_file])
def test_strict_form_of_the_standard_is_read_like_the_common_one(make: Callable[[], bytes]) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make())) as old, zipfile.ZipFile(file, "w") as archive:
        for name in old.namelist():
            part = old.read(name)
            for kind in (b"wordprocessingml", b"spreadsheetml", b"officeDocument"):
                common = b"http://schemas.openxmlformats.org/%s/2006/" % kind
                part = part.replace(common, b"http://purl.oclc.org/ooxml/%s/" % kind)
            archive.writestr(name, part)
    assert "The board meets." in read_document(file.getvalue(), "plan").text


@pytest.mark.parametrize("name", ["plan.docx", "book.xlsx"])
def test_file_with_a_password_says_so(name: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    error = refusal(data, name)
    assert error.expected == "a document that opens without a password"
    assert error.hint is not None
    assert "remove the password" in error.hint


def test_encrypted_parts_say_so() -> None:
    data = bytearray(word_file())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert refusal(bytes(data)).expected == "a document that opens without a password"


def test_encrypted_opendocument_says_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", b"\x13\x37" * 100)
    assert refusal(file.getvalue(), "book.ods").expected == "a document that opens without a password"
