"""Paragraphs too long to be read as one are parted, and nothing is lost."""

from __future__ import annotations

import pytest

from placebench.documents import read_document
from placebench.documents.long_paragraphs import LONGEST
from tests.documents.soundness import check

SENTENCE = "The board of Ford meets in May and is chaired by the leader of the council. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE * 1000, id="sentences"),
        pytest.param("Ford, Dale and Marsh; " * 3000, id="no sentence ends"),
        pytest.param("x" * 3 * LONGEST, id="one word"),
    ],
)
@pytest.mark.parametrize("page", ["{}", "<!doctype html><p>{}</p>"], ids=["text", "web page"])
def test_long_paragraph_is_parted(text: str, page: str) -> None:
    document = read_document(page.format(text).encode(), "paper")
    check(document)
    parts = [document.at(block.content) for block in document.blocks if block.kind == "paragraph"]
    assert max(map(len, parts)) <= LONGEST
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_paragraph_is_parted_behind_a_sentence() -> None:
    document = read_document((SENTENCE * 1000).encode(), "paper.txt")
    assert {document.at(block.content)[-1] for block in document.blocks} == {"."}


def test_other_paragraphs_stay_whole() -> None:
    document = read_document((SENTENCE * 100).encode(), "paper.txt")
    assert len(document.blocks) == 1
