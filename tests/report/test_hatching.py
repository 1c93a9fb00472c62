"""Hatching has one meaning on the page: a source was read and does not say it."""

from __future__ import annotations

import re

import pytest

from placebench.report.drawings import DRAWINGS
from placebench.report.page import render_style

HATCHED = re.compile(r"([^{}]+)\{[^}]*repeating-linear-gradient")


def test_the_style_hatches_what_is_not_stated_in_cells_and_in_legends_and_nothing_else():
    (selectors,) = HATCHED.findall(render_style())
    assert {one.strip() for one in selectors.split(",")} == {"td.is-not_stated", ".letter.is-not_stated"}


@pytest.mark.parametrize("name", ["coverage-map", "delegations", "pooled-budgets"])
def test_pictures_say_that_blank_is_what_no_source_was_read_for(name):
    key = DRAWINGS[name].key
    assert re.search(r"[Bb]lank.*no source was read", key)
    assert re.search(r"[Hh]atched.*not state", key)
