"""Tables of ratings, as surveys export them."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.benchmark.scope import scope_of
from placebench.model import FACT_TABLES
from placebench.pipeline import import_documents

pytestmark = pytest.mark.whole

HEAD = "place_id,framework,theme,stage,kind,assessor,date,evidence,comment\n"
GOOD = "vale/dale,Working together,1,Developing,self,Place lead,2023-10-05,minutes,Agreed\n"
AGAIN = GOOD.replace(",1,", ",2,")
LOW_HIGH = (
    "place_id,framework,theme,stage_low,stage_high,kind\nvale/dale,Working together,Data,2,Maturing,peer\n"
)


@pytest.fixture
def read(tmp_path, framework_toml):
    """Return what imports a table by the framework in a file beside it."""

    def run(text, *, given=True):
        table, framework = tmp_path / "assessments.csv", tmp_path / "framework.toml"
        table.write_text(text, encoding="utf-8")
        framework.write_text(framework_toml, encoding="utf-8")
        return import_documents([table], frameworks=[framework] if given else [])

    return run


def test_a_row_is_a_rating_with_its_cells(read, rows, ratings):
    done = read(HEAD + GOOD)
    assert done.exit_code == 0
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead")]
    assert rows(done, "assessments", "as_of", "kind", "note") == [(dt.date(2023, 10, 5), "self", "Agreed")]
    assert rows(done, "evidence", "cell", "quote") == [
        ("D2", "Developing"),
        ("H2", "minutes"),
        ("I2", "Agreed"),
    ]
    assert rows(done, "themes", "number") == [(1,), (2,), (3,)]
    assert done.dataset.validate() == ()


def test_a_range_has_two_columns(read, ratings):
    assert ratings(read(LOW_HIGH + LOW_HIGH.splitlines()[1])) == [("vale/dale", "3", 2, 3, None)]


def test_a_place_has_the_name_that_the_table_gives(read, rows):
    head, row = HEAD.strip(), GOOD.strip()
    done = read(f"{head},place,system\n{row},Dale Borough,The Vale\n")
    assert rows(done, "places", "name") == [("Dale Borough",)]
    assert rows(done, "systems", "name") == [("The Vale",)]


def test_nobody_asked_and_nobody_rated_differ(read, rows):
    row = GOOD.replace("minutes,Agreed", ",")
    done = read(HEAD + row.replace("Developing", "not assessed") + row.replace("Developing", ""))
    assert rows(done, "assessments", "theme_id") == []
    assert rows(done, "gaps", "reason") == [("not_assessed",)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Developing", "Developng", "row 3, column stage (D3): expected 1 Emerging, 2 Developing"),
        ("Developing", "02-Mar", "row 3, column stage (D3): expected 1 Emerging, 2 Developing"),
        (
            ",1,",
            ",Purpse,",
            "(C3): expected a theme of the framework, by number or name, found “Purpse”; did you mean",
        ),
        (",1,", ",9,", "row 3, column theme (C3): expected a theme of the framework"),
        ("self", "slef", "(E3): expected kind of self, peer, found “slef”; did you mean self?"),
        ("2023-10-05", "soon", "(G3): expected a date, such as 5 October 2023, found “soon”"),
        ("vale/dale", "Dale", "row 3, column place_id (A3): expected place_id of vale/dale, found “Dale”"),
        ("Working together", "Working", "(B3): expected a framework whose file is given with --framework"),
        ("vale/", "moor/", "(A3): expected a place of vale, as in most rows, found “moor/dale”; give each"),
    ],
)
def test_what_is_wrong_is_told_with_row_and_column_and_the_rest_is_read(read, ratings, old, new, said):
    done = read(HEAD + GOOD + GOOD.replace(old, new) + AGAIN)
    assert done.exit_code == 1
    (message,) = done.reports[0].messages
    assert message.startswith("assessments.csv, row 3, column ")
    assert said in message
    assert ratings(done) == [("vale/dale", "1", 2, 2, "Place lead"), ("vale/dale", "2", 2, 2, "Place lead")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (f"\n\n{HEAD}{GOOD}{{bad}}", 5),
        (f"{HEAD}{GOOD}\n , ,\n{{bad}}", 5),
        (f"{HEAD}{GOOD.replace('minutes', chr(34) + 'minutes,' + chr(10) + 'annex' + chr(34))}{{bad}}", 3),
        (f"sep=,\n{HEAD}{GOOD}{{bad}}", 3),
    ],
    ids=["above the headings", "empty rows", "a cell of two lines", "the delimiter said"],
)
def test_a_row_has_the_number_that_a_spreadsheet_shows(read, ratings, text, row):
    done = read(text.format(bad=GOOD.replace("self", "slef")))
    (message,) = done.reports[0].messages
    assert message.startswith(f"assessments.csv, row {row}, column kind (E{row}): expected kind of")
    assert len(ratings(done)) == 1


def test_an_empty_stage_is_told_in_the_column_that_the_table_has(read):
    text = (HEAD + GOOD).replace("stage,", "stage,stage_high,").replace("Developing", ",Maturing")
    (message,) = read(text).reports[0].messages
    assert message.startswith("assessments.csv, row 2, column stage (D2): expected a stage beside")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEAD.replace("assessor", "assesor") + GOOD,
            "row 1, column assesor (F1): expected one of the columns",
        ),
        (
            HEAD.replace("stage", "comment2") + GOOD,
            "row 1, column comment2 (D1): expected one of the columns",
        ),
        (
            HEAD.replace("theme", "them") + GOOD,
            "row 1, column them (C1): expected one of the columns",
        ),
        (
            HEAD.replace("kind", "comment") + GOOD,
            "expected a column kind, found none of that name",
        ),
        (
            HEAD + GOOD.replace("vale/", "moor/"),
            "row 1, column place_id (A1): expected places of one system in place_id, found moor and vale",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_once(read, text, said):
    done = read(text + GOOD)
    (message,) = done.reports[0].messages
    assert message.startswith((f"assessments.csv, {said}", f"assessments.csv: {said}"))
    assert done.exit_code == 1


def test_a_table_without_the_file_of_its_framework_says_what_to_give(read):
    done = read(HEAD + GOOD + GOOD, given=False)
    assert done.exit_code == 1
    assert "expected a framework whose file is given with --framework" in done.reports[0].messages[0]


def test_a_table_is_a_source_of_ratings_and_of_no_other_facts(read):
    tables = set(scope_of(read(HEAD + GOOD).dataset).reads["table"])
    assert tables & set(FACT_TABLES) == {"assessments"}
