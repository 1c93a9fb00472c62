"""Comparisons as SQL: DuckDB and Spark find in the exported files what the comparisons themselves say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import placebench
from placebench.benchmark import coverage, governance
from placebench.dataset import Dataset, Part
from placebench.export import FORMATS
from placebench.model import TABLES, ClaimRecord, Exercise, Governance, Place, Source, System

pytestmark = pytest.mark.whole

DOCUMENTS = Path(__file__).parents[2] / "examples" / "documents"
SOURCES = ["a" * 16, "b" * 16, "c" * 16]


def constructed() -> Dataset:
    """Return a dataset of what is hard: each place, ended places, dates by year, absence, silent sources."""

    def board(number: int, source: str, **values: object) -> Governance:
        importer, fact_id = "north@1", f"{number:016x}"
        given = {"feature": "board", "system_id": "north", **values}
        return Governance(fact_id=fact_id, source_id=source, importer=importer, **given)

    def claim(source: str, table: str, *places: str, **values: object) -> ClaimRecord:
        given = {"importer": "north@1", "won": True, "outcome": "read", **values}
        return ClaimRecord(source_id=source, table=table, places=places, **given)

    first, second, third = SOURCES
    year = {"as_of": dt.date(2022, 1, 1), "as_of_precision": "year"}
    places = [
        ("alder", None, None),
        ("birch", None, dt.date(2022, 5, 1)),
        ("cedar", dt.date(2023, 1, 1), None),
    ]
    rows = {
        "systems": (System(system_id="north", name="North"), System(system_id="south", name="South")),
        "places": (
            *(
                Place(place_id=f"north/{name}", system_id="north", name=name, valid_from=begun, valid_to=end)
                for name, begun, end in places
            ),
            Place(place_id="south/dale", system_id="south", name="Dale"),
        ),
        "sources": tuple(
            Source(source_id=one, sha256=one * 4, media_type="text/plain", characters=1, path=one)
            for one in SOURCES
        ),
        "governance": (
            board(1, first, place_id="north/alder", value="A Board"),
            board(2, second, place_id="north/alder", value="A Board"),
            board(3, second, place_id="north/alder", value="A Board", status="planned"),
            board(4, first, applies_to="each_place", feature="shared_vision", **year),
            board(5, first, applies_to="system", feature="shared_plan"),
            board(6, first, place_id="north/cedar", feature="host", status="absent"),
            board(7, second, place_id="north/cedar", body_kind="partner"),
        ),
        "exercises": (
            Exercise(
                fact_id=f"{8:016x}", source_id=second, importer="north@1", system_id="north",
                applies_to="each_place", step="adopted", text="taken up",
                as_of=dt.date(2022, 5, 1), as_of_precision="month",
            ),
        ),
        "claims": (
            claim(first, "governance"),
            claim(second, "roles", "north/alder", "south/dale"),
            claim(third, "roles", "north/birch"),
            claim(third, "events", "north/birch", won=False, outcome="lost"),
            claim(third, "priorities"),
        ),
    }  # fmt: skip
    return Dataset.build([Part("k", rows)], build_version="1")


@pytest.fixture(scope="module", params=["examples", "constructed"])
def dataset(request) -> Dataset:
    if request.param == "constructed":
        return constructed()
    return placebench.import_documents([DOCUMENTS]).dataset


@pytest.fixture(scope="module")
def folder(dataset, tmp_path_factory) -> Path:
    return FORMATS["parquet"](dataset, tmp_path_factory.mktemp("exported") / "flat")


def expected(dataset):
    compared = coverage(dataset).frame.select("place_id", "item", "status", "n_sources", "n_sources_read")
    counts = governance(dataset).counts().select("feature", "value", "status", "places", "of")
    return sorted(compared.rows()), sorted(counts.rows(), key=repr)


def test_duckdb_finds_what_the_comparisons_say(dataset, folder, monkeypatch):
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        connection.execute((folder / "load.sql").read_text())
        found, counts = (connection.sql((folder / name).read_text()).fetchall() for name in STATEMENTS)
    assert (sorted(found), sorted(counts, key=repr)) == expected(dataset)
    assert {row[2] for row in found} >= {"stated", "not_stated"}


@pytest.fixture(scope="module")
def spark() -> Iterator[object]:
    sql = pytest.importorskip("pyspark.sql")
    options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
    built = sql.SparkSession.builder.master("local[2]")
    for name, value in options.items():
        built = built.config(name, value)
    session = built.getOrCreate()
    yield session
    session.stop()


@pytest.mark.program
@pytest.mark.filterwarnings("default")
def test_spark_finds_what_the_comparisons_say(spark, dataset, folder):
    for table in TABLES:
        spark.read.parquet(str(folder / f"{table}.parquet")).createOrReplaceTempView(table)
    found, counts = (map(tuple, spark.sql((folder / name).read_text()).collect()) for name in STATEMENTS)
    assert (sorted(found), sorted(counts, key=repr)) == expected(dataset)


STATEMENTS = ("coverage.sql", "governance-counts.sql")
