"""Leading posts that nobody holds: those that a text lists as vacant, and that which a job advert is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.members.named_body import PARTNERSHIP, named_body, of_partnership, unnamed
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.people import NAME, leading_posts
from placebench.model import Role

_TABLE = "roles"
_WORDS = "open_posts"
_VACANT = Wording(_WORDS, r"\b<vacant>\b", re.IGNORECASE)
_THESE = Wording(_WORDS, r"(?:<these>)\b", re.IGNORECASE)
_ADVERT = Wording(_WORDS, r"\b<advert>\b", re.IGNORECASE)
_LABEL = Wording(_WORDS, r"<label>: ?(?=\S)", re.IGNORECASE)
_LEFT = Wording(_WORDS, rf"\b<left> of (?P<name>{NAME}), who (?:has |had )?<held> <this_post>\b")
_HEAD_LINES = 6
_CHAIRS = frozenset({"chair", "co_chair"})


def open_posts(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield the posts of the partnership that a document lists as vacant or advertises, and who left them."""
    for sentence in reading.statements:
        yield from _vacant(reading, sentence)
    head = [line.text for line in reading.lines[:_HEAD_LINES]]
    # What a sentence of an advert tells of the partnership makes no post of it.
    labels = (text for text in head if not text.endswith("."))
    own = any(named_body(unnamed(reading, t).lower(), reading.codebook) == PARTNERSHIP for t in labels)
    if own and _ADVERT.of(reading.codebook).search(" ".join(head)):
        yield from _advertised(reading)


def _vacant(reading: Reading, sentence: Located) -> Iterator[tuple[Role, Quote]]:
    """Yield the posts that stand behind words for vacancies, or in a sentence that says which "these are"."""
    text, vacant = sentence.passage.text, _VACANT.of(reading.codebook)
    told, colon, listed = text.partition(": ")
    if not (colon and vacant.search(told)):
        if not _THESE.of(reading.codebook).match(text):
            return
        told, listed = reading.before(sentence).passage.text, text
        if told == text or not vacant.search(told):
            return
    named = named_body(unnamed(reading, told).lower(), reading.codebook)
    if named == PARTNERSHIP or (named is None and of_partnership(reading)):
        for role, _ in leading_posts(listed.lower(), reading.codebook):
            yield _row(reading, sentence, role, "absent"), reading.quote(sentence)


def _advertised(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield the post of a job advert, from the line that labels it, and who held it before."""
    label, left = _LABEL.of(reading.codebook), _LEFT.of(reading.codebook)
    advertised: list[str] = []
    for sentence in reading.sentences:
        text = sentence.passage.text
        labelled = label.match(text)
        if labelled and not advertised:
            posts = leading_posts(text[labelled.end() :].lower(), reading.codebook)
            advertised = [role for role, _ in posts if role not in _CHAIRS][:1]
            for role in advertised:
                yield _row(reading, sentence, role, "planned"), reading.quote(sentence)
        elif advertised and (gone := left.search(text)):
            yield (
                _row(reading, sentence, advertised[0], "ended", gone["name"]),
                reading.quote(sentence),
            )


def _row(reading: Reading, sentence: Located, role: str, status: str, holder: str | None = None) -> Role:
    return Role(
        **reading.columns(sentence),
        status=status,
        rule=f"{_TABLE}.{role}",
        role=role,
        holder=holder,
        body_kind=PARTNERSHIP,
    )
