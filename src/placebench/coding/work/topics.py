"""Topics of a priority, from the words of its list item."""

from __future__ import annotations

from placebench.codebook import Codebook


def topics_of(text: str, codebook: Codebook) -> tuple[str, ...]:
    """Return the topics that a text falls under; `other` where it falls under none."""
    found = codebook.topics_in(text.lower())
    codes = {topic.code for topic in found}
    kept = tuple(topic.code for topic in found if not codes & set(topic.unless))
    return kept or ("other",)


def is_known(text: str, codebook: Codebook) -> bool:
    """Tell whether a text names a topic of the frame, or a subject of care that is none of them."""
    return topics_of(text, codebook) != ("other",) or codebook.reading["care_subjects"].matches(text.lower())
