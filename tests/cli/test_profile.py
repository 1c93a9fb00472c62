from __future__ import annotations

import json

import pytest

NORTHERN = """
[system]
id = "northern"
name = "Northern"
valid_from = 2022-07-01

[words]
partnership = ["care circle"]
subgroup = ["locality board"]

[[place]]
id = "alder"
name = "Alder"
aliases = ["Alder Borough"]
partnerships = [{ name = "Alder Alliance" }]

[[organisation]]
name = "Alder Hospital"
sectors = ["acute"]

[[edition]]
name = "board paper"
match = "paper for"
"""


@pytest.fixture
def profile(tmp_path):
    path = tmp_path / "northern.toml"
    path.write_text(NORTHERN, encoding="utf-8")
    return path


def test_new_writes_a_profile_that_check_accepts(placebench, tmp_path):
    path = tmp_path / "vale.toml"
    written = placebench("profile", "new", "vale", "--out", path)
    assert (written.exit_code, written.stdout) == (0, "")
    checked = placebench("profile", "check", path)
    assert checked.exit_code == 0
    assert "Vale (vale), importer profile:vale@" in checked.stdout
    assert "the place “First Place” stands in every new profile" in checked.stderr


def test_new_prints_where_no_file_is_named(placebench):
    assert "[system]\n" in placebench("profile", "new", "vale").stdout


def test_new_overwrites_nothing(placebench, profile):
    result = placebench("profile", "new", "northern", "--out", profile)
    assert result.exit_code == 2
    assert profile.read_text(encoding="utf-8") == NORTHERN


@pytest.mark.parametrize(
    "arguments",
    [("new", "Vale ICS"), ("new", "vale", "--out", "no/such/folder.toml"), ("check", "missing.toml")],
)
def test_wrong_usage_is_said(placebench, arguments):
    result = placebench("profile", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")


def test_check_prints_every_name(placebench, profile):
    said = placebench("profile", "check", profile, width=160).stdout
    for words in ("Alder, Alder Borough, Alder Alliance", "2022-07-01", "Alder Hospital", "paper for"):
        assert words in said
    own = [line.split()[:4] for line in said.splitlines() if line.startswith("words")]
    assert own == [["words", "partnership", "care", "circle"], ["words", "subgroup", "locality", "board"]]


def test_check_says_nothing_of_places_of_ones_own(placebench, profile):
    assert "stands in every new profile" not in placebench("profile", "check", profile).stderr


def test_check_says_line_and_cause(placebench, profile):
    profile.write_text(NORTHERN.replace('["acute"]', '["acut"]'), encoding="utf-8")
    result = placebench("profile", "check", profile, width=160)
    assert result.exit_code == 1
    assert "northern.toml, line 19: expected sectors of" in result.stderr


def test_importers_lists_a_profile_and_what_it_replaces(placebench, profile):
    result = placebench("importers", "--profile", profile, "--format", "json")
    rows = {row["name"]: row for row in json.loads(result.stdout)}
    assert (rows["profile:northern"]["state"], rows["profile:northern"]["places"]) == (
        "ready",
        "northern/alder",
    )
    assert (rows["northern"]["state"], rows["northern"]["error"]) == ("replaced", "by profile:northern")
    assert result.exit_code == 0


@pytest.mark.parametrize("command", ["run", "import"])
def test_documents_are_read_by_a_profile(placebench, profile, tmp_path, command):
    paper = tmp_path / "paper.txt"
    paper.write_text(
        "Northern place-based partnerships\n\nThe NHS and general practice work with the council in "
        "integrated care. The Alder partnership has a shared vision.\n"
    )
    result = placebench(command, paper, "--profile", profile, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "profile:northern@" in result.stdout


def test_check_tells_of_a_name_that_two_places_spell_otherwise(placebench, tmp_path):
    path = tmp_path / "vale.toml"
    places = ("Dale and Ford", "Dale & Ford", "Hill")
    blocks = [f'[[place]]\nid = "p{number}"\nname = "{name}"' for number, name in enumerate(places)]
    path.write_text("\n".join(['[system]\nid = "vale"\nname = "Vale"', *blocks]), encoding="utf-8")
    said = placebench("profile", "check", path)
    assert (said.exit_code, said.stderr.count("read as one name")) == (0, 1)
    assert "“Dale and Ford” and “Dale & Ford”" in said.stderr
