"""Documents read side by side, one after the other, and by workers that fail."""

from __future__ import annotations

import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from placebench.pipeline import FAILED, Found, import_one
from placebench.plugins import discover
from tests.pipeline.running import rows, run


def test_progress_is_told_in_the_order_of_names(papers: Path, toy: Any, vale_text: str) -> None:
    (papers / "a.txt").write_text(f"{vale_text}a")
    told: list[tuple[str, int, int]] = []
    run(papers, toy(), on_progress=lambda report, done, all_: told.append((report.path, done, all_)))
    assert told == [("a.txt", 1, 2), ("places.txt", 2, 2)]


MODULE = """
import os, re
from placebench.documents import Span
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System

class Importer:
    name, version, api, expects = "moor", "1.0", 1, {}
    system = System(system_id="moor", name="Moor")
    places = (Place(place_id="moor/dale", system_id="moor", name="Dale"),)

    def identify(self, document):
        if document.path == "deadly.txt":
            os._exit(3)
        yield Claim((document.span,), frozenset({"governance"}), 3, "any document")

    def extract(self, document, claim):
        for found in re.finditer("Dale: (board)", document.text):
            row = Governance(system_id="moor", place_id="moor/dale", feature=found[1])
            yield Fact(row, (document.quote(Span(*found.span())),))

@hookimpl
def placebench_importers():
    return [Importer()]
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "moor_in_a_module.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "moor_in_a_module", raising=False)
    return "moor_in_a_module"


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_the_same_dataset(
    papers: Path, module: str, vale_text: str, pool: type[Executor]
) -> None:
    for number in range(3):
        (papers / f"{number}.txt").write_text(f"{vale_text}{number}\n")
    expected = run(papers, module)
    with pool(2) as executor:
        done = run(papers, module, executor=executor)
    assert done.reports == expected.reports
    assert done.dataset.id == expected.dataset.id
    for table in expected.dataset.tables:
        assert done.dataset[table].equals(expected.dataset[table])


def test_document_that_kills_its_worker_is_named_and_the_run_ends(papers: Path, module: str) -> None:
    (papers / "deadly.txt").write_text("It kills whoever reads it.")
    with ProcessPoolExecutor(1) as executor:
        done = run(papers, module, executor=executor)
    assert done.reports[0].path == "deadly.txt"
    assert done.reports[0].outcome == FAILED
    assert (
        "deadly.txt: expected the document to be read to its end, found BrokenProcessPool"
        in (done.reports[0].messages[0])
    )
    assert "deadly.txt" in [path for (path,) in rows(done, "sources", "path")]
    assert done.exit_code == 1


class Refusing(Executor):
    """Takes no work, as a pool whose processes have died."""

    def submit(self, *_args: Any, **_options: Any) -> Future[Any]:
        raise RuntimeError("no workers")


def test_executor_that_takes_no_work_costs_documents_and_not_the_run(papers: Path, toy: Any) -> None:
    done = run(papers, toy(), executor=Refusing())
    assert "found RuntimeError: no workers" in done.reports[0].messages[0]
    assert rows(done, "claims", "outcome") == [("failed",)]


def test_one_document_depends_on_its_arguments_alone(papers: Path, toy: Any) -> None:
    registry = discover([toy(), toy(name="moor")], installed=False)
    first, second = (
        import_one(Found(papers / "places.txt", "p.txt", {"title": "P"}), registry=registry) for _ in range(2)
    )
    assert first == second
    moved = import_one(Found(papers / "places.txt", "p.txt", {"published": "2023"}), registry=registry)
    assert {part.key for part in moved.parts}.isdisjoint(part.key for part in first.parts)
    gone = import_one(Found(papers / "gone.txt", "gone.txt", {}), registry=registry)
    assert (gone.parts, gone.report.outcome) == ((), FAILED)
