"""Which documents a run reads, and what becomes of each."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from placebench.documents.opening import READERS
from placebench.documents.reading import Reading
from placebench.errors import UsageError
from placebench.importer import Claim
from placebench.pipeline import FAILED, OK, REFUSED, import_documents
from placebench.plugins import discover
from tests.pipeline.running import claims, rows, run


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


def test_what_a_reader_could_not_read_is_told_of(
    papers: Path, toy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Reading("Partnerships of Vale\nDale: board, One\n", warnings=("page 2: not read",))
    monkeypatch.setitem(READERS, "text/plain", lambda *_: reading)
    (report,) = run(papers, toy()).reports
    assert (report.outcome, report.messages) == (OK, ("page 2: not read.",))


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
    assert done.reports[1].messages == ("places.txt holds the same bytes as again.txt, which was read once.",)
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
        ("places.txt", "Partnerships of Vale"),
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
        [papers / ".draft.txt", str(papers / ".draft.txt")],
        plugins=discover([toy()], installed=False),
        jobs=0,
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
            "places.txt: expected a document that an importer knows, found one that none of them recognises; "
            "it names places of Hill, but too little in it is about place partnerships; "
            "`placebench identify` says what it names; if it is of another system, install the plugin of "
            "the document's system, or give a profile of it with --profile; known are documents of Hill."
        ),
    )
    assert claims(done) == [(None, None, False, "refused")]
    assert len(rows(done, "sources", "source_id")) == 1
    assert done.dataset.validate() == ()


def test_refusal_of_a_document_that_names_a_system_says_so(papers: Path, toy: Any) -> None:
    (papers / "places.txt").write_text("Apologies came from the council of Vale.")
    (report,) = run(papers, toy()).reports
    assert report.outcome == REFUSED
    assert "it names Vale, but too little in it is about place partnerships" in report.messages[0]


def test_refusal_of_a_document_that_names_a_place_alone_says_so(papers: Path, toy: Any) -> None:
    (papers / "places.txt").write_text("Apologies came from the council of Dale.")
    (report,) = run(papers, toy()).reports
    assert "it names places of Vale, but too little in it is about place partnerships" in report.messages[0]


def test_refusal_names_no_more_than_a_few_systems(papers: Path, toy: Any) -> None:
    names = ("bay", "dale", "fell", "glen", "heath", "hill")
    (report,) = run(papers, *(toy(name=name) for name in names)).reports
    assert report.messages[0].endswith(
        "known are documents of 6 systems (`placebench importers` lists them)."
    )


def test_refusal_of_a_sheet_says_what_it_lacks(tmp_path: Path, toy: Any) -> None:
    (tmp_path / "ratings.csv").write_text("Theme,Alpha,Beta\nMoney,3,2\nPurpose,1,2\n")
    (report,) = run(tmp_path, toy()).reports
    assert "lacks the columns place_id, framework, kind: see “A sheet of your own”" in report.messages[0]


def test_refusal_of_a_list_in_a_sheet_sends_nobody_to_ratings(tmp_path: Path, toy: Any) -> None:
    (tmp_path / "members.csv").write_text("Place,Organisation,Seats\nDale,Trust,2\nFord,Council,1\n")
    (report,) = run(tmp_path, toy()).reports
    assert "no list of members or of anything else: see “Spreadsheets”" in report.messages[0]
    assert "self-assessment" not in report.messages[0]


def test_a_claimed_sheet_that_gives_no_rows_says_so(tmp_path: Path, toy: Any) -> None:
    (tmp_path / "members.csv").write_text("Organisation,Seats\nTrust,2\n")
    (tmp_path / "paper.txt").write_text("Partnerships of Vale\nNothing more.\n")
    sheet, paper = run(tmp_path, toy(claims_all=True)).reports
    assert (sheet.outcome, sheet.rows, paper.outcome, paper.messages) == (OK, {}, OK, ())
    assert "members.csv: no rows came of it; of sheets," in sheet.messages[0]


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


def test_a_copy_of_a_document_that_failed_has_failed_too(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7\nbroken")
    run = import_documents([tmp_path], jobs=0)
    assert [report.outcome for report in run.reports] == ["failed", "failed"]
    assert run.reports[1].messages[0] == run.reports[0].messages[0].replace("a.pdf", "b.pdf")


def test_each_empty_file_is_told_to_be_empty(tmp_path):
    for name in ("a.pdf", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    run = import_documents([tmp_path], jobs=0)
    assert run.reports[1].messages[0].startswith("b.txt: expected a document with text, found an empty file")


def test_a_link_to_a_folder_is_named_and_not_followed(papers: Path, toy: Any) -> None:
    (papers / "round").symlink_to("..", target_is_directory=True)
    done = run(papers, toy())
    told = {report.path: report.messages for report in done.reports if report.outcome == FAILED}
    assert told["round"][0].startswith("round: expected a file that can be read, found a link to a folder")
    assert len(done.reports) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_named_and_never_waited_for(papers: Path, toy: Any) -> None:
    os.mkfifo(papers / "pipe.txt")
    (papers / "zero.txt").symlink_to("/dev/zero")
    done = run(papers, toy())
    told = {report.path: report.messages for report in done.reports if report.outcome == FAILED}
    for name in ("pipe.txt", "zero.txt"):
        assert told[name][0].startswith(f"{name}: expected a file that can be read, found a device or a pipe")
    assert [report.outcome for report in done.reports].count(OK) == 1
    assert done.exit_code == 1
