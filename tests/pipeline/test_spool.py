"""Rows of documents that were read: the same after they were put away, and small in memory."""

from __future__ import annotations

import errno

import pytest

from placebench.dataset import Part
from placebench.errors import DatasetError
from placebench.model import Evidence, Governance, Reference, Source, System
from placebench.pipeline.report import DocumentReport, Outcome
from placebench.pipeline.spool import Spool

SYSTEM = System(system_id="vale", name="Vale")


def outcome(number: int) -> Outcome:
    source = Source(
        source_id=f"{number:016x}", sha256=f"{number:064x}", media_type="text/plain", characters=1, path="a"
    )
    parts = (
        Part(f"{number:064x}", {"sources": (source,)}),
        Part(f"{number + 1:064x}", {"systems": (SYSTEM,)}),
    )
    return Outcome(parts, DocumentReport(f"{number}.txt", "ok", importers=("vale@1.0",)))


def test_rows_come_back_in_any_order():
    given = [outcome(number) for number in range(5)]
    with Spool() as spool:
        kept = [spool.outcome(one) for one in given]
        for before, after in reversed(list(zip(given, kept, strict=True))):
            assert after.report == before.report
            assert [(part.key, part.source_id, part.rows) for part in after.parts] == [
                (part.key, part.source_id, part.rows) for part in before.parts
            ]


def test_what_parts_give_is_known_without_their_rows_and_kept_once():
    with Spool() as spool:
        first, second = (spool.outcome(outcome(number)).parts[1] for number in (1, 2))
        assert (Reference("systems", "system_id"), "vale") in first.gives
        assert first.gives is second.gives


def test_the_words_of_reports_are_kept_once():
    with Spool() as spool:
        words = [f"{name}@1" for name in ("vale", "vale")]
        given = [Outcome((), DocumentReport(word, "ok", importers=(word,), rows={word: 1})) for word in words]
        first, second = (spool.outcome(one).report for one in given)
        assert first.importers is second.importers
        assert next(iter(first.rows)) is next(iter(second.rows))


def test_a_part_needs_nothing_that_the_host_gives():
    source = Source(source_id="a" * 16, sha256="a" * 64, media_type="text/plain", characters=9, path="a")
    fact = Governance(fact_id="b" * 16, system_id="vale", source_id="a" * 16, feature="board")
    quote = Evidence(
        evidence_id="c" * 16,
        fact_id="b" * 16,
        table="governance",
        source_id="a" * 16,
        quote_number=1,
        part=1,
        start=0,
        end=1,
        quote="a",
    )
    read = Part("d" * 64, {"systems": (SYSTEM,), "governance": (fact,), "evidence": (quote,)})
    with Spool() as spool:
        host, part = spool.outcome(
            Outcome((Part("e" * 64, {"sources": (source,)}), read), DocumentReport("a", "ok"))
        ).parts
        assert (Reference("sources", "source_id"), "a" * 16) in host.gives
        assert part.needs == {(Reference("systems", "system_id"), "vale")}


def test_a_full_disk_is_told(monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with Spool() as spool:
        monkeypatch.setattr("placebench.pipeline.spool.send", full)
        with pytest.raises(DatasetError, match="No space left on device"):
            spool.outcome(outcome(1))
