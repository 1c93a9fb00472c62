"""Results in the words of readers: names in place of identifiers and codes, in notes and in cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import attrs
import polars as pl

from placebench.benchmark import Result
from placebench.plots.labels import words

_CODE = re.compile(r"(?<![\w./-])[a-z0-9]+(?:[_:][a-z0-9]+)+(?![\w/-]|\.\w)")
_IDENTIFIER = re.compile(r"(?<![\w./-])[\w-]+(?:/[\w-]+)+")
_SYSTEM = re.compile(r"^[\w-]+(?=: )")
"""What a note begins with where it speaks of one system."""
_OF_PLACES = ("place_a", "place_b", "medoid")
NAMED = "_name"
"""Ends the columns that hold the names of places whose identifiers stand in another."""


def named(result: Result, names: Mapping[str, str]) -> Result:
    """Return a result whose notes name places and codes in words, with the names of places in its pairs.

    Args:
        result: What a method found.
        names: Names by identifier.
    """
    columns = result.frame.columns
    notes = tuple(in_words(note, names, kept=columns) for note in result.notes)
    of_places = [name for name in _OF_PLACES if name in columns]
    with_names = [
        pl.col(name).replace(dict(names)).alias(f"{name}{NAMED}")
        for name in of_places
        if result.frame.schema[name] == pl.String
    ]
    return attrs.evolve(result, notes=notes, frame=result.frame.with_columns(with_names))


def in_words(text: str, names: Mapping[str, str], kept: Collection[str] = ()) -> str:
    """Return a sentence with names in place of identifiers, and codes in words.

    Args:
        text: The sentence.
        names: Names by identifier; other identifiers stay, and so do names of files.
        kept: Codes that stay, such as those of columns that the sentence speaks of.
    """
    text = _SYSTEM.sub(lambda found: names.get(found[0], found[0]), text)
    said = _IDENTIFIER.sub(lambda found: names.get(found[0], found[0]), text)
    return _CODE.sub(lambda found: found[0] if found[0] in kept else words(found[0]), said)


def is_code(text: str) -> bool:
    """Tell whether a text is a code of several parts, such as `health_inequalities`, rather than words."""
    return _CODE.fullmatch(text) is not None
