"""What became of one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.dataset.part import AnyPart, Part
from placebench.model import FACT_TABLES, Rejection, Row
from placebench.pipeline.answers import Answer

OK = "ok"
REFUSED = "refused"
FAILED = "failed"
TIMEOUT = "timeout"
CRASHED = "crashed"

_REJECTED = re.compile(
    r"(?P<rows>\d+) rows? (?:was|were) rejected by (?P<rule>[\w-]+); (?P<first>.*)", re.DOTALL
)
_COUNTED = (*FACT_TABLES, "frameworks", "themes", "stages", "criteria", "gaps")


@attrs.frozen
class DocumentReport:
    """What became of one document.

    Attributes:
        path: File name, below the folder that was imported.
        outcome: `ok`; `refused` where no importer knows it; `failed` where it could not be read, or an
            importer failed or tied on some of it; `timeout` where reading it took too long; `crashed` where
            the process that read it ended.
        importers: Name and version of each importer whose rows were kept.
        rows: Rows by table, of facts, frameworks and gaps.
        rejected: Number of rows that the host refused.
        sentences: Number of sentences of the document, headings and tables apart.
        stating: How many of them a row quotes.
        messages: What went wrong or could not be read, in full sentences.
    """

    path: str
    outcome: str
    importers: tuple[str, ...] = ()
    rows: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    rejected: int = 0
    sentences: int = 0
    stating: int = 0
    messages: tuple[str, ...] = ()


@attrs.frozen
class Outcome:
    """The parts of a dataset that one document gives, and the report on it.

    Attributes:
        parts: The part of the host, then one for each importer whose rows were kept.
        report: The report.
        answers: What each importer said, by name.
        lasting: Whether the document would give the same again; not where its file was out of reach.
    """

    parts: tuple[Part, ...]
    report: DocumentReport
    answers: Mapping[str, Answer] = attrs.field(factory=dict, eq=False, repr=False)
    lasting: bool = True


def rows_by_table(parts: Iterable[AnyPart]) -> dict[str, int]:
    """Count the rows that say something, by table, in the order of the model."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update({table: len(rows) for table, rows in part.rows.items()})
    return {table: counts[table] for table in _COUNTED if counts[table]}


def rejections_in(parts: Iterable[AnyPart]) -> list[Row]:
    """Return the rows that the host refused."""
    return [row for part in parts for row in part.rows.get("rejections", ())]


def on_rejections(rejected: Iterable[Row]) -> tuple[str, ...]:
    """Say how many rows broke which rule, and what the first of them was."""
    by_rule: dict[str, list[Rejection]] = {}
    for row in rejected:
        if isinstance(row, Rejection):
            by_rule.setdefault(row.rule, []).append(row)
    return tuple(
        f"{len(rows)} {'row was' if len(rows) == 1 else 'rows were'} rejected by {rule}; {rows[0].message}."
        for rule, rows in sorted(by_rule.items())
    )


def rejections_in_words(messages: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the messages that `on_rejections` wrote, and the others."""
    rejected: list[str] = []
    others: list[str] = []
    for message in messages:
        (rejected if _REJECTED.match(message) else others).append(message)
    return rejected, others


def rejected_together(messages: Iterable[str]) -> Iterator[str]:
    """Yield what `on_rejections` said of several documents, a sentence a rule."""
    by_rule: dict[str, list[re.Match[str]]] = {}
    for found in filter(None, map(_REJECTED.match, messages)):
        by_rule.setdefault(found["rule"], []).append(found)
    for rule, said in by_rule.items():
        rows = sum(int(one["rows"]) for one in said)
        first = said[0]["first"].rstrip(".")
        yield (
            said[0].string
            if len(said) == 1
            else (
                f"{rows} rows in {len(said)} documents were rejected by {rule}, first: {first}; "
                "all are in the table rejections."
            )
        )


def sentence(error: Exception) -> str:
    """Return an error as a sentence."""
    return f"{error}".rstrip(".") + "."
