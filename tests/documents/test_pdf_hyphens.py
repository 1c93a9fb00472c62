"""Words that the end of a line divides, with and without a hyphen."""

from __future__ import annotations

import pytest

from placebench.documents.pdf.hyphens import Hyphens

DOCUMENT = (
    "The infrastructure of this partnership",
    "has co-located teams",
    "and a joint board today",
)


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("infrastructur", "e is there", "infrastructure is there"),
        ("Infrastructur", "e is there", "Infrastructure is there"),
        ("its infrastructur", "e is there", "its infrastructur e is there"),
        ("to", "day care", "to day care"),
        ("partners", "meet", "partners meet"),
        ("as agreed", ". It is", "as agreed. It is"),
        ("partner-", "ship of", "partnership of"),
        ("co-", "located staff", "co-located staff"),
    ],
)
def test_a_line_and_the_next(above: str, below: str, whole: str) -> None:
    """A word is taken for broken where it stands alone on its line and is whole elsewhere."""
    text, joint = Hyphens((*DOCUMENT, "to and to", above, below)).joint(above, below)
    assert f"{text}{joint}{below}" == whole
