"""Bodies by a name that several levels share: what it stands for in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import parse_date
from placebench.extract.gazetteer import SYSTEM


def shared_names(reading: Reading, sentence: Located) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each body of such a name that a sentence names.

    "The ICP" is the partnership of a place in a paper of 2021, and the committee of a system in one of 2023;
    "the Alpha ICP" is the partnership of Alpha in both.
    """
    published = parse_date(reading.document.metadata.get("published", ""))
    day = published[0] if published else None
    for name in reading.codebook.shared_names:
        for found in name.match.finditer(sentence.passage.lower):
            owned = _is_behind_a_place(sentence, found.start)
            yield found.start, found.end, "partnership" if owned else name.kind_on(day)


def _is_behind_a_place(sentence: Located, position: int) -> bool:
    return any(
        mention.name.kind != SYSTEM and sentence.passage.text[mention.end : position] in (" ", "'s ")
        for mention in sentence.mentions
    )
