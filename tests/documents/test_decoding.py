"""Which bytes are text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.documents import read_document
from placebench.documents.decoding import declared_encoding, decode
from placebench.errors import UnreadableDocument

WORDS = "Partners’ plan – 5 £ café\r\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("windows-1252"),
    ],
)
def test_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode(data, "paper.txt") == WORDS


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
        lambda text: text[0] != "\ufeff"
    )
)
def test_utf8_comes_back_character_for_character(text: str) -> None:
    assert decode(text.encode(), "paper.txt") == text


def test_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>Łódź'
    data = page.encode("iso-8859-2")
    assert declared_encoding(data) == "iso-8859-2"
    assert read_document(data, "page.html").text == "Łódź"


@pytest.mark.parametrize("declared", ["utf-8", "unicode_escape", "rot13", "undefined", "no-such-encoding"])
def test_declared_encoding_that_is_wrong_or_no_encoding_of_pages_is_passed_over(declared: str) -> None:
    data = f"<html><head><meta charset={declared}></head><p>café".encode("windows-1252")
    assert read_document(data, "page.html").text == "café"


def test_file_cut_off_inside_a_character_reads_up_to_it() -> None:
    assert decode("Café – plan é".encode()[:-1], "paper.txt") == "Café – plan "
    assert decode("Plan –".encode()[:-1], "paper.txt") == "Plan "
    assert decode("\ufeffPlan – é".encode("utf-16-le")[:-1], "paper.txt") == "Plan – "


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"A plan\0\0\0 of sorts", "a NUL character at position 6"),
        (b"\x01\x02\x03\x04 plan", "4 control characters among 9"),
        (b"A plan \x81\x8d of sorts", "bytes that are no text"),
        ("Café – ’quoted’ – ".encode() + b"\xe9 and more", "two encodings, UTF-8 and from line 1 on another"),
        (b"p\0l\0\0n", "a NUL character"),
        ("Plan – £5\n".encode() * 2 + "Café\nCafé’s £6\n".encode("cp1252"), "from line 3 on another"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        decode(data, "paper.txt")
    assert found in error.value.found
    assert error.value.expected == "plain text or HTML"
    assert error.value.where == "paper.txt"
    assert error.value.hint == "save the document as UTF-8 text"


def test_one_stray_control_character_in_a_long_text_is_let_through() -> None:
    text = "A plan for the place. " * 20 + "\x02"
    assert decode(text.encode(), "paper.txt") == text
