"""Each check fails an importer that is wrong in what it checks, and passes one that is sound."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from placebench.errors import PluginError, UsageError
from placebench.testing import CHECKS, check_importer, process_checks, subject_of
from placebench.testing.process_checks import is_light

pytestmark = pytest.mark.whole

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOCUMENTS = HERE / "documents"
SOUND = "tests.testing.sound:IMPORTER"
WRONG = {
    "wrong:choosy": {"knows-its-own"},
    "wrong:greedy": {"refuses-others"},
    "wrong:misquoting": {"evidence", "truncated", "shuffled"},
    "wrong:promising": {"expectations"},
    "wrong:remembering": {"idempotent", "deterministic"},
    "wrong:chancy": {"deterministic"},
    "wrong:hasty": {"truncated"},
    "wrong:rigid": {"shuffled"},
    "wrong_heavy:IMPORTER": {"light"},
    "wrong:calling": {"offline"},
    "wrong:untidy": {"no-trace"},
    "wrong:talking": {"no-trace"},
    "wrong_insider:IMPORTER": {"imports"},
}


def outcomes(plugin, **options):
    findings = check_importer(subject_of(plugin, DOCUMENTS, **options))
    return {finding.check.name: finding.verdict for finding in findings}


def failed(verdicts):
    return {name for name, verdict in verdicts.items() if verdict.faults}


@pytest.fixture(autouse=True)
def _tidied(monkeypatch):
    monkeypatch.setenv("PLACEBENCH_UNTIDY", "")


def test_a_sound_importer_passes_and_says_why_it_was_not_asked():
    verdicts = outcomes(SOUND)
    assert failed(verdicts) == set()
    assert {name: verdict.skipped for name, verdict in verdicts.items() if verdict.skipped} == {
        "expectations": "neither the importer nor a claim of it declares numbers of rows",
        "golden": "no golden file; `placebench golden update` writes them",
    }


@pytest.mark.parametrize("plugin", WRONG)
def test_what_is_wrong_fails_its_check_and_no_other(plugin):
    assert failed(outcomes(f"tests.testing.{plugin}")) == WRONG[plugin]


def test_every_check_fails_some_importer():
    assert set.union(*WRONG.values()) | {"golden"} == {check.name for check in CHECKS}


def test_an_object_of_this_process_alone_is_not_asked_what_needs_another():
    from tests.testing.sound import IMPORTER  # noqa: PLC0415 - as an author would hand it over

    verdicts = outcomes(IMPORTER)
    skipped = {name for name, verdict in verdicts.items() if verdict.skipped}
    assert skipped >= {"deterministic", "light", "offline", "no-trace", "imports"}
    assert failed(verdicts) == set()


def test_a_process_that_ends_is_told():
    subject = attrs.evolve(subject_of(SOUND), target="tests.testing.wrong_exit")
    assert "found exit code 7" in is_light(subject).faults[0]


def test_a_process_that_hangs_is_told(monkeypatch):
    monkeypatch.setattr(process_checks, "TIME_LIMIT", 1)
    subject = attrs.evolve(subject_of(SOUND), target="tests.testing.wrong_endless")
    assert "within 1 seconds, found more" in is_light(subject).faults[0]


OPENED = """
import sys
from pathlib import Path
from placebench.testing.subject import subject_of

subject = subject_of("tests.testing.sound:IMPORTER", Path(sys.argv[1]), own=[sys.argv[2]])
(document,) = subject.documents.values()
print(len(document.text) > 0, *(name for name in sys.modules if name.startswith("selectolax")))
"""


def test_documents_are_opened_in_a_process_of_their_own():
    name = "croydon-alliance-web-page.html"
    command = [sys.executable, "-c", OPENED, str(ROOT / "examples" / "documents"), name]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert told.stdout.split() == ["True"], "the library that reads web pages is not loaded here"


def test_without_documents_the_rest_is_still_checked():
    findings = list(check_importer(subject_of(SOUND)))
    passed = {finding.check.name for finding in findings if finding.verdict.outcome == "passed"}
    assert passed == {"refuses-others", "light", "offline", "no-trace", "imports"} | (
        passed & {"truncated", "shuffled", "deterministic"}
    )


def test_own_documents_are_those_named_and_the_rest_is_to_be_refused():
    subject = subject_of(SOUND, DOCUMENTS, own=["dale.txt"])
    assert [one.name for one in subject.own] == ["dale.txt"]
    assert "ford.txt" in {one.name for one in subject.others}
    verdict = next(f.verdict for f in check_importer(subject) if f.check.name == "refuses-others")
    assert verdict.faults == ("ford.txt: expected a refusal, found a claim: its heading",)


@pytest.mark.parametrize(
    ("plugin", "options", "error"),
    [
        ("tests.testing.nowhere", {}, PluginError),
        (SOUND, {"own": ["dael.txt"]}, UsageError),
        (SOUND, {"importer": "vael"}, UsageError),
    ],
)
def test_what_is_not_there_is_said(plugin, options, error):
    with pytest.raises(error, match="expected"):
        subject_of(plugin, DOCUMENTS, **options)
