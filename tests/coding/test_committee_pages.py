"""What the pages of a council's committees state of partnerships, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.pipeline import import_documents
from placebench.pipeline.run import ImportRun

PAGES = Path(__file__).parent / "committee_pages"


@pytest.fixture(scope="module")
def run() -> ImportRun:
    return import_documents([PAGES])


def rows(run: ImportRun, page: str, table: str) -> list[dict[str, object]]:
    source = next(s["source_id"] for s in run.dataset["sources"].to_pylist() if s["path"] == f"{page}.html")
    return [row for row in run.dataset[table].to_pylist() if row["source_id"] == source]


@pytest.mark.parametrize(
    ("page", "stated"),
    [
        (
            "oxfordshire-agenda-item",
            {("bob/oxfordshire", "resident_involvement", None, "in_place")},
        ),
        (
            "bolton-locality-board-meeting",
            {
                ("greater-manchester/bolton", "board", "Bolton Locality Board", "in_place"),
                ("greater-manchester/bolton", "shared_plan", "delivery", "in_place"),
                ("greater-manchester/bolton", "chairing", "joint", "in_place"),
                ("greater-manchester/bolton", "meeting_frequency", "bimonthly", "in_place"),
            },
        ),
        (
            "croydon-health-and-wellbeing-board-meeting",
            {
                ("south-west-london/croydon", "arrangement", "alliance", "in_place"),
                ("south-west-london/croydon", "meeting_frequency", "monthly", "in_place"),
            },
        ),
        # What the alternative that was turned down would have pooled is neither pooled nor absent.
        ("dudley-decision", {("black-country/dudley", "pooled_budget", "better_care_fund", "in_place")}),
    ],
)
def test_features_of_partnerships(run: ImportRun, page: str, stated: set[tuple[object, ...]]) -> None:
    found = rows(run, page, "governance")
    assert {(r["place_id"], r["feature"], r["value"], r["status"]) for r in found} == stated


@pytest.mark.parametrize(
    ("page", "day", "asked"),
    [
        (
            "oxfordshire-agenda-item",
            "2024-06-06",
            [
                ("Joint Health Overview and Scrutiny Committee", "the ICB", "recommend"),
                ("Joint Health Overview and Scrutiny Committee", "the Partnership", "recommend"),
            ],
        ),
        ("bolton-locality-board-meeting", "2024-05-14", [("Bolton Locality Board", None, "recommend")]),
        (
            "croydon-health-and-wellbeing-board-meeting",
            "2024-03-13",
            [
                (None, "Health and Wellbeing Board", "note"),
                ("Health and Wellbeing Board", "the One Croydon Alliance", "recommend"),
            ],
        ),
        ("dudley-decision", "2024-03-20", [("Cabinet", None, "recommend")]),
    ],
)
def test_committee_asks_on_the_day_of_its_meeting(
    run: ImportRun, page: str, day: str, asked: list[tuple[str | None, ...]]
) -> None:
    found = rows(run, page, "recommendations")
    said = [(row["by_body"], row["to_body"], row["action"]) for row in found]
    assert sorted(said, key=str) == sorted(asked, key=str)
    assert {str(row["as_of"]) for row in found} == {day}


@pytest.mark.parametrize(
    "page", ["bolton-locality-board-meeting", "croydon-health-and-wellbeing-board-meeting"]
)
def test_to_attend_a_meeting_is_not_to_be_a_member(run: ImportRun, page: str) -> None:
    assert {row["rule"] for row in rows(run, page, "memberships")} <= {"memberships.chairs"}


def test_list_of_meetings_gives_no_fact_and_no_message_of_a_failure(run: ImportRun) -> None:
    report = next(report for report in run.reports if report.path == "bolton-meeting-list.html")
    assert report.outcome == "ok"
    assert not report.rows
    assert "list of meetings" in report.messages[0]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("bolton-meeting-list", "ModernGov list of meetings: its title names Bolton Locality Board"),
        ("dudley-decision", "ModernGov decision record: its title names Dudley Health and Care Partnership"),
    ],
)
def test_claim_names_the_family_of_the_page(run: ImportRun, page: str, why: str) -> None:
    claims = [claim for claim in rows(run, page, "claims") if claim["why"]]
    assert {(claim["rank"], claim["why"]) for claim in claims} == {(2, why)}
