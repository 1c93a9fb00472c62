"""The label of a paragraph in a numbered or bulleted list."""

from __future__ import annotations

import attrs


@attrs.frozen
class Number:
    """The label of one paragraph.

    Attributes:
        label: The label as a person sees it; None where none is shown.
        list: Paragraphs with the same count together.
        level: Level in the list, from 0.
        indent: Left indentation that the list gives, in points.
    """

    label: str | None
    list: str
    level: int
    indent: int | None
