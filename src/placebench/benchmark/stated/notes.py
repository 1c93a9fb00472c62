"""What a comparison says of itself in sentences: what nobody states, who disagrees, what was left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from placebench.benchmark.scope import Tables, with_text_codes
from placebench.benchmark.stated.answers import UNKNOWN

_SAID = ("value", "status", "sources", "as_of_last")


def silence(frame: pl.DataFrame, subject: str, sources: int) -> Iterator[str]:
    """Say which items no place states, and how many sources were read for them."""
    stated = frame.filter(~pl.col("status").is_in(UNKNOWN))
    read = read_for(sources)
    if stated.is_empty():
        yield f"No place states {subject}{read}."
        return
    answered = set(stated["item"])
    missing = [item for item in frame["item"].unique(maintain_order=True) if item not in answered]
    if missing:
        yield f"No place states {', '.join(missing)}{read}."


def disagreements(
    frame: pl.DataFrame, names: Mapping[str, str], dates: Mapping[dt.date, str]
) -> Iterator[str]:
    """Describe each cell whose answers disagree, with dates in words and with sources by their names."""
    conflicts = frame.filter(pl.col("conflict")).select("place_id", "item", *_SAID)
    for (place, item), answers in conflicts.group_by("place_id", "item", maintain_order=True):
        said = "; ".join(_answer(row, names, dates) for row in answers.iter_rows(named=True))
        yield f"{place}: answers on {item} disagree: {said}."


def source_names(dataset: Tables) -> dict[str, str]:
    """Return the file name of each source."""
    return dict(dataset.frame("sources").select("source_id", "path").collect().iter_rows())


def left_out(dataset: Tables, table: str) -> Iterator[str]:
    """Say how many rows of a table are not about a place's partnership."""
    facts = with_text_codes(dataset.frame(table))
    on_systems = facts.filter(pl.col("applies_to") == "system").select(pl.len()).collect().item()
    if on_systems:
        verb = "is on a system itself and is" if on_systems == 1 else "are on a system itself and are"
        yield f"{counted(on_systems, 'row', 'rows')} {verb} not counted for its places."
    if "body_kind" not in facts.collect_schema().names():
        return
    others = facts.filter(pl.col("body_kind") != "partnership", pl.col("applies_to") != "system")
    by_kind = others.group_by("body_kind").len().sort("body_kind").collect()
    if not by_kind.is_empty():
        kinds = ", ".join(f"{kind.replace('_', ' ')} {n}" for kind, n in by_kind.iter_rows())
        yield f"Rows on other bodies than the partnership are not counted: {kinds}."


def each_place(frame: pl.DataFrame) -> Iterator[str]:
    """Say how many answers come from a statement on every place of a system."""
    spread = frame.filter(pl.col("applies_to") == "each_place").height
    if spread:
        answers = counted(spread, "answer comes", "answers come")
        yield f"{answers} from a statement on each place of a system, and marked so."


def read_for(sources: int, what: str = "it") -> str:
    """Say after “No place states ...” whether sources were silent or no document could have said it."""
    if not sources:
        return f": no document was found to speak of {what}"
    return f"; {counted(sources, 'source was', 'sources were')} read for {what}"


def counted(number: int, one: str, many: str) -> str:
    """Put a number before the right form of a word."""
    return f"{number} {one if number == 1 else many}"


def _answer(row: Mapping[str, Any], names: Mapping[str, str], dates: Mapping[dt.date, str]) -> str:
    subject = f" {row['value']}" if row["value"] is not None else ""
    sources = ", ".join(names.get(source, source) for source in row["sources"])
    return (
        f"{row['status'].replace('_', ' ')}{subject} ({sources}, {dates.get(row['as_of_last'], 'no date')})"
    )
