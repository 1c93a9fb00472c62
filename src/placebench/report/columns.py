"""How a listing shows a result: which columns, under which heading, from `listings.toml`.

A template holds `{column}`, `{low..high}` for a range (one value where both are equal), and `%` at the end of
either for a share. A range in brackets that is not given is left out; a template with any other value that is
not given is shown empty.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from placebench.dataset.words import date_in_words
from placebench.plots.labels import words
from placebench.report.naming import is_code as looks_coded
from placebench.report.prepared import DOCUMENTARY

_TOKEN = re.compile(r"\{(\w+)(?:\.\.(\w+))?(%?)\}")
_IN_BRACKETS = re.compile(r" \(\{\w+\.\.\w+%?\}\)")
_DIGITS = 3
_CODES = frozenset(
    {
        "value",
        "item",
        "status",
        "kind",
        "move",
        "change",
        "verdict",
        "basis",
        "table",
        "first",
        "second",
        "topics",
    }
)


@attrs.frozen
class Shown:
    """A column of a listing.

    Attributes:
        heading: Its heading.
        template: What its cells show.
    """

    heading: str
    template: str

    def text(self, row: Mapping[str, Any]) -> str:
        """Return what the cell of a row shows."""
        template = _IN_BRACKETS.sub(lambda found: "" if _lacks(found[0], row) else found[0], self.template)
        return "" if _lacks(template, row) else _TOKEN.sub(lambda token: _filled(token, row), template)

    def only(self) -> str | None:
        """Return the name of the column that the template consists of, if it is a single one."""
        token = _TOKEN.fullmatch(self.template)
        return token[1] if token and not token[2] else None


def _lacks(template: str, row: Mapping[str, Any]) -> bool:
    names = (name for token in _TOKEN.finditer(template) for name in (token[1], token[2]) if name)
    return any(row.get(name) is None for name in names)


@cache
def shown_columns() -> Mapping[str, tuple[Shown, ...]]:
    """Return the columns of each result that has a listing of its own, by its name."""
    read = _file()
    shared = {name: _columns(columns) for name, columns in read["shared"].items()}
    own = {name: _columns(columns) for name, columns in read["columns"].items()}
    return own | {name: shared[like] for name, like in read["like"].items()}


def columns_of(name: str) -> tuple[Shown, ...]:
    """Return the columns of a result by its name; none where it is shown as it is."""
    return shown_columns().get(name.removesuffix(DOCUMENTARY), ())


def leads_to_facts(name: str) -> bool:
    """Tell whether rows of a result show their facts; where another table leads to the same, they do not."""
    return name.removesuffix(DOCUMENTARY) not in _file()["without_evidence"]


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(files("placebench.report").joinpath("listings.toml").read_text("utf-8"))


def text_of(value: object, *, code: bool = False) -> str:
    """Return a value as a cell shows it.

    Args:
        value: The value.
        code: Whether it is a code of a vocabulary, to be shown in words.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, dt.date):
        return date_in_words(value)
    if isinstance(value, list):
        return ", ".join(text_of(one, code=code) for one in value)
    return words(str(value)) if code or looks_coded(str(value)) else str(value)


def is_code(name: str) -> bool:
    """Tell whether a column holds codes of a vocabulary."""
    return name in _CODES


def _columns(given: list[list[str]]) -> tuple[Shown, ...]:
    return tuple(Shown(heading, template) for heading, template in given)


def _filled(token: re.Match[str], row: Mapping[str, Any]) -> str:
    first, last, share = token.groups()
    low = _value(row[first], first, share)
    high = _value(row[last], last, share) if last else low
    if low == high:
        return f"{low} %" if share else low
    return f"{low} to {high} %" if share else f"{low} to {high}"


def _value(value: object, name: str, share: str) -> str:
    if share and isinstance(value, int | float):
        return f"{100 * value:.0f}"
    said = _file()["words"].get(name, {}).get(value) if isinstance(value, str) else None
    return said or text_of(value, code=is_code(name))
