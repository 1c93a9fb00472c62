"""Features that a heading names and the text under it gives: "Our vision"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM, PARAGRAPH
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Governance

_VISION = Wording(
    "headed", r"(?:\d[\d.]* )?<whose> (?:<shared> )?<vision>(?: (?:statement|(?:for|of) [\w' -]{3,40}))?:?"
)
# The title of a plan is that of one that is there: "Alpha Locality Plan 2020-25".
_PLAN = Wording(
    "headed",
    r"(?:\d[\d.]* )?(?:(?P<draft><draft>) )?(?:(?:the|our) )?(?:[\w'&,-]+ ){0,8}?(?:<of_care>) "
    r"(?:[\w&-]+,? ){0,4}?(?:plan|strategy)"
    r"(?:[ :,(-]+(?:on a page|<refreshed>|and|to|plan|summary|\d[\d/.-]*)\b)*(?: <refreshed>\b.*)?[\s)]*",
)
_NO_SUCH_PLAN = Wording("headed", r"\b(?:<no_plan>)\b")
_SENTENCE = re.compile(r"[A-Z][\w']*,? (?:[\w'-]+,? ){4,}[\w'-]+\.?")
_SHORTEST = 5
_TITLE = re.compile(r"(?:[\d.]+ )?[A-Z][\w'&-]*(?: [\w'&/()-]+){0,7}")


def headed_visions(reading: Reading) -> Iterator[Fact]:
    """Yield the vision of a page's place or system: the sentence under a heading that is but "Our vision"."""
    if len(reading.default.places) > 1:
        return
    for sentence in reading.sentences:
        line = sentence.passage.line
        if line.block.kind != HEADING or not _VISION.of(reading.codebook).fullmatch(line.folded.lower):
            continue
        under = reading.by_line.get(line.index + 1, ())
        told = under[0] if under and _tells_a_vision(reading, under[0]) else None
        if told is None or _has_yet_to_be_told(reading, told):
            continue
        kind = "partnership" if reading.default.places else "system"
        columns = reading.partnership_columns(told, 0, kind)
        yield reading.fact(
            Governance(
                **columns,
                status="in_place",
                rule="governance.shared_vision",
                feature="shared_vision",
                value=None,
                body_kind=kind,
            ),
            told,
        )


def _tells_a_vision(reading: Reading, told: Located) -> bool:
    """Tell whether words under "Our vision" say it; without a full stop they look like a heading."""
    kind = told.passage.line.block.kind
    if kind == ITEM or told.passage.text.count(" ") < _SHORTEST:
        return False
    if kind == HEADING:
        return _SENTENCE.fullmatch(told.passage.text.strip()) is not None
    return reading.unstated(told) is None


def _has_yet_to_be_told(reading: Reading, told: Located) -> bool:
    """Tell whether words under "Our vision" only say that there is to be one: "It is being written"."""
    cued = reading.cued_in("governance", told)
    return any(cue.entry == "shared_vision" and status != "in_place" for cue, _, _, status in cued)


def headed_plans(reading: Reading) -> Iterator[Fact]:
    """Yield the plan for health and care that a heading is the title of, in a text on one place."""
    if len(reading.default.places) != 1:
        return
    for sentence in reading.sentences:
        lower = sentence.passage.lower
        if sentence.passage.line.block.kind != HEADING or _NO_SUCH_PLAN.of(reading.codebook).search(lower):
            continue
        found = _PLAN.of(reading.codebook).fullmatch(lower)
        if found is None or not any(m.name.kind != SYSTEM for m in sentence.mentions):
            continue
        columns = reading.partnership_columns(sentence, 0, "partnership")
        yield reading.fact(
            Governance(
                **columns,
                status="emerging" if found["draft"] else "in_place",
                rule="governance.shared_plan",
                feature="shared_plan",
                value=None,
            ),
            sentence,
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
