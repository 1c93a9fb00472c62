"""Patterns that are asked of the same texts, and told by one search."""

from __future__ import annotations

import pytest

from placebench.codebook.patterns import Pattern, asked_together

ALONE = {
    "gather": Pattern((r"\bgathers?\b", r"\bassembl(?:es|ed)\b")),
    "quarrel": Pattern((r"\bquarrels?\b.{2,9}gathers",)),
    "nothing": Pattern(()),
    "part": Pattern((r"\bparts? ways\b",)),
}


@pytest.mark.parametrize(
    "text",
    [
        "the council gathers in may",
        "they quarrel and then gathers the council",
        "they quarrel for weeks on end until somebody gathers them",
        "both part ways",
        "nothing of the kind",
        "",
    ],
)
def test_a_pattern_of_a_family_says_what_it_says_alone(text: str) -> None:
    together = asked_together(ALONE)
    for name, alone in ALONE.items():
        assert together[name] == alone
        assert together[name].matches(text) == alone.matches(text)
        assert [*together[name].finditer(text)] == [*alone.finditer(text)]
        assert [*together[name].spans(text)] == [*alone.spans(text)]


def test_of_texts_as_long_as_documents_the_last_alone_is_remembered():
    together = asked_together(ALONE)
    pattern = next(iter(together.values()))
    documents = [f"{number} {'of the place ' * 1_000}" for number in range(3)]
    for text in documents:
        pattern.matches(text)
    assert pattern.family is not None
    assert [text in pattern.family.known for text in documents] == [False, False, True]
