"""What differs between two datasets: rows by their identifiers, and those without one by how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from placebench.dataset import Dataset, Difference, Part, difference_counts, differences
from placebench.model import ClaimRecord, Governance

LOST = ClaimRecord(
    source_id="a" * 16, importer="other 1", places=("bob/oxfordshire",), won=False, outcome="lost"
)


def test_equal_datasets_do_not_differ(dataset: Dataset) -> None:
    assert differences(dataset, dataset) == ()


def test_a_changed_row_names_the_columns_that_differ(dataset: Dataset, newer: Dataset) -> None:
    assert differences(dataset, newer) == (
        Difference("systems", "changed", "bob", {"name": "A system"}, {"name": "Another name"}),
    )


def test_a_value_that_was_missing_differs_from_one_that_is_there(
    dataset: Dataset, changed: Callable[..., Dataset]
) -> None:
    (found,) = differences(dataset, changed("governance", note="a note"))
    assert (found.kind, found.before, found.after) == ("changed", {"note": None}, {"note": "a note"})


def test_a_row_without_an_identifier_is_added_or_removed(document_part: Part) -> None:
    twice = Part("d", {**document_part.rows, "claims": (*document_part.rows["claims"], LOST, LOST)})
    once = Part("d", {**document_part.rows, "claims": (*document_part.rows["claims"], LOST)})
    first, second = (Dataset.build([part], build_version="1") for part in (twice, once))
    (found,) = differences(first, second)
    assert (found.table, found.kind, found.row_id) == ("claims", "removed", None)
    assert found.before["importer"] == "other 1"
    assert [one.kind for one in differences(second, first)] == ["added"]


@given(kept=st.sets(st.integers(0, 9)), order=st.permutations(range(10)))
def test_what_is_removed_one_way_is_added_the_other(kept: set[int], order: list[int]) -> None:
    base = Governance(
        fact_id="", system_id="bob", feature="board", value="B", source_id="a" * 16, importer="example 1"
    )
    facts = [attrs.evolve(base, fact_id=f"{n:016x}") for n in range(10)]
    whole = Dataset.build([Part("a", {"governance": tuple(facts[n] for n in order)})], build_version="1")
    some = Dataset.build(
        [Part("b", {"governance": tuple(facts[n] for n in sorted(kept))})], build_version="1"
    )
    removed, added = differences(whole, some), differences(some, whole)
    assert {one.row_id for one in removed} == {facts[n].fact_id for n in range(10) if n not in kept}
    assert [(one.row_id, one.before) for one in removed] == [(one.row_id, one.after) for one in added]


BOARD = Governance(
    fact_id="", system_id="bob", feature="board", value="B", source_id="a" * 16, importer="example 1"
)
CLAIM = ClaimRecord(source_id="", won=True, outcome="read")
NUMBERS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("AB")), max_size=12)


def numbered(boards: list[tuple[int, str]], claims: list[tuple[int, str]]) -> Dataset:
    rows = {
        "governance": tuple(
            attrs.evolve(BOARD, fact_id=f"{n:016x}", value=value) for n, value in dict(boards).items()
        ),
        "claims": tuple(attrs.evolve(CLAIM, source_id=f"{n:016x}", why=value) for n, value in claims),
    }
    return Dataset.build([Part("a", rows)], build_version="1")


@settings(max_examples=25, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(1, 5))
def test_what_differs_is_the_same_however_few_rows_are_held(
    boards: list[tuple[int, str]],
    other_boards: list[tuple[int, str]],
    claims: list[tuple[int, str]],
    other_claims: list[tuple[int, str]],
    held: int,
) -> None:
    first, second = numbered(boards, claims), numbered(other_boards, other_claims)
    found = differences(first, second, held=held)
    old, new = dict(boards), dict(other_boards)
    assert {(one.row_id, one.kind) for one in found if one.table == "governance"} == {
        *((f"{n:016x}", "removed") for n in old.keys() - new.keys()),
        *((f"{n:016x}", "added") for n in new.keys() - old.keys()),
        *((f"{n:016x}", "changed") for n in old.keys() & new.keys() if old[n] != new[n]),
    }
    assert found == differences(first, second)
    counts = Counter((one.table, one.kind) for one in found)
    assert difference_counts(first, second, held=held) == counts
    assert differences(first, second, tables=["claims"]) == tuple(o for o in found if o.table == "claims")
