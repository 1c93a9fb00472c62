"""Tables that rows are added to: the same rows whether they lie in memory or in a file."""

from __future__ import annotations

import gc
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.dataset.growing import GrowingTables
from placebench.dataset.parquet import ROW_GROUP, write_parquet
from placebench.dataset.tables import BuiltTable, StoredTable
from placebench.errors import DatasetError
from placebench.model import TABLES, Membership, System
from placebench.schema.arrow import arrow_schema, to_arrow

FACTS = st.lists(
    st.lists(
        st.builds(
            Membership,
            fact_id=st.integers(0, 9).map(lambda n: f"{n:016x}"),
            source_id=st.just("a" * 16),
            importer=st.sampled_from(["one 1", "two 2"]),
            system_id=st.just("bob"),
            status=st.sampled_from(["in_place", "planned", "absent"]),
            sectors=st.lists(st.sampled_from(["acute", "vcse"]), max_size=2).map(tuple),
        ),
        max_size=5,
    ),
    max_size=6,
)


def grown(batches: list[list[Membership]], held: int) -> dict[str, object]:
    tables = GrowingTables(held)
    for batch in batches:
        tables.add("memberships", batch)
    return tables.finished()


@settings(max_examples=30, deadline=None)
@given(FACTS, st.integers(1, 6))
def test_rows_are_the_same_in_memory_and_in_a_file(batches: list[list[Membership]], held: int) -> None:
    built, stored = grown(batches, 1000)["memberships"], grown(batches, held)["memberships"]
    assert isinstance(built, BuiltTable)
    assert isinstance(stored, StoredTable) == (sum(map(len, batches)) >= held)
    assert stored.arrow.to_pylist() == built.arrow.to_pylist()
    assert stored.frame().collect().equals(built.frame().collect())
    assert [row for chunk in stored.chunks() for row in chunk.to_pylist()] == built.arrow.to_pylist()


def test_what_is_held_is_counted_over_all_tables_and_the_largest_goes_first() -> None:
    tables = GrowingTables(6)
    tables.add("systems", [System(system_id=f"s{n}", name="A") for n in range(2)])
    tables.add(
        "memberships", [Membership(fact_id=f"{n:016x}", system_id="bob", sectors=()) for n in range(3)]
    )
    tables.add("systems", [System(system_id="s2", name="A")])
    found = tables.finished()
    assert isinstance(found["systems"], BuiltTable) != isinstance(found["memberships"], BuiltTable)
    assert (found["systems"].arrow.num_rows, found["memberships"].arrow.num_rows) == (3, 3)


def test_every_table_of_the_model_is_there_and_small_ones_need_no_folder() -> None:
    tables = GrowingTables().finished()
    assert list(tables) == list(TABLES)
    assert all(isinstance(table, BuiltTable) for table in tables.values())


def test_the_files_go_with_the_last_table() -> None:
    tables = grown([[Membership(fact_id=f"{n:016x}", system_id="bob", sectors=()) for n in range(4)]], 2)
    stored = tables.pop("memberships")
    del tables
    gc.collect()
    folder = stored.path.parent
    assert len(stored.arrow) == 4
    del stored
    gc.collect()
    assert not folder.exists()


def test_a_required_value_that_is_missing_is_named() -> None:
    tables = GrowingTables(1)
    with pytest.raises(DatasetError, match=r"systems\.name: expected a value in every row"):
        tables.add("systems", [System(system_id="bob", name=None)])


def test_a_saved_file_has_row_groups_of_one_size_however_its_rows_came(tmp_path: Path) -> None:
    systems = [System(system_id=f"s{n % 50}", name="A") for n in range(ROW_GROUP + 5000)]
    schema = arrow_schema(System)
    for name, size in (("few", ROW_GROUP + 5000), ("many", ROW_GROUP // 3)):
        chunks = (to_arrow(System, systems[at : at + size]) for at in range(0, len(systems), size))
        write_parquet(tmp_path / name, System, chunks)
        found = pq.ParquetFile(tmp_path / name)
        sizes = [found.metadata.row_group(n).num_rows for n in range(found.num_row_groups)]
        assert sizes == [ROW_GROUP, 5000]
        assert found.read().cast(schema).equals(to_arrow(System, systems))
