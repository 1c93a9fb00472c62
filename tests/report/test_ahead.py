"""What other processes begin ahead of a report changes nothing of the page, and not even their end does."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys

from placebench.benchmark.study import Study, run_study
from placebench.drawing_engine import Engine
from placebench.report import begun, report
from tests.report.conftest import DOCUMENTS

STUDY = Study(methods=("coverage", "counts"))


def test_a_page_is_the_same_with_and_without_what_was_begun_ahead(dataset):
    with Engine() as engine, begun(dataset, DOCUMENTS, engine=engine) as ahead:
        results = run_study(dataset, STUDY, on_result=ahead.early.take).results
        page = report(dataset, results, ahead=ahead)
    assert page == report(dataset, results, documents=DOCUMENTS)
    assert page.count("<svg") > 1
    assert 'class="passage"' in page


def test_what_was_taken_early_and_is_not_what_is_shown_is_drawn_anew(dataset):
    whole, part = (run_study(dataset, Study(methods=("coverage",), systems=of)) for of in ((), ("bob",)))
    with begun(dataset) as ahead:
        ahead.early.take(whole["coverage"])
        page = report(dataset, part.results, part=part.tables, ahead=ahead)
    assert page == report(dataset, part.results, part=part.tables)


def test_a_page_of_some_places_says_what_it_covers(dataset):
    run = run_study(dataset, Study(methods=("coverage",), systems=("bob",), since=dt.date(2023, 1, 1)))
    page = report(dataset, run.results, part=run.tables)
    head = page[page.index("<header>") : page.index("</header>")]
    assert re.search(r"The study covers \d+ facts from \d documents? on 1 system\.", head)
    assert f"{dataset['sources'].num_rows} documents on " in head
    drawn = re.search(r"(\d+) dated documents?", page)
    assert drawn is not None
    assert int(drawn[1]) < dataset["sources"].num_rows


def test_a_page_is_whole_where_the_engine_ended(dataset):
    with begun(dataset) as ahead:
        ahead.engine.close()
        page = report(dataset, run_study(dataset, STUDY).results, ahead=ahead)
    assert page == report(dataset, run_study(dataset, STUDY).results)


def test_a_report_loads_neither_altair_nor_importers():
    program = (
        "import sys, placebench.drawing_engine, placebench.report.writing; "
        "heavy = {'altair', 'placebench.coding', 'placebench.extract'}; print(sorted(heavy & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
