"""What holds of every document, whatever the bytes."""

from __future__ import annotations

import contextlib

from hypothesis import example, given
from hypothesis import strategies as st

from placebench.documents import read_document
from placebench.errors import DocumentError
from tests.documents.soundness import check

LINE_PARTS = [
    "\n", "\n\n", "\r\n", "\f", "\t", " ", "  ", "\u00a0", "• ", "·", "- ", "- 7. ", "- o ", "Ø ", "a. ",
    "h. ", "i. ", "(ii) ", "1. ", "1.1 ", "– ", "¹ ", "12", "---", "|", "**", "<u>", "Title",
    "SOME CAPITALS", "Appendix A: b", "A sentence ends.", "word ", "x:",
]  # fmt: skip
TAGS = [
    "<p>", "</p>", "<div>", "</div>", "<div class=cookie>", "<nav>", "</nav>", "<main>", "<h1>", "</h1>",
    "<h3>", "<ul>", "</ul>", "<ol type=i start=3>", "</ol>", "<li>", "<li class=footnote>", "<table>",
    "</table>", "<tr>", "<td>", "<td rowspan=2>", "<td rowspan=0>", "<td colspan=3>", "<th>", "<caption>",
    "<thead>", "<pre>", "</pre>", "<table role=presentation>", "<b>", "</b>", "<br>", "<br>", "&nbsp;",
    "&#8226; ", "1. a", "text ", " ", "\n", "é", "<p style='mso-list:l0 level2 lfo1;margin-left:3.5cm'>",
    "<span hidden>", "<template>", "<script>", "<!--", "-->", "<svg>", "<select>", "<frameset>", "<body>",
    "<dl><dt>x<dd>", "<button>", "<a href='x", "<![if x]>",
]  # fmt: skip

texts = st.lists(st.sampled_from(LINE_PARTS) | st.text(max_size=3), max_size=50).map("".join)
pages = st.lists(st.sampled_from(TAGS) | st.text(max_size=3), max_size=50).map(
    lambda parts: "<!doctype html>" + "".join(parts)
)
files = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace")),
    pages.map(lambda text: text.encode("utf-8", "replace")),
    st.binary(),
    st.binary().map(lambda data: b"<html>" + data),
    st.binary().map(lambda data: b"PK\x03\x04" + data),
    st.binary().map(lambda data: b"\xff\xfe" + data),
)


@given(files)
@example(b"<!doctype html><p>&nbsp;<br><br>x")
def test_reading_gives_sound_blocks_or_a_document_error(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        document = read_document(data, "any.txt")
        check(document)


@given(texts)
def test_plain_text_comes_back_unchanged(text: str) -> None:
    with contextlib.suppress(DocumentError):
        assert read_document(text.encode("utf-8", "replace"), "any.txt").text.encode() == text.encode(
            "utf-8", "replace"
        )


@given(texts)
def test_pages_follow_one_another_to_the_end(text: str) -> None:
    with contextlib.suppress(DocumentError):
        document = read_document(text.encode("utf-8", "replace"), "any.txt")
        assert "".join(document.at(page) for page in document.pages) in ("", document.text)
        assert all(block.page == document.page_at(block.span.start) for block in document.blocks)
