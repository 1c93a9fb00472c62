"""The name of a theme, out of a cell that runs name and description together."""

from __future__ import annotations

import pytest

from placebench.extract.theme_names import split_name


@pytest.mark.parametrize(
    ("cell", "name", "description"),
    [
        ("Shared purpose", "Shared purpose", None),
        ("Shared purpose.", "Shared purpose", None),
        (
            "Shared purpose. Partners say what they are for.",
            "Shared purpose",
            "Partners say what they are for.",
        ),
        (
            "Shared Purpose and Values Partners say what they are for.",
            "Shared Purpose and Values",
            "Partners say what they are for.",
        ),
        (
            "Use of money and people Budgets and posts follow the plan.",
            "Use of money and people",
            "Budgets and posts follow the plan.",
        ),
        (
            "Data: One dashboard is used by all partners.",
            "Data",
            "One dashboard is used by all partners.",
        ),
        (
            "Working with residents - People who use services shape them.",
            "Working with residents",
            "People who use services shape them.",
        ),
        (
            "Partners make the most of the buildings that they own between them across the whole place.",
            None,
            "Partners make the most of the buildings that they own between them across the whole place.",
        ),
        ("Role of the NHS and councils", "Role of the NHS and councils", None),
        ("  ", None, None),
    ],
)
def test_name_and_description(cell: str, name: str | None, description: str | None) -> None:
    assert split_name(cell) == (name, description)
