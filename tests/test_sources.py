"""Source rows."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.sources import published, source_row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-03-21", (dt.date(2023, 3, 21), "day")),
        ("2023-03", (dt.date(2023, 3, 1), "month")),
        (" 2023 ", (dt.date(2023, 1, 1), "year")),
        ("2023-02-30", (None, None)),
        ("2023-13", (None, None)),
        ("0000", (None, None)),
        ("March 2023", (None, None)),
        ("", (None, None)),
    ],
)
def test_publication_is_known_to_the_day_month_or_year(
    text: str, expected: tuple[dt.date | None, str | None]
) -> None:
    assert published({"published": text}) == expected


def test_nothing_known_is_no_date() -> None:
    assert published({}) == (None, None)


def test_row_holds_what_metadata_says() -> None:
    metadata = {"title": "Places", "published": "2023", "url": "", "colour": "blue"}
    row = source_row("ab" * 32, "sub/a.txt", metadata, media_type="text/plain", pages=3, characters=9)
    assert (row.source_id, row.title, row.url, row.publisher) == ("ab" * 8, "Places", None, None)
    assert (row.published, row.published_precision) == (dt.date(2023, 1, 1), "year")
    assert (row.media_type, row.pages, row.characters, row.path) == ("text/plain", 3, 9, "sub/a.txt")


def test_defaults_speak_of_a_file_that_was_not_read() -> None:
    row = source_row("ab" * 32, "a.bin", {})
    assert (row.media_type, row.pages, row.characters) == ("application/octet-stream", None, 0)
