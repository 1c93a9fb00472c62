"""`Cued`: a cue of a post or of members, and the sentence in which it says something."""

from __future__ import annotations

import attrs

from placebench.codebook import Codebook, Cue, Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.organisations import Organisations


@attrs.frozen
class Cued:
    """A sentence in which the words of a cue say something.

    Attributes:
        reading: The document.
        organisations: What is known of organisations.
        cue: The cue.
        sentence: The sentence.
        found: Where the words of the cue stand in it.
        status: How far what they say is there.
    """

    reading: Reading
    organisations: Organisations
    cue: Cue
    sentence: Located
    found: Match
    status: str

    @property
    def book(self) -> Codebook:
        """The coding frame."""
        return self.reading.codebook
