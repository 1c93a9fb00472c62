"""What the importer for the Black Country reads."""

from __future__ import annotations

from pathlib import Path

from placebench.testing import ImporterSuite

CODES = {
    "Black Country": ("QUA", "E54000062"),
    "NHS Black Country ICB": ("QUA", "E54000062"),
    "The Dudley Group NHS Foundation Trust": ("RNA", None),
    "Dudley Integrated Health and Care NHS Trust": ("RYK", None),
    "Black Country Healthcare NHS Foundation Trust": ("TAJ", None),
    "Sandwell and West Birmingham Hospitals NHS Trust": ("RXK", None),
    "Walsall Healthcare NHS Trust": ("RBK", None),
    "The Royal Wolverhampton NHS Trust": ("RL4", None),
    "West Midlands Ambulance Service University NHS Foundation Trust": ("RYA", None),
    "Dudley Metropolitan Borough Council": ("408", "E08000027"),
    "Sandwell Metropolitan Borough Council": ("409", "E08000028"),
    "Walsall Metropolitan Borough Council": ("411", "E08000030"),
    "City of Wolverhampton Council": (None, "E08000031"),
}
FOOTPRINTS = {
    "black-country/dudley": ("E08000027",),
    "black-country/sandwell": ("E08000028",),
    "black-country/walsall": ("E08000030",),
    "black-country/wolverhampton": ("E08000031",),
}
TABLES = {
    "dudley-partnership-board-minutes.txt": {"governance", "milestones", "places", "priorities", "roles"},
    "place-governance-article.html": {"governance", "memberships", "places", "roles"},
}


class TestImporter(ImporterSuite):
    plugin = "placebench_black_country"
    documents = Path(__file__).parents[3] / "examples" / "documents"
    golden = Path(__file__).parent / "golden"
    tables = TABLES
    codes = CODES
    footprints = FOOTPRINTS
