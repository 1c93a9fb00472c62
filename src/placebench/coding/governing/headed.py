"""Features that a heading names and the text under it gives: "Our vision"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM, PARAGRAPH
from placebench.importer import Fact
from placebench.model import Governance

_VISION = Wording(
    "headed", r"(?:\d[\d.]* )?<whose> (?:<shared> )?<vision>(?: (?:statement|(?:for|of) [\w' -]{3,40}))?:?"
)
_SHORTEST = 5
_TITLE = re.compile(r"(?:[\d.]+ )?[A-Z][\w'&-]*(?: [\w'&/()-]+){0,7}")


def headed_visions(reading: Reading) -> Iterator[Fact]:
    """Yield the vision of a page's place: the sentence under a heading that says but "Our vision"."""
    if len(reading.default.places) != 1:
        return
    for sentence in reading.sentences:
        line = sentence.passage.line
        if line.block.kind != HEADING or not _VISION.of(reading.codebook).fullmatch(line.folded.lower):
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


def is_title_of_what_is_to_come(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether a numbered title names a feature that the text under it only plans or weighs."""
    line = sentence.passage.line
    if line.block.kind != ITEM or not _TITLE.fullmatch(line.text.strip()):
        return False
    under = reading.by_line.get(line.index + 1, ())
    if not under or under[0].passage.line.block.kind != PARAGRAPH:
        return False
    told = {
        status
        for each in under
        for other, _, _, status in reading.cued_in("governance", each)
        if other.entry == cue.entry
    }
    return bool(told) and "in_place" not in told
