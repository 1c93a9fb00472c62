"""Partnerships by names that do not say what they are: "One Alpha reports" is "the partnership reports"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.extract.gazetteer import PARTNERSHIP, Gazetteer
from placebench.extract.passages import Passage

TABLES = frozenset({"governance", "delegations", "events", "commitments", "priorities", "statements"})
"""The tables whose cues are tried with the word for a partnership in the place of its name."""

_TELLING = Wording("proper_names", r"\b<telling>\b", re.IGNORECASE)
_WORDS = ("partnership", "hcp")


def unlike_a_partnership(names: Gazetteer, codebook: Codebook) -> tuple[str, ...]:
    """Return the names of partnerships, in lower case, that hold no word for one."""
    telling = _TELLING.of(codebook)
    own = (name.text for name in names.names if name.kind == PARTNERSHIP)
    return tuple({text.lower() for text in own if not telling.search(text)})


def in_plain_words(
    passage: Passage, names: Gazetteer, codebook: Codebook, unlike: tuple[str, ...]
) -> str | None:
    """Return a sentence in lower case with a word for a partnership, as long, where such a name stands.

    Args:
        passage: The sentence.
        names: The names of the system.
        codebook: The coding frame.
        unlike: The names that hold no word for a partnership.

    Returns:
        The sentence, every other word in its place; None where it holds no such name.
    """
    lower = passage.lower
    if not any(name in lower for name in unlike):
        return None
    telling = _TELLING.of(codebook)
    for mention in names.mentions(passage.text):
        named = passage.text[mention.start : mention.end]
        if mention.name.kind == PARTNERSHIP and not telling.search(named):
            word = _as_long_as(mention.end - mention.start)
            lower = lower[: mention.start] + word + lower[mention.end :] if word else lower
    return lower if lower != passage.lower else None


def _as_long_as(length: int) -> str | None:
    """Return a word for a partnership with a name of no meaning before it, of a length in all."""
    for word in _WORDS:
        before = length - len(word)
        if before == 0:
            return word
        if before > 1:
            return f"{'x' * (before - 1)} {word}"
    return None


def matches_in(cue: Cue, plain: str, passage: Passage) -> Iterator[Match]:
    """Yield the matches of a cue in a sentence in plain words, with the words that the sentence has there."""
    for found in cue.match.finditer(plain):
        groups = {
            name: passage.lower[slice(*found.spans[name])] if text is not None else None
            for name, text in found.groups.items()
        }
        yield Match(found.start, found.end, groups, found.spans)
