"""The same words give the same facts when a PDF says them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from placebench.documents import open_document
from placebench.model import FACT_TABLES
from placebench.pipeline import ImportRun, import_documents
from tests.documents.pdf_making import set_again

pytestmark = pytest.mark.whole

OF_THE_FILE = {"fact_id", "source_id"}


def facts(run: ImportRun) -> Counter[tuple[str, str]]:
    return Counter((table, said(row)) for table in FACT_TABLES for row in run.dataset[table].to_pylist())


def said(row: dict[str, Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in row.items() if name not in OF_THE_FILE)


def test_pdf_gives_the_facts_of_the_text_and_the_page_that_it_was_made_of(
    examples: Path, read_examples: Any, tmp_path: Path
) -> None:
    sources = (examples / "sources.csv").read_text(encoding="utf-8")
    for file in examples.iterdir():
        if file.name != "sources.csv":
            (tmp_path / f"{file.stem}.pdf").write_bytes(set_again(open_document(file)))
            sources = sources.replace(file.name, f"{file.stem}.pdf")
    (tmp_path / "sources.csv").write_text(sources, encoding="utf-8")
    assert facts(import_documents([tmp_path])) == facts(read_examples.run)
