"""People whose post the sentence before speaks of: "Alpha has a new place director. She is Jo Bell"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.people import NAME, Person, is_name, leading_posts, people

_WHO = Wording("people_behind", rf"(?:<who_is>|<held_by>) (?P<name>{NAME})(?=[.,;]|$| <goes_on>\b)")

_OF_A_PARTNER = Wording("people_behind", r"\b<one_partner>'s (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def people_behind(reading: Reading, sentence: Located) -> Iterator[Person]:
    """Yield who a sentence says holds the one post that the sentence before it speaks of without a holder."""
    book, before = reading.codebook, reading.before(sentence)
    found = _WHO.of(book).match(sentence.passage.text)
    if found is None or before is sentence or not is_name(found["name"], book.posts):
        return
    text = before.passage.text
    posts = [*leading_posts(text.lower(), book)]
    if len(posts) != 1 or any(people(text, book)):
        return
    ((role, post),) = posts
    if _OF_A_PARTNER.of(book).search(text[: post.start]):
        return
    told = text[post.start :]
    # Of a paragraph about one place the sentence before says which.
    yield Person(found["name"], role, None, told, 0, post=text[post.start : post.end])
