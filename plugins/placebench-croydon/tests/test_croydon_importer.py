"""What the importer for Croydon and the other boroughs of South West London reads."""

from __future__ import annotations

from pathlib import Path

from placebench.testing import ImporterSuite

CODES = {
    "South West London": ("QWE", "E54000031"),
    "NHS South West London ICB": ("QWE", "E54000031"),
    "Croydon Health Services NHS Trust": ("RJ6", None),
    "South London and Maudsley NHS Foundation Trust": ("RV5", None),
    "Croydon Council": ("721", "E09000008"),
    "St George's University Hospitals NHS Foundation Trust": ("RJ7", None),
    "Epsom and St Helier University Hospitals NHS Trust": ("RVR", None),
    "South West London and St George's Mental Health NHS Trust": ("RQY", None),
    "Kingston Hospital NHS Foundation Trust": ("RAX", None),
    "Hounslow and Richmond Community Healthcare NHS Trust": ("RY9", None),
    "Central London Community Healthcare NHS Trust": ("RYX", None),
    "Chelsea and Westminster Hospital NHS Foundation Trust": ("RQM", None),
    "The Royal Marsden NHS Foundation Trust": ("RPY", None),
    "Kingston Council": (None, "E09000021"),
    "Merton Council": (None, "E09000024"),
    "Richmond Council": (None, "E09000027"),
    "Sutton Council": (None, "E09000029"),
    "Wandsworth Council": (None, "E09000032"),
}
FOOTPRINTS = {
    "south-west-london/croydon": ("E09000008",),
    "south-west-london/kingston": ("E09000021",),
    "south-west-london/merton": ("E09000024",),
    "south-west-london/richmond": ("E09000027",),
    "south-west-london/sutton": ("E09000029",),
    "south-west-london/wandsworth": ("E09000032",),
}
TABLES = {
    "croydon-alliance-web-page.html": {
        "events",
        "governance",
        "memberships",
        "outcomes",
        "places",
        "priorities",
    },
    "place-governance-article.html": {"governance", "memberships", "places", "roles"},
}


class TestImporter(ImporterSuite):
    plugin = "placebench_croydon"
    documents = Path(__file__).parents[3] / "examples" / "documents"
    golden = Path(__file__).parent / "golden"
    tables = TABLES
    codes = CODES
    footprints = FOOTPRINTS
