"""Labels of numbered paragraphs, as Word shows them."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from placebench.documents import open_document
from tests.documents.soundness import check
from tests.documents.word_files import add_list, item, level, of_body, paragraph, read, seen, xml

RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
        ("upperLetter", "%1)", ["A)", "B)", "C)"]),
        ("lowerRoman", "%1.", ["i.", "ii.", "iii."]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("ordinal", "%1", ["1st", "2nd", "3rd"]),
        ("decimal", "Item %1:", ["Item 1:", "Item 2:", "Item 3:"]),
        ("bullet", "–", ["–", "–", "–"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "\uf0a7", ["▪", "▪", "▪"]),
        ("bullet", "", ["•", "•", "•"]),
    ],
)
def test_format_of_a_list(form: str, text: str, labels: list[str]) -> None:
    word = of_body(*(item(f"item {n}", 50) for n in range(3)))
    add_list(word, 50, level(0, form, text))
    assert [label for label, _, _ in seen(read(word), "item")] == labels


@pytest.mark.parametrize(
    ("start", "form", "label"),
    [(27, "lowerLetter", "aa"), (28, "lowerLetter", "bb"), (49, "upperRoman", "XLIX")],
)
def test_large_numbers_as_word_writes_them(start: int, form: str, label: str) -> None:
    word = of_body(item("one", 50))
    add_list(word, 50, level(0, form, "%1", start=start))
    assert seen(read(word), "item") == [(label, 1, "one")]


def test_levels_count_within_the_level_above_and_restart_after_it() -> None:
    word = of_body(*(item(f"{at}", 50, at) for at in (0, 1, 1, 2, 0, 1, 2, 2)))
    add_list(
        word, 50, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerRoman", "(%3)")
    )
    assert [(label, at) for label, at, _ in seen(read(word), "item")] == [
        ("1.", 1),
        ("1.1", 2),
        ("1.2", 2),
        ("(i)", 3),
        ("2.", 1),
        ("2.1", 2),
        ("(i)", 3),
        ("(ii)", 3),
    ]


def test_level_that_never_restarts_and_one_shown_in_decimals() -> None:
    word = of_body(*(item(f"{at}", 50, at) for at in (0, 1, 0, 1)))
    add_list(
        word,
        50,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'),
    )
    assert [label for label, _, _ in seen(read(word), "item")] == ["I.", "1.1", "II.", "2.2"]


def test_list_goes_on_after_a_paragraph_and_another_list_of_its_kind_restarts() -> None:
    word = of_body(
        item("one", 50), paragraph("Between."), item("two", 50), item("one again", 51), item("two again", 51),
        item("three", 52),
    )  # fmt: skip
    add_list(word, 50, level(0, "decimal", "%1."))
    add_list(word, 51, overrides=RESTART, of=50)
    add_list(word, 52, of=50)
    labels = [label for label, _, _ in seen(read(word), "item")]
    assert labels == ["1.", "2.", "1.", "2.", "3."]


def test_bullets_indented_below_a_number_nest() -> None:
    word = of_body(item("agreed:", 50), item("frailty", 51, 1), item("discharge", 51, 1), item("next", 50))
    add_list(word, 50, level(0, "decimal", "%1."))
    add_list(word, 51, level(0, "bullet", "•"), level(1, "bullet", "o"))
    assert seen(read(word), "item") == [
        ("1.", 1, "agreed:"),
        ("o", 2, "frailty"),
        ("o", 2, "discharge"),
        ("2.", 1, "next"),
    ]


def test_dash_of_the_font_symbol_is_a_dash() -> None:
    word = of_body(item("point", 50))
    add_list(word, 50, level(0, "bullet", "\uf02d", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'))
    assert seen(read(word), "item") == [("\u2013", 1, "point")]


def test_styles_of_bullets_nest_by_their_indentation() -> None:
    word = docx.Document()
    for style in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Bullet"):
        word.add_paragraph("point", style=style)
    assert [at for _, at, _ in seen(read(word), "item")] == [1, 2, 3, 1]


def test_list_of_a_list_style_has_the_levels_of_the_list_that_the_style_names() -> None:
    word = of_body(item("one", 51))
    add_list(word, 50, level(0, "upperLetter", "%1."))
    add_list(word, 51, '<w:numStyleLink w:val="Agenda"/>')
    style = '<w:style w:type="numbering" w:styleId="Agenda"><w:name w:val="Agenda"/><w:pPr><w:numPr>'
    word.styles.element.append(xml(f'{style}<w:numId w:val="50"/></w:numPr></w:pPr></w:style>'))
    assert seen(read(word), "item") == [("A.", 1, "one")]


def test_list_that_begins_with_an_inner_level_shows_where_the_outer_one_would_start() -> None:
    word = of_body(item("inner", 50, 1), item("outer", 50, 0), item("inner", 50, 1))
    add_list(word, 50, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    assert [(label, at) for label, at, _ in seen(read(word), "item")] == [("1.1", 2), ("1.", 1), ("1.1", 2)]


def test_level_of_a_list_that_another_definition_replaces() -> None:
    word = of_body(item("one", 51))
    add_list(word, 50, level(0, "decimal", "%1."))
    add_list(
        word,
        51,
        overrides=f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "%1)")}</w:lvlOverride>',
        of=50,
    )
    assert seen(read(word), "item") == [("i)", 1, "one")]


def test_number_taken_away_and_list_that_is_not_there_leave_paragraphs() -> None:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    word = of_body(item("one", 50), paragraph("plain", none), item("lost", 99), item("two", 50))
    add_list(word, 50, level(0, "decimal", "%1."))
    document = read(word)
    assert seen(document, "item") == [("1.", 1, "one"), ("2.", 1, "two")]
    assert seen(document, "paragraph") == [(None, None, "plain"), (None, None, "lost")]


def test_numbered_heading_has_its_number_for_a_label() -> None:
    word = docx.Document()
    add_list(word, 50, level(0, "decimal", "%1", '<w:pStyle w:val="Heading1"/>'))
    for title in ("Purpose", "Governance"):
        word.add_heading(title, 1)
    style = word.styles["Heading 1"].element
    style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 50
    word.add_paragraph("The board meets.")
    document = read(word)
    assert seen(document, "heading") == [("1", 1, "Purpose"), ("2", 1, "Governance")]
    assert document.blocks[-1].path == ("Governance",)


@pytest.mark.parametrize("name", ["hard.docx", "list5.docx"])
def test_list_of_five_levels_has_every_label(formats: Path, name: str) -> None:
    document = open_document(formats / "docx" / name)
    check(document)
    truth = json.loads((formats / "docx" / "labels.json").read_text(encoding="utf-8"))
    found = [[label, at - 1, text] for label, at, text in seen(document, "item") if at]
    assert found == [[label, at, text.strip()] for label, at, text in truth]


@pytest.mark.parametrize("name", ["hard.docx", "matrix_lo.docx", "matrix_portrait.docx"])
def test_matrix_has_every_cell(formats: Path, name: str) -> None:
    document = open_document(formats / "docx" / name)
    truth = json.loads((formats / "pdf" / "matrix_truth.json").read_text(encoding="utf-8"))
    table = max(document.tables, key=lambda one: len(one.cells))
    rows = [[[document.at(span) for span in cell.spans] for cell in row] for row in table.rows]
    assert rows == [[[title] for title in truth["header"]], *truth["rows"]]
