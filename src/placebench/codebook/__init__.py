"""The coding frame as data: features, sectors, topics, cues and force in TOML, and its loader."""

from __future__ import annotations

from placebench.codebook.loading import Codebook, Coded, Cue, ForceMarker, build_codebook, load_codebook
from placebench.codebook.patterns import Match, Pattern
from placebench.codebook.profiles import Edition, SystemProfile, load_profile, slug

__all__ = [
    "Codebook",
    "Coded",
    "Cue",
    "Edition",
    "ForceMarker",
    "Match",
    "Pattern",
    "SystemProfile",
    "build_codebook",
    "load_codebook",
    "load_profile",
    "slug",
]
