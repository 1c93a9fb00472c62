"""Lean expressions count letters afterwards, and find the same matches."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from placebench.codebook import Pattern
from placebench.codebook.lean import lean


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("(?P<who>[^.]{3,260}?) is", "(?P<who>(?P<most_260_8>[^.]{3,}?)) is"),
        (r"[\w ]{0,40}board", r"(?P<most_40_0>[\w ]{0,})board"),
        # Few letters cost little, and a group that stands several times tells only its last.
        ("[ab]{1,3}", "[ab]{1,3}"),
        ("(?:[ab]{1,30};){1,2}c", "(?:[ab]{1,30};){1,2}c"),
        ("(?:([ab]{1,30}))?c", "(?:((?P<most_30_4>[ab]{1,})))?c"),
        (r"\[{1,30}", r"\[{1,30}"),
    ],
)
def test_letters_run_on_in_a_group_of_their_own(expression: str, expected: str) -> None:
    assert lean(expression) == expected


EXPRESSIONS = (
    r"(?:^|; )(?P<who>[^;]{2,8}?) is(?P<what>[^;]{1,9})",
    r"(?P<all>[ab;]{0,8})is",
    r"(?:a|(?P<who>[ab é]{2,8}))(?P<end>;|$)",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=st.text(alphabet="ab; isé", max_size=40))
def test_it_finds_what_the_expression_finds(expression: str, text: str) -> None:
    found = [(one.start, one.end, dict(one.spans)) for one in Pattern((expression,)).finditer(text)]
    compiled = re2.compile(expression)
    groups = compiled.groupindex.items()
    assert found == [
        (one.start(), one.end(), {name: one.span(number) for name, number in groups})
        for one in compiled.finditer(text)
    ]


def test_a_text_that_is_too_long_for_it_is_read_by_the_expression_itself() -> None:
    found = Pattern((r"(?P<who>[^;]{2,8}) is",)).search("ab; the whole board is; it is")
    assert found is not None
    assert found.groups == {"who": "le board"}
