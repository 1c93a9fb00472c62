"""Pictures are drawn in a process of their own, and in this one where that is not there."""

from __future__ import annotations

import altair as alt
import polars as pl
import pytest

from placebench import plots
from placebench.drawing_engine import Engine
from placebench.plots.grammar import Chart, field
from placebench.plots.render import drawing

PLACES = pl.DataFrame({"place": ["Alder", "Birch"], "n": [1, 2]})
CHART = alt.Chart(PLACES).mark_bar().encode(x="n", y="place")
SHADED = alt.Chart(PLACES).mark_rect(clip=True).encode(x="n", y="place", color="n")
BROKEN = alt.Chart(pl.DataFrame({"n": [1]})).mark_bar().encode(x=alt.X("n", axis=alt.Axis(labelExpr="(")))


def test_an_engine_draws_what_this_process_draws():
    with Engine() as engine:
        begun = [drawing(CHART, name=name, engine=engine) for name in ("a", "b")]
        assert [one() for one in begun] == [plots.svg(CHART, name=name) for name in ("a", "b")]


def test_a_picture_is_the_same_whatever_was_drawn_before():
    first, again = (plots.svg(SHADED, name="a") for _ in range(2))
    assert first == again
    assert "url(#a-0)" in first
    assert 'id="a-0"' in first


def test_a_picture_is_drawn_here_where_the_engine_is_closed_before_it_is_asked_for():
    with Engine() as engine:
        begun = [drawing(CHART, name="a", engine=engine) for _ in range(3)]
    assert {one() for one in begun} == {plots.svg(CHART, name="a")}


def test_what_cannot_be_drawn_is_an_error_and_the_next_picture_is_drawn():
    with Engine() as engine:
        broken, sound = (drawing(chart, name="a", engine=engine) for chart in (BROKEN, CHART))
        with pytest.raises(ValueError, match="Expression"):
            broken()
        assert sound() == plots.svg(CHART, name="a")


def test_what_all_marks_of_a_group_share_is_said_once():
    rows = pl.DataFrame({"at": ["1", "2", "3"]})
    bars = Chart(rows).mark("bar", stroke="white", strokeWidth=1).encode(x=field("at:N"))
    drawn = drawing(bars, name="a")()
    assert drawn.count('stroke="white"') == 1
    assert drawn.count("<path d=") >= rows.height
