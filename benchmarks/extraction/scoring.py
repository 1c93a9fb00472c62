"""How many facts were found and how many rows are known to be right, by table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

import attrs

from benchmarks.extraction.coded import Coded, CodedSet
from benchmarks.extraction.extracted import Extracted
from benchmarks.extraction.matching import best_matching
from benchmarks.extraction.meeting import breaks, meets
from placebench.model import FACT_TABLES, TABLES

Z_95 = 1.959964


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """Return the 95 % score interval of a share (Wilson 1927), or None of nothing."""
    if not of:
        return None
    share, z2 = hits / of, Z_95**2
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z_95 / (1 + z2 / of) * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


@attrs.frozen
class TableScore:
    """The figures of one table, or of all.

    Attributes:
        table: Its name.
        coded: Facts that were coded.
        found: Facts that a row of their own states.
        rows: Rows that importers gave, derived ones that match nothing apart. Tables of places and the like
            have none here: every document names places that nobody need code.
        matched: How many of those match a fact of their own.
        again: Rows that state a fact for which another row is counted already.
        must_nots: Rows that were coded as wrong.
        broken: How many of those were given.
    """

    table: str
    coded: int = 0
    found: int = 0
    rows: int = 0
    matched: int = 0
    again: int = 0
    must_nots: int = 0
    broken: int = 0

    @property
    def recall(self) -> float | None:
        """The share of the coded facts that was found."""
        return self.found / self.coded if self.coded else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the recall."""
        return wilson(self.found, self.coded)

    @property
    def precision(self) -> float | None:
        """The share of rows that match a fact; rows that match none may be true all the same."""
        return self.matched / self.rows if self.rows else None

    @classmethod
    def total(cls, scores: Iterable[Self]) -> Self:
        """Add figures up."""
        figures = [attrs.astuple(score)[1:] for score in scores]
        return cls("total", *map(sum, zip(*figures, strict=True)))


@attrs.frozen
class Score:
    """What a set was scored at, with the rows and facts behind the figures.

    Attributes:
        tables: The figures of each table that was coded or given.
        missed: Facts that no row states.
        extra: Rows that match no fact.
        broken: Rows that must not be, each with the line that says so.
    """

    tables: tuple[TableScore, ...]
    missed: tuple[Coded, ...]
    extra: tuple[Extracted, ...]
    broken: tuple[tuple[Coded, Extracted], ...]


def score(coding: CodedSet, rows: Iterable[Extracted]) -> Score:
    """Score what importers read in the documents of a set that somebody coded."""
    of_set = [row for row in rows if coding.covers(row.doc, row.table)]
    coded_tables = {line.table for line in (*coding.facts, *coding.must_nots)}
    given = {row.table for row in of_set} & FACT_TABLES.keys()
    parts = [_score_table(table, coding, of_set) for table in TABLES if table in coded_tables | given]
    return Score(
        tuple(table for part in parts for table in part.tables),
        tuple(fact for part in parts for fact in part.missed),
        tuple(row for part in parts for row in part.extra),
        tuple(pair for part in parts for pair in part.broken),
    )


def _score_table(table: str, coding: CodedSet, of_set: Sequence[Extracted]) -> Score:
    facts = [fact for fact in coding.facts if fact.table == table and not fact.optional]
    open_facts = [fact for fact in coding.facts if fact.table == table and fact.optional]
    must_nots = [line for line in coding.must_nots if line.table == table]
    rows = [row for row in of_set if row.table == table]
    meeting = [[at for at, row in enumerate(rows) if meets(row, fact)] for fact in facts]
    pairs = best_matching(meeting)
    unclaimed = {*range(len(rows))} - {*pairs.values()}
    open_rows = {at for at in unclaimed if any(meets(rows[at], fact) for fact in open_facts)}
    counted = {at for at in range(len(rows)) if table in FACT_TABLES} - open_rows
    matched = counted & {*pairs.values()}
    extra = [at for at in sorted(counted - matched) if not rows[at].derived]
    stating = {at for of_fact in meeting for at in of_fact}
    broken = tuple(_broken(must_nots, rows))
    figures = TableScore(
        table,
        coded=len(facts),
        found=len(pairs),
        rows=len(matched) + len(extra),
        matched=len(matched),
        again=len(stating & {*extra}),
        must_nots=len(must_nots),
        broken=len({id(line) for line, _ in broken}),
    )
    missed = tuple(fact for at, fact in enumerate(facts) if at not in pairs)
    return Score((figures,), missed, tuple(rows[at] for at in extra), broken)


def _broken(must_nots: Iterable[Coded], rows: Sequence[Extracted]) -> Iterator[tuple[Coded, Extracted]]:
    return ((line, row) for line in must_nots for row in rows if breaks(row, line))
