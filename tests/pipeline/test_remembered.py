"""What is taken from an earlier run, and what is read again: exactly what may come out otherwise."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.cache import Store
from placebench.errors import DatasetError, UsageError
from placebench.pipeline import ImportRun, Limits, import_documents
from placebench.pipeline.one import Work
from placebench.plugins import discover

pytestmark = pytest.mark.whole

PLUGIN = """
import os, re
from pathlib import Path
from placebench.documents import Span
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System

LOG = Path({log!r})


def log(what, document):
    with LOG.open("a") as file:
        file.write(f"{{what}} {name} {{document.path}}\\n")


class Importer:
    name, version, api, expects = {name!r}, "1.0", 1, {{}}
    system = System(system_id={name!r}, name={name!r}.title())
    places = (Place(place_id="{name}/dale", system_id={name!r}, name="Dale"),)

    def identify(self, document):
        log("identify", document)
        for found in re.finditer("{name}: .*", document.text):
            yield Claim((Span(*found.span()),), frozenset({{"governance"}}), {rank}, "a line of its own")

    def extract(self, document, claim):
        log("extract", document)
        if "raise" in document.text:
            raise ValueError("as it was told")
        if "abort" in document.text:
            os.abort()
        row = Governance(system_id={name!r}, place_id="{name}/dale", feature="board")
        yield Fact(row, (document.quote(claim.spans[0]),))


@hookimpl
def placebench_importers():
    return [Importer()]
"""


@attrs.frozen
class Desk:
    """Two plugins, documents, and a log of what the plugins were asked."""

    folder: Path

    @property
    def papers(self) -> Path:
        return self.folder / "papers"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def write(self, name: str, *, rank: int = 2, comment: str = "") -> None:
        code = PLUGIN.format(name=name, rank=rank, log=str(self.folder / "log")) + comment
        (self.folder / f"desk_{name}.py").write_text(code)
        sys.modules.pop(f"desk_{name}", None)
        importlib.invalidate_caches()

    def run(self, *names: str, **options: Any) -> ImportRun:
        plugins = discover([f"desk_{name}" for name in names or ("hill", "moor")], installed=False)
        given = {"jobs": 0, "cache": self.cache, **options}
        return import_documents([self.papers], plugins=plugins, **given)

    def asked(self) -> Counter[str]:
        """Return what was asked since the last call."""
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return Counter(lines)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # a file may change twice in the same second
    desk = Desk(tmp_path)
    desk.papers.mkdir()
    for name in ("hill", "moor"):
        desk.write(name)
        (desk.papers / f"{name}.txt").write_text(f"{name}: a board\n")
    (desk.papers / "both.txt").write_text("hill: a board\nmoor: a board\n")
    (desk.papers / "none.txt").write_text("nothing of the kind\n")
    yield desk
    for name in ("hill", "moor"):
        sys.modules.pop(f"desk_{name}", None)


def same(one: ImportRun, other: ImportRun) -> bool:
    tables = one.dataset.tables
    equal = all(one.dataset[table].equals(other.dataset[table]) for table in tables)
    return equal and one.dataset.id == other.dataset.id and one.reports == other.reports


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_second_run_reads_nothing_and_gives_the_same(desk: Desk, jobs: int) -> None:
    (desk.papers / "raises.txt").write_text("hill: raise\n")
    first = desk.run(jobs=jobs)
    assert desk.asked()["extract hill both.txt"] == 1
    second = desk.run(jobs=jobs)
    assert desk.asked() == {}
    assert same(first, second)
    assert first.remembered == frozenset()
    assert second.remembered == {"both.txt", "hill.txt", "moor.txt", "none.txt", "raises.txt"}


def test_what_is_remembered_is_what_a_run_without_a_cache_gives(desk: Desk) -> None:
    (desk.papers / "raises.txt").write_text("hill: raise\nmoor: a board\n")
    (desk.papers / "no.pdf").write_bytes(b"%PDF-1.7 and no more")
    desk.run()
    assert same(desk.run(), desk.run(cache=None))


def test_a_new_document_is_all_that_is_read(desk: Desk) -> None:
    desk.run()
    desk.asked()
    (desk.papers / "new.txt").write_text("moor: another board\n")
    desk.run()
    assert desk.asked() == {"identify hill new.txt": 1, "identify moor new.txt": 1, "extract moor new.txt": 1}


def test_changed_code_is_asked_about_every_document_and_reads_its_own(desk: Desk) -> None:
    desk.run()
    desk.asked()
    desk.write("hill", comment="\n# another digest\n")
    again = desk.run()
    names = ("both.txt", "hill.txt", "moor.txt", "none.txt")
    assert desk.asked() == {
        **{f"identify hill {name}": 1 for name in names},
        "extract hill both.txt": 1,
        "extract hill hill.txt": 1,
    }
    assert same(again, desk.run(cache=None))


def test_an_importer_that_is_new_leaves_to_others_what_they_read(desk: Desk) -> None:
    desk.run("hill")
    desk.asked()
    desk.run("hill", "moor")
    assert {what for what in desk.asked() if "hill " in what} == set()


def test_what_another_importer_now_wins_is_read_again(desk: Desk) -> None:
    desk.write("moor", rank=3)
    (desk.papers / "both.txt").write_text("moor: hill: a board\n")
    first = desk.run("hill", "moor")
    assert [row["importer"] for row in first.dataset["governance"].to_pylist()].count("hill@1.0") == 1
    desk.write("moor", rank=1)
    desk.asked()
    second = desk.run("hill", "moor")
    assert "extract hill both.txt" in desk.asked()
    assert same(second, desk.run(cache=None))


@pytest.mark.parametrize(
    ("change", "reads"),
    [
        ({"limits": Limits(timeout=600, pages=10_000)}, 0),
        ({"limits": Limits(timeout=5, memory=512)}, 0),
        ({"limits": Limits(pages=10)}, 4),
        ({"limits": Limits(table_nesting=30)}, 4),
        ({"again": "all"}, 4),
        ({"again": "failed"}, 0),
        ({"importer": "hill"}, 4),
    ],
    ids=str,
)
def test_what_a_change_of_the_run_reads_again(desk: Desk, change: dict[str, Any], reads: int) -> None:
    desk.run()
    desk.asked()
    again = desk.run(**change)
    assert sum(count for what, count in desk.asked().items() if what.startswith("identify hill")) == reads
    assert len(again.remembered) == 4 - reads


def test_what_is_known_of_a_document_counts(desk: Desk) -> None:
    desk.run()
    desk.asked()
    (desk.papers / "sources.csv").write_text("file,title\nhill.txt,On the hill\n")
    desk.run()
    assert {what.split()[-1] for what in desk.asked()} == {"hill.txt"}


@pytest.mark.parametrize(
    ("options", "times"),
    [
        ({}, 0),
        ({"again": "failed"}, 1),
        ({"limits": Limits(timeout=600)}, 1),
    ],
    ids=str,
)
def test_a_document_that_failed_is_read_again_when_asked_or_allowed_more(
    desk: Desk, options: dict[str, Any], times: int
) -> None:
    (desk.papers / "crash.txt").write_text("hill: abort\n")
    first = desk.run(jobs=1)
    assert {report.path: report.outcome for report in first.reports}["crash.txt"] == "crashed"
    desk.asked()
    again = desk.run(jobs=1, **options)
    assert desk.asked()["extract hill crash.txt"] == times
    assert again.reports == first.reports


def test_who_came_as_an_object_is_asked_in_every_run(desk: Desk, toy: Any) -> None:
    (desk.papers / "hill.txt").write_text("hill: a board\n\nPartnerships of Vale\nDale: board, Dale Board\n")
    plugins = [discover([toy(change=change), "desk_hill"], installed=False) for change in (as_is, louder)]
    values = []
    for one in plugins:
        desk.asked()
        done = import_documents([desk.papers / "hill.txt"], plugins=one, jobs=0, cache=desk.cache)
        values.append(done.dataset["governance"]["value"].drop_null().to_pylist())
    assert values == [["Dale Board"], ["DALE BOARD"]]
    assert desk.asked() == {}


def as_is(fact: Any) -> Any:
    return fact


def louder(fact: Any) -> Any:
    return attrs.evolve(fact, row=attrs.evolve(fact.row, value=fact.row.value.upper()))


def test_a_profile_is_known_by_its_file(desk: Desk, tmp_path: Path) -> None:
    profile = tmp_path / "fen.toml"
    text = (
        '[system]\nid = "fen"\nname = "Fen Integrated Care System"\n\n[[place]]\nid = "dale"\nname = "{}"\n'
    )
    plugins = discover(installed=False)
    remembered = []
    for name in ("Dale", "Dale", "Vale"):
        profile.write_text(text.format(name))
        done = import_documents([desk.papers], plugins=plugins, profiles=[profile], jobs=0, cache=desk.cache)
        remembered.append(len(done.remembered))
    assert remembered == [0, 4, 0]


def test_a_document_that_is_out_of_reach_is_looked_for_again(desk: Desk) -> None:
    paper = desk.papers / "hill.txt"
    text = paper.read_text()
    with ThreadPoolExecutor(1) as threads:
        done = desk.run(executor=Before(threads, paper.unlink))
    assert {report.path: report.outcome for report in done.reports}["hill.txt"] == "failed"
    paper.write_text(text)
    assert {report.outcome for report in desk.run().reports} == {"ok", "refused"}


def test_a_document_that_changes_while_it_is_read_is_not_remembered(desk: Desk) -> None:
    paper = desk.papers / "hill.txt"
    text = paper.read_text()
    with ThreadPoolExecutor(1) as threads:
        desk.run(executor=Before(threads, lambda: paper.write_text("moor: a board\n")))
    paper.write_text(text)
    done = desk.run()
    assert done.remembered == {"both.txt", "moor.txt", "none.txt"}


class Before(ThreadPoolExecutor):
    """Does something before the first document is read."""

    def __init__(self, threads: ThreadPoolExecutor, what: Any) -> None:
        super().__init__(1)
        self._threads, self._what = threads, [what]

    def submit(self, *given: Any, **options: Any) -> Future[Any]:
        while self._what:
            self._what.pop()()
        return self._threads.submit(*given, **options)


def test_an_entry_that_is_damaged_is_read_again(desk: Desk) -> None:
    first = desk.run()
    for entry in Store(desk.cache).entries():
        entry.file.write_bytes(entry.file.read_bytes()[:-9])
    again = desk.run()
    assert again.remembered == frozenset()
    assert same(first, again)
    assert len(desk.run().remembered) == 4


def test_a_cache_that_cannot_be_written_ends_the_run(desk: Desk) -> None:
    desk.cache.mkdir()
    (desk.cache / "v1").write_text("no folder")
    with pytest.raises(DatasetError, match="expected to write the cache"):
        desk.run(jobs=1)
    with pytest.raises(UsageError, match="expected a folder for the cache, found a file"):
        desk.run(cache=desk.cache / "v1")


def test_other_code_than_the_caller_s_reads_nothing() -> None:
    plugins = discover(installed=False)
    with pytest.raises(
        UsageError, match="same Python, libraries, placebench and plugins as here, found other"
    ):
        Work(plugins, code="of another version")(None)  # type: ignore[arg-type]
