"""A folder of entries: whole or not there, told apart by key, and pruned by when they were last used."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from placebench.cache import Receipt, Store
from placebench.errors import DatasetError

KEY, OTHER = "a" * 64, "b" * 64
RECEIPT = Receipt("paper.txt", "ok", 3, {"bob": "1"}, {"timeout": 120})
HOUR = 3600.0


@pytest.fixture
def store(tmp_path: Path) -> Store:
    kept = Store(tmp_path / "cache")
    kept.put(KEY, RECEIPT, {"said": ["é", None, 1.5]})
    return kept


def only_file(store: Store) -> Path:
    (entry,) = store.entries()
    return entry.file


def test_an_entry_comes_back_under_its_key_alone(store: Store) -> None:
    assert store.get(KEY) == (RECEIPT, {"said": ["é", None, 1.5]})
    assert store.get(OTHER) is None


def test_a_later_entry_replaces_one_with_the_same_key(store: Store) -> None:
    store.put(KEY, RECEIPT, "another")
    assert store.get(KEY) == (RECEIPT, "another")
    assert len(list(store.entries())) == 1


def test_the_same_entry_is_the_same_bytes(store: Store, tmp_path: Path) -> None:
    again = Store(tmp_path / "again")
    again.put(KEY, RECEIPT, {"said": ["é", None, 1.5]})
    assert only_file(again).read_bytes() == only_file(store).read_bytes()


@pytest.mark.parametrize("cut", [0, 1, 10, -20, -1])
def test_an_entry_that_was_cut_short_counts_as_none(store: Store, cut: int) -> None:
    file = only_file(store)
    file.write_bytes(file.read_bytes()[:cut])
    assert store.get(KEY) is None


@pytest.mark.parametrize("position", range(0, 100, 7))
def test_an_entry_with_another_byte_counts_as_none_or_is_what_it_was(store: Store, position: int) -> None:
    file, before = only_file(store), store.get(KEY)
    data = bytearray(file.read_bytes())
    data[position] ^= 0x55
    file.write_bytes(data)
    assert store.get(KEY) in (None, before)


def test_an_entry_under_another_key_counts_as_none(store: Store) -> None:
    file = only_file(store)
    moved = file.parent.parent / OTHER[:2] / file.name.replace(KEY, OTHER)
    moved.parent.mkdir()
    file.rename(moved)
    assert store.get(OTHER) is None
    assert [entry.receipt for entry in store.entries()] == [None]


def test_prune_removes_what_was_not_used_and_what_is_damaged(store: Store) -> None:
    old = time.time() - 10 * HOUR
    os.utime(only_file(store), (old, old))
    store.put(OTHER, RECEIPT, "new")
    store.put("c" * 64, RECEIPT, "torn")
    torn = next(entry.file for entry in store.entries() if entry.file.name.startswith("c"))
    torn.write_bytes(b"torn")
    assert store.prune(5 * HOUR)[0] == 2
    assert [entry.file.name[:1] for entry in store.entries()] == ["b"]


def test_to_take_an_entry_is_to_use_it(store: Store) -> None:
    old = time.time() - 10 * HOUR
    os.utime(only_file(store), (old, old))
    store.get(KEY)
    assert store.prune(5 * HOUR) == (0, 0)


def test_prune_removes_what_a_killed_writer_left_and_not_what_one_writes(store: Store) -> None:
    left, new = (only_file(store).with_name(f"{name}.unfinished") for name in ("left", "new"))
    for file in (left, new):
        file.write_bytes(b"half")
    os.utime(left, (0, 0))
    store.prune(5 * HOUR)
    assert (left.exists(), new.exists()) == (False, True)


def test_the_folder_tells_programs_for_backups_to_leave_it_out(store: Store) -> None:
    # The first 43 bytes, by https://bford.info/cachedir/
    tag = (store.folder / "CACHEDIR.TAG").read_bytes()
    assert tag[:43] == b"Signature: 8a477f597d28d172789f06886806bc55"


def test_a_folder_that_cannot_be_written_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatasetError, match=r"expected to write the cache, .*; .*--no-cache"):
        Store(tmp_path / "file").put(KEY, RECEIPT, "anything")


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert store.get(KEY) is None
    assert list(store.entries()) == []
    assert store.prune(0) == (0, 0)
    assert not (tmp_path / "cache").exists()
