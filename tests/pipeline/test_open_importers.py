"""Importers of documents that name their own system, and faults that a person must mend."""

from __future__ import annotations

import attrs
import pytest

from placebench.errors import DocumentError
from placebench.hookspecs import hookimpl
from placebench.importer import API, FaultFound
from placebench.pipeline import FAILED, OK
from tests.pipeline.running import claims, rows, run


@attrs.frozen
class Anywhere:
    """Reads the lines of the importer of the tests, of whatever system a document names."""

    bound: object
    name: str = "anywhere"
    version: str = "1.0"
    api: int = API
    recognises: str = "lines of any system"

    def for_document(self, document, known):
        del document
        if isinstance(self.bound, Exception):
            raise self.bound
        return self.bound(known)

    @hookimpl
    def placebench_importers(self):
        return [self]


@pytest.fixture
def named(toy):
    """Return an importer of the tests that has the name of the open one."""

    class Named(toy):
        @property
        def system(self):
            return attrs.evolve(super().system, system_id="vale", name="Vale")

        @property
        def places(self):
            return tuple(
                attrs.evolve(place, place_id=place.place_id.replace("anywhere", "vale"), system_id="vale")
                for place in super().places
            )

        def identify(self, document):
            yield from toy(name="vale").identify(document)

        def extract(self, document, claim):
            yield from toy(name="vale").extract(document, claim)

    return Named(name="anywhere")


def test_a_document_says_whose_it_is(papers, named):
    done = run(papers, Anywhere(lambda _: named))
    assert rows(done, "governance", "system_id", "importer") == [("vale", "anywhere@1.0")] * 2
    assert rows(done, "systems", "system_id") == [("vale",)]


def test_it_is_told_who_reads_which_system(papers, toy):
    seen = []
    run(papers, toy(), Anywhere(lambda known: seen.append(sorted(known))))
    assert seen == [["vale"]]


def test_another_kind_of_document_is_left_to_others(papers, toy):
    done = run(papers, toy(), Anywhere(lambda _: None))
    assert done.reports[0].importers == ("vale@1.0",)


def test_a_document_that_does_not_say_enough_is_told_as_its_own_error(papers):
    error = DocumentError("the name of a system", "none", where="places.txt")
    done = run(papers, Anywhere(error))
    assert done.reports[0].messages == ("places.txt: expected the name of a system, found none.",)
    assert (done.reports[0].outcome, claims(done)) == (FAILED, [("anywhere@1.0", None, False, "failed")])


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (ValueError("as it was told"), "ValueError: as it was told"),
        (lambda _: 3, "expected an importer with the same name and version, found 3"),
    ],
)
def test_one_that_breaks_is_told_and_the_others_go_on(papers, toy, bound, said):
    done = run(papers, toy(), Anywhere(bound))
    assert said in done.reports[0].messages[0]
    assert "anywhere@1.0" in done.reports[0].messages[0]
    assert len(rows(done, "governance", "value")) == 2
    assert done.exit_code == 1


def test_one_with_the_name_of_another_is_refused(papers, toy):
    done = run(papers, Anywhere(lambda _: toy()))
    assert "expected an importer with the same name and version" in done.reports[0].messages[0]


def faulty(fact):
    if fact.row.feature != "board":
        return fact
    error = DocumentError("a board", "a mistake", where="places.txt, line 2", hint="mend it")
    return FaultFound("governance", error, fact.quotes)


def test_a_fault_is_told_and_the_rows_beside_it_are_kept(papers, toy):
    done = run(papers, toy(change=faulty))
    message = "places.txt, line 2: expected a board, found a mistake; mend it"
    assert done.reports[0].messages == (f"{message}.",)
    assert (done.reports[0].outcome, done.exit_code) == (FAILED, 1)
    assert rows(done, "governance", "feature") == [("shared_vision",)]
    assert rows(done, "gaps", "table", "what", "reason") == [("governance", message, "illegible")]
    assert ("gaps", "Dale: board, Dale Board") in rows(done, "evidence", "table", "quote")
    assert ("vale@1.0", "governance", False, "failed") in claims(done)


def test_a_fault_without_an_error_of_a_document_is_rejected(papers, toy):
    done = run(papers, toy(change=lambda fact: FaultFound("governance", ValueError("no"), fact.quotes)))
    assert rows(done, "rejections", "rule") == [("not-a-fact",)] * 2
    assert done.reports[0].outcome == OK
