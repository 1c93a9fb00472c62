"""What importers give is checked, and what one of them breaks costs it alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.importer import Claim, Expect, Fact, GapFound
from placebench.model import Exercise, Framework, Organisation, Partnership, Theme
from placebench.pipeline import FAILED, OK
from tests.pipeline.running import claims, raising, rows, run


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
        f"found {type(error).__name__}: {error} (running.py, line "
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
        (
            "1 row of governance was rejected by unknown-code; "
            "places.txt: expected a code of status in status, found 'plan'."
        ),
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


def test_texts_of_strangers_that_no_file_can_hold_cost_their_owner_alone(papers: Path, toy: Any) -> None:
    half = OSError("half a pair \ud800\nand " + "much " * 10000)
    done = run(papers, raising(toy, "extract", half)(name="vale"), toy(name="moor"))
    assert "found OSError: half a pair \\ud800 and much" in done.reports[0].messages[0]
    assert len(done.reports[0].messages[0]) < 1000
    assert rows(done, "governance", "importer") == [("moor@1.0",)]
