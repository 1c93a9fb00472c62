"""Topics of a priority, from the words of its list item."""

from __future__ import annotations

from placebench.codebook import Codebook


def topics_of(text: str, codebook: Codebook) -> tuple[str, ...]:
    """Return the topics that a text falls under; `other` where it falls under none."""
    found = codebook.topics_in(text.lower())
    codes = {topic.code for topic in found}
    kept = tuple(topic.code for topic in found if not codes & set(topic.unless))
    return kept or ("other",)
