"""System profiles: what a file may hold, and what becomes of it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from placebench.codebook import (
    NewPlace,
    SystemProfile,
    load_profile,
    new_profile,
    parse_profile,
    profile_of,
    slug,
)
from placebench.codebook.profiles import KEYS
from placebench.errors import CodebookError, UsageError

SMALLEST = """
[system]
id = "north"
name = "North"

[[place]]
id = "alpha"
name = "Alpha"
"""
FULL = """
[system]
id = "north"
name = "North"
aliases = ["NHS North", "Norths"]
ods = "QXX"
gss = "E54999999"
valid_from = 2022-07-01
valid_to = 2026-03-31
successor = "NHS North and South ICB"

[[place]]
id = "alpha"
name = "Alpha"
aliases = ["Alphashire"]
footprint = ["E06999999"]
valid_to = 2024-03-31
partnerships = [{ name = "Alpha's Health Alliance", aliases = ["AHA"], valid_from = 2021-04-01 }]

[[organisation]]
name = "Alpha Hospitals"
sectors = ["acute", "community"]
ods = "RXX"
valid_from = 2010-01-01

[[organisation]]
name = "Alpha Council"
aliases = ["Alpha Borough Council"]
sectors = ["local_authority"]
gss = "E06999999"

[[organisation]]
name = "Age UK Alpha"
sectors = ["vcse"]

[[edition]]
name = "board paper"
match = "paper is for"
document_type = "board_paper"
expects = { recommendations = [1], roles = [0, 5] }
"""
GOOD = """[system]
id = "vale"
name = "Vale"
aliases = ["Vale ICB"]
ods = "QV1"
valid_from = 2022-07-01

[[place]]
id = "dale"
name = "Dale"
aliases = ["Dale District"]
footprint = ["E10000099"]
partnerships = [{ name = "Dale Alliance", valid_from = 2023-01-01 }]

[[place]]
id = "ford"
name = "Ford"
[[place.partnerships]]
name = "Ford Together"

[[organisation]]
name = "Vale Hospitals"
sectors = ["acute"]

[[edition]]
name = "board paper"
match = "paper for"
expects = { priorities = [1, 9], roles = [2] }
"""

Load = Callable[[str], SystemProfile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(text: str) -> SystemProfile:
        path = tmp_path / "north.toml"
        path.write_text(text, encoding="utf-8")
        return load_profile(path)

    return loaded


def test_smallest_profile_is_a_system_with_a_place(load: Load) -> None:
    profile = load(SMALLEST)
    assert (profile.system.system_id, profile.system.ods_code, profile.aliases) == ("north", None, ())
    assert [(place.place_id, place.system_id) for place in profile.places] == [("north/alpha", "north")]
    assert (profile.place_aliases, profile.partnerships) == ({"north/alpha": ()}, ())
    assert (profile.organisations, profile.editions) == ((), ())


def test_system_and_place_have_codes_names_and_dates(load: Load) -> None:
    profile = load(FULL)
    system, (place,) = profile.system, profile.places
    assert (system.ods_code, system.gss_code) == ("QXX", "E54999999")
    assert (system.valid_from, system.valid_to) == (dt.date(2022, 7, 1), dt.date(2026, 3, 31))
    assert (system.successor, profile.aliases) == ("NHS North and South ICB", ("NHS North", "Norths"))
    assert (place.footprint, place.valid_from, place.valid_to) == (("E06999999",), None, dt.date(2024, 3, 31))
    assert profile.place_aliases == {"north/alpha": ("Alphashire",)}


def test_partnership_belongs_to_its_place(load: Load) -> None:
    (partnership,) = load(FULL).partnerships
    assert partnership.partnership_id == "north/alpha/alphas-health-alliance"
    assert (partnership.place_id, partnership.aliases) == ("north/alpha", ("AHA",))
    assert partnership.valid_from == dt.date(2021, 4, 1)


def test_organisation_goes_by_its_code_or_else_its_name(load: Load) -> None:
    found = [(o.organisation_id, o.sectors) for o in load(FULL).organisations]
    assert found == [
        ("RXX", ("acute", "community")),
        ("E06999999", ("local_authority",)),
        ("age-uk-alpha", ("vcse",)),
    ]


def test_edition_says_what_its_documents_look_like_and_must_give(load: Load) -> None:
    (edition,) = load(FULL).editions
    assert edition.match.search("this paper is for decision")
    assert (edition.name, edition.document_type) == ("board paper", "board_paper")
    assert edition.expects == {"recommendations": (1, None), "roles": (0, 5)}


@pytest.mark.parametrize(
    ("text", "found", "where"),
    [
        ("[system\n", "expected ']'", "north.toml, line 1, column 8"),
        (SMALLEST.replace("name", "nom", 1), "nom", "north.toml, line 4"),
        (SMALLEST + 'codes = ["E1"]\n', "codes", "north.toml, line 9"),
        (SMALLEST + '[[organisation]]\nname = "A"\nsector = "acute"\n', "sector", "north.toml, line 11"),
        (SMALLEST + '[[organisation]]\nname = "A"\n', "only name", "north.toml, line 9"),
        (SMALLEST + "[[editions]]\n", "editions", "north.toml, line 9"),
        (SMALLEST + '[[edition]]\nname = "a"\nmatch = "("\n', "missing )", "north.toml, line 11"),
        (SMALLEST + 'valid_from = "July 2022"\n', "'July 2022'", "north.toml, line 9"),
        ('[system]\nid = "north"\nname = "North"\n', "only system", "north.toml"),
        ('[[place]]\nid = "alpha"\nname = "Alpha"\n', "only place", "north.toml"),
    ],
    ids=[
        "toml",
        "key",
        "of place",
        "of organisation",
        "no sector",
        "table",
        "edition",
        "date",
        "place",
        "system",
    ],
)
def test_what_is_wrong_is_named_with_its_place(load: Load, text: str, found: str, where: str) -> None:
    with pytest.raises(CodebookError) as raised:
        load(text)
    assert found in raised.value.found
    assert raised.value.where == where


def test_a_file_that_an_editor_marked_as_utf_8_is_read_too():
    assert parse_profile("vale.toml", b"\xef\xbb\xbf" + GOOD.encode()).system.name == "Vale"


@pytest.mark.parametrize(
    ("old", "new", "line", "expected", "found"),
    [
        ('id = "vale"', 'id = "Vale ICS"', 2, "id such as black-country", "“Vale ICS”"),
        ('id = "vale"\n', "", 1, "the key id", "only name"),
        ('name = "Vale"', "name = 7", 3, "a text in quotes for name", "7"),
        ('name = "Vale"', 'name = " "', 3, "a text with words for name", "an empty one"),
        ('name = "Vale"', 'name = "Va\\nle"', 3, "one line of text", "Va"),
        ('["Vale ICB"]', '[""]', 4, "a text with words for aliases", "an empty one"),
        ('["Vale ICB"]', '"Vale ICB"', 4, "a list of texts for aliases", "'Vale ICB'"),
        ('["Vale ICB"]', '["Vale ICB", "Vale ICB"]', 4, "each of aliases once", "“Vale ICB” twice"),
        ('["Vale ICB"]', '["Vale"]', 4, "aliases that differ from the name", "“Vale” again"),
        ('["Vale ICB"]', '["Dale"]', 10, "a name of one place, or of the system", "the system and dale"),
        ('ods = "QV1"', 'ods = "qv-1"', 5, "ods such as QU9", "“qv-1”"),
        ('ods = "QV1"', 'gss = "E54"', 5, "gss such as E54000044", "“E54”"),
        ('ods = "QV1"', 'succesor = "Hill"', 5, "one of aliases", "the key succesor"),
        ('ods = "QV1"', 'successor = "Vale ICB"', 5, "the body that the system became", "the system itself"),
        ("2022-07-01", '"2022-07-01"', 6, "a date for valid_from", "'2022-07-01'"),
        ("2022-07-01", "2022-07-01T00:00:00", 6, "a date for valid_from", "datetime"),
        ("2022-07-01", "2022-07-01\nvalid_to = 2021-01-01", 7, "valid_to after 2022-07-01", "2021-01-01"),
        ('id = "ford"', 'id = "dale"', 16, "each place once", "dale twice"),
        ('"Dale District"', '"Ford"', 17, "a name of one place", "“Ford” for dale and ford"),
        (
            '"Ford Together"',
            '"Dale-Alliance"',
            19,
            "a name of one place",
            "“Dale-Alliance” for dale and ford",
        ),
        ('"E10000099"', '"Dale"', 12, "footprint of codes such as", "“Dale”"),
        ("valid_from = 2023-01-01 }", "from = 2023-01-01 }", 13, "one of aliases", "the key from"),
        ("[[place]]\n", "[place]\n", None, "a system profile in TOML", "twice"),
        ('["acute"]', '["acutely"]', 23, "sectors of primary_care", "“acutely”"),
        ('["acute"]', "[]", 23, "at least one of sectors", "none"),
        ('name = "Vale Hospitals"', 'name = "—"', 22, "a name with letters", "—"),
        ('"paper for"', '"(paper"', 27, "an expression for match", "missing )"),
        ("priorities =", "priority =", 28, "the name of a table in expects", "priority"),
        ("[1, 9]", "[9, 1]", 28, "the fewest rows and, after it, the most", "[9, 1]"),
        ("[1, 9]", "3", 28, "the fewest rows and, after it, the most", "3"),
        (
            "[[edition]]",
            "[[editions]]",
            25,
            "one of columns, edition, organisation, place, system",
            "the key editions",
        ),
        ("id = ", "id : ", 2, "a system profile in TOML", "expected '='"),
    ],
)
def test_an_error_says_file_and_line_and_what_was_expected(old, new, line, expected, found):
    assert old in GOOD
    broken = GOOD.replace(old, new) if old == "[[place]]\n" else GOOD.replace(old, new, 1)
    with pytest.raises(CodebookError) as caught:
        parse_profile("vale.toml", broken.encode())
    assert caught.value.where.startswith(f"vale.toml, line {line}" if line else "vale.toml")
    assert expected in caught.value.expected
    assert found.lower() in caught.value.found.lower()


def test_a_misspelt_key_is_guessed():
    with pytest.raises(CodebookError, match="did you mean successor"):
        parse_profile("vale.toml", GOOD.replace("ods =", "succesor =").encode())


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('[[organisation]]\nname = "Vale Hospitals"\nsectors = ["acute"]', "vale-hospitals twice"),
        (
            '[[organisation]]\nname = "Ford Clinic"\naliases = ["Vale hospitals"]\nsectors = ["acute"]',
            "“Vale hospitals” for Vale Hospitals too",
        ),
    ],
)
def test_an_organisation_and_each_of_its_names_stand_once(more, found):
    with pytest.raises(CodebookError) as caught:
        parse_profile("vale.toml", f"{GOOD}{more}\n".encode())
    assert caught.value.found == found


@pytest.mark.parametrize("text", ["place = []\n[system]\nid = 'a'\nname = 'A'", "system = 1\nplace = []"])
def test_a_profile_has_a_system_and_a_place(text):
    with pytest.raises(CodebookError):
        parse_profile("vale.toml", text.encode())


def test_bytes_that_are_no_utf_8_are_told_with_their_line():
    with pytest.raises(CodebookError, match=r"vale\.toml, line 3: expected text in UTF-8"):
        parse_profile("vale.toml", GOOD.encode().replace(b'"Vale"', b'"V\xe4le"'))


class TestANewProfile:
    def test_loads_as_it_is(self):
        profile = parse_profile("new.toml", new_profile("north-vale").encode())
        assert (profile.system.system_id, profile.system.name) == ("north-vale", "North Vale")

    def test_has_an_example_of_every_key_that_loads_too(self):
        text = new_profile("vale").replace("\n#: ", "\n")
        profile = parse_profile("new.toml", text.encode())
        assert profile.editions[0].expects == {"recommendations": (1, 20)}
        content = tomllib.loads(text)
        given = {
            "system": content["system"],
            "words": content["words"],
            "place": content["place"][0],
            "place.partnerships": content["place"][0]["partnerships"][0],
            "organisation": content["organisation"][0],
            "edition": content["edition"][0],
        }
        assert {table: set(keys) for table, keys in given.items()} == {t: set(k) for t, k in KEYS.items()}

    @pytest.mark.parametrize("wrong", ["North Vale", "vale_1", "", 'vale"'])
    def test_needs_an_identifier(self, wrong):
        with pytest.raises(UsageError, match="small letters, digits and hyphens"):
            new_profile(wrong)


def test_a_profile_of_names_that_were_found_loads():
    places = [NewPlace("Dale", ("Dale Alliance",)), NewPlace('The "Ford"')]
    profile = parse_profile("x.toml", profile_of("Vale", ["Vale", "Vale ICB"], places).encode())
    assert profile.aliases == ("Vale ICB",)
    assert [place.place_id for place in profile.places] == ["vale/dale", "vale/the-ford"]
    assert [one.name for one in profile.partnerships] == ["Dale Alliance"]


def test_a_profile_of_a_system_alone_has_a_place_to_replace():
    assert len(parse_profile("x.toml", profile_of("Vale", [], []).encode()).places) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Berkshire West", "berkshire-west"), ("King’s & Queen's", "kings-queens"), ("A (B), C", "a-b-c")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    "value", ["7", "true", "[]", "{}", "[[1]]", "1.5", '""', "2020-01-01", "[{ a = 1 }]", '"\\u0007"']
)
def test_a_value_of_any_other_type_is_read_or_told_with_its_line(value: str) -> None:
    for line in (line for line in FULL.splitlines() if " = " in line):
        text = FULL.replace(line, f"{line.partition(' = ')[0]} = {value}", 1)
        assert _told(text) in (None, "north.toml, line")


def _told(text: str) -> str | None:
    try:
        parse_profile("north.toml", text.encode())
    except CodebookError as error:
        return str(error.where).rpartition(" ")[0]
    return None
