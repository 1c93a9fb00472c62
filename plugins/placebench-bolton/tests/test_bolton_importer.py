"""What the importer for Bolton and the other localities of Greater Manchester reads."""

from __future__ import annotations

from pathlib import Path

from placebench import import_documents
from placebench.testing import ImporterSuite

CODES = {
    "Greater Manchester": ("QOP", "E54000057"),
    "NHS Greater Manchester ICB": ("QOP", "E54000057"),
    "Bolton NHS Foundation Trust": ("RMC", None),
    "Greater Manchester Mental Health NHS Foundation Trust": ("RXV", None),
    "North West Ambulance Service NHS Trust": ("RX7", None),
    "Bolton Council": ("304", "E08000001"),
    "Bury Council": ("305", "E08000002"),
}
FOOTPRINTS = {
    "greater-manchester/bolton": ("E08000001",),
    "greater-manchester/bury": ("E08000002",),
    "greater-manchester/heywood-middleton-and-rochdale": (),
    "greater-manchester/manchester": (),
    "greater-manchester/oldham": (),
    "greater-manchester/salford": (),
    "greater-manchester/stockport": (),
    "greater-manchester/tameside": (),
    "greater-manchester/trafford": (),
    "greater-manchester/wigan": (),
}
TABLES = {
    "bolton-locality-board-terms-of-reference.html": {"governance", "memberships", "places", "priorities"},
    "place-governance-article.html": {"governance", "memberships", "places"},
}


class TestImporter(ImporterSuite):
    plugin = "placebench_bolton"
    documents = Path(__file__).parents[3] / "examples" / "documents"
    golden = Path(__file__).parent / "golden"
    tables = TABLES
    codes = CODES
    footprints = FOOTPRINTS


def test_a_header_that_was_renamed_is_told(tmp_path: Path) -> None:
    page = (TestImporter.documents / "bolton-locality-board-terms-of-reference.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(page.replace("<th>Votes", "<th>May vote"), encoding="utf-8")
    (report,) = import_documents([tmp_path], jobs=0).reports
    assert any("the nearest has “Organisation”, “Member”, “May vote”" in one for one in report.messages)
