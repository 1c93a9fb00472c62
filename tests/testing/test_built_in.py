"""The importers that placebench brings are held to what those of plugins are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import pytest

from placebench.assessment.form import Form
from placebench.assessment.writer import write_workbook
from placebench.model import Place, System
from placebench.testing import ImporterSuite, subject_of
from placebench.testing.conformance import CHECKS
from placebench.testing.subject import Subject
from tests.testing.of_files import BOLTON, FRAMEWORK, ROOT

pytestmark = pytest.mark.whole

RATINGS = (
    "place_id,framework,theme,stage,kind,assessor,date,evidence,comment\n"
    "vale/dale,{framework},1,{stage},self,Place lead,2023-10-05,minutes,Agreed\n"
)
PAPER = """Place-based partnerships in Buckinghamshire, Oxfordshire and Berkshire West

The Oxfordshire partnership board meets monthly.

Where places are now

In May 2024 each place held a self-assessment workshop.

"""
PART_OF_THE_HOUSE = "it is a part of placebench itself"


@lru_cache
def cached_subject(plugin: str, folder: Path, importer: str | None) -> Subject:
    return subject_of(plugin, folder, importer=importer)


class BuiltInSuite(ImporterSuite):
    """The suite without what only a distribution of its own can keep."""

    @pytest.mark.parametrize(
        "check", [check for check in CHECKS if check.name != "imports"], ids=lambda check: check.name
    )
    def test_conforms(self, check, subject):
        super().test_conforms(check, subject)

    def test_is_installed(self):
        pytest.skip(PART_OF_THE_HOUSE)


class TestProfile(BuiltInSuite):
    plugin = "tests.testing.of_files:PROFILE"
    documents = ROOT / "examples" / "documents"
    golden = BOLTON / "tests" / "golden"


class WrittenSuite(BuiltInSuite):
    """The suite with a document that is written for it, by `write`."""

    @pytest.fixture
    def subject(self, tmp_path_factory) -> Subject:
        folder = tmp_path_factory.getbasetemp() / type(self).__name__ / "documents"
        if not folder.exists():
            folder.mkdir(parents=True)
            self.write(folder)
        return cached_subject(self.plugin, folder, self.importer)


class TestRatings(WrittenSuite):
    plugin = "placebench.built_in"
    importer = "ratings"

    def write(self, folder):
        text = RATINGS.format(framework="National", stage="Developing")
        (folder / "assessments.csv").write_text(text, encoding="utf-8")


class TestRatingsByAFramework(WrittenSuite):
    plugin = "tests.testing.of_files:FRAMEWORK"
    importer = FRAMEWORK.importers[0].name

    def write(self, folder):
        framework = FRAMEWORK.importers[0].framework
        text = RATINGS.format(framework=framework.framework.name, stage=framework.stages[1].name)
        (folder / "assessments.csv").write_text(text, encoding="utf-8")


class TestPapersByAFramework(WrittenSuite):
    plugin = "tests.testing.of_files:PAPERS"
    importer = FRAMEWORK.importers[1].name
    tables: ClassVar = {"paper.txt": {"assessments"}}

    def write(self, folder):
        framework = FRAMEWORK.importers[1].framework
        low, high = framework.stages[0].name, framework.stages[2].name
        rows = [f"{theme.name}\t{low}\t{high}\n" for theme in framework.themes]
        text = f"{PAPER}Theme\tOxfordshire\tBuckinghamshire\n{''.join(rows)}"
        (folder / "paper.txt").write_text(text, encoding="utf-8")


class TestWorkbook(WrittenSuite):
    plugin = "placebench.built_in"
    importer = "workbook"

    def write(self, folder):
        places = (Place(place_id="vale/dale", system_id="vale", name="Dale"),)
        form = Form(FRAMEWORK.importers[0].framework, System(system_id="vale", name="Vale"), places)
        (folder / "assessments.xlsx").write_bytes(write_workbook(form))
