"""Names of a system beside those of areas that are none of its own."""

from __future__ import annotations

from pathlib import Path

from placebench.codebook import load_codebook, load_profile
from placebench.coding.names import among_others, names_of

PROFILE = """
[system]
id = "south"
name = "South"

[[place]]
id = "somerset"
name = "Somerset"
"""
WITH_ITS_NEIGHBOUR = (
    PROFILE
    + """
[[place]]
id = "north-somerset"
name = "North Somerset"
"""
)


def test_a_neighbour_with_a_longer_name_is_not_named_by_it(tmp_path: Path) -> None:
    assert places_in(tmp_path, PROFILE) == ["Somerset"]


def test_a_neighbour_that_is_a_place_of_the_system_is_named(tmp_path: Path) -> None:
    assert places_in(tmp_path, WITH_ITS_NEIGHBOUR) == ["North Somerset", "Somerset"]


def places_in(folder: Path, profile: str) -> list[str]:
    path = folder / "profile.toml"
    path.write_text(profile, encoding="utf-8")
    names = among_others(names_of(load_profile(path), load_codebook()), load_codebook(()))
    return [mention.name.text for mention in names.mentions("North Somerset met Somerset.")]
