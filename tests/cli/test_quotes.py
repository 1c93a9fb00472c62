"""Where a quote stands in its paragraph, and how much of the paragraph is shown."""

from __future__ import annotations

import pytest

from placebench.cli.quotes import in_context


@pytest.mark.parametrize(
    ("before", "quote", "after", "expected"),
    [
        ("", "The board", " meets monthly.", "[The board] meets monthly."),
        ("Each\nyear ", "the board\nmeets", ".", "Each year [the board meets]."),
        ("“", "Alder", "”", "“[Alder]”"),
        ("", "Alder", "", "[Alder]"),
    ],
)
def test_a_quote_is_marked_within_its_paragraph(before, quote, after, expected):
    assert in_context(before, quote, after, marks="[]", width=80, indent="") == expected


def test_a_long_paragraph_is_cut_at_words():
    text = in_context("far " * 300, "here", " away" * 300, marks="[]", width=10_000, indent="")
    before, after = text.split("[here]")
    assert before.startswith("… far far")
    assert after.endswith("away away …")
    assert len(before) < 620
    assert len(after) < 620


def test_a_hostile_quote_cannot_steer_the_terminal():
    assert in_context("", "\x1b[2Jgone", "", marks="[]", width=80, indent="") == "[\ufffd[2Jgone]"
