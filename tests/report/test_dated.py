"""What stands on the line of time, and what counts as undated."""

from __future__ import annotations

import datetime as dt

from placebench.model import Assessment, Event, Source
from placebench.report.dated import dated
from placebench.report.findings import span_of_time
from placebench.report.pictures import pictures
from tests.benchmark.conftest import tables

__all__ = ["tables"]


def _source(letter, published=None):
    return Source(
        source_id=letter * 16, sha256=letter * 64, path=f"{letter}.xlsx", media_type="text/plain",
        characters=9, published=published, published_precision=published and "day",
    )  # fmt: skip


def _rating(letter, day):
    return Assessment(
        system_id="north", place_id="north/alder", source_id=letter * 16, as_of=day,
        as_of_precision=day and "day", framework_id="f", theme_id="f/1",
        stage_low=1, stage_high=1, kind="self",
    )  # fmt: skip


def test_events_without_a_date_are_listed_last_and_in_no_picture(tables):
    day = dt.date(2021, 7, 1)
    event = Event(system_id="north", source_id="a" * 16, event="renamed", text="A new name")
    found = dated(tables(_source("a", published=day), event, _rating("a", day)), {"north": "North"})
    assert found.frame.select("words", "date").rows() == [
        ("a.xlsx", "1 July 2021"),
        ("renamed: A new name", "not stated"),
    ]
    assert found.frame["fact_ids"].list.len().to_list() == [0, 1]
    (picture,) = pictures({found.name: found}, names=["timeline"]).values()
    assert picture.title == "1 dated document, in 2021; 1 event has no date."
    assert ">event" not in picture.svg


def test_a_workbook_without_a_date_stands_at_the_dates_of_its_ratings(tables):
    first, last = dt.date(2023, 6, 30), dt.date(2024, 6, 30)
    ratings = [
        _rating("a", first),
        _rating("a", last),
        _rating("a", last),
        _rating("b", None),
        _rating("c", last),
    ]
    found = dated(tables(_source("a"), _source("b"), _source("c", published=first), *ratings), {})
    assert found.frame.select("words", "first").rows() == [
        ("Ratings in a.xlsx", first),
        ("c.xlsx", first),
        ("Ratings in a.xlsx", last),
    ]
    assert found.frame["fact_ids"].list.len().to_list() == [1, 0, 2]
    assert found.notes == ("Without a date: 1 of 3 documents.",)
    assert span_of_time(found).startswith("2 dated documents, from")
    # No picture, title or sentence speaks of events where there is none.
    (picture,) = pictures({found.name: found}, names=["timeline"]).values()
    said = (found.title, picture.title, picture.n, picture.key, picture.alt)
    assert not any("event" in words.lower() for words in said)
    assert ">event" not in picture.svg
