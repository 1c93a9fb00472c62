"""How answers are marked: letters, words and colours, from `marks.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen
class Mark:
    """The sign of one kind of answer.

    Attributes:
        code: Status of the answer.
        letter: What stands in a cell.
        words: What the legend says.
        colour: Background, as a hexadecimal colour.
    """

    code: str
    letter: str
    words: str
    colour: str


@cache
def marks() -> dict[str, Mark]:
    """Return every mark by status, in the order of strength."""
    text = files("placebench.plots").joinpath("marks.toml").read_text("utf-8")
    return {code: Mark(code, **about) for code, about in tomllib.loads(text).items()}


def strongest_first(codes: Iterable[str]) -> list[str]:
    """Return statuses without repetition, in the order of `marks.toml`."""
    found = set(codes)
    return [code for code in marks() if code in found]
