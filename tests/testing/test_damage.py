from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placebench.documents import read_document
from placebench.testing.damage import cut, cuts, shuffled

PAGE = b"""<h1>One</h1><p>First words.</p><ul><li>a</li><li>b</li></ul>
<table><tr><th>Role</th><th>Who</th></tr><tr><td>Chair</td><td>Ann</td></tr></table><p>Last words.</p>"""
DOCUMENT = read_document(PAGE, "page.html")


def assert_sound(document):
    spans = [span for block in document.blocks for span in (block.span, block.content)]
    spans += [span for table in document.tables for cell in table.cells for span in cell.spans]
    assert all(0 <= span.start <= span.end <= len(document.text) for span in spans)
    assert all(block.table is None or block.table < len(document.tables) for block in document.blocks)
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)


@given(st.integers(1, len(DOCUMENT.text)))
def test_a_cut_document_is_the_beginning_of_the_whole(end):
    document = cut(DOCUMENT, end)
    assert DOCUMENT.text.startswith(document.text)
    assert len(document.text) == end
    assert_sound(document)


def test_cuts_are_of_different_lengths():
    assert len({len(document.text) for document in cuts(DOCUMENT, 5)}) == 5


@given(st.integers())
def test_a_shuffled_document_has_the_same_blocks_and_cells(seed):
    document = shuffled(DOCUMENT, seed)
    assert sorted(document.text) == sorted(DOCUMENT.text)
    assert_sound(document)
    for kept, before in ((document, DOCUMENT),):
        assert sorted(kept.at(b.content) for b in kept.blocks) == sorted(
            before.at(b.content) for b in before.blocks
        )
        assert [[kept.at(span) for span in cell.spans] for cell in kept.tables[0].cells] == [
            [before.at(span) for span in cell.spans] for cell in before.tables[0].cells
        ]


def test_some_seed_changes_the_order():
    assert any(shuffled(DOCUMENT, seed).text != DOCUMENT.text for seed in range(3))
