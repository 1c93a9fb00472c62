"""Subjects of documents, sections and sentences."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen
class Scope:
    """The subject of a sentence.

    Attributes:
        places: place_ids that it speaks of; empty where it is about each place or the system.
        applies_to: `place`, `each_place` or `system`.
        named: Whether the sentence itself names its subject.
    """

    places: tuple[str, ...]
    applies_to: str
    named: bool = False


@attrs.frozen(eq=False)
class Subjects:
    """Whom a document speaks of where a sentence names nobody.

    Attributes:
        default: The subject of the document.
        sections: The subject of each section that has one of its own, by the headings above its lines.
    """

    default: Scope
    sections: Mapping[tuple[str, ...], Scope]
