"""Partnerships that a page names in its head, by the form of the name, though no profile lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from placebench.codebook import Codebook
from placebench.documents import Document
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, Gazetteer, Name, gazetteer
from placebench.extract.passages import Line, lines

_TITLE_LINES = 4
_LONGEST = 1_000
_ACRONYM = re.compile(r"[,;]? \(['\"]?(?:the |or )?([A-Z][A-Za-z&]{1,6})['\"]?\)")
_JOINED = re.compile(r"[A-Z][\w'-]+,? (?:and|&) $")
_CAPITALS = 2


@lru_cache(maxsize=16)
def with_learned_names(names: Gazetteer, document: Document, codebook: Codebook) -> Gazetteer:
    """Return the names of a system with those that a document's head gives to its places' partnerships.

    A name is that of a place and the noun of such a body, with nothing but words of care between them:
    "Alpha Provider Alliance (APA)" gives the name and, where brackets follow, the short form.

    Args:
        names: The names that are known.
        document: The document.
        codebook: The coding frame, whose `[learned]` has the words that may follow a place.
    """
    head = [document.metadata.get("title", ""), *_head(lines(document))]
    learned = tuple(dict.fromkeys(name for text in head for name in _learned(text, names, codebook)))
    return gazetteer([*names.names, *learned]) if learned else names


def _head(all_lines: Sequence[Line]) -> list[str]:
    return [line.text[:_LONGEST] for line in all_lines[:_TITLE_LINES]]


def _learned(text: str, names: Gazetteer, codebook: Codebook) -> Iterator[Name]:
    words = codebook.identify["learned"]["after"]
    for mention in names.mentions(text):
        behind = text[mention.end :]
        # "Alpha and Beta Health Partnership" is that of neither alone.
        if mention.name.kind != PLACE or _JOINED.search(text[: mention.start]):
            continue
        spans = [end for start, end in words.spans(behind.lower()) if start == 0]
        if not spans or not _is_name(behind[: spans[0]]):
            continue
        end = spans[0]
        yield Name(text[mention.start : mention.end] + behind[:end], PARTNERSHIP, mention.name.id)
        short = _ACRONYM.match(behind, end)
        if short and _is_short_form(short[1], codebook):
            yield Name(short[1], PARTNERSHIP, mention.name.id)


def _is_short_form(short: str, codebook: Codebook) -> bool:
    """Tell whether a short form stands for this one body, and not for many as "ICP" does."""
    shared = any(name.match.matches(short.lower()) for name in codebook.shared_names)
    return not shared and sum(letter.isupper() for letter in short) >= _CAPITALS


def _is_name(words: str) -> bool:
    """Tell whether words are written as a name, each but the small ones with a capital."""
    return all(word[0].isupper() or word in ("and", "&", "for", "of", "based") for word in words.split())
