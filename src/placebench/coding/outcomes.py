"""Figures reported as results of joint work, with their baselines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.quantities import bound, number
from placebench.importer import Fact
from placebench.model import Outcome

TABLE = "outcomes"
_PERIOD = re.compile(
    r"\b(?:over|in|during|throughout|since|for) ((?:the )?(?:winter|summer|spring|autumn|year to|last|first)? ?(?:\w+ )?(?:(?:19|20)\d\d(?:[/-]\d\d)?|\d\d/\d\d))",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:target|aim|aims|expected to|ambition|goal|will|should|would|could|budget|deprived wards)\b"
)


def code_outcomes(reading: Reading) -> Iterator[Fact]:
    """Yield the figures that a document reports as results."""
    for cue, sentence, found, status in reading.cued(TABLE):
        value = _figure(found.groups.get("value"))
        lower = sentence.passage.lower
        if value is None or status != "in_place" or _TARGET.search(lower[: found.end]):
            continue
        baseline = _figure(found.groups.get("baseline"))
        low = found.spans["value"][0]
        row = Outcome(
            **reading.columns(sentence, found.start),
            status=status,
            rule=cue.rule,
            measure=_measure(sentence, found),
            value=value,
            unit=_unit(found.groups.get("unit")),
            direction=cue.columns.get("direction") or _direction(value, baseline),
            bound=_bound(lower[:low]),
            baseline=baseline,
            baseline_period=found.groups.get("period"),
            period=_period(reading, sentence, found),
        )
        yield reading.fact(row, sentence)


def _figure(text: str | None) -> float | None:
    return number(text.rstrip(".,")) if text else None


def _measure(sentence: Located, found: Match) -> str:
    start, end = found.spans["measure"]
    return sentence.passage.text[start:end].strip(" .,;")


def _unit(text: str | None) -> str:
    if text is None:
        return "count"
    return "percent" if text in ("%", "per cent", "percent") else text


def _direction(value: float, baseline: float | None) -> str | None:
    if baseline is None:
        return None
    return "level" if value == baseline else "decrease" if value < baseline else "increase"


def _bound(before: str) -> str:
    # "an average of 7" is the figure itself, not a figure around 7.
    return bound(re.sub(r"an average of\s*$", "", before).rstrip() + " ")


def _period(reading: Reading, sentence: Located, found: Match) -> str | None:
    given = found.groups.get("period")
    for text in (sentence.passage.text, *reading.leads(sentence.passage.line)):
        for period in _PERIOD.finditer(text):
            if given is None or given not in period.group(1):
                return period.group(1).strip()
    return None
