"""Signs with points: how the file is read, added to, and shown."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook, parse_additions
from placebench.codebook.frame import find, sections
from placebench.codebook.signs import Sign
from placebench.errors import CodebookError

SIGN = '[[signs.sign]]\nname = "pledge"\npoints = 3\nin = ["before"]\nmatch = ["pledge"]\n'


def signs(text: str = "") -> dict[str, Sign]:
    book = load_codebook([parse_additions("mine.toml", text)] if text else [])
    return {sign.name: sign for sign in book.signs.signs}


def test_every_sign_of_the_package_has_a_name_and_points_of_its_own():
    book = load_codebook()
    assert len({sign.name for sign in book.signs.signs}) == len(book.signs.signs)
    assert sum(sign.points for sign in book.signs.signs if sign.points > 0) >= book.signs.threshold


def test_a_sign_and_a_threshold_are_added():
    text = f"[signs]\nthreshold = 21\n{SIGN}"
    assert signs(text)["pledge"].points == 3
    assert load_codebook([parse_additions("mine.toml", text)]).signs.threshold == 21


def test_of_two_signs_with_one_name_that_of_the_additions_counts():
    assert signs(SIGN.replace("pledge", "works_with"))["works_with"].points == 3
    assert "works_with" not in signs(SIGN.replace("pledge", "works_with").replace("= 3", "= 0"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('in = ["before"]', 'in = ["below"]', "one of before"),
        ("points = 3\n", "", "the key points"),
        ("points = 3", "points = 2.5", "whole points"),
        ('in = ["before"]\n', "", "with `in`"),
        ("points = 3", "weight = 3", "one of in"),
        ("points = 3", 'points = 3\nwhen = ["at_night"]', "page_of_partnership"),
        ("points = 3", "points = 3\nleast = { cats = 2 }", "one of organisations"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(before, after, expected):
    with pytest.raises(CodebookError, match=expected) as error:
        signs(SIGN.replace(before, after))
    assert "mine.toml, line" in str(error.value)


def test_the_codebook_prints_signs_with_their_points():
    (section,) = find("memberships", sections())
    shown = {signal.gives.get("name"): signal for signal in section.signals}
    assert shown["four_sectors"].gives["points"] == "+5"
    assert shown["four_sectors"].patterns["least"] == ("4 sectors",)
    assert shown["page_of_partnership"].patterns["when"] == ("page_of_partnership",)
