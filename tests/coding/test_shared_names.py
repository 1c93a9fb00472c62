"""A name of the profile counts before words that bodies of several levels go by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.codebook import load_codebook, load_profile
from placebench.coding.names import names_of
from placebench.coding.reading import Reading
from placebench.coding.system_importer import CODERS
from placebench.documents import read_document
from placebench.importer import Fact
from placebench.model import Governance, Role

PROFILE = """
[system]
id = "north"
name = "North"

[[place]]
id = "alpha"
name = "Alpha"
[[place.partnerships]]
name = "Alpha Integrated Care Partnership"

[[place]]
id = "beta"
name = "Beta"
"""

Told = list[tuple[str, str | None, str | None, str]]
Tell = Callable[[str], Told]


@pytest.fixture(scope="module")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Return a function that gives feature or role, place and kind of the body for a paper of 2023."""
    path = tmp_path_factory.mktemp("profiles") / "north.toml"
    path.write_text(PROFILE, encoding="utf-8")
    profile = load_profile(path)

    def told(text: str) -> Told:
        document = read_document(text.encode(), "paper.txt", {"published": "2023-05-01"})
        reading = Reading(
            document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
        )
        found = (fact for table in ("governance", "roles") for fact in CODERS[table](reading))
        rows = [fact.row for fact in found if isinstance(fact, Fact)]
        return [
            (row.feature if isinstance(row, Governance) else row.role, row.place_id, row.body, row.body_kind)
            for row in rows
            if isinstance(row, Governance | Role)
        ]

    return told


ALPHAS = ("north/alpha", "Alpha Integrated Care Partnership", "partnership")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Alpha Integrated Care Partnership is chaired by Dr Ann Hill.", [("chair", *ALPHAS)]),
        ("The Alpha Integrated Care Partnership has a pooled budget.", [("pooled_budget", *ALPHAS)]),
        ("The Alpha Integrated Care Partnership meets every month.", [("meeting_frequency", *ALPHAS)]),
        (
            "Alpha is a borough. The Integrated Care Partnership Board meets every month.",
            [
                ("board", "north/alpha", None, "partnership"),
                ("meeting_frequency", "north/alpha", None, "partnership"),
            ],
        ),
    ],
)
def test_a_partnership_of_the_profile_is_no_body_of_the_system(tell: Tell, text: str, expected: Told) -> None:
    assert sorted(tell(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Alpha is a borough. The North Integrated Care Partnership meets every month.",
        "Beta is a borough. The Integrated Care Partnership meets every month.",
        "North is a county. The Integrated Care Partnership meets every month.",
    ],
)
def test_the_systems_own_and_one_of_a_place_without_such_a_name_stay_the_systems(
    tell: Tell, text: str
) -> None:
    assert {(place, kind) for _, place, _, kind in tell(text)} <= {(None, "system")}
