"""From files to a dataset."""

from __future__ import annotations

import datetime as dt
import os
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.errors import UsageError
from placebench.importer import Claim, Expect, Fact, GapFound
from placebench.model import Exercise, Framework, Organisation, Partnership, Theme
from placebench.pipeline import FAILED, OK, REFUSED, ImportRun, import_documents, import_one
from placebench.plugins import discover


@pytest.fixture
def papers(tmp_path: Path, vale_text: str) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "places.txt").write_text(vale_text)
    return folder


def run(papers: Path, *importers: object, **options: Any) -> ImportRun:
    return import_documents([papers], plugins=discover(importers, installed=False), **options)


def rows(done: ImportRun, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in done.dataset[table].to_pylist()]


def claims(done: ImportRun) -> list[tuple[Any, ...]]:
    return rows(done, "claims", "importer", "table", "won", "outcome")


def test_document_of_two_systems_is_read_by_both(papers: Path, toy: Any, vale_text: str) -> None:
    done = run(papers, toy(name="vale"), toy(name="moor"))
    assert done.exit_code == 0
    (report,) = done.reports
    assert (report.path, report.outcome, report.importers) == ("places.txt", OK, ("moor@1.0", "vale@1.0"))
    assert (report.rows, report.rejected, report.messages) == ({"governance": 3}, 0, ())
    assert sorted(rows(done, "governance", "place_id", "feature", "value", "importer")) == [
        ("moor/dale", "board", "Moor Board", "moor@1.0"),
        ("vale/dale", "board", "Dale Board", "vale@1.0"),
        ("vale/ford", "shared_vision", None, "vale@1.0"),
    ]
    assert set(rows(done, "systems", "system_id")) == {("moor",), ("vale",)}
    for start, end, quote in rows(done, "evidence", "start", "end", "quote"):
        assert vale_text[start:end] == quote
    assert done.dataset.validate() == ()
    assert sorted(claims(done)) == [
        ("moor@1.0", "governance", True, "read"),
        ("vale@1.0", "governance", True, "read"),
    ]


def test_importing_twice_gives_the_same_dataset(papers: Path, toy: Any) -> None:
    first, second = (run(papers, toy(name=a), toy(name=b)) for a, b in (("vale", "moor"), ("moor", "vale")))
    assert first.dataset.id == second.dataset.id
    for table in first.dataset.tables:
        assert first.dataset[table].equals(second.dataset[table])


def test_saying_it_twice_is_one_row_with_two_quotes(papers: Path, toy: Any) -> None:
    (papers / "places.txt").write_text(
        "Partnerships of Vale\nDale: board, One\nFord: board\nDale: board, One\n"
    )
    done = run(papers, toy())
    assert sorted(rows(done, "governance", "place_id", "value")) == [
        ("vale/dale", "One"),
        ("vale/ford", None),
    ]
    ids = dict(rows(done, "governance", "place_id", "fact_id"))
    found = [
        row
        for row in rows(done, "evidence", "fact_id", "quote_number", "part", "start")
        if row[0] == ids["vale/dale"]
    ]
    assert found == [(ids["vale/dale"], 1, 1, 21), (ids["vale/dale"], 2, 1, 50)]


def test_order_in_which_an_importer_yields_does_not_show(papers: Path, toy: Any) -> None:
    class Backwards(toy):
        def extract(self, document: Any, claim: Claim) -> Any:
            return reversed([*super().extract(document, claim)])

    forwards, backwards = run(papers, toy()), run(papers, Backwards())
    assert forwards.dataset["governance"].equals(backwards.dataset["governance"])
    assert forwards.dataset["evidence"].equals(backwards.dataset["evidence"])


def test_sources_csv_says_what_is_known(papers: Path, toy: Any) -> None:
    (papers / "sources.csv").write_text("file,title,published\nplaces.txt,Places,2023-03\n")
    done = run(papers, toy())
    day = dt.date(2023, 3, 1)
    assert rows(done, "sources", "title", "published", "published_precision", "path") == [
        ("Places", day, "month", "places.txt")
    ]
    assert set(rows(done, "governance", "as_of", "as_of_precision")) == {(day, "month")}


def test_the_same_bytes_are_imported_once(papers: Path, toy: Any, vale_text: str) -> None:
    (papers / "again.txt").write_text(vale_text)
    done = run(papers, toy())
    assert [(report.path, report.outcome) for report in done.reports] == [
        ("again.txt", OK),
        ("places.txt", OK),
    ]
    assert done.reports[1].messages == (
        "places.txt holds the same bytes as again.txt, which was imported once.",
    )
    assert len(rows(done, "governance", "fact_id")) == 2
    assert done.exit_code == 0


def test_folders_are_searched_and_some_files_left_out(papers: Path, toy: Any, vale_text: str) -> None:
    for name in ("sub/deep/b.txt", "sub/a.txt", ".hidden.txt", ".git/x.txt", "README.md", "sub/README"):
        path = papers / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{vale_text}{name}")
    (papers / "sources.csv").write_text("file,title\nsub/a.txt,From above\n")
    (papers / "sub" / "deep" / "sources.csv").write_text("file,title\nb.txt,From beside\n")
    done = run(papers, toy())
    assert sorted(rows(done, "sources", "path", "title")) == [
        ("places.txt", None),
        ("sub/a.txt", "From above"),
        ("sub/deep/b.txt", "From beside"),
    ]


def test_dataset_among_the_documents_is_no_document(papers: Path, toy: Any, vale_text: str) -> None:
    (papers / "vale.txt").write_text(vale_text)
    before = run(papers, toy())
    before.dataset.save(papers)
    again = run(papers, toy())
    assert [report.path for report in again.reports] == [report.path for report in before.reports]


def test_file_that_is_named_is_imported_whatever_it_is_called(papers: Path, toy: Any, vale_text: str) -> None:
    (papers / ".draft.txt").write_text(vale_text)
    done = import_documents(
        [papers / ".draft.txt", str(papers / ".draft.txt")], plugins=discover([toy()], installed=False)
    )
    assert [report.path for report in done.reports] == [".draft.txt"]


def test_paths_that_are_not_there(papers: Path, toy: Any) -> None:
    with pytest.raises(
        UsageError, match=r"expected a file or a folder, found nothing; did you mean .*places\.txt"
    ):
        run(papers / "place.txt", toy())
    (papers / "places.txt").rename(papers / "README.txt")
    with pytest.raises(UsageError, match="expected documents to import, found none"):
        run(papers, toy())
    with pytest.raises(UsageError, match="found none"):
        import_documents([], plugins=discover([toy()], installed=False))


def test_unknown_importer_is_an_error_before_anything_is_read(papers: Path, toy: Any) -> None:
    with pytest.raises(UsageError, match="did you mean vale"):
        run(papers, toy(), importer="vael")


def test_document_that_nobody_knows_is_refused(papers: Path, toy: Any) -> None:
    done = run(papers, toy(name="hill"))
    assert done.exit_code == 1
    (report,) = done.reports
    assert report.outcome == REFUSED
    assert report.messages == (
        (
            "places.txt: expected a document that an importer knows (hill@1.0: documents of Hill), "
            "found one that none of them recognises; "
            "install the plugin of the document's system, or give a profile of it with --profile."
        ),
    )
    assert claims(done) == [(None, None, False, "refused")]
    assert len(rows(done, "sources", "source_id")) == 1
    assert done.dataset.validate() == ()


def test_without_importers_every_document_is_refused(papers: Path) -> None:
    done = run(papers)
    assert done.reports[0].messages == (
        "places.txt: expected an importer, found none; install the plugin of the document's system.",
    )


def test_document_that_cannot_be_read_has_a_source_and_a_claim(papers: Path, toy: Any) -> None:
    (papers / "broken.pdf").write_bytes(b"\x00\x01\x02\x03" * 50)
    done = run(papers, toy())
    assert [report.outcome for report in done.reports] == [FAILED, OK]
    assert done.reports[0].messages[0].startswith("broken.pdf: expected ")
    assert ("broken.pdf", "application/octet-stream", 0) in rows(
        done, "sources", "path", "media_type", "characters"
    )
    assert (None, None, False, "failed") in claims(done)
    assert len(rows(done, "governance", "fact_id")) == 2
    assert done.exit_code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission_fails_alone(papers: Path, toy: Any) -> None:
    (papers / "locked.txt").write_text("x")
    (papers / "locked.txt").chmod(0)
    assert [report.outcome for report in run(papers, toy()).reports] == [FAILED, OK]


def raising(base: Any, where: str, error: BaseException) -> Any:
    class Raising(base):
        def identify(self, document: Any) -> Any:
            yield from super().identify(document)
            if where == "identify":
                raise error

        def extract(self, document: Any, claim: Claim) -> Any:
            yield from super().extract(document, claim)
            if where == "extract":
                raise error

    return Raising


@pytest.mark.parametrize("where", ["identify", "extract"])
@pytest.mark.parametrize(
    "error", [ValueError("no such page"), SystemExit(1), OSError("no disk"), RecursionError("deep")]
)
def test_importer_that_raises_loses_its_rows_and_nobody_else_s(
    papers: Path, toy: Any, where: str, error: BaseException
) -> None:
    done = run(papers, raising(toy, where, error)(name="vale"), toy(name="moor"))
    assert rows(done, "governance", "importer") == [("moor@1.0",)]
    assert rows(done, "systems", "system_id") == [("moor",)]
    (report,) = done.reports
    assert (report.outcome, report.importers, done.exit_code) == (FAILED, ("moor@1.0",), 1)
    assert report.messages[0].startswith(
        f"importer vale@1.0 of Raising: expected {where} of places.txt to finish, "
        f"found {type(error).__name__}: {error} (test_pipeline.py, line "
    )
    table = "governance" if where == "extract" else None
    assert ("vale@1.0", table, False, "failed") in claims(done)
    assert report.messages[0] in [error for (error,) in rows(done, "claims", "error")]
    assert done.dataset.validate() == ()


def test_claim_outside_the_document_is_a_failure_of_its_importer(papers: Path, toy: Any) -> None:
    class Wide(toy):
        def identify(self, document: Any) -> Any:
            return [
                attrs.evolve(claim, spans=(document.span, document.span), rank=9)
                for claim in super().identify(document)
            ]

    done = run(papers, Wide(name="vale"), toy(name="moor"))
    assert "expected a rank from 1 to 3, found 9" in done.reports[0].messages[0]
    assert ("vale@1.0", None, False, "failed") in claims(done)


def test_tie_gives_no_rows_where_both_claim_and_others_go_on(papers: Path, toy: Any, vale_text: str) -> None:
    done = run(papers, toy(name="vale", rank=2), toy(name="hill", rank=2, claims_all=True), toy(name="moor"))
    (report,) = done.reports
    assert report.outcome == FAILED
    end = vale_text.index("\n\n") + 1
    assert report.messages[0] == (
        f"places.txt, characters 0 to {end}: expected one importer to know the part best for governance, "
        "found hill and vale with equal rank; choose one with --importer hill or --importer vale."
    )
    assert set(rows(done, "governance", "importer")) == {("moor@1.0",)}
    assert sorted(claims(done), key=str) == [
        ("hill@1.0", "governance", False, "lost"),
        ("hill@1.0", "governance", False, "tied"),
        ("hill@1.0", "governance", True, "read"),
        ("moor@1.0", "governance", True, "read"),
        ("vale@1.0", "governance", False, "tied"),
    ]


def test_picking_an_importer_settles_a_tie(papers: Path, toy: Any) -> None:
    done = run(papers, toy(name="vale"), toy(name="hill", claims_all=True), importer="vale")
    assert (done.exit_code, set(rows(done, "governance", "importer"))) == (0, {("vale@1.0",)})


def test_importer_that_won_nothing_gives_nothing(papers: Path, toy: Any) -> None:
    done = run(
        papers, toy(name="vale", rank=1), toy(name="hill", rank=3, claims_all=True, change=lambda _: None)
    )
    assert rows(done, "systems", "system_id") == [("hill",)]
    assert done.reports[0].importers == ("hill@1.0",)


def test_rejected_rows_are_reported_and_reach_no_table(papers: Path, toy: Any) -> None:
    def wrong(fact: Fact) -> Fact:
        if fact.row.feature != "board":
            return fact
        return attrs.evolve(fact, row=attrs.evolve(fact.row, status="plan"))

    done = run(papers, toy(change=wrong))
    (report,) = done.reports
    assert (report.outcome, report.rejected, report.rows) == (OK, 1, {"governance": 1})
    assert report.messages == (
        "1 row was rejected by unknown-code; places.txt: expected a code of status in status, found 'plan'.",
    )
    assert rows(done, "rejections", "rule", "importer", "table") == [
        ("unknown-code", "vale@1.0", "governance")
    ]


@pytest.mark.parametrize(
    ("expect", "words"),
    [
        (Expect(minimum=3), "at least 3 rows of governance"),
        (Expect(maximum=1), "0 to 1 rows of governance"),
        (Expect(5, 5), "exactly 5 rows of governance"),
    ],
)
def test_unmet_expectation_discards_the_table(papers: Path, toy: Any, expect: Expect, words: str) -> None:
    done = run(papers, toy(expects={"governance": expect, "roles": Expect(1)}), toy(name="moor"))
    (report,) = done.reports
    assert report.messages == (f"places.txt, importer vale@1.0: expected {words}, found 2.",)
    assert (report.outcome, done.exit_code) == (FAILED, 1)
    assert rows(done, "governance", "importer") == [("moor@1.0",)]
    assert ("vale@1.0", "governance", False, "failed") in claims(done)


def test_expectation_is_not_asked_for_of_a_part(papers: Path, toy: Any) -> None:
    class Part(toy):
        def identify(self, document: Any) -> Any:
            return [
                attrs.evolve(claim, spans=(type(claim.spans[0])(20, 40),))
                for claim in super().identify(document)
            ]

    done = run(papers, toy(rank=2, expects={"governance": Expect(2)}), Part(name="hill", claims_all=True))
    assert done.reports[0].outcome == OK


def test_claim_s_own_expectations_replace_the_importer_s(papers: Path, toy: Any) -> None:
    class Claiming(toy):
        def identify(self, document: Any) -> Any:
            return [
                attrs.evolve(claim, expects={"governance": Expect(2)}) for claim in super().identify(document)
            ]

    assert run(papers, Claiming(expects={"governance": Expect(9)})).exit_code == 0


def yielding(base: Any, *found: Any) -> Any:
    class Yielding(base):
        def extract(self, document: Any, claim: Claim) -> Any:
            quote = document.quote(claim.spans[0])
            return [one(quote) for one in found]

    return Yielding(tables=frozenset({"frameworks", "themes", "exercises"}))


LADDER = Framework(framework_id="vale/ladder", name="Ladder")
THEME = Theme(theme_id="vale/ladder/1", framework_id="vale/ladder", number=1, label="Trust")


def test_reference_rows_have_evidence_under_their_own_identifier(papers: Path, toy: Any) -> None:
    done = run(
        papers, yielding(toy, lambda quote: Fact(LADDER, (quote,)), lambda quote: Fact(LADDER, (quote,)))
    )
    assert rows(done, "frameworks", "framework_id") == [("vale/ladder",)]
    assert rows(done, "evidence", "table", "fact_id") == [("frameworks", "vale/ladder")]
    assert done.dataset.validate() == ()


def test_reference_rows_that_contradict_each_other(papers: Path, toy: Any) -> None:
    other = attrs.evolve(LADDER, name="Steps")
    done = run(
        papers, yielding(toy, lambda quote: Fact(LADDER, (quote,)), lambda quote: Fact(other, (quote,)))
    )
    assert rows(done, "frameworks", "name") == [("Ladder",)]
    assert rows(done, "rejections", "rule", "row") == [
        ("duplicate-key", "Framework(framework_id='vale/ladder', name='Steps')")
    ]


def test_rows_that_point_nowhere_are_rejected_one_after_the_other(papers: Path, toy: Any) -> None:
    exercise = Exercise(system_id="vale", framework_id="vale/ladder", step="adopted", text="Taken up.")
    done = run(
        papers, yielding(toy, lambda quote: Fact(THEME, (quote,)), lambda quote: Fact(exercise, (quote,)))
    )
    assert sorted(rows(done, "rejections", "rule", "table", "importer")) == [
        ("unknown-reference", "exercises", "vale@1.0"),
        ("unknown-reference", "themes", "vale@1.0"),
    ]
    assert rows(done, "evidence", "fact_id") == []
    assert (done.reports[0].rejected, done.reports[0].rows) == (2, {})
    assert "rejected by unknown-reference" in done.reports[0].messages[0]
    assert done.dataset.validate() == ()


def test_row_may_point_to_another_document(papers: Path, toy: Any, vale_text: str) -> None:
    (papers / "ladder.txt").write_text(f"The ladder.\n\n{vale_text}")
    exercise = Exercise(system_id="vale", framework_id="vale/ladder", step="adopted", text="Taken up.")

    class Two(toy):
        def extract(self, document: Any, claim: Claim) -> Any:
            row = LADDER if document.path == "ladder.txt" else exercise
            return [Fact(row, (document.quote(claim.spans[0]),))]

    done = run(papers, Two(tables=frozenset({"frameworks", "exercises"})))
    assert (rows(done, "rejections", "rule"), len(rows(done, "exercises", "fact_id"))) == ([], 1)
    assert done.dataset.validate() == ()


def test_gaps_are_kept_with_where_they_were_seen(papers: Path, toy: Any) -> None:
    done = run(papers, yielding(toy, lambda quote: GapFound("themes", "its name", "boundary_lost", (quote,))))
    assert rows(done, "gaps", "table", "what", "reason", "importer") == [
        ("themes", "its name", "boundary_lost", "vale@1.0")
    ]
    assert rows(done, "evidence", "table") == [("gaps",)]
    assert done.reports[0].rows == {"gaps": 1}


def test_importer_may_declare_partnerships_and_organisations(papers: Path, toy: Any) -> None:
    class Declaring(toy):
        partnerships = (Partnership(partnership_id="vale/dale/one", place_id="vale/dale", name="One Dale"),)
        organisations = (
            Organisation(organisation_id="dale-council", name="Dale Council", sectors="local_authority"),
        )

    done = run(papers, Declaring())
    assert rows(done, "partnerships", "name") == [("One Dale",)]
    assert rows(done, "organisations", "name") == [("Dale Council",)]
    assert done.dataset.validate() == ()


def test_two_plugins_of_one_name_fail_the_run(papers: Path, toy: Any) -> None:
    done = run(papers, toy(name="moor"), toy(name="vale"), toy(name="vale"))
    assert (done.reports[0].outcome, done.exit_code) == (OK, 1)


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
        import_one(papers / "places.txt", name="p.txt", metadata={"title": "P"}, registry=registry)
        for _ in range(2)
    )
    assert first == second
    moved = import_one(papers / "places.txt", name="p.txt", metadata={"published": "2023"}, registry=registry)
    assert {part.key for part in moved.parts}.isdisjoint(part.key for part in first.parts)
    gone = import_one(papers / "gone.txt", name="gone.txt", metadata={}, registry=registry)
    assert (gone.parts, gone.report.outcome) == ((), FAILED)


def test_texts_of_strangers_that_no_file_can_hold_cost_their_owner_alone(papers: Path, toy: Any) -> None:
    half = OSError("half a pair \ud800\nand " + "much " * 10000)
    done = run(papers, raising(toy, "extract", half)(name="vale"), toy(name="moor"))
    assert "found OSError: half a pair \\ud800 and much" in done.reports[0].messages[0]
    assert len(done.reports[0].messages[0]) < 1000
    assert rows(done, "governance", "importer") == [("moor@1.0",)]
