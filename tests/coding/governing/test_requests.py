"""What a body is asked to do is expected of it, and no practice; what it does besides is."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def features(code: Code, text: str) -> dict[str, str]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "governance", published="2024-05-01")
    return {row.feature: row.status for row in rows if row.feature != "board"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The board has been asked to publish its minutes.", "public_transparency"),
        ("Alpha Together was asked to hold its meetings in public.", "public_transparency"),
        ("The ICB requested that the Alpha Together board publish its papers.", "public_transparency"),
        ("The committee invited the board to publish its minutes.", "public_transparency"),
        ("The board has been told to publish its minutes.", "public_transparency"),
        ("Residents have asked for the board to meet in public.", "public_transparency"),
        ("The board was encouraged to meet monthly.", "meeting_frequency"),
        ("The partnership has been asked to involve residents in its work.", "resident_involvement"),
        ("Alpha Together has been invited to use a shared care record.", "shared_care_record"),
    ],
)
def test_requests_are_expected(code: Code, text: str, feature: str) -> None:
    assert features(code, text) == {feature: "expected"}


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The board has been asked to lead the work and publishes its minutes.", "public_transparency"),
        ("Having been asked to do so, the board publishes its minutes.", "public_transparency"),
        ("The board publishes its minutes, as it has been asked to.", "public_transparency"),
        ("The public are invited to attend the meetings of Alpha Together.", "public_transparency"),
        ("Residents are invited to the board's meetings, which are held in public.", "public_transparency"),
        ("The board was told that the partnership publishes its minutes.", "public_transparency"),
        ("She told the committee that partners share a vision.", "shared_vision"),
    ],
)
def test_what_is_done_besides_is_in_place(code: Code, text: str, feature: str) -> None:
    assert features(code, text) == {feature: "in_place"}


def test_to_report_to_it_names_no_master(code: Code) -> None:
    assert not features(code, "NHS North has asked Alpha Together to report to it every quarter.")
