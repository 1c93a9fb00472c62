"""A result in a notebook: a small table with its title, sizes and notes."""

from __future__ import annotations

from html.parser import HTMLParser

import polars as pl

from placebench.benchmark import Result


def shown(frame, *notes, title="Places by answer"):
    return Result(
        name="r", title=title, frame=frame, denominators={"places_read": 11}, notes=notes
    )._repr_html_()


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, _attrs):
        self.tags.append(tag)


def test_it_has_title_sizes_rows_and_notes():
    page = shown(
        pl.DataFrame({"place": ["Alder"], "share": [1 / 3], "stage": [None]}), "One place is silent."
    )
    assert "Places by answer (n: places read 11)" in page
    assert "<td>Alder</td><td>0.333</td><td></td>" in page
    assert "<li>One place is silent.</li>" in page


def test_long_tables_are_cut_and_say_so():
    page = shown(pl.DataFrame({"n": range(25)}))
    assert Tags(page).tags.count("td") == 20
    assert "5 further rows." in page


def test_text_of_strangers_stays_text():
    payload = "<script>alert(1)</script>"
    page = shown(pl.DataFrame({payload: [payload], "many": [[payload]]}), payload, title=payload)
    assert set(Tags(page).tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "p"}


def test_lists_of_facts_are_left_to_the_table_itself():
    page = shown(pl.DataFrame({"place": ["a"], "fact_ids": [["f1"]], "sources": [["s1"]]}))
    assert "f1" not in page
    assert "s1" not in page
