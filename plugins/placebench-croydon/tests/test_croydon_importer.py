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
}
FOOTPRINTS = {
    "south-west-london/croydon": ("E09000008",),
    "south-west-london/kingston": (),
    "south-west-london/merton": (),
    "south-west-london/richmond": (),
    "south-west-london/sutton": (),
    "south-west-london/wandsworth": (),
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
