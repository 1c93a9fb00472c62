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
    "Manchester University NHS Foundation Trust": ("R0A", None),
    "Northern Care Alliance NHS Foundation Trust": ("RM3", None),
    "Pennine Care NHS Foundation Trust": ("RT2", None),
    "Stockport NHS Foundation Trust": ("RWJ", None),
    "Tameside and Glossop Integrated Care NHS Foundation Trust": ("RMP", None),
    "Wrightington, Wigan and Leigh Teaching Hospitals NHS Foundation Trust": ("RRF", None),
    "Manchester City Council": (None, "E08000003"),
    "Oldham Council": (None, "E08000004"),
    "Rochdale Borough Council": (None, "E08000005"),
    "Salford City Council": (None, "E08000006"),
    "Stockport Council": (None, "E08000007"),
    "Tameside Council": (None, "E08000008"),
    "Trafford Council": (None, "E08000009"),
    "Wigan Council": (None, "E08000010"),
}
FOOTPRINTS = {
    "greater-manchester/bolton": ("E08000001",),
    "greater-manchester/bury": ("E08000002",),
    "greater-manchester/heywood-middleton-and-rochdale": ("E08000005",),
    "greater-manchester/manchester": ("E08000003",),
    "greater-manchester/oldham": ("E08000004",),
    "greater-manchester/salford": ("E08000006",),
    "greater-manchester/stockport": ("E08000007",),
    "greater-manchester/tameside": ("E08000008",),
    "greater-manchester/trafford": ("E08000009",),
    "greater-manchester/wigan": ("E08000010",),
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
