"""Several assessors of a place: side by side, again on another day, and on a copied sheet."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.whole


def test_assessors_and_places_are_kept_apart(filled, read, ratings):
    book = filled(assessors=2)
    book.sign("Chair", "October 2023", 2)
    book.answer(1, "1 Emerging")
    book.answer(1, "3 Maturing", assessor=2)
    book.answer(3, "4 Thriving", place="Ford")
    assert ratings(read(book)) == [
        ("vale/dale", "1", 1, 1, "Place lead"),
        ("vale/dale", "1", 3, 3, "Chair"),
        ("vale/ford", "3", 4, 4, "Assessor 1"),
    ]


def test_two_assessors_of_one_name_and_date_are_told_and_the_first_is_read(filled, read, ratings):
    book = filled(assessors=2)
    book.answer(1, "2 Developing")
    book.sign("Place lead", "5 October 2023", assessor=2)
    book.answer(1, "4 Thriving", assessor=2)
    done = read(book)
    said = "expected another name or date than those of assessor 1, found “Place lead” again"
    assert any(said in message for message in done.reports[0].messages)
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead")]


def test_an_assessor_may_rate_again_on_another_day(filled, read, ratings):
    book = filled(assessors=2)
    book.answer(1, "2 Developing")
    book.sign("Place lead", "5 October 2024", assessor=2)
    book.answer(1, "4 Thriving", assessor=2)
    assert [low for _, _, low, *_ in ratings(read(book))] == [2, 4]


def test_a_copied_sheet_on_which_an_assessor_rates_again_is_told_and_not_read(filled, read, ratings):
    book = filled()
    book.answer(1, "2 Developing")
    book.book.copy_worksheet(book.sheet()).title = "Copy"
    book.answer(1, "4 Thriving", place="Copy")
    done = read(book)
    said = "expected each assessor of vale/dale on one sheet, found Place lead on the sheets Dale and Copy"
    assert any(said in message for message in done.reports[0].messages)
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead")]
    assert (done.exit_code, done.dataset.validate()) == (1, ())


@pytest.mark.parametrize(
    ("name", "stage", "read_of_it"),
    [("Chair", "4 Thriving", [("vale/dale", "1", 4, 4, "Chair")]), ("Place lead", None, [])],
    ids=["another assessor", "no answers"],
)
def test_a_copied_sheet_on_which_nobody_rates_again_is_read(filled, read, ratings, name, stage, read_of_it):
    book = filled()
    book.answer(1, "2 Developing")
    book.book.copy_worksheet(book.sheet()).title = "Copy"
    book.sign(name, None, place="Copy")
    book.answer(1, stage, place="Copy")
    done = read(book)
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead"), *read_of_it]
    assert done.exit_code == 0
