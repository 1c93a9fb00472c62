"""Sentences whose subject is a system or a council area that is none of the profile's own."""

from __future__ import annotations

import re
from functools import lru_cache

from placebench.codebook import Codebook
from placebench.extract.gazetteer import Gazetteer

_FRAMES = (
    r"(?:^|[,;:] |\b(?:in|across|like|at|within) )(?P<name>{names})(?:'s?\b|,| (?:has|have|had|is|are|was|were|will|would|does|did)\b)",
    r"\b(?:in|across|like|unlike|from|of) (?P<name>{names})(?=[,.;:]|$)",
    r"\b(?P<name>{names})'s\b",
    r"\b(?:how|that|what|where|while|whereas) (?P<name>{names})\b",
    r"^(?P<name>{names}) (?:[A-Z][\w'-]+ )*(?:partnership|board|alliance|place)\b",
)


@lru_cache(maxsize=64)
def elsewhere(names: Gazetteer, codebook: Codebook) -> re.Pattern[str]:
    """Return the pattern of a subject elsewhere, for a system with these names of its own."""
    own = " | ".join(name.text for name in names.names)
    others = sorted(
        (n for n in codebook.england if not re.search(rf"\b{re.escape(n)}\b", own)), key=len, reverse=True
    )
    alternatives = "|".join(re.escape(name) for name in others)
    frames = (frame.format(names=alternatives).replace("?P<name>", "?:") for frame in _FRAMES)
    return re.compile("|".join(f"(?:{frame})" for frame in frames))
