"""The sections of the page, from `sections.toml` and the results that it names."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import attrs

from placebench.benchmark import Comparison, Result
from placebench.model import FACT_TABLES
from placebench.report.content import Picture, Point, Section, Table
from placebench.report.dated import NAME as TIMELINE
from placebench.report.facts import FactBook
from placebench.report.findings import ratings_aside
from placebench.report.grid import grid
from placebench.report.leads import leads
from placebench.report.led import led
from placebench.report.listing import MOST_ROWS, is_long, listing
from placebench.report.pictures import left_out
from placebench.report.prepared import DOCUMENTARY
from placebench.report.stage_grid import stage_grid

_FOUND = ("peer_id", "group_size")
"""Columns that are empty where a method found nothing."""
_NUMBER = re.compile(r"^\d+")
_DISAGREEMENTS = "conflicts"
_RATINGS = "maturity"
_REASONS = 3
"""Notes that a section without data shows."""


@attrs.frozen
class Plan:
    """What a section is made of.

    Attributes:
        id: Anchor.
        title: Heading.
        nothing: What it says where none of its results has a row.
        unanswered: What it says instead where its methods were asked for all the same.
        grids: Names of comparisons with a row a place.
        stages: Names of intervals of stages.
        listings: Names of results that are laid out as they are.
        pictures: Names of pictures.
    """

    id: str
    title: str
    nothing: str
    unanswered: str = ""
    grids: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    stages: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    listings: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    pictures: tuple[str, ...] = attrs.field(default=(), converter=tuple)

    def of(self, results: Mapping[str, Result]) -> list[Result]:
        """Return the results that the section shows, of those that there are."""
        names = (*self.grids, *self.stages, *self.listings)
        return [results[name] for name in names if name in results]

    def why_empty(self, results: Mapping[str, Result]) -> str:
        """Say why the section has no row."""
        asked = any(result.name != TIMELINE for result in self.of(results))
        return self.unanswered if asked and self.unanswered else self.nothing

    def tables(self, results: Mapping[str, Result]) -> Iterator[str]:
        """Yield the anchor of each table of the section."""
        for result in self.of(results):
            if has_data(result) and not (result.name in self.listings and is_long(result)):
                yield f"t-{result.name}"


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plan of every section, in order."""
    text = files("placebench.report").joinpath("sections.toml").read_text("utf-8")
    return tuple(Plan(**one) for one in tomllib.loads(text)["section"])


def sections(
    results: Mapping[str, Result], book: FactBook, pictures: Mapping[str, Picture]
) -> Iterator[Section]:
    """Yield every section, those without data with the reason.

    Args:
        results: What methods found, by name.
        book: The facts, to lead from a cell to them.
        pictures: Those that were drawn, by name.
    """
    listed = {table for plan in plans() for table in plan.tables(results)}
    for plan in plans():
        found = plan.of(results)
        told = [result for result in found if has_data(result)]
        notes = tuple(_notes(found))
        tables = tuple(_tables(plan, told, book))
        drawn = tuple(_pictures(plan, pictures, listed, book))
        titles = [one.title for one in drawn]
        lead = (
            list(_lead(plan, told, results))
            if told
            else list(dict.fromkeys([plan.why_empty(results), *notes[:_REASONS]]))
        )
        if plan.id == _DISAGREEMENTS and (aside := _aside(results)):
            lead[0] = f"{lead[0]} {aside}"
        yield Section(
            id=plan.id,
            title=plan.title,
            lead=tuple(sentence for sentence in lead if sentence not in titles),
            tables=tables,
            pictures=drawn,
            notes=notes if told else notes[_REASONS:],
            source="; ".join(dict.fromkeys(work for result in told for work in _works(result))),
            first=next(iter([*titles, *lead]), ""),
        )


def _aside(results: Mapping[str, Result]) -> str | None:
    return ratings_aside(results[_RATINGS]) if _RATINGS in results else None


def _works(result: Result) -> list[str]:
    return result.source.split("; ") if result.source else []


def _notes(results: Collection[Result]) -> Iterator[str]:
    """Yield every note once; where two differ in their number alone, each says what it is of."""
    first: dict[str, Result] = {}
    for result in results:
        for note in result.notes:
            first.setdefault(note, result)
    alike = Counter(_NUMBER.sub("", note) for note in first)
    for note, result in first.items():
        yield f"{result.title}: {note}" if alike[_NUMBER.sub("", note)] > 1 else note


def summary(of: Iterable[Section]) -> Section:
    """Return the section that says the first thing of every other one, also of those without data."""
    points = [Point(one.id, one.title, one.first) for one in of if one.first]
    return Section(id="summary", title="In short", points=tuple(points))


def has_data(result: Result) -> bool:
    """Tell whether a result says anything of any place: rows that only say `not stated` do not count."""
    frame = result.frame
    if frame.is_empty():
        return False
    if isinstance(result, Comparison):
        return not result.stated.is_empty()
    if {"certain", "possible"} <= set(frame.columns) and frame["certain"].null_count() == frame.height:
        return False
    for column in ("known", "n_known", "n_both"):
        if column in frame.columns:
            return bool(frame[column].cast(bool).any())
    if "of_stated" in frame.columns:
        return bool((frame["of_stated"].fill_null(0) > 0).any())
    return not any(name in frame.columns and frame[name].null_count() == len(frame) for name in _FOUND)


def _lead(plan: Plan, told: Iterable[Result], results: Mapping[str, Result]) -> Iterator[str]:
    for result in told:
        if not result.name.endswith(DOCUMENTARY):
            yield from leads(result)
        if result.name in plan.listings and is_long(result):
            rows = f"{result.frame.height:,} rows, more than the {MOST_ROWS} that this page lists"
            yield f"{result.title}: {rows}; `placebench benchmark` saves them as {result.name}.csv."
    yield from filter(None, (left_out(name, results) for name in plan.pictures))


def _pictures(
    plan: Plan, pictures: Mapping[str, Picture], listed: Collection[str], book: FactBook
) -> Iterator[Picture]:
    for name in plan.pictures:
        drawn = pictures.get(name)
        if drawn is not None:
            yield led(drawn if drawn.table in listed else attrs.evolve(drawn, table=""), book)


def _tables(plan: Plan, told: Iterable[Result], book: FactBook) -> Iterator[Table]:
    for result in told:
        if result.name in plan.grids and isinstance(result, Comparison):
            # The table of the coverage map begins with its columns, of which some may be stated nowhere.
            yield grid(result, book, always=FACT_TABLES if result.name == "coverage" else ())
        elif result.name in plan.stages:
            yield stage_grid(result, book)
        elif not is_long(result):
            yield listing(result, book)
