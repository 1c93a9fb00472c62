"""A picture that stands alone has its words around it, in lines that fit, and they stay text."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import altair as alt
import polars as pl
import pytest

from placebench import plots
from placebench.plots.titled import titled

CHART = alt.Chart(pl.DataFrame({"n": [1]}), width=60, height=20).mark_bar().encode(x="n")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn():
    return plots.svg(CHART, name="a")


def lines(picture):
    return ET.fromstring(picture).findall(f"{SVG}text")


def test_title_and_notes_stand_around_the_picture(drawn):
    done = ET.fromstring(titled(drawn, "Few & <far>", notes=("n = 3.",)))
    title, note = done.findall(f"{SVG}text")
    assert (title.text, note.text) == ("Few & <far>", "n = 3.")
    assert float(title.get("y")) < float(note.get("y")) < float(done.get("height"))
    assert float(done.get("height")) > float(ET.fromstring(drawn).get("height"))


def test_a_long_title_takes_lines_that_the_picture_is_wide_enough_for(drawn):
    title = "Places of which something is stated " * 5
    done = titled(drawn, title)
    assert " ".join(line.text for line in lines(done)) == title.strip()
    assert len(lines(done)) > 2


def test_the_picture_itself_is_unchanged(drawn):
    assert drawn.partition(">")[2].removesuffix("</svg>") in titled(drawn, "Title")
