"""Places side by side in short: where they differ, what they share, and what is not stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

import click
import polars as pl

from placebench.benchmark import Comparison
from placebench.benchmark.dating import in_words
from placebench.benchmark.maturity import Maturity
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.study import StudyRun
from placebench.cli.output import print_pairs, print_rows, terminal_width
from placebench.cli.side_by_side import laid_out, stages
from placebench.cli.tables import shown, wrapped
from placebench.model.vocabularies import STATUS

_LONGEST = 110
"""Characters of a cell; `--verbose` shows the rest."""
_IN_PLACE = "in_place"
_NOT_THERE = ("absent", "ended")
_MORE = (
    "--verbose prints every answer with its notes; `placebench tables DIR TABLE --where place_id=PLACE` "
    "prints the facts, and `placebench evidence DIR FACT_ID` their words. Not stated does not mean no."
)


def print_in_short(run: StudyRun, places: Sequence[str], dates: Mapping[dt.date, str]) -> None:
    """Print what a study says of a few places, in short.

    Args:
        run: The study of these places, with some of its comparisons.
        places: Identifiers of the places, in the order of the columns.
        dates: Every date of the dataset in words.
    """
    for result in run.results:
        if isinstance(result, Maturity):
            _print_stages(result, places, dates)
            click.echo()
        elif isinstance(result, Comparison):
            _print(result, places, dates)
            click.echo()
    click.echo(wrapped(_MORE, terminal_width()))


def _print(comparison: Comparison, places: Sequence[str], dates: Mapping[dt.date, str]) -> None:
    if comparison.name == "conflicts":
        _say(f"{comparison.title}: {_disputed(comparison)}")
        return
    read = _head(comparison, places, dates)
    if comparison.name == "priorities" and not comparison.stated.is_empty():
        print_pairs(list(_shared(comparison, read)))
    elif not comparison.stated.is_empty():
        _print_differences(comparison, read)


def _head(comparison: Comparison, places: Sequence[str], dates: Mapping[dt.date, str]) -> list[str]:
    """Print the title, how many sources were read, and the dates; return the places with a source."""
    click.echo(comparison.title)
    numbers = dict(comparison.frame.group_by("place_id").agg(pl.col("n_sources_read").max()).iter_rows())
    read = [place for place in places if numbers.get(place)]
    sources = ", ".join(f"{place} {numbers.get(place, 0)}" for place in places)
    said = in_words(*comparison.dates, dates)
    _say(f"Sources read: {sources}{f'; as of {said}' if said else ''}.")
    if comparison.stated.is_empty():
        _say(comparison.notes[0])
    return read


def _print_differences(comparison: Comparison, places: Sequence[str]) -> None:
    table = laid_out(comparison, places)
    cells = [row[1:] for row in table.iter_rows()]
    alike = [len(row) > 1 and len(set(row)) == 1 for row in cells]
    rows = [
        (_words(item), *(shorten(_words(shown(cell)), _LONGEST, placeholder=" …") for cell in row))
        for item, row, same in zip(table[comparison.item], cells, alike, strict=True)
        if not same
    ]
    if rows:
        print_rows(table.columns, rows)
    if same := table[comparison.item].filter(pl.Series(alike, dtype=pl.Boolean)).to_list():
        _say(f"The same is said of each: {', '.join(map(_words, same))}.")
    silent = comparison.frame[comparison.item].n_unique() - table.height
    if silent:
        _say(f"No place states {'the other ' if table.height else ''}{silent}.")


def _shared(comparison: Comparison, places: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield who lists topics, and the topics; those that more places share come first."""
    strength = {code: at for at, code in enumerate(STATUS.codes)}
    listed = comparison.stated.filter(~pl.col("status").is_in(_NOT_THERE)).sort(
        pl.col("status").replace_strict(strength)
    )
    strongest = listed.group_by(comparison.item, "place_id", maintain_order=True).agg(
        pl.col("status").first()
    )
    by_topic: dict[str, dict[str, str]] = {}
    for topic, place, status in strongest.iter_rows():
        by_topic.setdefault(topic, {})[place] = status
    together: dict[tuple[str, ...], list[str]] = {}
    for topic, said in sorted(by_topic.items()):
        together.setdefault(tuple(place for place in places if place in said), []).append(_topic(topic, said))
    for who, topics in sorted(together.items(), key=lambda one: -len(one[0])):
        name = "all of them" if len(who) == len(places) > 1 else f"{' and '.join(who)} alone"
        yield name, "; ".join(topics)
    for place in places:
        if not any(place in said for said in by_topic.values()):
            yield place, "not stated"


def _topic(topic: str, said: dict[str, str]) -> str:
    words = _words(topic)
    if set(said.values()) == {_IN_PLACE}:
        return words
    if len(set(said.values())) == 1:
        return f"{words} ({_words(next(iter(said.values())))})"
    firmness = ", ".join(f"{place} {_words(status)}" for place, status in sorted(said.items()))
    return f"{words} ({firmness})"


def _print_stages(maturity: Maturity, places: Sequence[str], dates: Mapping[dt.date, str]) -> None:
    click.echo(maturity.title)
    table = stages(maturity)
    known = maturity.frame.filter("known")["place_id"].n_unique()
    said = in_words(*maturity.dates, dates)
    _say(f"Known of {known} of {counted(len(places), 'place', 'places')}{f'; as of {said}' if said else ''}.")
    if table.is_empty():
        _say(maturity.notes[0] if maturity.notes else "No place has a stage.")
    else:
        columns = ("theme", *places)
        print_rows(columns, [[row.get(name) for name in columns] for row in table.to_dicts()])


def _disputed(comparison: Comparison) -> str:
    items = comparison.frame.select("place_id", "item").unique(maintain_order=True)
    if items.is_empty():
        return comparison.notes[0]
    by_place = items.group_by("place_id", maintain_order=True).agg("item")
    named = "; ".join(f"{place}: {', '.join(map(_words, of))}" for place, of in by_place.iter_rows())
    return f"{counted(items.height, 'item', 'items')}. {named}."


def _words(code: str) -> str:
    return code.replace("_", " ")


def _say(text: str) -> None:
    click.echo(wrapped(shown(text), terminal_width(), "", "  "))
