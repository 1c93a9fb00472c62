"""The first line of a page and its filters speak of the same places as its tables."""

from __future__ import annotations

import pytest

from placebench.model import Governance
from placebench.report.content import Row, Section, Table
from placebench.report.facts import fact_book
from placebench.report.opening import filters, subtitle
from tests.benchmark.conftest import places, read, tables

__all__ = ["places", "read", "tables"]

_EACH = {"applies_to": "each_place"}
_OWN = {"place_id": "north/alder"}


def _fact(**about):
    return Governance(
        system_id="north", feature="pooled_budget", status="option", body_kind="partnership",
        source_id="a" * 16, **about,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ([_OWN], "They speak of 1 of the {n} places that these systems have or had, in statements of"),
        ([_OWN, _EACH], ": 1 in statements of their own, {others} only by what is said of each place"),
        ([_EACH], ": none in statements of their own, {all} only by what is said of each place"),
    ],
)  # fmt: skip
def test_the_first_line_tells_own_statements_from_those_on_each_place(tables, places, stated, said):
    dataset = tables(*places, *(_fact(**one) for one in stated))
    of_north = [one.place_id for one in places if getattr(one, "place_id", "").startswith("north/")]
    numbers = {"n": len(of_north), "others": len(of_north) - 1, "all": len(of_north)}
    assert said.format(**numbers) in subtitle(dataset, fact_book(dataset, {}).lines)


def test_every_place_with_a_row_can_be_chosen(tables, places):
    facts = fact_book(tables(*places, _fact(**_OWN)), {}).lines
    rows = (Row("Birch", (), "north", "north/birch"), Row("All", (), "north", ""))
    section = Section("s", "S", tables=(Table("t", "T", "Place", (), rows),))
    chosen = filters(facts, [section], {"north/birch": "Birch"}).places
    assert chosen == (("north/alder", "north/alder"), ("north/birch", "Birch"))
