"""A comparison is read place by place; what is said of each place stands once, and silence is spelled out."""

from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark import Comparison
from placebench.cli.by_place import blocks, without_source


def answer(place: str, feature: str, status: str, **more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "place_id": f"north/{place}",
        "system_id": "north",
        "feature": feature,
        "status": status,
        "value": None,
        "basis": None if status in ("not_stated", "no_source") else "stated",
        "applies_to": None if status in ("not_stated", "no_source") else "place",
        "conflict": False,
        "detail": [],
    }
    return row | more


def comparison(*answers: dict[str, object]) -> Comparison:
    frame = pl.DataFrame(list(answers), schema_overrides={"detail": pl.List(pl.String), "value": pl.String})
    return Comparison(name="governance", title="How", item="feature", frame=frame, denominators={})


def test_a_statement_on_each_place_stands_once_under_the_system() -> None:
    each = {"applies_to": "each_place", "value": "informal"}
    found = dict(
        blocks(
            comparison(
                answer("alder", "arrangement", "in_place", **each),
                answer("birch", "arrangement", "in_place", **each),
                answer("birch", "board", "planned", value="Birch Board"),
            )
        )
    )
    assert found["north, each of its places"] == [("arrangement", "in place: informal")]
    assert found["north/birch"] == [("board", "planned: Birch Board")]
    assert found["north/alder"] == []


def test_what_is_not_stated_is_named() -> None:
    found = dict(
        blocks(comparison(answer("alder", "board", "not_stated"), answer("alder", "host", "absent")))
    )
    assert found["north/alder"] == [("host", "absent"), ("not stated", "board")]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"basis": "derived"}, "in place (derived)"),
        ({"conflict": True}, "in place (sources disagree)"),
        ({"detail": ["one", "two"]}, "in place: one, two"),
    ],
)
def test_marks_and_details_follow_the_status(more: dict[str, object], said: str) -> None:
    found = dict(blocks(comparison(answer("alder", "board", "in_place", **more))))
    assert found["north/alder"] == [("board", said)]


def test_a_place_without_a_source_is_listed_apart() -> None:
    made = comparison(answer("alder", "board", "in_place"), answer("birch", "board", "no_source"))
    assert [heading for heading, _ in blocks(made)] == ["north/alder"]
    assert without_source(made) == ["north/birch"]
