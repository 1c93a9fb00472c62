from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import polars as pl
import pytest
from deltalake import DeltaTable

import placebench
from placebench.dataset import Dataset, Part
from placebench.errors import UsageError
from placebench.export import FORMATS
from placebench.export.excel import LONGEST
from placebench.model import (
    TABLES,
    Assessment,
    Event,
    Evidence,
    Framework,
    Place,
    Source,
    Stage,
    System,
    Theme,
)

DOCUMENTS = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def dataset():
    return placebench.import_documents([DOCUMENTS]).dataset


def with_text(text):
    """Return a dataset whose one fact, quote and title are a text."""
    source = "ab" * 8
    fact = Event(
        fact_id="f" * 16, system_id="north", event="merger", text=text, source_id=source, importer="t@1"
    )
    quote = Evidence(
        evidence_id="e" * 16, fact_id="f" * 16, table="events", source_id=source, quote_number=1, part=1,
        start=0, end=1, quote=text,
    )  # fmt: skip
    about = Source(
        source_id=source, sha256="ab" * 32, title=text, media_type="text/plain", characters=1, path="a"
    )
    rows = {"events": (fact,), "evidence": (quote,), "sources": (about,)}
    return Dataset.build([Part("k", rows)], build_version="1")


def with_ratings(frameworks):
    """Return a dataset in which a place is at the second of three stages of each framework."""
    source = "ab" * 8
    about = Source(source_id=source, sha256="ab" * 32, media_type="text/plain", characters=1, path="a")
    rows = {
        "sources": (about,),
        "systems": (System(system_id="north", name="North"),),
        "places": (Place(place_id="north/dale", system_id="north", name="Dale"),),
        "frameworks": [Framework(framework_id=one, name=one) for one in frameworks],
        "themes": [
            Theme(theme_id=f"{one}/1", framework_id=one, number=1, name="Purpose", label="Purpose")
            for one in frameworks
        ],
        "stages": [
            Stage(stage_id=f"{one}/{number}", framework_id=one, number=number, name=f"Stage {number}")
            for one in frameworks
            for number in (1, 2, 3)
        ],
        "assessments": [
            Assessment(
                fact_id=f"{number:016x}", system_id="north", place_id="north/dale", source_id=source,
                importer="t@1", framework_id=one, theme_id=f"{one}/1", kind="self", stage_low=2, stage_high=2,
            )
            for number, one in enumerate(frameworks)
        ],
        "evidence": [
            Evidence(
                evidence_id=f"{number:016x}", fact_id=f"{number:016x}", table="assessments", source_id=source,
                quote_number=1, part=1, start=0, end=1, quote="2",
            )
            for number, _ in enumerate(frameworks)
        ],
    }  # fmt: skip
    return Dataset.build([Part("k", {name: tuple(each) for name, each in rows.items()})], build_version="1")


def test_a_parquet_folder_describes_itself_and_loads_into_duckdb(dataset, tmp_path, monkeypatch):
    folder = FORMATS["parquet"](dataset, tmp_path / "flat")
    described = json.loads((folder / "datapackage.json").read_text())["resources"]
    assert [one["path"] for one in described] == [f"{table}.parquet" for table in TABLES]
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        connection.execute((folder / "load.sql").read_text())
        for table in TABLES:
            assert connection.sql(f"SELECT count(*) FROM {table}").fetchall() == [(dataset[table].num_rows,)]
        said = "SELECT comment FROM duckdb_columns() WHERE table_name='evidence' AND column_name='quote'"
        assert connection.sql(said).fetchall() == [("The text between start and end.",)]


def test_csv_files_hold_every_row(dataset, tmp_path):
    folder = FORMATS["csv"](dataset, tmp_path / "csv")
    for table in TABLES:
        assert pl.read_csv(folder / f"{table}.csv", infer_schema=False).height == dataset[table].num_rows
    assert (folder / "facts.csv").exists() is False
    assert (folder / "governance.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_database_holds_every_row_with_lists_as_json(dataset, tmp_path):
    file = FORMATS["sqlite"](dataset, tmp_path / "all.db")
    with closing(sqlite3.connect(file)) as connection:
        for table in TABLES:
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (
                dataset[table].num_rows,
            )
        sectors = connection.execute("SELECT sectors FROM memberships").fetchone()[0]
        assert isinstance(json.loads(sectors), list)
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM evidence WHERE fact_id='x'").fetchall()
        assert "USING INDEX" in plan[0][-1]


def test_delta_tables_hold_every_row(dataset, tmp_path):
    folder = FORMATS["delta"](dataset, tmp_path / "delta")
    for table in ("governance", "evidence", "assessments"):
        assert DeltaTable(folder / table).to_pyarrow_table().num_rows == dataset[table].num_rows


def test_an_answer_in_the_workbook_leads_to_its_fact_and_the_fact_to_its_quote(dataset, tmp_path):
    book = openpyxl.load_workbook(FORMATS["excel"](dataset, tmp_path / "all.xlsx"))
    sheet = book["governance"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    answer = sheet.cell(2, columns["status"])
    fact = book["facts"][answer.hyperlink.location.partition("!")[2]]
    assert fact.value in sheet.cell(2, columns["fact ids"]).value
    quote = book["evidence"][fact.hyperlink.location.partition("!")[2]]
    assert quote.value == fact.value
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref


@pytest.mark.parametrize(("rated", "shown"), [(["ours"], True), (["ours", "theirs"], False), ([], False)])
def test_ratings_have_a_sheet_where_they_are_on_one_framework(rated, shown, tmp_path):
    book = openpyxl.load_workbook(FORMATS["excel"](with_ratings(rated), tmp_path / "a.xlsx"))
    assert ("maturity" in book.sheetnames) == shown
    if shown:
        columns = {cell.value: cell.column for cell in book["maturity"][1]}
        stages = [book["maturity"].cell(2, columns[name]).value for name in ("low", "high")]
        assert stages == [2, 2]


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(A1)", "\t=1", "http://x.org"]
)
def test_no_text_becomes_a_formula_or_an_address(text, tmp_path):
    dataset = with_text(text)
    book = openpyxl.load_workbook(FORMATS["excel"](dataset, tmp_path / "a.xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value and text.strip() in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink and not cell.hyperlink.location]
    raw = (FORMATS["csv"](dataset, tmp_path / "csv") / "events.csv").read_text("utf-8-sig")
    assert not any(field.lstrip('"')[:1] in "=+@\t" for field in raw.splitlines()[1].split(",") if field)


@pytest.mark.parametrize("text", ["007", "2021", "2021-04", "1-2", "3/4", "1e5", "TRUE"])
def test_text_that_looks_like_a_number_or_a_date_stays_text(text, tmp_path):
    book = openpyxl.load_workbook(FORMATS["excel"](with_text(text), tmp_path / "a.xlsx"))
    cell = next(cell for cell in column(book["evidence"], "quote"))
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_date_shows_no_more_than_is_known_and_stands_in_order(tmp_path):
    days = [("year", dt.date(2021, 1, 1)), ("month", dt.date(2021, 4, 1)), ("day", dt.date(2021, 4, 7))]
    source = "ab" * 8
    about = Source(
        source_id=source, sha256="ab" * 32, media_type="text/plain", characters=1, path="a",
        published=days[1][1], published_precision="month",
    )  # fmt: skip
    facts = tuple(
        Event(fact_id=f"{n:016}", system_id="north", event="merger", text="x", source_id=source,
              importer="t@1", as_of=day, as_of_precision=precision)
        for n, (precision, day) in enumerate(days)
    )  # fmt: skip
    dataset = Dataset.build([Part("k", {"events": facts, "sources": (about,)})], build_version="1")
    book = openpyxl.load_workbook(FORMATS["excel"](dataset, tmp_path / "a.xlsx"))
    dates = column(book["facts"], "as of")
    assert [one.number_format for one in dates] == ["yyyy", "yyyy-mm", "yyyy-mm-dd"]
    assert [one.value.date() for one in dates] == sorted(day for _, day in days)
    assert [one.value for one in column(book["facts"], "as of precision")] == ["year", "month", "day"]
    assert [one.number_format for one in column(book["sources"], "published")] == ["yyyy-mm"]


def column(sheet, name):
    """Return the cells under a heading."""
    head, *rows = sheet.iter_rows()
    at = [cell.value for cell in head].index(name)
    return [row[at] for row in rows]


def test_text_that_a_cell_cannot_hold_is_cut_and_says_so(tmp_path):
    book = openpyxl.load_workbook(FORMATS["excel"](with_text("word " * 9000), tmp_path / "a.xlsx"))
    cells = [cell.value for row in book["evidence"].iter_rows() for cell in row]
    (cut,) = [value for value in cells if isinstance(value, str) and value.endswith("keeps no more]")]
    assert len(cut) == LONGEST


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_there_is_not_overwritten(form, dataset, tmp_path):
    there = tmp_path / "mine"
    there.mkdir()
    (there / "thesis.txt").write_text("all of it")
    with pytest.raises(UsageError, match="a path where nothing is"):
        FORMATS[form](dataset, there)
    assert (there / "thesis.txt").read_text() == "all of it"


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_dataset_is_written_too(form, tmp_path):
    assert FORMATS[form](Dataset.build([], build_version="1"), tmp_path / "none").exists()
