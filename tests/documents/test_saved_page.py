"""Web pages saved with their pictures as one file (MHTML)."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

import pytest

from placebench.documents import read_document
from placebench.errors import UnreadableDocument
from tests.documents.soundness import check

PAGE = "<html><head><title>Place</title></head><body><h1>Place</h1><p>The board – Ford – meets.</p></body>"


def saved(page: str, *, charset: str, encoding: str, snapshot: bool = True) -> bytes:
    message = EmailMessage(policy=policy.SMTP)
    if snapshot:
        message["From"] = "<Saved by Blink>"
        message["Snapshot-Content-Location"] = "https://ford.example/place"
    message.set_content(page, subtype="html", charset=charset, cte=encoding)
    message.add_related(b"GIF89a", "image", "gif")
    return message.as_bytes()


@pytest.mark.parametrize("snapshot", [True, False], ids=["browser", "Word"])
@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("windows-1252", "8bit")]
)
def test_the_page_is_read_and_its_pictures_are_not(charset: str, encoding: str, *, snapshot: bool) -> None:
    document = read_document(
        saved(PAGE, charset=charset, encoding=encoding, snapshot=snapshot), "place.mhtml"
    )
    check(document)
    assert [document.at(block.span) for block in document.blocks] == ["Place", "The board – Ford – meets."]
    assert document.media_type == "multipart/related"
    assert document.metadata.get("url") == ("https://ford.example/place" if snapshot else None)


def test_a_file_without_a_page_is_refused() -> None:
    message = EmailMessage(policy=policy.SMTP)
    message["MIME-Version"] = "1.0"
    message.add_related(b"GIF89a", "image", "gif")
    with pytest.raises(UnreadableDocument, match="save the page alone"):
        read_document(message.as_bytes(), "place.mhtml")


def test_parts_within_parts_without_end_are_refused_or_read() -> None:
    levels = range(2_000)
    head = "MIME-Version: 1.0\r\n" + "".join(
        f'Content-Type: multipart/related; boundary="b{level}"\r\n\r\n--b{level}\r\n' for level in levels
    )
    with pytest.raises(UnreadableDocument, match="saved web page"):
        read_document(head.encode(), "place.mhtml")
