"""Letters of names: those with accents too, which the classes of the codebook's engine do not hold."""

from __future__ import annotations

import re
import unicodedata

_LATIN = [chr(number) for number in (*range(0xC0, 0x180), *range(0x218, 0x21C), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
"""Capital letters, for a class of an expression."""
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
"""Small letters, for a class of an expression."""
_WITHOUT_PARTS = {"\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u0131": "i", "\u0127": "h", "\u00f0": "d"}
_BARE = str.maketrans(
    {letter: unicodedata.normalize("NFD", letter)[0] for letter in _LATIN if letter.isalpha()}
    | _WITHOUT_PARTS
)
_HAS_ACCENTS = re.compile("[{}]".format("".join(map(chr, _BARE))))


def without_accents(text: str) -> str:
    """Return a text with its letters bare of accents, character for character."""
    return text.translate(_BARE) if not text.isascii() and _HAS_ACCENTS.search(text) else text
