"""Vocabularies: plain codes, each with a meaning, and features that agree with theirs."""

from __future__ import annotations

import re

import pytest

from placebench.model import TABLES, Vocabulary, columns_of
from placebench.model.vocabularies import FEATURE, FEATURES, FRAMEWORK, HEX16, PLACE, SLUG, Feature

VOCABULARIES = {
    column.vocabulary.name: column.vocabulary
    for kind in TABLES.values()
    for column in columns_of(kind)
    if column.vocabulary
}


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_every_code_is_a_plain_word_with_a_meaning(vocabulary: Vocabulary) -> None:
    for code, meaning in vocabulary.codes.items():
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", code)
        assert meaning.strip()


def test_a_vocabulary_knows_its_codes() -> None:
    assert "board" in FEATURE
    assert "bored" not in FEATURE


@pytest.mark.parametrize("feature", FEATURES.values(), ids=FEATURES)
def test_a_feature_has_codes_exactly_where_it_holds_codes(feature: Feature) -> None:
    assert feature.holds in ("codes", "name", "number", "text", "nothing")
    assert bool(feature.codes) == (feature.holds == "codes")


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (SLUG, "black-country", "Black-Country"),
        (SLUG, "bob", "bob-"),
        (PLACE, "bob/oxfordshire", "oxfordshire"),
        (PLACE, "lsc/pennine-lancashire", "lsc/pennine/lancashire"),
        (FRAMEWORK, "bob/place-maturity/3", "bob//3"),
        (HEX16, "0123456789abcdef", "0123456789ABCDEF"),
    ],
)
def test_identifiers_have_one_form(pattern: object, good: str, bad: str) -> None:
    expression = pattern.expression  # type: ignore[attr-defined]
    assert re.fullmatch(expression, good)
    assert not re.fullmatch(expression, bad)
