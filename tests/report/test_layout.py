"""How the page lays pictures and tables out, in its HTML."""

from __future__ import annotations

import re

import pytest

from placebench.report.drawings import DRAWINGS

pytestmark = pytest.mark.whole

FIGURE = re.compile(r'<figure id="([\w-]+)".*?</figure>', re.DOTALL)
FOLDED = re.compile(r'<details class="long">.*?</details>', re.DOTALL)
DOWNLOAD = re.compile(r'<a download="([\w.-]+)"')


@pytest.fixture(scope="module")
def text(page_file):
    return page_file.read_text("utf-8")


def test_the_first_download_in_sight_under_a_picture_has_its_figures(text):
    in_sight = FOLDED.sub("", text)
    figures = list(FIGURE.finditer(in_sight))
    assert {"arrangements", "delegations", "priority-topics"} <= {figure[1] for figure in figures}
    for figure in figures:
        download = DOWNLOAD.search(in_sight, figure.end())
        assert download[1] == f"{DRAWINGS[figure[1]].results[0]}.csv", figure[1]


def test_the_keyboard_can_skip_each_picture_with_links(text):
    with_links = [figure for figure in FIGURE.finditer(text) if '<a href="#f-' in figure[0]]
    assert with_links
    for figure in with_links:
        skip, inside = figure[0].index('class="skip" href="#after-'), figure[0].index("<svg")
        assert skip < inside < figure[0].index(f'id="after-{figure[1]}"')
