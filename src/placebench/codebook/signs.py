"""Signs, with points, of what a list of organisations is: a table that a researcher can read and edit."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from placebench.codebook.patterns import Pattern

SIGNED = "memberships"
"""The table whose rows signs give."""
PARTS = ("before", "after", "lead", "heading", "title", "previous")
"""Where the words of a sign may stand: in the sentence before or behind the list, or around it."""
COUNTS = ("organisations", "sectors", "people", "common")
"""What of a list may be counted; `common` are organisations that are told without a capital."""
SITUATIONS = (
    "page_of_partnership",
    "page_of_system",
    "page_of_others",
    "record_of_meeting",
    "one_place",
    "no_place",
    "partnership_before",
    "partnership_behind",
    "other_body_before",
    "behind_partnership",
    "system_named",
    "not_yet",
    "it_is_a_service",
    "in_lines",
    "few_lines",
    "all_kinds",
)
"""What may be asked of a list and its page, each a question that `coding.members.signs` answers."""


@attrs.frozen
class Sign:
    """One sign: met where every part of it that is there is met.

    Attributes:
        name: Short name, as the note of a row gives it.
        points: What it counts; below nought against.
        parts: Where its words may stand.
        match: Its words; None where it has none.
        unless: Words that take it back.
        least: The fewest of what is counted, by what is.
        when: What is asked of the list and its page.
    """

    name: str
    points: int
    parts: tuple[str, ...] = ()
    match: Pattern | None = None
    unless: Pattern | None = None
    least: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    when: tuple[str, ...] = ()


@attrs.frozen
class Signs:
    """Signs, and how many points are asked for."""

    threshold: int
    signs: tuple[Sign, ...]
