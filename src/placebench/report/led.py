"""Marks of pictures as links to the facts behind them, the same to which the table beside a picture leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from html import escape

import attrs

from placebench.benchmark.stated.notes import counted
from placebench.plots.leading import Led, linked, links
from placebench.report.content import Picture
from placebench.report.facts import FactBook

MOST_STOPS = 300
"""Links of a picture that the keyboard stops at; where there are more, its table is the way for it."""


def led(picture: Picture, book: FactBook) -> Picture:
    """Return a picture whose marks lead to their facts.

    Args:
        picture: The picture, with marks that name facts by their identifiers.
        book: The facts, by number.
    """

    @cache
    def drawn() -> str:
        attributes = partial(_attributes, book)
        many = picture.table and links(picture.svg) > MOST_STOPS
        whole = linked(picture.svg, partial(_unstopped, attributes) if many else attributes)
        # The description of the picture and the names of its links say what its words do.
        return whole.replace('<g class="mark-text', '<g aria-hidden="true" class="mark-text')

    return attrs.evolve(picture, drawn=drawn)


def _unstopped(attributes: Led, answers: Sequence[Sequence[str]], says: str) -> str | None:
    given = attributes(answers, says)
    return f'{given} tabindex="-1"' if given else None


def _attributes(book: FactBook, answers: Sequence[Sequence[str]], says: str) -> str | None:
    numbers = tuple(dict.fromkeys(number for answer in answers for number in book.of(answer)))
    if not numbers:
        return None
    said = escape(f"{says}, {counted(len(numbers), 'fact', 'facts')}")
    return f'href="#f-{numbers[0]}" data-facts="{" ".join(map(str, numbers))}" aria-label="{said}"'
