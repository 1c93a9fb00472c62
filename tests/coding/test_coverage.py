from __future__ import annotations

import pytest

from placebench.coding.coverage import Marked, coverage
from placebench.documents import Span, read_document

TEXT = "1. Purpose\n\nOne thing is said. Another is said too.\n\nA third stands apart.\n"


@pytest.mark.parametrize(
    ("quotes", "stating"),
    [
        ([], 0),
        (["One thing is said."], 1),
        (["thing", "said. Another"], 2),
        (["One thing is said. Another is said too.", "A third stands apart."], 3),
        (["Purpose"], 0),
    ],
)
def test_sentences_that_a_quote_touches_are_counted(quotes, stating):
    document = read_document(TEXT.encode(), "paper.txt")
    found = coverage(document, [Span(TEXT.index(q), TEXT.index(q) + len(q)) for q in quotes])
    assert (found.sentences, found.stating) == (3, stating)
    assert found.share == stating / 3


def test_a_document_without_sentences_has_no_share():
    assert coverage(read_document(b"<h1>Purpose</h1>", "paper.html"), []).share is None


@pytest.mark.parametrize(
    ("span", "touches"),
    [
        ((0, 2), False),
        ((0, 3), True),
        ((4, 5), True),
        ((6, 8), True),
        ((9, 12), False),
        ((11, 13), True),
        ((14, 20), False),
    ],
)
def test_parts_that_touch_share_a_character(span, touches):
    parts = Marked([Span(2, 5), Span(5, 7), Span(4, 9), Span(12, 14)])
    assert parts.touch(Span(*span)) is touches
