from __future__ import annotations

import pytest

from placebench.codebook import load_crosswalk, parse_crosswalk
from placebench.errors import CodebookError

THEME = '[theme.people]\nlabel = "People"\ndefinition = "Staff."\n'


def match(**keys):
    given = {"domain": "our_staff", "theme": "people", "relation": "exactMatch", **keys}
    return "[[match]]\n" + "".join(f'{key} = "{value}"\n' for key, value in given.items() if value)


def test_the_shipped_crosswalk_gives_every_theme_a_domain():
    walk = load_crosswalk()
    assert {one.theme for one in walk.matches} == {theme.code for theme in walk.themes}


def test_a_match_says_how_a_domain_stands_to_a_theme():
    (one,) = parse_crosswalk("mine.toml", THEME + match(system="north")).matches
    assert (one.domain, one.theme, one.relation, one.system) == ("our_staff", "people", "exactMatch", "north")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (THEME + match(theme="peple"), "mine.toml, line 6: expected a theme, such as people"),
        (THEME + match(relation="sameAs"), "line 7: expected a relation, such as"),
        (THEME + match(relation=None), "the key relation"),
        (THEME + match(extra="x"), "a key of a match"),
        (THEME + match() + match(relation="closeMatch"), "one relation of our_staff to people"),
        ("theme = 1", "tables headed"),
        ("[theme", "TOML"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(text, said):
    with pytest.raises(CodebookError, match=said.replace("[", r"\[")):
        parse_crosswalk("mine.toml", text)


def test_an_unknown_name_and_a_missing_file_are_errors(tmp_path):
    with pytest.raises(CodebookError, match="commitments"):
        load_crosswalk("comitments")
    with pytest.raises(CodebookError):
        load_crosswalk(path=tmp_path / "none.toml")
