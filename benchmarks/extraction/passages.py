"""Sets of passages: a few lines each, with all that a careful reader codes of them, a TOML file a subject.

A passage is read as a document of its own, so that what is wrong with it is of its own making. Its file says
which tables were coded; a row of one of these that no fact of the passage states is an error.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.extraction.coded import Coded, CodedSet, coded
from placebench.errors import UsageError

SYSTEM_WIDE = "none"
_COLUMNS = ("file", "title", "publisher", "document_type", "published")
# They say that it is about joint work in care, which a few lines need not, and do not tell of which place.
_SOURCE = (
    "Health and care integration in Westmere",
    "Westmere Integrated Care System",
    "report",
    "2024-06-01",
)


def files_of(folder: Path) -> list[Path]:
    """Return the files of passages in a set; none where the set is of whole documents."""
    return sorted(folder.glob("*.toml"))


def passage_set(folder: Path, into: Path) -> CodedSet:
    """Write the passages of a set as documents, and return what was coded of them.

    Args:
        folder: The set: files of passages, and `profiles/`.
        into: A folder that is there, which takes the documents.

    Raises:
        UsageError: A file is no TOML, or a passage has no text or no facts, or names what the model lacks.
    """
    facts: list[Coded] = []
    tables: dict[str, frozenset[str]] = {}
    for file in files_of(folder):
        for doc, text, coded_of, coded_facts in _passages(file):
            (into / doc).write_text(text, encoding="utf-8")
            tables[doc] = coded_of
            facts.extend(coded_facts)
    with (into / "sources.csv").open("w", encoding="utf-8", newline="") as sources:
        csv.writer(sources).writerows([_COLUMNS, *((doc, *_SOURCE) for doc in tables)])
    profiles = tuple(sorted(folder.glob("profiles/*.toml")))
    return CodedSet(folder.name, into, tuple(facts), (), profiles, tables)


def _passages(file: Path) -> Iterator[tuple[str, str, frozenset[str], list[Coded]]]:
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        tables, passages = frozenset(said["tables"]), said["passage"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise UsageError("passages in TOML, with `tables`", str(error), where=str(file)) from error
    for number, passage in enumerate(passages, 1):
        doc, where = f"{file.stem}-{number:03}.txt", f"{file}, passage {number}"
        try:
            text, facts = passage["text"].strip() + "\n", passage["facts"]
        except KeyError as error:
            raise UsageError("a passage with `text` and `facts`", f"none of {error}", where=where) from error
        yield doc, text, tables, [coded({"doc": doc, **_system_wide(fact)}, where) for fact in facts]


def _system_wide(fact: Mapping[str, Any]) -> dict[str, Any]:
    """Return a fact with null for what is said of the system or of all its places; TOML has no null."""
    match fact.get("place_id"):
        case None:
            return dict(fact)
        case list(places):
            return {**fact, "place_id": [_place(place) for place in places]}
        case place:
            return {**fact, "place_id": _place(place)}


def _place(given: str) -> str | None:
    return None if given == SYSTEM_WIDE else given
