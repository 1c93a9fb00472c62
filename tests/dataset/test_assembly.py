"""Parts put together: one order, equal rows once, and differing ones reported."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from placebench.dataset import Part
from placebench.dataset.assembly import MERGED, assembled, in_order
from placebench.errors import UsageError
from placebench.model import FACT_TABLES, TABLES, Event, Place, Rejection, Row, Source, System

EVENT = Event(
    fact_id="7" * 16, source_id="b" * 16, importer="other 2", system_id="bob", event="renamed", text="renamed"
)


def assemble(parts: Iterable[Part]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for table, given in assembled(in_order(parts)):
        rows[table] += given
    return rows


def system(name: str) -> System:
    return System(system_id="bob", name=name)


def source(title: str) -> Source:
    about = {"sha256": "c" * 64, "media_type": "text/plain", "characters": 1, "path": "a.txt"}
    return Source(source_id="c" * 16, title=title, **about)


def part(key: str, *systems: System, **tables: tuple[Row, ...]) -> Part:
    return Part(key, {"systems": systems, **tables})


def test_rows_come_in_the_order_of_part_keys_and_then_as_given(read_part: Part) -> None:
    later = Part("f" * 64, {"governance": read_part.rows["governance"][:1]})
    rows = assemble((later, read_part))["governance"]
    assert rows == [*read_part.rows["governance"], *later.rows["governance"]]


def test_a_part_given_twice_counts_once(read_part: Part) -> None:
    assert assemble((read_part, read_part)) == assemble((read_part,))


def test_equal_rows_of_two_parts_are_one_row() -> None:
    rows = assemble((part("a", system("A")), part("b", system("A"), system("A"))))
    assert rows["systems"] == [system("A")]
    assert rows["rejections"] == []


def test_of_differing_rows_the_first_stays_and_the_other_is_rejected() -> None:
    rows = assemble((part("b", system("B"), events=(EVENT,)), part("a", system("A"))))
    assert rows["systems"] == [system("A")]
    assert rows["rejections"] == [
        Rejection(
            source_id="b" * 16,
            importer="other 2",
            table="systems",
            rule="duplicate-key",
            message="expected name 'A' as in the row that came first for bob",
            row=repr(system("B")),
        )
    ]


@pytest.mark.parametrize("together", [True, False])
def test_a_source_that_is_given_again_with_another_title_is_rejected(*, together: bool) -> None:
    first, equal, other = source("A"), source("A"), source("B")
    parts = [[first, equal, other]] if together else [[first], [equal], [other]]
    rows = assemble(Part(key, {"sources": tuple(given)}) for key, given in zip("abc", parts, strict=False))
    assert rows["sources"] == [first]
    (rejection,) = rows["rejections"]
    assert rejection.message == "expected title 'A' as in the row that came first for " + "c" * 16  # type: ignore[attr-defined]


def test_a_rejected_row_that_came_with_no_document_names_none() -> None:
    (rejection,) = assemble((part("a", system("A")), part("b", system("B"))))["rejections"]
    assert (rejection.source_id, rejection.importer) == (None, None)  # type: ignore[attr-defined]


def test_one_identifier_in_two_tables_is_no_duplicate() -> None:
    rows = assemble((part("a", system("A"), places=(Place(place_id="bob", system_id="bob", name="A"),)),))
    assert (len(rows["systems"]), len(rows["places"]), len(rows["rejections"])) == (1, 1, 0)


def test_facts_are_never_merged() -> None:
    rows = assemble((Part("a", {"events": (EVENT,)}), Part("b", {"events": (EVENT,)})))
    assert rows["events"] == [EVENT, EVENT]
    assert not set(MERGED) & set(FACT_TABLES)


def test_parts_of_one_key_with_different_rows_have_an_order_too() -> None:
    three = (part("a", system("A")), part("a", system("B")), part("a", system("C"), events=(EVENT,)))
    first, *others = [assemble(order) for order in permutations(three)]
    assert all(other == first for other in others)


def test_the_order_in_which_a_part_names_its_tables_does_not_matter(read_part: Part) -> None:
    turned = Part(read_part.key, dict(reversed(read_part.rows.items())))
    assert assemble((turned,)) == assemble((read_part,))


def test_a_table_that_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(UsageError, match=r"part k: expected one of the tables .*, found 'governments'"):
        assemble((Part("k", {"governments": ()}),))
