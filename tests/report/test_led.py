"""Marks of pictures that lead to facts."""

from __future__ import annotations

import re

import polars as pl
import pytest

from placebench.plots.grammar import Chart, field, layer
from placebench.plots.leading import leads, over
from placebench.plots.render import drawing
from placebench.report.content import Picture
from placebench.report.facts import FactBook
from placebench.report.led import MOST_STOPS, led

BOOK = FactBook((), {"0a": 1, "0b": 2, "0c": 3})
SAYS = 'Bath & "West" <1>: stage 2'


def picture(*facts, says=SAYS, table="t-p"):
    rows = pl.DataFrame({"at": [str(n) for n in range(len(facts))], "says": says, "facts": facts})
    base = Chart().encode(x=field("at:N"))
    to_facts = over(rows.select("at", leads(pl.col("says"), pl.col("facts"))), x=field("at:N"))
    chart = layer(base.mark("rect"), data=rows.select("at")).under(to_facts)
    drawn = drawing(chart.linked(), name="p")
    return led(Picture("p", "", "", drawn, "", "", table), BOOK)


def links(svg):
    return re.findall(r"<a ([^>]*)><path", svg)


@pytest.mark.parametrize(
    ("facts", "attributes"),
    [
        ("0a", 'href="#f-1" data-facts="1" aria-label="{}, 1 fact"'),
        ("0c 0a", 'href="#f-1" data-facts="1 3" aria-label="{}, 2 facts"'),
        ("0c,0a 0b", 'href="#f-3" data-facts="3 1 2" aria-label="{}, 3 facts"'),
    ],
)
def test_a_mark_leads_to_its_facts_those_of_its_strongest_answer_first(facts, attributes):
    said = "Bath &amp; &quot;West&quot; &lt;1&gt;: stage 2"
    assert links(picture(facts).svg) == [attributes.format(said)]


@pytest.mark.parametrize("facts", ["", "ff"])
def test_a_mark_without_facts_on_the_page_leads_nowhere(facts):
    found = picture(facts)
    assert "<a " not in found.svg
    assert not found.leads


def test_words_of_a_picture_with_links_are_not_read_out_one_by_one():
    drawn = picture("0a").svg
    assert drawn.count("<g aria-hidden") == drawn.count('class="mark-text') > 0


def test_the_keyboard_stops_at_links_unless_they_are_too_many():
    few, many = picture(*["0a"] * MOST_STOPS), picture(*["0a"] * (MOST_STOPS + 1))
    assert (few.leads, few.pointer_alone) == (True, False)
    assert (many.leads, many.pointer_alone) == (True, True)
    assert all('tabindex="-1"' in one for one in links(many.svg))
    assert not picture(*["0a"] * (MOST_STOPS + 1), table="").pointer_alone


def test_a_picture_by_itself_has_no_links():
    rows = pl.DataFrame({"at": ["1"], "leads": ["0a|x"]})
    chart = layer(Chart(rows).mark("rect").encode(x=field("at:N"))).under(over(rows, x=field("at:N")))
    assert len(chart.to_dict()["layer"]) == 1
    assert len(chart.linked().to_dict()["layer"]) == 2
