"""What an assessor wrote: a stage or a range of stages, "not assessed", a date."""

from __future__ import annotations

import datetime as dt
import re

import attrs

from placebench.assessment.framework import MaturityFramework, folded
from placebench.assessment.sheets import Position, SheetView
from placebench.assessment.template import NOT_ASSESSED
from placebench.extract.dates import dates
from placebench.nearest import did_you_mean

_RANGE = re.compile(r"\s*(?:[-\u2013\u2014]|\bto\b)\s*")
_A_RANGE = "write a range as “2 to 3”, or with its highest stage in the column for it"


@attrs.frozen
class Stages:
    """The stages that a rating allows; equal for a point."""

    low: int
    high: int


@attrs.frozen
class Day:
    """A date, and how exactly it is known; nothing where none was given."""

    date: dt.date | None = None
    precision: str | None = None


def is_not_assessed(text: str) -> bool:
    """Tell whether a text says that there is no rating."""
    return folded(text) == folded(NOT_ASSESSED)


def stages_in(
    framework: MaturityFramework, sheet: SheetView, at: Position, up_to: Position | None = None
) -> Stages:
    """Return the stages that a cell names, or two: the lowest and the highest.

    Args:
        framework: The framework.
        sheet: The sheet.
        at: The cell with the stage, or with a range such as `2 to 3`.
        up_to: The cell with the highest stage; it may be empty.

    Raises:
        DocumentError: A cell names no stage of the framework, or the highest is below the lowest.
    """
    low, high = _range(framework, sheet, at)
    if up_to and sheet.text(up_to):
        if low != high:
            raise sheet.error("a single stage, as the highest stands in a cell of its own", "a range", at)
        high, at = _stage(framework, sheet, up_to, sheet.text(up_to)), up_to
    if low > high:
        found = f"{framework.choices[low - 1]} to {framework.choices[high - 1]}"
        raise sheet.error("the lowest stage first", found, at)
    return Stages(low, high)


def day_in(sheet: SheetView, at: Position) -> Day:
    """Return the date in a cell; none of an empty one.

    Raises:
        DocumentError: The cell says something else.
    """
    text = sheet.answer(at)
    if not text:
        return Day()
    found = next((one for one in dates(text) if (one.start, one.end) == (0, len(text))), None)
    if found is None:
        raise sheet.error("a date, such as 5 October 2023", f"“{text}”", at)
    return Day(found.date, found.precision)


def _range(framework: MaturityFramework, sheet: SheetView, at: Position) -> tuple[int, int]:
    text = sheet.text(at)
    whole = framework.stage(text)
    if whole is not None:
        return whole, whole
    for found in _RANGE.finditer(text):
        low, high = framework.stage(text[: found.start()]), framework.stage(text[found.end() :])
        if low is not None and high is not None:
            return low, high
    stage = _stage(framework, sheet, at, text)
    return stage, stage


def _stage(framework: MaturityFramework, sheet: SheetView, at: Position, text: str) -> int:
    stage = framework.stage(text)
    if stage is None:
        known = [*(one.name for one in framework.stages), NOT_ASSESSED]
        expected = f"{', '.join(framework.choices)} or {NOT_ASSESSED}"
        raise sheet.error(expected, f"“{text}”", at, did_you_mean(text, known) or _A_RANGE)
    return stage
