"""Features that a heading names and the text under it gives: "Our vision"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.documents import HEADING, ITEM
from placebench.importer import Fact
from placebench.model import Governance

_VISION = re.compile(
    r"(?:\d[\d.]* )?(?:our|the|a|partnership|place) (?:shared |joint |collective |common )?vision"
    r"(?: (?:statement|(?:for|of) [\w' -]{3,40}))?:?"
)
_SHORTEST = 5


def headed_visions(reading: Reading) -> Iterator[Fact]:
    """Yield the vision of a page's place: the sentence under a heading that says but "Our vision"."""
    if len(reading.default.places) != 1:
        return
    for sentence in reading.sentences:
        line = sentence.passage.line
        if line.block.kind != HEADING or not _VISION.fullmatch(line.folded.lower):
            continue
        under = reading.by_line.get(line.index + 1, ())
        told = under[0] if under and under[0].passage.line.block.kind not in (HEADING, ITEM) else None
        if told is None or told.passage.text.count(" ") < _SHORTEST or reading.unstated(told) is not None:
            continue
        columns = reading.partnership_columns(told, 0, "partnership")
        yield reading.fact(
            Governance(
                **columns,
                status="in_place",
                rule="governance.shared_vision",
                feature="shared_vision",
                value=None,
            ),
            told,
        )
