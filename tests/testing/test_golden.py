"""A golden file tells a value that changed from words that moved."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path

import pytest

from placebench.errors import UnclaimedDocument
from placebench.testing import subject_of
from placebench.testing.conformance import CHECKS, made
from placebench.testing.golden import against_golden, differences, facts_of, write_golden
from placebench.testing.keeping import golden_file, without_golden

HERE = Path(__file__).parent
SOUND = "tests.testing.sound:IMPORTER"
GOLDEN = next(check for check in CHECKS if check.name == "golden")
REFUSES = next(check for check in CHECKS if check.name == "refuses-others")


@pytest.fixture
def documents(tmp_path):
    return Path(shutil.copytree(HERE / "documents", tmp_path / "documents"))


@pytest.fixture
def facts(documents):
    return facts_of(subject_of(SOUND, documents).readings["dale.txt"])


def valued(facts, number, **columns):
    changed = copy.deepcopy(facts)
    changed[number]["row"] |= columns
    return changed


def quoted(facts, number, **parts):
    changed = copy.deepcopy(facts)
    changed[number]["quotes"][0] |= parts
    return changed


CHANGES = {
    "nothing": (lambda facts: facts, []),
    "another order": (lambda facts: facts[::-1], []),
    "another value": (lambda facts: valued(facts, 0, value="Dale Forum"), ["changed"]),
    "another place": (lambda facts: valued(facts, 0, place_id="vale/ford"), ["changed"]),
    "a new column": (lambda facts: valued(facts, 1, note="as agreed"), ["changed"]),
    "other words": (lambda facts: quoted(facts, 0, text="Dale: a board"), ["requoted"]),
    "another page": (lambda facts: quoted(facts, 0, page=2, start=900), ["moved"]),
    "another section": (lambda facts: quoted(facts, 0, section="Elsewhere"), ["moved"]),
    "all on another page": (lambda facts: quoted(quoted(facts, 0, start=1), 1, start=2), ["moved", "moved"]),
    "one less": (lambda facts: facts[1:], ["missing"]),
    "one more": (lambda facts: [*facts, {"table": "roles", "row": {"role": "chair"}, "quotes": []}], ["new"]),
    "other words and value": (
        lambda facts: quoted(valued(facts, 0, value="X"), 0, text="Dale: board, X"),
        ["new", "missing"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_difference_has_its_kind(change, facts):
    changed, kinds = CHANGES[change]
    assert [one.kind for one in differences(facts, changed(facts))] == kinds


def test_a_difference_says_what_was_expected_and_found(facts):
    (changed,) = differences(facts, valued(facts, 0, value="Dale Forum"))
    assert changed.says.endswith("value expected 'Dale Board', found 'Dale Forum'")
    (moved,) = differences(facts, quoted(facts, 0, page=2, start=900))
    assert moved.says.endswith("character 22, now page 2, character 900")
    assert (changed.is_fault, moved.is_fault) == (True, False)


def test_a_long_value_is_cut_between_words(facts):
    (changed,) = differences(facts, valued(facts, 0, value="of the boards of Dale " * 20))
    shown = changed.says.partition("): value expected")[0]
    assert shown.endswith(" …")
    assert shown.removesuffix(" …").rpartition(" ")[2] in {"of", "the", "boards", "Dale"}


def test_what_was_written_is_what_is_read(documents, tmp_path):
    subject = subject_of(SOUND, documents)
    assert [path.name for path in write_golden(subject, tmp_path / "golden")] == [
        "dale.txt.json",
        "ford.txt.json",
    ]
    assert write_golden(subject, tmp_path / "golden") == []
    kept = json.loads(golden_file(tmp_path / "golden", "dale.txt").read_text(encoding="utf-8"))
    assert kept == facts_of(subject.readings["dale.txt"])


def test_progress_is_told_as_documents_are_written(documents, tmp_path):
    told = []
    write_golden(subject_of(SOUND, documents), tmp_path / "golden", lambda *done: told.append(done))
    assert told == [("dale.txt", 1, 2), ("ford.txt", 2, 2)]


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ("Dale: board, Dale Board", "Dale: board, Dale Board", "passed"),
        ("Partnerships of Vale", "Invented.\n\nPartnerships of Vale", "passed"),
        ("Dale: board, Dale Board", "Dale: board, Dale Forum", "failed"),
        ("Ford: shared_vision", "", "failed"),
    ],
)
def test_the_check_fails_for_other_facts_and_not_for_other_positions(documents, before, after, outcome):
    write_golden(subject_of(SOUND, documents), documents.parent / "golden")
    path = documents / "dale.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert made(GOLDEN, subject_of(SOUND, documents)).outcome == outcome


def test_a_document_that_has_a_golden_file_and_is_not_claimed_fails(documents):
    write_golden(subject_of(SOUND, documents), documents.parent / "golden")
    (documents / "dale.txt").write_text("Minutes\n\nDale: board, Dale Board\n", encoding="utf-8")
    subject = subject_of(SOUND, documents)
    assert made(GOLDEN, subject).outcome == "failed"
    with pytest.raises(UnclaimedDocument, match=r"dale\.txt: expected a document that vale knows"):
        write_golden(subject, documents.parent / "golden")


def test_documents_without_a_golden_file_are_others_where_some_have_one(documents):
    write_golden(subject_of(SOUND, documents, own=["dale.txt"]), documents.parent / "golden")
    subject = subject_of(SOUND, documents)
    assert [one.name for one in subject.own] == ["dale.txt"]
    assert "ford.txt" in {one.name for one in subject.others}


def test_a_document_that_only_lacks_its_golden_file_is_named_with_the_command(documents):
    write_golden(subject_of(SOUND, documents, own=["dale.txt"]), documents.parent / "golden")
    subject = subject_of(SOUND, documents)
    (fault,) = [text for text in made(REFUSES, subject).faults if text.startswith("ford.txt")]
    command = "`placebench golden update vale --document ford.txt`"
    assert fault.endswith(f"it has no golden file, ford.txt.json: if it is its own, {command}")
    assert without_golden(subject) in made(GOLDEN, subject).notes
    assert "no golden file and must be refused: ford.txt; " in without_golden(subject)


def test_documents_that_are_said_to_be_of_others_are_not_asked_for_golden_files(documents):
    assert without_golden(subject_of(SOUND, documents, own=["dale.txt"])) is None


def test_a_golden_file_whose_document_is_gone_is_a_difference(documents):
    golden = documents.parent / "golden"
    write_golden(subject_of(SOUND, documents), golden)
    (documents / "ford.txt").unlink()
    ((name, difference),) = against_golden(subject_of(SOUND, documents), golden)
    assert (name, difference.kind, difference.is_fault) == ("ford.txt", "missing", True)
    assert "ford.txt.json; delete the golden file" in difference.says
