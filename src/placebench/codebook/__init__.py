"""The coding frame as data: features, sectors, topics, cues and force in TOML, and its loader."""

from __future__ import annotations

from placebench.codebook.additions import Additions, load_additions, parse_additions
from placebench.codebook.book import Codebook, Coded, Cue, ForceMarker
from placebench.codebook.crosswalk import Crosswalk, load_crosswalk, parse_crosswalk
from placebench.codebook.loading import build_codebook, load_codebook
from placebench.codebook.new_profile import NewPlace, new_profile, profile_of
from placebench.codebook.patterns import Match, Pattern
from placebench.codebook.profiles import Edition, SystemProfile, load_profile, parse_profile, slug
from placebench.codebook.wording import Wording

__all__ = [
    "Additions",
    "Codebook",
    "Coded",
    "Crosswalk",
    "Cue",
    "Edition",
    "ForceMarker",
    "Match",
    "NewPlace",
    "Pattern",
    "SystemProfile",
    "Wording",
    "build_codebook",
    "load_additions",
    "load_codebook",
    "load_crosswalk",
    "load_profile",
    "new_profile",
    "parse_additions",
    "parse_crosswalk",
    "parse_profile",
    "profile_of",
    "slug",
]
