"""Text of strangers on the page: it appears as text, in every column that can hold it."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from placebench.benchmark import compare_all
from placebench.benchmark.study import MaturityChoices, Study, run_study
from placebench.dataset import Dataset, Part
from placebench.model import FACT_TABLES, TABLES, columns_of
from placebench.report import report, write_report

pytestmark = pytest.mark.program

PAYLOADS = (
    "<script>document.title='taken'</script>",
    '"><img src=x onerror="document.title=\'taken\'">',
    "'><svg onload=\"document.title='taken'\">",
    "</script></style><b id=injected>",
    "javascript:document.title='taken'",
    "{{ 7 * 191 }}{% raw %}",
    "\u202egnol yrev" + "x" * 5000,
)
SOURCE = "ab" * 8
RATINGS_TOO = Study(maturity=MaturityChoices(basis=("self",)))
LISTED = {"t-governance", "t-maturity", "t-ranks", "t-remits", "t-timeline"}
HANDLERS = """[...document.querySelectorAll("*")]
    .some((element) => element.getAttributeNames().some((name) => name.startsWith("on")))"""


def row(kind, payload):
    """Return a row of a table whose every free text is the payload."""
    return kind(**{column.name: value(column, payload) for column in columns_of(kind) if not column.host})


def value(column, payload):
    given = {str: payload, int: 1, float: 1.0, bool: True, dt.date: dt.date(2024, 1, 1)}[column.kind]
    if column.name == "source_id":
        given = SOURCE
    elif column.name == "applies_to":
        given = "place"
    elif column.name == "body_kind":
        given = "partnership"
    elif column.name == "outcome":
        given = "read"
    elif column.vocabulary is not None:
        given = next(iter(column.vocabulary.codes))
    return (given,) if column.many else given


def hostile(payload):
    rows = {}
    for table, kind in TABLES.items():
        one = row(kind, payload)
        if table in FACT_TABLES:
            one = attrs.evolve(one, fact_id=f"{table}-{payload}", source_id=SOURCE, importer=payload)
        rows[table] = (one,)
    rows["evidence"] = tuple(
        attrs.evolve(
            rows["evidence"][0], fact_id=f"{table}-{payload}", table=table, source_id=SOURCE, start=n
        )
        for n, table in enumerate(FACT_TABLES)
    )
    return Dataset.build([Part("k", rows)], build_version="1")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_column_stays_text(payload, browser, tmp_path):
    dataset = hostile(payload)
    run = run_study(dataset, RATINGS_TOO)
    file = write_report(
        dataset, run.results, tmp_path / "report.html", title=payload, notes=(f"{payload} was asked for.",)
    )
    page = browser.new_page()
    trouble = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda asked: trouble.append(asked.url))
    page.goto(file.as_uri())
    assert {table.get_attribute("id") for table in page.locator("main table").all()} >= LISTED
    page.locator("a[data-facts]").first.click()
    assert page.title().split() == payload.split()
    assert page.locator("#injected").count() == 0
    assert page.locator("main img, main script, main [onload], main svg foreignObject").count() == 0
    assert not page.evaluate(HANDLERS)
    assert payload.split()[0] in page.locator("#facts").text_content()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert trouble == [file.as_uri()]
    page.close()


def test_the_policy_of_the_page_allows_its_own_style_and_script_and_nothing_else(dataset):
    page = report(dataset, compare_all(dataset))
    policy = page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].startswith("'sha256-")
    assert "unsafe" not in policy
    assert " style=" not in page
