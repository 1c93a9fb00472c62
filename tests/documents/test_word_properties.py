"""What holds of every Word document, however its elements are put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.word_files import add_list, item, level, of_body, paragraph, read, run

TEXTS = st.sampled_from(
    ["", " ", "word", "1. one", "(a)\ttwo", "a\tb", "- x", "\u00a0", "Next steps", "end."]
)
PROPERTIES = st.sampled_from(
    [
        "",
        '<w:pStyle w:val="Heading1"/>',
        '<w:pStyle w:val="Title"/>',
        '<w:pStyle w:val="ListBullet2"/>',
        '<w:outlineLvl w:val="4"/>',
        "<w:rPr><w:del/></w:rPr>",
        '<w:numPr><w:numId w:val="0"/></w:numPr>',
    ]
)
BOX = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
WRAPPERS = st.sampled_from(
    [
        "<w:ins>{}</w:ins>",
        "<w:del>{}</w:del>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc><w:tc/></w:tr></w:tbl>',
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
        BOX,
    ]
)
paragraphs = st.one_of(
    st.builds(paragraph, TEXTS, PROPERTIES),
    st.builds(item, TEXTS, st.sampled_from([50, 51, 99]), st.integers(0, 9)),
    st.builds("<w:p>{}<w:r><w:br/></w:r>{}</w:p>".format, TEXTS.map(run), TEXTS.map(run)),
    st.builds("<w:p>{}</w:p>".format, TEXTS.map(lambda text: run(text, "<w:b/>"))),
)
elements = st.recursive(
    paragraphs,
    lambda inner: st.builds(
        lambda wrapper, parts: wrapper.format("".join(parts)), WRAPPERS, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(elements, max_size=6))
def test_reading_gives_sound_blocks(parts: list[str]) -> None:
    word = of_body(paragraph("The board meets."), *parts)
    add_list(word, 50, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
    add_list(word, 51, level(0, "bullet", "•"))
    assert "The board meets." in read(word).text
