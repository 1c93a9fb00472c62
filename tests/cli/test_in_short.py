"""A quick question has a short answer: where places differ, what they share, and what nobody states."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from placebench.benchmark import Comparison
from placebench.benchmark.study import Study
from placebench.benchmark.study.run import StudyRun
from placebench.cli.in_short import print_in_short

DAY = dt.date(2023, 3, 21)
UNKNOWN = ("not_stated", "no_source")


def answer(place, item, status, value=None, sources=2, **more):
    known = status not in UNKNOWN
    return {
        "place_id": f"north/{place}",
        "item": item,
        "status": status,
        "value": value,
        "basis": "stated" if known else None,
        "applies_to": "place" if known else None,
        "conflict": False,
        "detail": [],
        "as_of_first": DAY if known else None,
        "as_of_last": DAY if known else None,
        "n_sources_read": sources,
    } | more


@pytest.fixture
def printed(capsys):
    def call(name, *answers, notes=()):
        overrides = {"detail": pl.List(pl.String), "value": pl.String}
        frame = pl.DataFrame(list(answers), schema_overrides=overrides)
        made = Comparison(name=name, title="How", item="item", frame=frame, denominators={}, notes=notes)
        run = StudyRun(Study(), (made,), (), None, ())
        print_in_short(run, ("north/birch", "north/alder"), {DAY: "21 March 2023"})
        return capsys.readouterr().out

    return call


def test_only_what_differs_is_a_row_and_the_rest_is_named_or_counted(printed):
    said = printed(
        "governance",
        answer("alder", "board", "in_place", "Alder Board"),
        answer("birch", "board", "not_stated"),
        answer("alder", "host", "absent"),
        answer("birch", "host", "absent"),
        answer("alder", "chairing", "not_stated"),
        answer("birch", "chairing", "not_stated"),
    )
    assert "Sources read: north/birch 2, north/alder 2; as of 21 March 2023." in said
    assert "board  not stated   in place: Alder Board" in said
    assert "The same is said of each: host." in said
    assert "No place states the other 1." in said


def test_priorities_stand_under_those_who_share_them_and_their_status_is_said(printed):
    said = printed(
        "priorities",
        answer("alder", "prevention", "in_place"),
        answer("birch", "prevention", "candidate"),
        answer("alder", "frailty", "in_place"),
        answer("birch", "frailty", "absent"),
    )
    assert "all of them        prevention (north/alder in place, north/birch candidate)" in said
    assert "north/alder alone  frailty\n" in said


def test_a_place_without_a_source_has_no_column(printed):
    said = printed(
        "governance",
        answer("alder", "board", "in_place"),
        answer("birch", "board", "no_source", sources=0),
    )
    assert "Sources read: north/birch 0, north/alder 2" in said
    assert "no source" not in said
    assert "board  in place" in said  # and what one place alone states is no likeness


def test_an_empty_comparison_says_why(printed):
    said = printed(
        "governance", answer("alder", "board", "not_stated"), notes=("No place states a board; 2 sources.",)
    )
    assert "No place states a board; 2 sources." in said
