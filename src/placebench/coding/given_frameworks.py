"""Maturity frameworks by their names: those of files that are given, where a sentence names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from placebench.codebook import Codebook, Wording
from placebench.extract.passages import Passage
from placebench.model import Framework

TABLES = frozenset({"exercises"})
"""The tables whose cues are tried with words for a maturity framework in the place of its name."""

_WORDS = "given_frameworks"
_ENDS = Wording(_WORDS, r"(?P<name>.+?) (?:(?:maturity|self-assessment) )?<kind>", re.IGNORECASE)
_BEHIND = Wording(_WORDS, r" (?:(?:maturity|self-assessment) )?<kind>\b", re.IGNORECASE)
_FEWEST_CAPITALS = 2
_PLAIN = "maturity tool"


@attrs.frozen
class Naming:
    """Where a sentence names a framework.

    Attributes:
        framework: The framework.
        start: Where the name begins in the sentence.
        end: Where it ends, with the word for a framework behind it.
    """

    framework: Framework
    start: int
    end: int


def namings(text: str, frameworks: Iterable[Framework], codebook: Codebook) -> Iterator[Naming]:
    """Yield where a sentence names frameworks; plain words that are also a name are none.

    Args:
        text: The sentence, case kept.
        frameworks: The frameworks that are known.
        codebook: The coding frame.
    """
    lower = text.lower()
    for framework in frameworks:
        name = _own_name(framework, codebook)
        start = lower.find(name)
        while start >= 0:
            end = start + len(name)
            behind = _BEHIND.of(codebook).match(text, end)
            capitals = sum(word[0].isupper() for word in text[start:end].split())
            alone = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
            if alone and text[start].isupper() and (behind or capitals >= _FEWEST_CAPITALS):
                yield Naming(framework, start, behind.end() if behind else end)
            start = lower.find(name, end)


def in_plain_words(passage: Passage, frameworks: Iterable[Framework], codebook: Codebook) -> str | None:
    """Return a sentence in lower case with words for a framework, as long, where one is named.

    Every other word stands in its place. None where the sentence names none, or all names are too short.
    """
    lower = passage.lower
    for naming in namings(passage.text, frameworks, codebook):
        before = naming.end - naming.start - len(_PLAIN)
        if before == 0 or before > 1:
            word = f"{'x' * (before - 1)} {_PLAIN}" if before else _PLAIN
            lower = lower[: naming.start] + word + lower[naming.end :]
    return lower if lower != passage.lower else None


def _own_name(framework: Framework, codebook: Codebook) -> str:
    """Return a framework's name in lower case without the word for what it is."""
    name = " ".join(framework.name.split()).lower().removeprefix("the ")
    ends = _ENDS.of(codebook).fullmatch(name)
    return ends["name"] if ends else name
