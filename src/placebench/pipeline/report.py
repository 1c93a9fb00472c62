"""What became of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from placebench.dataset.part import AnyPart, Part
from placebench.model import FACT_TABLES
from placebench.pipeline.answers import Answer
from placebench.pipeline.rejected import BrokenRule, in_words

OK = "ok"
REFUSED = "refused"
FAILED = "failed"
TIMEOUT = "timeout"
CRASHED = "crashed"

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
        broken: The rules that rows broke which the host refused.
        sentences: Number of sentences of the document, headings and tables apart.
        stating: How many of them a row quotes.
        problems: What else went wrong or could not be read, in full sentences.
    """

    path: str
    outcome: str
    importers: tuple[str, ...] = ()
    rows: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    broken: tuple[BrokenRule, ...] = ()
    sentences: int = 0
    stating: int = 0
    problems: tuple[str, ...] = ()

    @property
    def rejected(self) -> int:
        """Number of rows that the host refused."""
        return sum(one.rows for one in self.broken)

    @property
    def messages(self) -> tuple[str, ...]:
        """What went wrong or could not be read, and which rows the host refused, in full sentences."""
        return (*self.problems, *in_words(self.broken))


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


def sentence(error: Exception) -> str:
    """Return an error as a sentence."""
    return f"{error}".rstrip(".") + "."
