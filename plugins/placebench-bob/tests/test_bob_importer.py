"""What the importer for Buckinghamshire, Oxfordshire and Berkshire West reads."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from placebench_bob import IMPORTER

from placebench import import_documents
from placebench.testing import ImporterSuite

CODES = {
    "Buckinghamshire, Oxfordshire and Berkshire West": ("QU9", "E54000044"),
    "NHS Buckinghamshire Oxfordshire and Berkshire West ICB": ("QU9", "E54000044"),
    "Buckinghamshire Healthcare NHS Trust": ("RXQ", None),
    "Oxford University Hospitals NHS Foundation Trust": ("RTH", None),
    "Oxford Health NHS Foundation Trust": ("RNU", None),
    "Royal Berkshire NHS Foundation Trust": ("RHW", None),
    "Berkshire Healthcare NHS Foundation Trust": ("RWX", None),
    "South Central Ambulance Service NHS Foundation Trust": ("RYE", None),
    "Oxfordshire County Council": ("608", "E10000025"),
    "Buckinghamshire Council": (None, "E06000060"),
    "West Berkshire Council": ("615", "E06000037"),
    "Reading Borough Council": ("616", "E06000038"),
    "Wokingham Borough Council": ("619", "E06000041"),
}
FOOTPRINTS = {
    "bob/buckinghamshire": ("E06000060",),
    "bob/oxfordshire": ("E10000025",),
    "bob/berkshire-west": ("E06000037", "E06000038", "E06000041"),
}
TABLES = {
    "bob-board-paper-illustrative.txt": {
        "criteria",
        "delegations",
        "footprints",
        "frameworks",
        "governance",
        "milestones",
        "outcomes",
        "places",
        "priorities",
        "recommendations",
        "remits",
        "stages",
        "themes",
    },
    "bob-case-study.txt": {"delegations", "governance", "places", "priorities"},
    "oxfordshire-scrutiny-minutes.html": {
        "delegations",
        "exercises",
        "governance",
        "places",
        "priorities",
        "recommendations",
    },
}


class TestImporter(ImporterSuite):
    plugin = "placebench_bob"
    documents = Path(__file__).parents[3] / "examples" / "documents"
    golden = Path(__file__).parent / "golden"
    tables = TABLES
    codes = CODES
    footprints = FOOTPRINTS


@pytest.mark.parametrize(
    ("header", "other"),
    [("Example Place Remit", "What places do"), ("Thriving", "Flourishing")],
)
def test_a_header_that_was_renamed_is_told(tmp_path: Path, header: str, other: str) -> None:
    paper = (TestImporter.documents / "bob-board-paper-illustrative.txt").read_text(encoding="utf-8")
    (tmp_path / "paper.txt").write_text(paper.replace(header, other), encoding="utf-8")
    (report,) = import_documents([tmp_path], jobs=0).reports
    assert [m for m in report.messages if f"“{header}”" in m and f"“{other}”" in m]


def test_board_paper(read_documents: Any) -> None:
    paper = partial(read_documents.rows, IMPORTER, "bob-board-paper-2023-03.txt")
    assert [len(paper(table)) for table in ("frameworks", "themes", "stages")] == [1, 10, 4]
    remits = [(row["grouping"], row["level"]) for row in paper("remits")]
    assert Counter(remits) == {
        ("service", "system"): 12,
        ("service", "place"): 12,
        ("enabler", "system"): 7,
        ("enabler", "place"): 7,
    }
    assert Counter(row["place_id"] for row in paper("priorities")) == {
        "bob/buckinghamshire": 6,
        "bob/oxfordshire": 4,
        "bob/berkshire-west": 10,
    }
    assert [row["reason"] for row in paper("gaps")] == ["boundary_lost"]


def test_minutes(read_documents: Any) -> None:
    minutes = partial(read_documents.rows, IMPORTER, "oxfordshire-scrutiny-minutes.txt")
    assert [row["action"] for row in minutes("recommendations")].count("recommend") == 4
    assert len(minutes("memberships")) >= 7
    assert {row["place_id"] for row in minutes("memberships")} == {"bob/oxfordshire"}


def test_case_study(read_documents: Any) -> None:
    study = partial(read_documents.rows, IMPORTER, "lips-case-study-bob.txt")
    assert len(study("places")) == 3
    assert "bob/oxfordshire" in {row["place_id"] for row in study("priorities")}
