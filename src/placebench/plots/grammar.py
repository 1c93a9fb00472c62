"""Charts in the grammar of Vega-Lite: what the pictures need of it, as plain values.

A library of the whole grammar takes longer to load than all pictures of a report to describe. The names are
those of the grammar, so that its reference explains them: https://vega.github.io/vega-lite/docs/.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Self

import attrs
import polars as pl

_TYPES = {"N": "nominal", "O": "ordinal", "Q": "quantitative", "T": "temporal"}
Part = dict[str, Any]
"""A part of a specification, such as an axis, a scale or a legend."""


def part(**given: object) -> Part:
    """Return a part of a specification, such as an axis, a scale or a legend."""
    return given


def field(shorthand: str, **given: object) -> Part:
    """Return what shows a column.

    Args:
        shorthand: The column and the letter of its type, as in `places:Q`.
        given: How it is shown: its axis, scale, legend, order or title.
    """
    name, _, kind = shorthand.rpartition(":")
    return {"field": name, "type": _TYPES[kind], **given}


def second(name: str) -> Part:
    """Return the column in which a bar or rule ends; its type is that of where it begins."""
    return {"field": name}


def value(given: object) -> Part:
    """Return what is the same for every row."""
    return {"value": given}


@attrs.frozen
class Chart:
    """A chart, or several of them on top of or beside one another.

    Attributes:
        data: The rows that it shows; None where the whole that it is a part of has them.
        given: The rest of its specification.
        leads: What lies over its marks and leads to facts, left out unless `linked`; see `leading`.
    """

    data: pl.DataFrame | None = None
    given: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    leads: Mapping[str, Any] | None = attrs.field(default=None, hash=False)

    def mark(self, kind: str, **look: object) -> Self:
        """Return the chart with a mark a row, such as `bar`."""
        return self._with(mark={"type": kind, **look})

    def encode(self, **channels: Part) -> Self:
        """Return the chart with what its marks show, by channel."""
        return self._with(encoding={**self.given.get("encoding", {}), **channels})

    def where(self, column: str, equals: object) -> Self:
        """Return the chart of those rows only that have a value in a column."""
        return self._with(transform=[{"filter": {"field": column, "equal": equals}}])

    def facet(self, facet: Part | None = None, *, row: Part | None = None, **given: object) -> Self:
        """Return the chart with a panel for each group of its rows.

        Args:
            facet: The field that parts the rows, with panels side by side.
            row: The same, with panels one below the other.
            given: Of the whole, such as `columns`, `spacing` and `resolve`.
        """
        by = {"row": row} if row else facet
        return type(self)(self.data, {"facet": by, "spec": self.given, **given}, self.leads)

    def under(self, leads: Self) -> Self:
        """Return the chart, of layers, with what leads to facts over its marks, once it is `linked`."""
        return attrs.evolve(self, leads=leads.to_dict())

    def linked(self) -> Self:
        """Return the chart with what leads to facts, for a page that has them."""
        if self.leads is None:
            return self
        return attrs.evolve(self, given=_topped(self.given, self.leads), leads=None)

    def to_dict(self) -> Part:
        """Return the specification, with the rows in it."""
        rows = {} if self.data is None else {"data": {"values": _rows(self.data)}}
        return {**rows, **self.given}

    def _with(self, **given: object) -> Self:
        return attrs.evolve(self, given={**self.given, **given})


def layer(*charts: Chart, data: pl.DataFrame | None = None, **given: object) -> Chart:
    """Return charts on top of one another.

    Args:
        charts: From the lowest to the highest.
        data: The rows of those that have none of their own.
        given: Of the whole, such as `width` and `height`.
    """
    return Chart(data, {"layer": [one.to_dict() for one in charts], **given})


def _topped(given: Mapping[str, Any], top: Mapping[str, Any]) -> Part:
    if "spec" in given:
        return {**given, "spec": _topped(given["spec"], top)}
    return {**given, "layer": [*given["layer"], top]}


def _rows(data: pl.DataFrame) -> list[Part]:
    days = [name for name, kind in data.schema.items() if kind.is_temporal()]
    rows = data.to_dicts()
    for row in rows:
        for name in days:
            row[name] = _day(row[name])
    return rows


def _day(given: dt.date | None) -> str | None:
    return given.isoformat() if given else None
