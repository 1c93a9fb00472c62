"""The sections of the page, from `sections.toml` and the results that it names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import attrs

from placebench.benchmark import Comparison, Result
from placebench.report.content import Section, Table
from placebench.report.facts import FactBook
from placebench.report.grid import grid
from placebench.report.listing import listing
from placebench.report.pictures import picture


@attrs.frozen
class Plan:
    """What a section is made of.

    Attributes:
        id: Anchor.
        title: Heading.
        nothing: What it says where none of its results has a row.
        grids: Names of comparisons with a row a place.
        listings: Names of results that are laid out as they are.
        pictures: Names of pictures.
    """

    id: str
    title: str
    nothing: str
    grids: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    listings: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    pictures: tuple[str, ...] = attrs.field(default=(), converter=tuple)


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plan of every section, in order."""
    text = files("placebench.report").joinpath("sections.toml").read_text("utf-8")
    return tuple(Plan(**one) for one in tomllib.loads(text)["section"])


def sections(results: Mapping[str, Result], book: FactBook) -> Iterator[Section]:
    """Yield every section, those without data with the reason.

    Args:
        results: What methods found, by name.
        book: The facts, to lead from a cell to them.
    """
    for plan in plans():
        found = [results[name] for name in (*plan.grids, *plan.listings) if name in results]
        tables = tuple(_tables(plan, results, book))
        yield Section(
            id=plan.id,
            title=plan.title,
            lead=() if tables else (plan.nothing,),
            tables=tables,
            pictures=tuple(filter(None, (picture(name, results) for name in plan.pictures))),
            notes=tuple(note for result in found for note in result.notes),
            source="; ".join(dict.fromkeys(result.source for result in found if result.source)),
        )


def _tables(plan: Plan, results: Mapping[str, Result], book: FactBook) -> Iterator[Table]:
    for name in plan.grids:
        result = results.get(name)
        if isinstance(result, Comparison) and not result.stated.is_empty():
            yield grid(result, book)
    for name in plan.listings:
        if name in results and not results[name].frame.is_empty():
            yield listing(results[name], book)
