"""Rows of governance in short, as the tests expect them.

An expected row reads `feature:value:status`, with `:body_kind` where the body is not the partnership, and
`@place` where the place is not the one that the paper is about.
"""

from __future__ import annotations

from placebench.model import Governance


def shown(rows: list[Governance]) -> str:
    return " ".join(sorted({one_shown(row) for row in rows}))


def one_shown(row: Governance) -> str:
    text = f"{row.feature}:{row.value or ''}:{row.status}".replace(" ", "_")
    if row.body_kind != "partnership":
        text += f":{row.body_kind}"
    return (
        text if row.place_id == "north/alpha" else f"{text}@{(row.place_id or row.applies_to).split('/')[-1]}"
    )


def of_alpha(sentence: str) -> str:
    return f"Place working in Alpha\n\n{sentence}\n"
