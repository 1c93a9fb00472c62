from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import attrs
import polars as pl
import pytest

from placebench import benchmark, plots
from placebench.model import Governance
from placebench.plots.marks import marks
from placebench.plots.style import HATCHED

PNG = b"\x89PNG\r\n"


@pytest.fixture
def comparison(tables, places, read):
    fact = Governance(
        system_id="north",
        place_id="north/alder",
        feature="pooled_budget",
        body_kind="partnership",
        source_id="a",
    )
    absent = Governance(
        system_id="north",
        place_id="north/birch",
        feature="shared_plan",
        status="absent",
        body_kind="partnership",
        source_id="a",
    )
    claim = read("a", "governance", "north/alder", "north/birch")
    return benchmark.governance(tables(*places, fact, absent, claim))


def texts(picture):
    return [element.text for element in ET.fromstring(picture).iter() if element.text]


def test_a_map_has_a_letter_in_every_cell_and_its_meaning_in_the_legend(comparison):
    words = texts(plots.svg(plots.answer_map(comparison), name="a"))
    assert {"Alder", "Birch", "pooled budget", "shared plan"} <= set(words)
    assert "Cedar" not in words  # nothing was read for it
    assert words.count("Y") == 1
    assert words.count("N") == 1
    assert any(word.startswith("N absent") for word in words)


def test_what_is_not_stated_is_hatched(comparison):
    picture = plots.svg(plots.answer_map(comparison), name="one")
    assert 'id="hatch-one"' in picture
    assert picture.count("url(#hatch-one)") >= 2
    assert HATCHED not in picture


def test_a_picture_needs_no_style_of_its_own_and_no_other_file(comparison):
    picture = plots.svg(plots.answer_map(comparison), name="a")
    assert not re.search(r"\sstyle=|<style|<script|href=|role=", picture)


def test_a_chart_becomes_a_png(comparison):
    assert plots.png(plots.answer_map(comparison), name="a").startswith(PNG)


@pytest.mark.parametrize("mark", marks().values(), ids=str)
def test_black_letters_keep_a_contrast_of_seven_to_one_on_every_colour(mark):
    red, green, blue = (int(mark.colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert (luminance + 0.05) / 0.05 >= 7


def test_what_is_only_stated_looks_like_no_status():
    stated, known = marks()["stated"], [mark for code, mark in marks().items() if code != "stated"]
    assert stated.colour not in {mark.colour for mark in known}


def test_statuses_share_a_letter_only_where_they_share_a_meaning():
    letters = pl.DataFrame([{"letter": mark.letter, "code": code} for code, mark in marks().items()])
    shared = letters.group_by("letter").agg("code").filter(pl.col("code").list.len() > 1)
    assert sorted(map(sorted, shared["code"])) == [["absent", "stated_absent"]]


def test_the_map_of_coverage_counts_facts_in_place_of_a_letter_for_in_place(comparison):
    told = comparison.frame.filter(pl.col("status") == "in_place").with_columns(
        pl.lit("stated").alias("status"), pl.lit(["f1", "f2"]).alias("fact_ids")
    )
    frame = pl.concat([told, comparison.frame.filter(pl.col("status") == "not_stated")])
    found = texts(plots.svg(plots.coverage_map(attrs.evolve(comparison, frame=frame)), name="a"))
    assert "2" in found
    assert "Y" not in found
    assert "# stated: the number of facts" in found
