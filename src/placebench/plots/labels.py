"""What stands beside the rows and columns of a picture."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from textwrap import wrap

import polars as pl

from placebench.model import FACT_TABLES
from placebench.plots.grammar import Part, part

LABEL = "label"
_NO_SCOPE = "scope_not_named:"
_LONGEST_LINE, _LINE = 38, 13
"""Characters of a line of an upright heading, and pixels from one line to the next."""


def with_labels(frame: pl.DataFrame, place_id: str = "place_id", place: str = "place") -> pl.DataFrame:
    """Add the column `label`: the name of the place, with its system where two places share a name."""
    known = frame.select(place_id, place).unique()
    shared = known.filter(pl.col(place).is_duplicated())[place].unique()
    system = pl.col(place_id).str.split("/").list.first()
    full = pl.format("{} ({})", pl.col(place), system)
    return frame.with_columns(
        pl.when(pl.col(place).is_in(shared.implode())).then(full).otherwise(pl.col(place)).alias(LABEL)
    )


def alphabetical(labels: Iterable[str]) -> list[str]:
    """Return labels without repetition, in the order of the alphabet: no picture ranks by its rows."""
    return sorted(set(labels), key=lambda label: (label.casefold(), label))


@cache
def _known() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("placebench.plots").joinpath("words.toml").read_text("utf-8"))


def words(code: str) -> str:
    """Return a code in words.

    Of `functions:partnership` that is "functions to partnership", of `place:no` "place, not delegated", and
    of an item with its table, such as `roles:chair`, "roles: chair".
    """
    table, _, item = code.partition(":")
    if item and table in FACT_TABLES and table != "governance":
        return f"{table}: {words(item)}"
    subject, _, ending = code.removeprefix("governance:").replace("_", " ").rpartition(":")
    if ending in _known()["endings"] and subject:
        return f"{subject}, {_known()['endings'][ending]}"
    if code.startswith(_NO_SCOPE):
        subject = _known()["scopes"]["not_named"]
    joined = f"{subject} to {ending}" if subject else ending
    return " ".join(_known()["acronyms"].get(part, part) for part in joined.replace(":", " to ").split(" "))


def words_of(codes: pl.Expr) -> pl.Expr:
    """Return codes in words, see `words`."""
    return codes.map_elements(words, return_dtype=pl.String)


def places_of(column: str) -> pl.Expr:
    """Return a number of places in words."""
    number = pl.col(column)
    return pl.when(number == 1).then(pl.lit("1 place")).otherwise(pl.format("{} places", number))


def columns_axis(names: Sequence[str], offset: float = 0.5) -> Part:
    """Return an upright axis above the picture, whose columns are numbered from 0; long headings are wrapped.

    Args:
        names: Heading of each column.
        offset: Where in its column a heading stands.
    """
    lines = [_lines(name) for name in names]
    columns = "floor(datum.value)"
    # Lines begin at the middle of a column: several are moved back, to stand around it.
    back = f"{json.dumps([(1 - len(one)) * _LINE / 2 for one in lines])}[{columns}]"
    return part(
        values=[at + offset for at in range(len(names))],
        labelExpr=f"{json.dumps(lines)}[{columns}]",
        labelAngle=-90,
        labelBaseline="middle",
        labelOffset={"expr": back},
        labelOverlap=False,
        labelLineHeight=_LINE,
        orient="top",
        grid=False,
        ticks=False,
        domain=False,
        labelLimit=0,
    )


def _lines(heading: str) -> list[str]:
    """Return a heading in lines of about the same length: one where it is short, more where it must."""
    number = -(-len(heading) // _LONGEST_LINE)
    widths = range(max(1, -(-len(heading) // max(number, 1))), _LONGEST_LINE)
    fitting = (lines for width in widths if len(lines := wrap(heading, width)) <= number)
    return next(fitting, wrap(heading, _LONGEST_LINE))


def stage_axis(n_stages: int, names: Sequence[str] = (), title: str | None = "Stage") -> Part:
    """Return an axis of stages, from 1, each with its number and name."""
    texts = [f"{at} {name}".strip() for at, name in enumerate(names or [""] * n_stages, 1)]
    return part(
        values=list(range(1, n_stages + 1)),
        labelExpr=f"{json.dumps(texts)}[datum.value - 1]",
        title=title,
        labelOverlap=False,
    )


def stage_scale(n_stages: int) -> Part:
    """Return the scale of such an axis."""
    return part(domain=[0.6, n_stages + 0.4], nice=False, zero=False)
