from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.cli.tables import harmless, in_one_block, render, shown, wrapped


def test_a_table_that_fits_has_one_line_a_row():
    assert render(["place", "rows"], [["Alder", 12], ["Birch", None]], 40) == (
        "place  rows\n"
        "-----  ----\n"
        "Alder    12\n"
        "Birch"
    )  # fmt: skip


def test_long_cells_are_wrapped_within_their_column():
    assert render(["place", "says"], [["Alder", "a board that meets each month"], ["Birch", "no"]], 22) == (
        "place  says\n"
        "-----  ---------------\n"
        "Alder  a board that\n"
        "       meets each\n"
        "       month\n"
        "Birch  no"
    )  # fmt: skip


def test_columns_that_do_not_fit_go_to_a_further_block_with_the_first_column():
    text = render(["place", "one", "two"], [["Alder", "x" * 30, "y" * 30]], 40)
    first, second = text.split("\n\n")
    assert first.splitlines()[0].split() == ["place", "one"]
    assert second.splitlines()[0].split() == ["place", "two"]
    assert "y" not in first
    assert "Alder" in second


def test_keys_stand_in_every_block():
    row = ["f1", "bob/oxfordshire", "x" * 30, "y" * 30, "z" * 30]
    text = render(["fact_id", "place_id", "one", "two", "three"], [row], 60, keys=("place_id",))
    heads = [block.splitlines()[0].split() for block in text.split("\n\n")]
    assert heads == [["fact_id", "place_id", name] for name in ("one", "two", "three")]
    assert text.count("bob/oxfordshire") == 3


def test_keys_that_take_half_of_the_width_are_not_repeated():
    row = ["f" * 16, "bob/oxfordshire", "x" * 30, "y" * 30]
    text = render(["fact_id", "place_id", "one", "two"], [row], 50, keys=("place_id",))
    assert text.count("bob/oxfordshire") == 1


def test_a_table_without_rows_is_its_headings():
    assert render(["place", "rows"], [], 40) == "place  rows\n-----  ----"


@given(
    st.lists(st.lists(st.text(max_size=60), min_size=4, max_size=4), max_size=5),
    st.integers(min_value=60, max_value=120),
)
def test_no_line_is_wider_than_asked(rows, width):
    text = render(["one", "two", "three", "four"], rows, width)
    assert max(map(len, text.splitlines())) <= width


@given(st.lists(st.text("abc ", min_size=1, max_size=80), min_size=1, max_size=6))
def test_no_letter_is_lost(cells):
    text = render([str(n) for n in range(len(cells))], [cells], 44)
    first = cells[0].count("a")
    assert text.count("a") >= sum(cell.count("a") for cell in cells) >= first


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (["a", "b"], "a, b"),
        ([], ""),
        ("two\nlines\tand  more", "two lines and more"),
        ("red \x1b[31mletters", "red \ufffd[31mletters"),
        ("turned \u202eround", "turned \ufffdround"),
        (1.5, "1.5"),
    ],
)
def test_values_are_shown_as_one_harmless_line(value, expected):
    assert shown(value) == expected


def test_harmless_text_keeps_its_lines():
    assert harmless("one\n\ttwo\x07") == "one\n\ttwo\ufffd"


def test_paragraphs_are_wrapped_with_their_indents():
    assert wrapped("- one two three four", 14, "", "  ") == "- one two\n  three four"


def test_one_block_has_all_columns_and_breaks_no_word():
    rows = [["f0f0f0f0f0f0", "a board that meets each month", "in_place"], ["f1", "no", "absent"]]
    table = in_one_block(["fact_id", "says", "status"], rows, 40)
    assert table == (
        "fact_id       says              status\n"
        "------------  ----------------  --------\n"
        "f0f0f0f0f0f0  a board that      in_place\n"
        "              meets each month\n"
        "f1            no                absent"
    )


def test_one_block_that_would_break_words_is_none():
    assert in_one_block(["one", "two"], [["x" * 25, "y" * 25]], 40) is None


@given(
    st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=5),
    st.integers(min_value=40, max_value=120),
)
def test_one_block_is_no_wider_than_asked(rows, width):
    text = in_one_block(["one", "two", "three"], rows, width)
    assert text is None or max(map(len, text.splitlines())) <= width
