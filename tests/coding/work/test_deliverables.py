"""A deliverable is what is still to come, with its subject, and nothing that is done already."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def deliverables(code: Code, text: str) -> list[str]:
    rows = code(f"Alpha Together: report\n\n{text}\n", "milestones", published="2024-05-01")
    return [row.deliverable for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Alpha Together has recruited ten link workers and will open a second hub by March 2025.",
            "Alpha Together will open a second hub by March 2025",
        ),
        (
            "Having opened one hub in 2023, Alpha Together will open a second by March 2025.",
            "Alpha Together will open a second by March 2025",
        ),
        (
            "Alpha Together, which has set up a record, will launch a single front door by April 2025.",
            "Alpha Together will launch a single front door by April 2025",
        ),
        (
            "Alpha Together has agreed its vision and plans to publish a delivery plan by September 2024.",
            "Alpha Together plans to publish a delivery plan by September 2024",
        ),
        (
            "The plan has been agreed and will be published by June 2025.",
            "The plan will be published by June 2025",
        ),
        (
            "Alpha Together was set up in 2021 and will become a committee of the ICB by April 2025.",
            "Alpha Together will become a committee of the ICB by April 2025",
        ),
        (
            "Alpha Together opened a hub in May and will open a second by March 2025.",
            "Alpha Together will open a second by March 2025",
        ),
        (
            "The integrated team has recruited two nurses and will open by June 2025.",
            "The integrated team will open by June 2025",
        ),
        (
            "The first hub opened in May 2023 and a second will open by March 2025.",
            "a second will open by March 2025",
        ),
    ],
)
def test_what_is_done_is_no_part_of_it(code: Code, text: str, expected: str) -> None:
    assert deliverables(code, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Alpha Together will open a hub by June 2025",
        "Alpha Together will publish its plan and will open a hub by June 2025",
        "The council and the trust will open a hub in Alpha by June 2025",
        "Alpha Together has a plan that will be published by June 2025",
    ],
)
def test_what_no_subject_parts_stays_whole(code: Code, text: str) -> None:
    assert deliverables(code, f"{text}.") == [text]
