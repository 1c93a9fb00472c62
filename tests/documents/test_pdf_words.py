"""The words of a PDF page, each with the type that it is set in."""

from __future__ import annotations

from pypdfium2 import PdfDocument

from placebench.documents.pdf.letters import with_whole_words
from placebench.documents.pdf.place import Word
from placebench.documents.pdf.words import read_words
from tests.documents.pdf_making import LEFT, Sheet


def words_of(sheet: Sheet) -> tuple[Word, ...]:
    document = PdfDocument(sheet.data())
    page = document[0]
    text = page.get_textpage()
    try:
        return read_words(page, text).words
    finally:
        text.close()
        page.close()
        document.close()


def test_a_line_that_begins_in_bold_type_and_goes_on_in_plain_is_of_both() -> None:
    sheet = Sheet().line("Chair:", bold=True).line("the council", at=(LEFT + 34,), step=0)
    assert [(word.text, word.bold) for word in words_of(sheet)] == [
        ("Chair:", True),
        ("the", False),
        ("council", False),
    ]


def test_a_line_that_is_set_in_one_go_is_of_one_size() -> None:
    assert [word.size for word in words_of(Sheet().line("the council meets", size=12))] == [12.0] * 3


def letter_by_letter(*texts: str) -> list[Word]:
    """Return each letter as a word, as the library gives some pages of a browser, line by line."""
    return [
        Word(letter, 40 + 5 * at, 45 + 5 * at, 20 + 12 * line, 10, apart=True)
        for line, text in enumerate(texts)
        for at, letter in enumerate(text)
        if letter != " "
    ]


def test_letters_that_touch_are_words() -> None:
    texts = ("Partners met in Ford", "and agreed one plan")
    whole = with_whole_words(letter_by_letter(*texts))
    assert [word.text for word in whole] == " ".join(texts).split()
    assert (whole[0].x0, whole[0].x1) == (40, 80)
    assert not any(word.apart for word in whole)


def test_few_letters_by_themselves_stay_so() -> None:
    words = letter_by_letter("a b c")
    assert list(with_whole_words(words)) == words


def test_each_word_of_a_crowded_page_stands_where_it_is_set() -> None:
    # More words than the library is asked for at once.
    columns, rows = 30, 70
    sheet = Sheet()
    for row in range(rows):
        text = " ".join(f"w{row * columns + column:04}" for column in range(columns))
        sheet.line(text, size=5, step=2)
    words = words_of(sheet)
    assert [word.text for word in words] == [f"w{number:04}" for number in range(columns * rows)]
    for line in range(rows):
        on_line = words[line * columns : (line + 1) * columns]
        assert [word.x0 for word in on_line] == [word.x0 for word in words[:columns]]
        assert {word.y for word in on_line} == {on_line[0].y}
