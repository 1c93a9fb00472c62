"""The same words give the same facts, whether a text, a page or a Word document says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.documents import open_document, read_sources
from tests.pipeline.rewritten import PAGES, TEXTS, Writer, facts, folder_of, listed, pasted, styled, typed


@pytest.mark.parametrize(
    ("name", "write"),
    [
        *((name, write) for name in TEXTS for write in (pasted, typed)),
        *((name, write) for name in (*TEXTS, *PAGES) for write in (styled, listed)),
    ],
)
def test_word_document_states_what_its_text_states(
    examples: Path, tmp_path: Path, name: str, write: Writer
) -> None:
    known = dict(read_sources(examples)[name])
    for kind in ("text", "word"):
        (tmp_path / kind).mkdir()
    text = tmp_path / "text" / name
    text.write_bytes((examples / name).read_bytes())
    word = tmp_path / "word" / f"{text.stem}.docx"
    write(open_document(text)).save(str(word))
    expected = facts(folder_of(text, known))
    assert expected
    assert facts(folder_of(word, known)) == expected
