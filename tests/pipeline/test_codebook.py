"""Additions to the coding frame in an import: the caller's for all importers, a plugin's for its own."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from placebench import hookimpl, import_documents
from placebench.codebook import Additions, SystemProfile, load_additions, parse_additions, parse_profile
from placebench.coding import SystemImporter
from placebench.errors import CodebookError
from placebench.pipeline import ImportRun
from placebench.plugin_states import BROKEN, READY
from placebench.plugins import discover
from tests.pipeline.running import rows

WORDS = """
[[governance.meeting_frequency]]
match = ["flocks together (?P<value><frequency>)"]
codes = { "month" = "monthly", "week" = "weekly" }
"""


def paper(place: str) -> str:
    return f"""{place} place-based partnership

The NHS and the council of {place} work together on integrated care, and general practice takes part.
The {place} Partnership flocks together every month.
"""


def profile(place: str) -> SystemProfile:
    name = place.lower()
    system = f'system = {{ id = "{name}-ics", name = "{place} ICS" }}'
    return parse_profile("a.toml", f'{system}\n[[place]]\nid = "{name}"\nname = "{place}"'.encode())


class Plugin:
    """A plugin with one importer and, if it is given any, additions."""

    def __init__(self, place: str, additions: Any = ()) -> None:
        self.importer = SystemImporter(place.lower(), "1.0", profile(place))
        self.additions = additions
        self.__name__ = place.lower()

    @hookimpl
    def placebench_importers(self) -> list[SystemImporter]:
        return [self.importer]

    @hookimpl
    def placebench_codebook(self) -> Any:
        return self.additions


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for place in ("Dale", "Moor"):
        (folder / f"{place.lower()}.txt").write_text(paper(place))
    return folder


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.toml"
    path.write_text(WORDS)
    return path


def rhythms(done: ImportRun) -> list[tuple[Any, ...]]:
    found = rows(done, "governance", "feature", "place_id", "value", "importer", "rule")
    return sorted(row[1:] for row in found if row[0] == "meeting_frequency")


def test_the_callers_additions_hold_for_every_importer(papers: Path, words: Path) -> None:
    plugins = discover([Plugin("Dale"), Plugin("Moor")], installed=False)
    assert rhythms(import_documents([papers], jobs=0, plugins=plugins)) == []
    label = load_additions(words).label
    rule = "governance.meeting_frequency@words"
    assert rhythms(import_documents([papers], jobs=0, plugins=plugins, codebook=words)) == [
        ("dale-ics/dale", "monthly", f"dale@1.0+{label}", rule),
        ("moor-ics/moor", "monthly", f"moor@1.0+{label}", rule),
    ]


def test_a_plugins_additions_hold_for_its_own_importers(papers: Path, words: Path) -> None:
    plugins = discover([Plugin("Dale", [load_additions(words)]), Plugin("Moor")], installed=False)
    done = import_documents([papers], jobs=0, plugins=plugins)
    assert [row[0] for row in rhythms(done)] == ["dale-ics/dale"]
    assert plugins.importers["moor"].version == "1.0"


def test_the_callers_additions_stand_beside_a_plugins(papers: Path, words: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(WORDS.replace('"monthly"', '"quarterly"'))
    plugins = discover([Plugin("Dale", [load_additions(words)])], installed=False)
    found = rhythms(import_documents([papers], jobs=0, plugins=plugins, codebook=[mine]))
    assert [(row[1], row[3].partition("@")[2]) for row in found] == [
        ("monthly", "words"),
        ("quarterly", "mine"),
    ]
    assert {row[2].partition("+")[2] for row in found} == {
        f"{load_additions(words).label}.{load_additions(mine).label}"
    }


def test_additions_reach_other_processes(papers: Path, words: Path) -> None:
    options: dict[str, Any] = {"profiles": [], "codebook": [words]}
    plugins = discover([Plugin("Dale"), Plugin("Moor")], installed=False)
    alone = import_documents([papers], jobs=0, plugins=plugins, **options)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        apart = import_documents([papers], jobs=0, plugins=plugins, executor=executor, **options)
    assert rhythms(apart) == rhythms(alone) != []


def test_an_importer_of_its_own_code_reads_as_before(papers: Path, words: Path, toy: Any) -> None:
    plugins = discover([toy(name="vale")], installed=False)
    done = import_documents([papers], jobs=0, plugins=plugins, codebook=[words])
    assert [plugin.importers[0].version for plugin in done.plugins] == [toy().version]


@pytest.mark.parametrize(
    ("additions", "message"),
    [
        (
            [parse_additions("dale.toml", "[[governance.hots]]\nmatch = ['x']")],
            "dale.toml, line 1: expected a gov",
        ),
        (["dale.toml"], "expected additions, as load_additions returns them, found 'dale.toml'"),
        (5, "TypeError"),
    ],
)
def test_a_plugin_with_faulty_additions_is_broken(additions: Any, message: str) -> None:
    registry = discover([Plugin("Dale", additions), Plugin("Moor")], installed=False)
    assert {plugin.name: plugin.state for plugin in registry.plugins} == {"dale": BROKEN, "moor": READY}
    assert message in str(registry.problems[0])


def test_a_plugin_whose_importers_cannot_take_additions_is_broken(toy: Any) -> None:
    class Both:
        @hookimpl
        def placebench_importers(self) -> list[Any]:
            return [toy()]

        @hookimpl
        def placebench_codebook(self) -> list[Additions]:
            return [parse_additions("words.toml", WORDS)]

    (problem,) = discover([Both()], installed=False).problems
    assert "expected importers with codebook and with_additions" in str(problem)


def test_a_fault_of_the_caller_is_told_as_the_callers(papers: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[[governance.hots]]\nmatch = ['x']")
    with pytest.raises(CodebookError, match=r"bad.toml, line 1: expected a governance feature, such as host"):
        import_documents([papers], codebook=[tmp_path / "bad.toml"])
