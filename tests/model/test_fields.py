"""The walker: what it finds of a declared column, and that every table can be walked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

import attrs
import pytest

from placebench.model import FACT_TABLES, TABLES, FactRow, Reference, Row, columns_of, table_of
from placebench.model.facts import as_tuple
from placebench.model.fields import Column, Pattern, Vocabulary, column

COLOUR = Vocabulary("colour", {"red": "Like a rose.", "green": "Like grass."})
CODE = Pattern("code", r"[a-z]{3}")


@attrs.frozen
class Sample(Row):
    """One column of each sort."""

    __table__: ClassVar[str] = "samples"
    code: Annotated[str, CODE, Reference("others", "code")] = column("A reference.", key=True)
    colour: Annotated[str, COLOUR] | None = column("A coded value.", default=None)
    colours: tuple[Annotated[str, COLOUR], ...] = column("Coded values.", converter=as_tuple)
    weight: float = column("A figure.", unit="kg")
    day: dt.date | None = column("A day.", default=None)
    given: str = column("The host's.", host=True)


@attrs.frozen
class Unfit(Row):
    """A column of a type that no schema has."""

    __table__: ClassVar[str] = "unfit"
    anything: object = column("Anything.")


def found(name: str) -> Column:
    return {item.name: item for item in columns_of(Sample)}[name]


@pytest.mark.parametrize(
    ("name", "kind", "nullable", "many"),
    [
        ("code", str, False, False),
        ("colour", str, True, False),
        ("colours", str, False, True),
        ("weight", float, False, False),
        ("day", dt.date, True, False),
        ("given", str, False, False),
    ],
)
def test_the_type_is_told_apart_from_nullable_and_many(
    name: str, kind: type, *, nullable: bool, many: bool
) -> None:
    assert (found(name).kind, found(name).nullable, found(name).many) == (kind, nullable, many)


def test_markers_are_found_inside_optional_and_list_types() -> None:
    assert found("code").pattern is CODE
    assert found("code").reference == Reference("others", "code")
    assert found("colour").vocabulary is COLOUR
    assert found("colours").vocabulary is COLOUR


def test_what_the_declaration_says_is_kept() -> None:
    assert [item.name for item in columns_of(Sample) if item.key] == ["code"]
    assert [item.name for item in columns_of(Sample) if item.host] == ["given"]
    assert (found("weight").unit, found("weight").description) == ("kg", "A figure.")


def test_a_column_of_the_host_may_be_left_out() -> None:
    assert Sample(code="abc", colours=["red"], weight=1.0) == Sample(
        code="abc", colours=("red",), weight=1.0, given=""
    )


def test_a_type_that_no_schema_has_is_refused() -> None:
    with pytest.raises(TypeError, match="anything"):
        columns_of(Unfit)


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_every_column_of_the_model_says_what_it_is(kind: type[Row]) -> None:
    assert all(item.description.endswith(".") for item in columns_of(kind))


@pytest.mark.parametrize("kind", TABLES.values(), ids=table_of)
def test_every_reference_points_to_a_column_of_the_model(kind: type[Row]) -> None:
    for reference in (item.reference for item in columns_of(kind) if item.reference):
        assert reference.column in {item.name for item in columns_of(TABLES[reference.table])}


@pytest.mark.parametrize("kind", FACT_TABLES.values(), ids=table_of)
def test_every_fact_begins_with_the_columns_that_all_facts_have(kind: type[FactRow]) -> None:
    shared = columns_of(FactRow)
    assert columns_of(kind)[: len(shared)] == shared


def test_vocabularies_of_one_name_are_one_vocabulary() -> None:
    by_name: dict[str, Vocabulary] = {}
    for item in (item for kind in TABLES.values() for item in columns_of(kind) if item.vocabulary):
        assert by_name.setdefault(item.vocabulary.name, item.vocabulary) is item.vocabulary
