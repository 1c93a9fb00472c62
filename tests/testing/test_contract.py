from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from placebench.importer import API
from placebench.testing import check_importer, subject_of
from placebench.testing.contract import judge_imports, load_contract

HERE = Path(__file__).parent
OLD = "tests.testing.old.api_1"
PAGE = HERE.parents[1] / "docs" / "importer-contract.md"


def test_the_newest_major_is_the_one_that_importers_declare():
    assert load_contract().majors[-1].api == API


@pytest.mark.parametrize("api", [major.api for major in load_contract().majors if major.api == API])
def test_a_plugin_of_the_first_release_still_conforms(api):
    findings = list(check_importer(subject_of(f"tests.testing.old.api_{api}", HERE / "documents")))
    assert [f for f in findings if f.verdict.faults] == []
    (notes,) = (f.verdict.notes for f in findings if f.verdict.notes)
    assert "placebench.hookspecs is deprecated and goes after 2027-11-30" in notes[0]


@pytest.mark.parametrize("entry", load_contract().deprecated, ids=lambda entry: entry.name)
def test_a_deprecated_name_is_kept_for_a_year(entry):
    assert entry.until >= entry.since.replace(year=entry.since.year + 1)


@pytest.mark.parametrize(("days", "fails"), [(0, False), (1, True)])
def test_a_deprecated_name_fails_from_the_day_after_its_last(days, fails):
    (entry,) = (one for one in load_contract().deprecated if one.name == "placebench.hookspecs")
    verdict = judge_imports(OLD, entry.until + dt.timedelta(days=days))
    assert bool(verdict.faults) == fails
    assert bool(verdict.notes) != fails


def test_what_is_offered_is_what_the_plugins_of_the_project_may_import():
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    outside = next(c for c in project["tool"]["importlinter"]["contracts"] if c["id"] == "plugins-outside")
    rooms = {line.split("placebench.")[1].removesuffix(".**") for line in outside["ignore_imports"]}
    assert load_contract().rooms == rooms | {"testing"}


def test_the_page_lists_every_major_and_every_deprecation():
    page = PAGE.read_text(encoding="utf-8")
    contract = load_contract()
    for major in contract.majors:
        assert f"| {major.api} | {major.placebench} | {major.since} |" in page
    for one in contract.deprecated:
        assert f"| `{one.name}` | {one.since} | {one.until} | `{one.instead}` |" in page
    for room in contract.rooms:
        assert f"`placebench.{room}`" in page
