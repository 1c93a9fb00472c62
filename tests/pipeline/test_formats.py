"""The same words give the same facts, whether a text, a page or a Word document says them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from placebench.documents import open_document, read_sources
from placebench.pipeline import ImportRun
from tests.pipeline.rewritten import PAGES, TEXTS, Writer, facts, imported, listed, pasted, styled, typed

pytestmark = pytest.mark.whole

WRITERS: dict[Writer, tuple[str, ...]] = {
    pasted: TEXTS,
    typed: TEXTS,
    styled: (*TEXTS, *PAGES),
    listed: (*TEXTS, *PAGES),
}


@pytest.fixture(scope="module")
def runs(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Writer, ImportRun]:
    """Return what each writer's documents state, all read in one go."""
    known, done = read_sources(examples), {}
    for write, names in WRITERS.items():
        folder = tmp_path_factory.mktemp("word")
        files = {name: (folder / name).with_suffix(".docx") for name in names}
        for name, file in files.items():
            write(open_document(examples / name)).save(str(file))
        done[write] = imported(files.values(), folder, known)
    return done


@pytest.mark.parametrize(("name", "write"), [(name, write) for write in WRITERS for name in WRITERS[write]])
def test_word_document_states_what_its_text_states(
    read_examples: Any, runs: dict[Writer, ImportRun], name: str, write: Writer
) -> None:
    expected = facts(read_examples.run, name)
    assert expected
    assert facts(runs[write], Path(name).with_suffix(".docx").name) == expected
