from __future__ import annotations

import json

import pytest

from placebench.codebook import parse_profile

pytestmark = pytest.mark.whole

UNKNOWN = """Update

The Vale Integrated Care Board and NHS Vale ICB work with the Dale Health and Care Partnership.
In the places of Dale, Ford and Hill, the Ford Locality Board leads.
"""


@pytest.fixture
def unknown(tmp_path):
    path = tmp_path / "unknown.txt"
    path.write_text(UNKNOWN)
    return path


def test_claims_are_listed_with_rank_and_reason(placebench, documents):
    result = placebench("identify", documents, width=160)
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if line.startswith("paper.txt"))
    assert line.split("  ")[0] == "paper.txt"
    for words in ("northern", "read", "3 own edition", "all", "northern/alder", "its first words"):
        assert words in line


def test_names_of_known_systems_are_counted(placebench, documents):
    (found,) = json.loads(placebench("identify", documents, "--format", "json").stdout)
    assert found["speaks_of"] == [{"kind": "system", "id": "northern", "times": 1}]
    assert found["claims"][0]["parts"] == [{"start": 0, "end": 86, "section": None, "outcome": "read"}]
    assert (found["known"], found["candidates"], found["profile"]) == (True, [], None)


def test_a_document_that_nobody_knows_gives_names_and_a_profile(placebench, unknown):
    result = placebench("identify", unknown, "--format", "json")
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)
    named = {one["name"]: (one["kind"], one["times"]) for one in found["candidates"]}
    assert named == {"Vale": ("system", 2), "Dale": ("place", 2), "Ford": ("place", 2), "Hill": ("place", 1)}
    profile = parse_profile("found.toml", found["profile"].encode())
    assert profile.system.system_id == "vale"
    assert [p.name for p in profile.partnerships] == [
        "Dale Health and Care Partnership",
        "Ford Locality Board",
    ]


def test_a_name_with_an_ampersand_is_another_name_of_the_same_place(placebench, tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(
        "Update\n\nNHS Vale ICB works with the Dale & Ford Locality Board.\n"
        "In the place of Dale and Ford, it met. The Dale and Ford Locality Board leads.\n"
    )
    (found,) = json.loads(placebench("identify", path, "--format", "json").stdout)
    profile = parse_profile("found.toml", found["profile"].encode())
    joined = next(place for place in profile.places if place.name == "Dale and Ford")
    assert "Dale & Ford" in profile.place_aliases[joined.place_id]
    assert {one.place_id for one in profile.partnerships} == {joined.place_id}
    assert "Dale & Ford" not in {place.name for place in profile.places}


def test_the_suggested_profile_makes_the_document_known(placebench, unknown, tmp_path):
    (found,) = json.loads(placebench("identify", unknown, "--format", "json").stdout)
    (tmp_path / "vale.toml").write_text(found["profile"])
    unknown.write_text(f"Vale ICB\n\nPrimary care joins this partnership.\n{UNKNOWN}")
    result = placebench("identify", unknown, "--profile", tmp_path / "vale.toml", width=160)
    assert result.exit_code == 0
    assert "profile:vale" in result.stdout


def test_the_table_teaches_what_to_do_next(placebench, unknown):
    said = placebench("identify", unknown).stdout
    assert "not known" in said
    assert "unknown.txt: names that look like systems and places" in said
    assert "placebench profile check" in " ".join(said.split())
    assert '[[place]]\nid = "dale"' in said


def test_documents_of_one_system_share_a_profile(placebench, unknown):
    unknown.with_name("second.txt").write_text("The Ford Locality Board met. NHS Vale ICB sent its chair.\n")
    unknown.with_name("third.txt").write_text("The Ford Locality Board met again.\n")
    unknown.with_name("other.txt").write_text("The Moor ICB met.\n")
    said = " ".join(placebench("identify", unknown.parent).stdout.split())
    assert said.count("A profile to begin with") == 2
    assert "A profile to begin with, for second.txt, unknown.txt, third.txt:" in said
    assert "A profile to begin with, for other.txt:" in said


def test_a_place_of_another_system_is_no_system_of_its_own(placebench, unknown):
    unknown.with_name("ford.txt").write_text("The Ford Integrated Care Partnership met. NHS Ford ICB came.\n")
    said = placebench("identify", unknown.parent).stdout.partition("A profile to begin with")[2]
    assert "A profile to begin with" not in said
    assert 'id = "vale"' in said
    assert '"Ford Integrated Care Partnership"' in said
    assert "Ford ICB" not in said


def test_a_place_by_a_longer_name_is_proposed_once(placebench, unknown):
    with unknown.open("a") as paper:
        paper.write("\nThe Ford District and Moor Health and Care Partnership met.\n")
    (found,) = json.loads(placebench("identify", unknown, "--format", "json").stdout)
    assert 'name = "Ford District and Moor"\naliases = ["Ford"]\n' in found["profile"]
    assert 'id = "ford"\n' not in found["profile"]
    parse_profile("found.toml", found["profile"].encode())


def test_a_document_without_such_names_says_so(placebench, unknown):
    unknown.write_text("Nothing of the kind.\n")
    assert "None. A profile needs the names" in placebench("identify", unknown).stdout


def test_what_cannot_be_opened_is_said_and_the_others_go_on(placebench, documents):
    (documents / "blank.txt").write_text(" ")
    result = placebench("identify", documents)
    assert result.exit_code == 1
    assert "not readable" in result.stdout
    assert "northern" in result.stdout
    assert "blank.txt: expected a document with text" in result.stderr
