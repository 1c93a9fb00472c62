"""The same paper in two formats is two sources, and comparisons count one."""

from __future__ import annotations

import shutil
from pathlib import Path

from placebench.benchmark import governance
from placebench.benchmark.scope import scope_of
from placebench.documents import open_document
from placebench.pipeline import import_documents
from tests.pipeline.rewritten import styled

NAME = "bolton-locality-board-terms-of-reference"


def test_a_page_and_the_word_document_of_it_count_once(examples: Path, tmp_path: Path) -> None:
    page = tmp_path / f"{NAME}.html"
    shutil.copyfile(examples / page.name, page)
    alone = import_documents([tmp_path], jobs=0).dataset
    styled(open_document(page)).save(str(tmp_path / f"{NAME}.docx"))
    done = import_documents([tmp_path], jobs=0)
    said = [(report.path, message) for report in done.reports for message in report.messages]
    ((name, message),) = said
    assert message == (
        f"{name} says in another format what {({f'{NAME}.docx', page.name} - {name}).pop()} says: "
        "comparisons count the two once."
    )
    assert (done.exit_code, done.dataset["sources"].num_rows) == (0, 2)
    assert scope_of(done.dataset).sources_of("governance") == 1
    counts = ["place_id", "item", "value", "status", "n_sources", "n_sources_read"]
    counts = [one for one in counts if one in governance(alone).frame.columns]
    assert governance(done.dataset).frame.select(counts).equals(governance(alone).frame.select(counts))
