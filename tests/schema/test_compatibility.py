"""What a change of the schema asks of its version, and whether the present version is enough."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.errors import DatasetError
from placebench.schema import SCHEMA_VERSION
from placebench.schema.compatibility import (
    MAJOR,
    MINOR,
    PATCH,
    Schema,
    changes,
    current_schema,
    is_enough,
    needed_version,
    published_schema,
)

RELEASED = sorted((Path(__file__).resolve().parents[2] / "schemas" / "released").iterdir())
Field = dict[str, Any]


def text(name: str, **more: Any) -> Field:
    return {"name": name, "type": "string", "description": "A text.", **more}


def coded(name: str, *codes: str, **more: Any) -> Field:
    return text(name, categories=[{"value": code, "label": code.title()} for code in codes], **more)


REQUIRED = {"constraints": {"required": True}}
OLD = Schema(
    "1.4.2",
    {"events": {"fields": [text("id", **REQUIRED), coded("kind", "merger", "split"), text("note")]}},
    {"board": {"holds": "text", "codes": []}, "chairing": {"holds": "codes", "codes": ["single", "joint"]}},
)


def edited(change: Callable[[dict[str, Any], dict[str, Any]], object]) -> Schema:
    """Return the old schema with its tables and values changed."""
    tables, values = copy.deepcopy(dict(OLD.tables)), copy.deepcopy(dict(OLD.values or {}))
    change(tables, values)
    return attrs.evolve(OLD, tables=tables, values=values)


def field(n: int, **values: Any) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    return lambda tables, _: tables["events"]["fields"][n].update(values)


def add(*fields: Field) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    return lambda tables, _: tables["events"]["fields"].extend(fields)


@pytest.mark.parametrize(
    ("change", "bump", "where", "what"),
    [
        (lambda tables, _: tables.pop("events"), MAJOR, "events", "removed"),
        (lambda tables, _: tables.update(roles={"fields": []}), MINOR, "roles", "new"),
        (lambda tables, _: tables["events"]["fields"].pop(), MAJOR, "events.note", "removed"),
        (add(text("more")), MINOR, "events.more", "new"),
        (add(text("more", **REQUIRED)), MAJOR, "events.more", "new and required"),
        (field(2, type="integer"), MAJOR, "events.note", "type string is now integer"),
        (field(2, unit="people"), MAJOR, "events.note", "unit None is now people"),
        (field(2, **REQUIRED), MAJOR, "events.note", "newly required"),
        (field(0, constraints={}), MINOR, "events.id", "no longer required"),
        (field(2, constraints={"pattern": "a+"}), MAJOR, "events.note", "form None is now a+"),
        (field(2, description="Another."), PATCH, "events.note", "described otherwise"),
        (field(1, **coded("kind", "merger")), MAJOR, "events.kind", "code split removed"),
        (field(1, **coded("kind", "merger", "split", "end")), MINOR, "events.kind", "new code end"),
        (field(2, **coded("note", "a")), MAJOR, "events.note", "newly coded"),
        (
            field(1, categories=[{"value": c, "label": "Split"} for c in ("merger", "split")]),
            PATCH,
            "events.kind",
            "code merger described otherwise",
        ),
        (
            lambda tables, _: tables["events"].update(primaryKey=["id"]),
            MAJOR,
            "events",
            "what identifies a row",
        ),
        (
            lambda _, values: values["chairing"].update(codes=["single"]),
            MAJOR,
            "value of chairing",
            "code joint removed",
        ),
        (
            lambda _, values: values["chairing"]["codes"].append("rotating"),
            MINOR,
            "value of chairing",
            "new code rotating",
        ),
        (
            lambda _, values: values["board"].update(holds="nothing"),
            MAJOR,
            "value of board",
            "text is now nothing",
        ),
    ],
)
def test_a_change_and_what_it_asks_for(change: Any, bump: str, where: str, what: str) -> None:
    (found,) = changes(OLD, edited(change))
    assert (found.bump, found.where, found.what) == (bump, where, what)


def test_nothing_changed_asks_for_nothing() -> None:
    assert changes(OLD, OLD) == ()
    assert needed_version("1.4.2", ()) == "1.4.2"


def test_the_gravest_change_decides() -> None:
    new = edited(lambda t, v: (add(text("more"))(t, v), field(2, description="Another.")(t, v)))
    assert needed_version("1.4.2", changes(OLD, new)) == "1.5.0"
    assert needed_version("1.4.2", changes(new, OLD)) == "2.0.0"
    assert needed_version("1.4.2", changes(OLD, edited(field(2, description="Another.")))) == "1.4.3"


@pytest.mark.parametrize(
    ("version", "needed", "enough"), [("1.10.0", "1.9.0", True), ("1.9.9", "1.10.0", False)]
)
def test_versions_are_numbers_and_not_texts(version: str, needed: str, enough: bool) -> None:  # noqa: FBT001
    assert is_enough(version, needed) is enough


def test_features_are_not_compared_where_one_side_does_not_say_them() -> None:
    assert changes(attrs.evolve(OLD, values=None), OLD) == ()


@pytest.mark.parametrize("released", RELEASED, ids=lambda folder: folder.name)
def test_the_schema_version_is_enough_for_what_changed_since(released: Path) -> None:
    old = published_schema(released)
    assert old.version == released.name
    found = changes(old, current_schema())
    needed = needed_version(old.version, found)
    assert is_enough(SCHEMA_VERSION, needed), f"set SCHEMA_VERSION to {needed}, because of {found}"


def test_the_first_release_differs_as_its_successor_says() -> None:
    found = changes(published_schema(RELEASED[0]), current_schema())
    assert [(one.bump, one.where) for one in found if one.where == "evidence.cell"] == [
        (MINOR, "evidence.cell")
    ]


@pytest.mark.parametrize("text_of", [None, "{", "[]", '{"placebench": {}}'])
def test_a_folder_without_a_schema_is_an_error(text_of: str | None, tmp_path: Path) -> None:
    if text_of is not None:
        (tmp_path / "datapackage.json").write_text(text_of)
    with pytest.raises(DatasetError, match=r"a datapackage\.json with a schema for each table"):
        published_schema(tmp_path)
