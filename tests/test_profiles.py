"""Profiles as a plugin: a system is read from a file, in place of a plugin that reads it."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from placebench import import_documents
from placebench.errors import CodebookError, UsageError
from placebench.plugin_states import DUPLICATE, READY, REPLACED
from placebench.plugins import discover
from placebench.profiles import ProfilePlugin

PROFILE = """
[system]
id = "vale"
name = "Vale"
aliases = ["Vale Integrated Care Board"]

[[place]]
id = "dale"
name = "Dale"
"""
PAPER = """Place-based partnerships in Vale

The NHS and the council work together on integrated care.
The Dale place-based partnership has a chair of its own.
The Dale partnership board meets every month. General practice takes part in the partnership.
"""


@pytest.fixture
def profile(tmp_path):
    path = tmp_path / "vale.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "papers" / "paper.txt"
    path.parent.mkdir()
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_an_importer_is_named_for_its_system_and_versioned_by_its_file(profile):
    (before,) = ProfilePlugin(profile).importers
    profile.write_text(f"{PROFILE}# More.\n", encoding="utf-8")
    (after,) = ProfilePlugin([profile]).importers
    assert before.name == after.name == "profile:vale"
    assert before.version != after.version
    assert before.profile == after.profile


def test_a_system_is_read_from_its_profile(profile, paper):
    registry = discover([ProfilePlugin([profile])], installed=False)
    for run in (
        import_documents(paper, plugins=registry),
        import_documents(paper, profiles=[profile], plugins=discover(installed=False)),
        import_documents(paper, profiles=profile),
    ):
        assert run.reports[0].importers[0].startswith("profile:vale@")
        assert set(run.dataset["governance"]["place_id"].to_pylist()) == {"vale/dale"}


def test_a_refusal_names_the_profile_whose_names_the_document_lacks(profile, paper):
    paper.write_text(
        "Place-based partnerships in Moor\n\nThe Ford partnership board meets.\n", encoding="utf-8"
    )
    (report,) = import_documents(paper, profiles=profile, plugins=discover(installed=False)).reports
    assert "it holds none of the names that profile:vale has of a system" in report.messages[0]
    assert "--profile" not in report.messages[0]


def test_another_process_reads_by_the_profile_even_when_its_file_is_gone(profile, paper):
    registry = discover([ProfilePlugin(profile)], installed=False)
    assert pickle.loads(pickle.dumps(ProfilePlugin(profile))) == ProfilePlugin(profile)
    profile.unlink()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        there = import_documents(paper, plugins=registry, executor=executor)
    assert there.dataset.id == import_documents(paper, plugins=registry).dataset.id
    assert there.reports[0].outcome == "ok"


def test_a_profile_takes_the_place_of_a_plugin_that_reads_its_system(profile, toy):
    registry = discover([toy(), toy(name="moor"), ProfilePlugin(profile)], installed=False)
    assert {
        state.importers[0].name if state.importers else "vale": state.state for state in registry.plugins
    } == {
        "vale": REPLACED,
        "moor": READY,
        "profile:vale": READY,
    }
    assert list(registry.importers) == ["moor", "profile:vale"]
    assert registry.problems == ()


def test_whoever_asks_for_the_replaced_plugin_is_told(profile, toy):
    plugin = type("Vale", (toy,), {})()
    plugin.__name__ = "vale"
    registry = discover([plugin, ProfilePlugin(profile)], installed=False)
    with pytest.raises(UsageError, match="profile:vale was given in its place"):
        registry.select("vale")


def test_two_profiles_of_one_system_are_both_refused(profile, tmp_path):
    other = tmp_path / "again.toml"
    other.write_text(PROFILE, encoding="utf-8")
    registry = discover([ProfilePlugin(profile), ProfilePlugin(other)], installed=False)
    assert [state.state for state in registry.plugins] == [DUPLICATE, DUPLICATE]


def test_two_profiles_of_one_system_in_one_call_are_told_by_their_files(profile, tmp_path, paper):
    other = tmp_path / "again.toml"
    other.write_text(PROFILE, encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"one profile for the system vale, found two, \S+vale\.toml and \S+again\.toml"
    ):
        import_documents(paper, profiles=[profile, other])


def test_a_profile_that_is_missing_is_wrong_usage_with_a_near_name(profile):
    with pytest.raises(UsageError, match=r"did you mean .*vale\.toml\?"):
        ProfilePlugin(profile.with_name("vael.toml"))


def test_a_profile_with_an_error_stops_the_call(profile, paper):
    profile.write_text(PROFILE.replace('id = "dale"', 'id = "The Dale"'), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"vale\.toml, line 8: expected id such as"):
        import_documents(paper, profiles=[profile])
