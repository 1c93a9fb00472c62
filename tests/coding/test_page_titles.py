"""Paragraphs of a page that are headings in all but their mark-up."""

from __future__ import annotations

import pytest


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><title>Alpha</title><body>{body}</body></html>"


@pytest.mark.parametrize(
    "title",
    ["Our plan", "Introducing our plan for health and care", "Work programme"],
)
def test_a_title_without_the_mark_of_one_tells_no_feature(code, title):
    assert code(page(title), "governance") == []


@pytest.mark.parametrize(
    "sentence", ["Our plan was agreed in May", "Our partnership has a shared plan", "The Alpha Locality Plan"]
)
def test_a_line_that_states_something_or_names_a_place_is_no_such_title(code, sentence):
    assert [row.feature for row in code(page(sentence), "governance")] == ["shared_plan"]
