"""What of a document nobody could read stands in `gaps`, beside the message."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.pipeline import ImportRun, import_documents
from tests.documents.pdf_making import HEIGHT, WIDTH, Sheet
from tests.documents.test_pdf import picture
from tests.pipeline.running import rows

SAID = "The Bolton Locality Board meets every month."


def scanned(sheet: Sheet) -> Sheet:
    sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
    return sheet


@pytest.fixture
def imported(tmp_path: Path) -> ImportRun:
    (tmp_path / "mixed.pdf").write_bytes(scanned(Sheet().paragraph(SAID).page()).data())
    (tmp_path / "scan.pdf").write_bytes(scanned(scanned(Sheet()).page()).data())
    return import_documents([tmp_path], jobs=0)


def test_a_page_without_text_is_a_gap_whose_evidence_points_at_it(imported: ImportRun) -> None:
    names = dict(rows(imported, "sources", "source_id", "path"))
    quoted = {row[0]: row[1:] for row in rows(imported, "evidence", "fact_id", "table", "page", "quote")}
    found = [
        (names[source], what, reason, *quoted[gap])
        for source, gap, what, reason in rows(imported, "gaps", "source_id", "gap_id", "what", "reason")
    ]
    pages = [("mixed.pdf", 2), ("scan.pdf", 1), ("scan.pdf", 2)]
    said = {page: f"Page {page} is a picture without text." for _, page in pages}
    assert sorted(found) == [
        (name, said[page], "illegible", "gaps", page, said[page]) for name, page in pages
    ]
    assert imported.dataset.validate() == ()


def test_a_document_of_nothing_but_pictures_has_failed(imported: ImportRun) -> None:
    reports = {report.path: report for report in imported.reports}
    assert (reports["scan.pdf"].outcome, imported.exit_code) == ("failed", 1)
    (message,) = reports["scan.pdf"].messages
    assert message.startswith("scan.pdf: expected pages with text, found none: Page 1 is a picture")
    assert "(1 more alike)" in message
    assert "text recognition (OCR)" in message
    assert reports["mixed.pdf"].rows["gaps"] == 1
