"""An importer under test may read in a process of its own, so that one that aborts ends nothing else."""

from __future__ import annotations

import attrs
import pytest

from placebench.errors import PluginError
from placebench.pipeline import import_documents
from placebench.testing.conformance import CHECKS, made
from placebench.testing.editions import compare_edition
from placebench.testing.golden import against_golden, write_golden
from placebench.testing.subject import alone, subject_of

SOUND, ABORTING = "tests.testing.sound:IMPORTER", "tests.testing.wrong_abort:IMPORTER"
DALE = "Partnerships of Vale\n\nDale: board, Dale Board\n"
FORD = "Partnerships of Vale\n\nFord: board, Ford Board\n"


@pytest.fixture
def documents(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "dale.txt").write_text(DALE)
    (folder / "ford.txt").write_text(FORD)
    return folder


def isolated(plugin, documents, **given):
    return attrs.evolve(subject_of(plugin, documents, **given), isolated=True)


def test_what_is_read_in_another_process_is_the_same(documents):
    here, there = subject_of(SOUND, documents), isolated(SOUND, documents)
    assert {name: one.fingerprint for name, one in here.readings.items()} == {
        name: one.fingerprint for name, one in there.readings.items()
    }
    assert all(here.read_file(one).fingerprint == there.read_file(one).fingerprint for one in here.others)


def test_an_abort_costs_its_document_and_says_whose_it_was(documents):
    readings = isolated(ABORTING, documents).readings
    assert readings["dale.txt"].rows["governance"]
    said = str(readings["ford.txt"].error)
    assert "importer vale@1.0" in said
    assert "expected identify of ford.txt to finish, found a process ended by SIGABRT" in said


def test_an_abort_fails_the_checks_and_the_golden_file(documents):
    golden = documents.parent / "golden"
    write_golden(subject_of(SOUND, documents), golden)
    subject = isolated(ABORTING, documents, golden=golden)
    verdict = made(next(one for one in CHECKS if one.name == "knows-its-own"), subject)
    assert [fault.partition(":")[0] for fault in verdict.faults] == ["ford.txt"]
    (difference,) = against_golden(subject, golden)
    assert (difference[0], difference[1].kind, difference[1].is_fault) == ("ford.txt", "failed", True)


def test_whoever_writes_golden_files_is_sent_to_the_code_of_the_importer(documents):
    with pytest.raises(PluginError, match=r"look for the cause in your importer's code; --timeout gives"):
        write_golden(isolated(ABORTING, documents), documents.parent / "golden")


def test_an_abort_over_a_new_edition_is_an_error_and_no_drift(documents):
    saved = import_documents([documents / "dale.txt"], plugins=alone(SOUND), jobs=0).dataset
    new = documents / "ford.txt"
    assert compare_edition(new, saved, alone(SOUND)).drifts[0].state == "kept"
    with pytest.raises(PluginError, match="found a process ended by SIGABRT"):
        compare_edition(new, saved, alone(ABORTING))
