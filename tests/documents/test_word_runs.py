"""What stands within a paragraph of a Word document: symbols, controls, fields, formulas, struck words."""

from __future__ import annotations

import docx
import pytest

from tests.documents.word_files import kinds, lines, of_body, paragraph, read, run, xml


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F035", "5"),
        ("Symbol", "F0B7", "•"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0B3", "•"),
        ("Symbol", "none", ""),
    ],
)
def test_symbol_is_the_character_that_its_font_shows(font: str, code: str, shown: str) -> None:
    symbol = f'<w:sym w:font="{font}" w:char="{code}"/>'
    word = of_body(f"<w:p><w:r><w:t>Of a share:</w:t>{symbol}<w:t>half.</w:t></w:r></w:p>")
    assert read(word).text.strip() == f"Of a share:{shown}half."


def test_content_controls_links_and_fields_show_what_they_hold() -> None:
    placeholder = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("wrong")
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12")
    word = of_body(
        f"<w:sdt><w:sdtContent>{paragraph('Chair: the mayor.')}</w:sdtContent></w:sdt>",
        f"<w:p>{run('See ')}<w:hyperlink>{run('the terms')}</w:hyperlink>{run('.')}</w:p>",
        f"<w:sdt>{placeholder}<w:sdtContent>{paragraph('Click to enter text.')}</w:sdtContent></w:sdt>",
        f'<w:p>{run("Of ")}{code}{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" members.")}</w:p>',
        f"<w:p>{run('Seen')}{run(' and hidden', '<w:vanish/>')}.</w:p>",
        "<w:p><w:r><w:t>place</w:t><w:noBreakHyphen/><w:t>based</w:t><w:tab/><w:sym w:font='Wingdings' "
        "w:char='F0FC'/></w:r></w:p>",
    )
    assert lines(read(word)) == [
        "Chair: the mayor.",
        "See the terms.",
        "Of 12 members.",
        "Seen",
        "place-based\t✓",
    ]


def test_character_styles_formulas_and_annotated_characters() -> None:
    word = docx.Document()
    word.add_heading("Paper", 1)
    word.add_paragraph().add_run("Next steps", style="Strong")
    ruby = f"<w:rt>{run('above')}</w:rt><w:rubyBase>{run('The base.')}</w:rubyBase>"
    for element in (
        f"<w:p>{run('Of ')}<m:oMath><m:r><m:t>n+1</m:t></m:r></m:oMath>{run(' members.')}</w:p>",
        f"<w:p><w:r><w:ruby>{ruby}</w:ruby></w:r></w:p>",
    ):
        word.element.body[-1].addprevious(xml(element))
    assert kinds(read(word)) == [
        ("heading", "Paper"),
        ("heading", "Next steps"),
        ("paragraph", "Of n+1 members."),
        ("paragraph", "The base."),
    ]


def test_words_that_are_struck_out_are_taken_as_deleted() -> None:
    kept = run(" monthly", '<w:strike w:val="0"/>')
    once, twice = run(" weekly", "<w:strike/>"), run(" daily", "<w:dstrike/>")
    word = of_body(f"<w:p>{run('The board meets')}{once}{twice}{kept}</w:p>")
    assert lines(read(word)) == ["The board meets monthly"]


STAGES = '<w:listEntry w:val="Early"/><w:listEntry w:val="Late"/>'


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (f'<w:ddList><w:result w:val="1"/>{STAGES}</w:ddList>', "Late"),
        (f"<w:ddList>{STAGES}</w:ddList>", "Early"),
        (f'<w:ddList><w:result w:val="7"/>{STAGES}</w:ddList>', ""),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:textInput/>", ""),
    ],
)
def test_older_form_fields_show_what_was_chosen(field: str, answer: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{field}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    word = of_body(f"<w:p>{run('Stage:')}{begin}<w:r><w:instrText>FORM</w:instrText></w:r>{end}</w:p>")
    assert lines(read(word)) == [f"Stage:{answer}"]
