"""Frameworks of files: documents name them as what their places took up or assess themselves by."""

from __future__ import annotations

import attrs
import pytest

from placebench.coding.record.exercises import code_exercises
from placebench.coding.record.recommendations import code_recommendations
from placebench.model import Exercise, Framework

FRAMEWORKS = (
    Framework(framework_id="inv/lodestar-1", name="Lodestar Framework"),
    Framework(framework_id="inv/better-together-2", name="Better Together"),
)
FIRST = "How Alpha Together works\n\n"


@pytest.fixture
def by_framework(read):
    """Return the exercises of a text with the frameworks that they are by, and other facts of it."""

    def found(text, coder=code_exercises):
        return list(coder(attrs.evolve(read(FIRST + text), frameworks=FRAMEWORKS)))

    return found


def exercises(facts):
    return [(one.row.step, one.row.framework_id) for one in facts if isinstance(one.row, Exercise)]


@pytest.mark.parametrize(
    ("text", "step", "framework"),
    [
        ("Alpha Together agreed to use the Lodestar Framework.", "adopted", "inv/lodestar-1"),
        ("Alpha Together has adopted the Lodestar framework.", "adopted", "inv/lodestar-1"),
        ("Alpha Together adopted the Better Together matrix in May.", "adopted", "inv/better-together-2"),
        ("Alpha held a self-assessment against the Lodestar tool.", "done", "inv/lodestar-1"),
        ("Alpha has the Lodestar Framework. Alpha held a self-assessment.", "done", "inv/lodestar-1"),
    ],
)
def test_an_exercise_is_by_the_framework_that_the_text_names(by_framework, text, step, framework):
    assert (step, framework) in exercises(by_framework(text))


def test_the_framework_is_the_one_that_the_document_names(by_framework):
    text = (
        "Alpha Together adopted the Lodestar Framework.\n\nGPs were thanked. The minutes were long.\n\n"
        "Alpha Together completed its self-assessment by the framework."
    )
    assert exercises(by_framework(text)) == [("adopted", "inv/lodestar-1"), ("done", "inv/lodestar-1")]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together carried out a self-assessment in May.",
        "Alpha Together carried out a self-assessment of how we are better together.",
        "A lodestar guides ships. Alpha Together carried out a self-assessment.",
    ],
)
def test_an_exercise_by_no_framework_that_is_named(by_framework, text):
    assert exercises(by_framework(text)) == [("done", None)]


def test_two_frameworks_leave_open_which_it_is(by_framework):
    text = "Alpha assessed itself in a self-assessment held by the Lodestar tool and Better Together."
    assert {framework for _, framework in exercises(by_framework(text))} <= {None}


def test_the_name_of_a_framework_alone_is_no_exercise(by_framework):
    assert exercises(by_framework("The Lodestar Framework is a book of forty pages about Alpha.")) == []


def test_a_framework_that_is_named_comes_with_the_words_that_name_it(by_framework):
    facts = by_framework("Alpha Together agreed to use the Lodestar Framework. Beta held a self-assessment.")
    (named,) = (one for one in facts if isinstance(one.row, Framework))
    assert named.row == FRAMEWORKS[0]
    assert "Lodestar" in named.quotes[0].text


def test_to_take_up_a_framework_is_no_recommendation(by_framework, code):
    text = "In spring 2030 the ICB adopted the Lodestar Framework for its places."
    assert by_framework(text, code_recommendations) == []
    (row,) = code(FIRST + text, "recommendations")
    assert row.to_body == "the ICB"
