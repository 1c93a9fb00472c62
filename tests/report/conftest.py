"""A report on the example documents, one on ratings too, and a real browser to read them with."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

import placebench
from placebench.benchmark.study import ChangeChoices, MaturityChoices, Study, run_study
from placebench.report import write_report
from tests.report.rated import AFTER, BEFORE, rated

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = EXAMPLES / "documents"
FRAMEWORK = EXAMPLES / "frameworks" / "place-working.toml"
WHOLE = Study(
    title="Ratings and readings",
    maturity=MaturityChoices(basis=("self", "peer", "documentary")),
    change=ChangeChoices(first=BEFORE, last=AFTER + dt.timedelta(days=200)),
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def dataset():
    return placebench.import_documents([DOCUMENTS]).dataset


@pytest.fixture(scope="session")
def rated_dataset(dataset):
    return rated(dataset)


@pytest.fixture(scope="session")
def rated_run(rated_dataset):
    return run_study(rated_dataset, WHOLE)


@pytest.fixture(scope="session")
def page_file(dataset, tmp_path_factory):
    run = run_study(dataset)
    return write_report(
        dataset, run.results, tmp_path_factory.mktemp("report") / "report.html", documents=DOCUMENTS
    )


@pytest.fixture(scope="session")
def rated_file(rated_dataset, rated_run, tmp_path_factory):
    return write_report(
        rated_dataset,
        rated_run.results,
        tmp_path_factory.mktemp("rated") / "report.html",
        documents=DOCUMENTS,
    )


@pytest.fixture(scope="session")
def assessed_file(tmp_path_factory):
    """Write the report on a table of ratings, with the table at hand."""
    folder = tmp_path_factory.mktemp("assessed")
    (folder / "ratings.csv").write_text(
        "place_id,framework,theme,stage,kind,assessor,comment\n"
        "bob/oxfordshire,Working as one place,1,Building,self,Board,Agreed in May\n",
        "utf-8",
    )
    dataset = placebench.import_documents([folder / "ratings.csv"], frameworks=[FRAMEWORK]).dataset
    return write_report(dataset, run_study(dataset).results, folder / "report.html", documents=folder)


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser, page_file):
    """Open the report on documents."""
    with opened(browser, page_file) as page:
        yield page


@pytest.fixture
def rated_page(browser, rated_file):
    """Open the report on ratings too."""
    with opened(browser, rated_file) as page:
        yield page


@contextmanager
def opened(browser, file):
    """Open a report from the disk, and fail on any message or any other request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    trouble = []
    page.on("console", lambda message: trouble.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("request", lambda asked: trouble.append(f"request: {asked.url}"))
    page.goto(file.as_uri())
    yield page
    assert trouble == [f"request: {file.as_uri()}"]
    context.close()
