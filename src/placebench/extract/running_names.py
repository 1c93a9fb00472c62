"""Organisations that a sentence names one after the other, whatever words stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Wording
from placebench.extract.organisations import Organisations

_WORDS = "running_names"
_NAME = re.compile(r"[A-Z][\w&'-]*(?: (?:(?:and|of|for|the|in|on|&|upon|with) ){0,2}[A-Z][\w&'-]*)*")
_PART = re.compile(r" and (?=[A-Z])")
_BEGINS = re.compile(r"(?:(?:The|An?|In|At|On|Our|Its|Their|This|Both|And|With|From|By|As|All|Local) )+")
_AFTER = Wording(_WORDS, r"(?:,? (?:and )?<after>\b)+(?: \([^)]*\))?| \([^)]*\)")
_BEFORE = Wording(_WORDS, r"(?:\b<before> (?:and |& )?)+$")
_BRACKET = re.compile(r"\([^)]*\)")
_BREAKS = re.compile(
    r"[.:?!]|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|should|which|who|that|to|by|works?"
    r"|working|worked|said|says|where|when|while|but|so|because|through|into|about)\b"
    r"|(?<!along )(?<!together )\bwith\b"
)
_FEWEST = 2
_NEAR = 50
_FARTHEST = 110


def runs(text: str, organisations: Organisations, codebook: Codebook) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of two organisations or more in a folded sentence.

    What stands between two of a run holds no verb and no other sign that the list has ended.
    """
    start = end = count = 0
    for low, high in [*_named(text, organisations, codebook), (len(text) + _FARTHEST, 0)]:
        between = _BRACKET.sub("", text[end:low])
        if count and (low - end > _FARTHEST or _BREAKS.search(between.lower())):
            if count >= _FEWEST:
                yield start, end
            count = 0
        if not count:
            start = low
        end, count = max(end, high), count + 1


def _named(text: str, organisations: Organisations, codebook: Codebook) -> list[tuple[int, int]]:
    """Return where a text names organisations, each with the capitals and common words around it.

    Nothing where it names one alone, which is no run.
    """
    spans = [*organisations.spans(text)]
    if len(spans) < _FEWEST:
        return []
    parts = [*_capitals(text, spans)]
    found: list[tuple[int, int]] = []
    for low, high in sorted(_whole(codebook, text, low, high, parts) for low, high in spans):
        if found and low < found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return found


def _whole(
    codebook: Codebook, text: str, low: int, high: int, parts: list[tuple[int, int]]
) -> tuple[int, int]:
    for start, end in parts:
        if start < high and low < end:
            low, high = min(low, start), max(high, end)
    after = _AFTER.of(codebook).match(text, high)
    before = _BEFORE.of(codebook).search(text, max(0, low - _NEAR), low)
    return before.start() if before else low, after.end() if after else high


def _capitals(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the names in capitals of a text, without the words they begin with.

    An "and" parts two names only where what stands before it is an organisation itself.
    """
    for name in _NAME.finditer(text):
        begins = _BEGINS.match(text, name.start(), name.end())
        start = begins.end() if begins else name.start()
        for part in _PART.finditer(text, start, name.end()):
            if any(start < high and low < part.start() for low, high in spans):
                yield start, part.start()
                start = part.end()
        yield start, name.end()
