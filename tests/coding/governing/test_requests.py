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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We recommend that the Alpha partnership agrees a memorandum of understanding.",
            "arrangement:expected",
        ),
        ("It is recommended that Alpha Together sets up a joint committee.", "arrangement:expected"),
        ("The review recommended establishing a joint committee for Alpha.", "arrangement:expected"),
        ("The report recommends a pooled budget for Alpha Together.", "pooled_budget:expected"),
        ("The review recommends that Alpha Together has an independent chair.", "chairing:expected"),
        ("Recommendation 2: Alpha Together agrees a memorandum of understanding.", "arrangement:expected"),
        ("RECOMMENDED: that Alpha Together agrees a memorandum of understanding.", "arrangement:expected"),
        ("Alpha Together, as recommended by the review, has a joint committee.", "arrangement:in_place"),
        ("Alpha Together accepted the recommendation and set up a joint committee.", "arrangement:in_place"),
        ("The report recommends a review of the pooled budget of Alpha Together.", "pooled_budget:in_place"),
        (
            "The Cabinet recommended that the Board note the pooled budget of Alpha Together.",
            "pooled_budget:in_place",
        ),
        ("The review recommends more staff; Alpha Together meets in public.", "public_transparency:in_place"),
    ],
)
def test_what_is_recommended_is_not_there_yet(code, text, told):
    assert told in {f"{row.feature}:{row.status}" for row in code(text, "governance")}


def test_a_list_of_recommendations_decides_nothing(code):
    page = "<h1>Peer review of Alpha Together</h1><h2>Recommendations</h2><ol><li>{}</li><li>{}</li></ol>"
    text = "<html>" + page.format(
        "Agree a memorandum of understanding between the council and the NHS.",
        "Develop a shared outcomes framework.",
    )
    assert {(r.feature, r.status) for r in code(text, "governance")} == {("arrangement", "expected")}
