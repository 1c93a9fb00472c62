"""Sentences that tell of a body that none but providers are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Wording

# "North Alliance is an 'all in' provider collaborative", "... is a partnership between our acute trusts".
_TOLD = Wording(
    "provider_bodies",
    r"(?P<name>(?:[A-Z][\w'&-]+ (?:(?:and|of|for|&) )?){1,6}(?P<noun><noun>))(?: \([^()]*\))?,?"
    r" (?:is|are|was) (?:[^.;:,]{0,40}?(?i:\b<is_one>\b)"
    r"|(?:an?|the|our) (?:[\w-]+ ){0,2}(?:partnership|alliance|collaboration) (?:between|of|among)"
    r" (?:[\w-]+ ){0,3}?(?i:<providers>)(?! and |,))",
)


def told_of_providers(codebook: Codebook, text: str) -> Iterator[re.Match[str]]:
    """Yield what tells so, with the `name` of the body and its last word, the `noun`."""
    yield from _TOLD.of(codebook).finditer(text)
