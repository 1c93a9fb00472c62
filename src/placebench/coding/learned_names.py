"""Partnerships that a page names, by the form of the name, though no profile lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from placebench.codebook import Codebook
from placebench.documents import Document
from placebench.extract.dates import parse_date
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, SYSTEM, Gazetteer, Mention, Name, gazetteer
from placebench.extract.passages import lines

_TITLE_LINES = 4
_LONGEST = 1_000
_ACRONYM = re.compile(r"[,;]? \(['\"]?(?:the |or )?([A-Z][A-Za-z&]{1,6})['\"]?\)")
_JOINED = re.compile(r"[A-Z][\w'-]+,? (?:and|&) $")
_CAPITALS = 2


@lru_cache(maxsize=16)
def with_learned_names(names: Gazetteer, document: Document, codebook: Codebook) -> Gazetteer:
    """Return the names of a system with those that a document gives to its places' partnerships.

    A name is that of a place and the noun of such a body, with nothing but words of care between them:
    "Alpha Provider Alliance (APA)" gives the name and, where brackets follow, the short form. Words of
    care may stand before the place instead: "Healthier Alpha Partnership", "Health and Care Board for Alpha".

    Args:
        names: The names that are known.
        document: The document.
        codebook: The coding frame, whose `[learned]` has the words that may follow a place.
    """
    noun = codebook.identify["learned"]["noun"]
    body = lines(document)
    head = [document.metadata.get("title", ""), *(line.text[:_LONGEST] for line in body[:_TITLE_LINES])]
    told = [name for text in head for name in _learned(text, names, codebook)]
    own = {mention.name.id for text in head for mention in names.mentions(text)}
    for line in body[_TITLE_LINES:] if own else ():
        if noun.matches(line.folded.lower):
            # A body of another place, or one of several by such a name, may well be told of in passing.
            found = _learned(line.text[:_LONGEST], names, codebook, short=False)
            told += [name for name in found if name.id in own and not _is_shared(name.text, codebook)]
    learned = tuple(dict.fromkeys((*told, *_bare(names, document, head, codebook))))
    return attrs.evolve(gazetteer([*names.names, *learned]), apart=names.apart) if learned else names


def _bare(names: Gazetteer, document: Document, head: list[str], codebook: Codebook) -> Iterator[Name]:
    """Yield the last words of the name of a place's partnership that elsewhere stand for a body of a system.

    Some places had an "Integrated Care System" of their own before systems were called so: on a page about
    such a place "the ICS" is its partnership.
    """
    words, published = (
        codebook.identify["learned"]["bare"],
        parse_date(document.metadata.get("published", "")),
    )
    first = next(filter(None, (names.mentions(text) for text in head)), ())
    own = {mention.name.id for mention in first}
    if len(own) != 1 or published is None or first[0].name.kind == SYSTEM:
        return
    for name in names.names:
        if name.kind == PARTNERSHIP and name.id in own and name.was_in_use(published[0]):
            for start, end in words.spans(name.text.lower()):
                if end == len(name.text):
                    for text in (name.text[start:], name.text[start:].lower(), "The system", "the system"):
                        yield Name(text, PARTNERSHIP, name.id, name.until)


def _learned(text: str, names: Gazetteer, codebook: Codebook, *, short: bool = True) -> Iterator[Name]:
    for mention in names.mentions(text):
        # "Alpha and Beta Health Partnership" is that of neither alone.
        if mention.name.kind != PLACE or _JOINED.search(text[: mention.start]):
            continue
        found = _around(text, mention, codebook)
        if found is None:
            continue
        start, end = found
        yield Name(text[start:end], PARTNERSHIP, mention.name.id)
        acronym = _ACRONYM.match(text, end) if short else None
        if acronym and _is_short_form(acronym[1], codebook):
            yield Name(acronym[1], PARTNERSHIP, mention.name.id)


def _around(text: str, mention: Mention, codebook: Codebook) -> tuple[int, int] | None:
    """Return where the name of a partnership begins and ends that has the name of a place in it."""
    words, start, behind = codebook.identify["learned"], mention.start, text[mention.end :]
    after = [end for low, end in words["after"].spans(behind.lower()) if low == 0]
    if after and _is_written_as_a_name(behind[: after[0]]):
        return start, mention.end + after[0]
    for named, follows in (("before", "short"), ("leading", None)):
        first = [low for low, high in words[named].spans(text[:start].lower()) if high == start]
        ends = [end for low, end in words[follows].spans(behind.lower()) if low == 0] if follows else [0]
        if (
            first
            and ends
            and _is_written_as_a_name(text[first[0] : start])
            and _is_written_as_a_name(behind[: ends[0]])
        ):
            return first[0], mention.end + ends[0]
    return None


def _is_short_form(short: str, codebook: Codebook) -> bool:
    """Tell whether a short form stands for this one body, and not for many as "ICP" does."""
    return not _is_shared(short, codebook) and sum(letter.isupper() for letter in short) >= _CAPITALS


def _is_shared(name: str, codebook: Codebook) -> bool:
    return any(shared.match.matches(name.lower()) for shared in codebook.shared_names)


def _is_written_as_a_name(words: str) -> bool:
    """Tell whether words are written as a name, each but the small ones with a capital."""
    return all(word[0].isupper() or word in ("and", "&", "for", "of", "based") for word in words.split())
