"""A report on the example documents, and a real browser to read it with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import placebench
from placebench.benchmark import compare_all
from placebench.report import write_report

DOCUMENTS = Path(__file__).parents[2] / "examples" / "documents"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def dataset():
    return placebench.import_documents([DOCUMENTS]).dataset


@pytest.fixture(scope="session")
def page_file(dataset, tmp_path_factory):
    return write_report(
        dataset, compare_all(dataset), tmp_path_factory.mktemp("report") / "report.html", documents=DOCUMENTS
    )


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
    """Open the report from the disk, and fail on any message or any other request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    trouble = []
    opened.on("console", lambda message: trouble.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    opened.on("request", lambda asked: trouble.append(f"request: {asked.url}"))
    opened.goto(page_file.as_uri())
    yield opened
    assert trouble == [f"request: {page_file.as_uri()}"]
    context.close()
