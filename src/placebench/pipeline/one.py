"""One document: open it, ask who knows it, let the winners read, check what they say."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache

import attrs

from placebench.cache import fingerprints, reading_code
from placebench.claims import Resolution, resolve
from placebench.coding.coverage import coverage
from placebench.dataset import Part
from placebench.dataset.part import digest as digest_of
from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits, limited
from placebench.errors import DocumentError, PlacebenchError, PluginError, UsageError
from placebench.importer import AnyImporter, Claim, Importer, signature
from placebench.model import ClaimRecord
from placebench.pipeline.answers import Answer
from placebench.pipeline.claim_records import awarded, failed_attempts, faults_of
from placebench.pipeline.document_parts import host_part, importer_part, source_of
from placebench.pipeline.expected_tables import lacking
from placebench.pipeline.files import Found
from placebench.pipeline.illegible import gaps_in, none_legible
from placebench.pipeline.opening import opened
from placebench.pipeline.reading import Read, identified, importers_for, quoted_spans, read_won
from placebench.pipeline.refusal import refused, silent_sheet
from placebench.pipeline.rejected import rejections_in, rules_broken
from placebench.pipeline.report import FAILED, OK, REFUSED, DocumentReport, Outcome, rows_by_table, sentence
from placebench.plugins import Registry
from placebench.sources import source_row


@attrs.frozen(eq=False)
class Work:
    """What is done with each document; depends on nothing else, so any process may do it.

    Attributes:
        registry: The plugins.
        importer: Name of the only importer to ask; None for all.
        limits: What a document may hold.
        code: Digest of what reads; another one where documents are read is an error. None for any.
    """

    registry: Registry
    importer: str | None = None
    limits: Limits = DEFAULT_LIMITS
    code: str | None = None

    @property
    def key(self) -> Hashable:
        """Tells works apart, in whatever process they are."""
        return self.registry.settings, self.importer, self.limits

    def __call__(self, found: Found) -> Outcome:
        """Import a document in this process.

        Raises:
            UsageError: Other code would read it than the work was made for.
        """
        if self.code is not None and code_that_reads(self.registry) != self.code:
            raise UsageError(
                "workers with the same Python, libraries, placebench and plugins as here",
                "others",
                hint="install the same there",
            )
        return import_one(found, registry=self.registry, importer=self.importer, limits=self.limits)

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> Outcome:
        """Return the outcome of a document whose process ended; see `unread_outcome`."""
        return unread_outcome(found, error, outcome, importer)


@lru_cache(maxsize=8)
def code_that_reads(registry: Registry) -> str:
    """Return the digest of all that reads documents in this process, as far as it can be told."""
    return digest_of([reading_code(), fingerprints(registry)])


def import_one(
    found: Found, *, registry: Registry, importer: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Outcome:
    """Import one document in this process; its result depends on nothing but the arguments.

    Args:
        found: The document.
        registry: The plugins.
        importer: Name of the only importer to ask.
        limits: What it may hold; those on time and memory hold for processes of their own alone.
    """
    asked = registry.select(importer)
    try:
        with limited(limits):
            document = opened(found.read(limits), found.name, found.metadata)
            if not document.legible:
                return _illegible(document)
            return _imported(document, registry, asked, found.answers)
    except DocumentError as error:
        return unread_outcome(found, error)


def unread_outcome(
    found: Found, error: PlacebenchError, outcome: str = FAILED, importer: str | None = None
) -> Outcome:
    """Return the outcome of a document that was not read: its source, one claims row, and a sentence.

    Args:
        found: The document.
        error: Why it was not read.
        outcome: `failed`, `timeout` or `crashed`.
        importer: Name and version of the importer that was at it, if one was.
    """
    report = DocumentReport(found.name, outcome, problems=(sentence(error),))
    sha256 = found.hashed().sha256
    lasting = not isinstance(error.__cause__, OSError)
    if sha256 is None:
        return Outcome((), report, lasting=False)
    source = source_row(sha256, found.name, found.metadata)
    record = ClaimRecord(
        source_id=source.source_id, importer=importer, won=False, outcome=outcome, error=sentence(error)
    )
    return Outcome((host_part(source, found.metadata, (), [record]),), report, lasting=lasting)


def _illegible(document: Document) -> Outcome:
    said = sentence(none_legible(document))
    record = ClaimRecord(source_id=document.source_id, won=False, outcome=FAILED, error=said)
    part = host_part(source_of(document), document.metadata, (), [record], gaps_in(document))
    rows = rows_by_table([part])
    return Outcome((part,), DocumentReport(document.path, FAILED, rows=rows, problems=(said,)))


def _imported(
    document: Document, registry: Registry, asked: Sequence[AnyImporter], known: Mapping[str, Answer]
) -> Outcome:
    importers, unnamed = importers_for(document, registry, asked)
    claims, failed = _identified(document, registry, importers, known)
    silent = {**unnamed, **failed}
    resolution = resolve(claims)
    readings = {
        one.name: _read_before(document, one, known.get(one.name), resolution)
        or read_won(document, registry, one, resolution)
        for one in importers
        if any(award.won for award in resolution.awards if award.importer == one.name)
    }
    records = [*failed_attempts(document, asked, silent), *awarded(document, asked, resolution, readings)]
    errors: list[PlacebenchError] = [*silent.values(), *resolution.ties(document)]
    for reading in readings.values():
        records += faults_of(document, reading)
        errors += reading.errors
    refusal = None if resolution.awards or unnamed else refused(document, asked)
    if refusal:
        records.append(
            ClaimRecord(source_id=document.source_id, won=False, outcome=REFUSED, error=sentence(refusal))
        )
    kept = [reading for reading in readings.values() if not reading.failed]
    parts = (
        host_part(source_of(document), document.metadata, asked, records, gaps_in(document)),
        *(importer_part(document, reading, resolution) for reading in kept),
    )
    outcome = FAILED if errors else REFUSED if refusal else OK
    messages = [*errors, refusal] if refusal else errors
    answers = {
        one.name: _answer(one, claims, failed, resolution, readings.get(one.name)) for one in importers
    }
    return Outcome(parts, _report(document, outcome, kept, parts, messages), answers)


def _identified(
    document: Document, registry: Registry, importers: Sequence[Importer], known: Mapping[str, Answer]
) -> tuple[dict[str, tuple[Claim, ...]], dict[str, PluginError]]:
    """Return claims and failures in the order of the importers; who answered before is not asked again."""
    names = [one.name for one in importers]
    before = {name: answer for name, answer in known.items() if name in names and answer.claims is not None}
    claims, failed = identified(document, registry, [one for one in importers if one.name not in before])
    claims |= {name: one.claims for name, one in before.items() if one.claims is not None and not one.silent}
    failed |= {name: one.silent for name, one in before.items() if one.silent}
    return (
        {name: claims[name] for name in names if name in claims},
        {name: failed[name] for name in names if name in failed},
    )


def _read_before(
    document: Document, importer: Importer, known: Answer | None, resolution: Resolution
) -> Read | None:
    """Return what an importer read before, if it wins the same parts as then."""
    if known is None or known.claims is None or known.rows is None:
        return None
    if known.won != resolution.won_by(importer.name):
        return None
    absent = () if known.failed else tuple(lacking(document, importer, resolution))
    return Read(importer, known.rows, failed=known.failed, unmet=known.unmet, lacking=absent)


def _answer(
    importer: Importer,
    claims: Mapping[str, tuple[Claim, ...]],
    failed: Mapping[str, PluginError],
    resolution: Resolution,
    reading: Read | None,
) -> Answer:
    name = importer.name
    if reading is None:
        return Answer(claims.get(name, ()), failed.get(name))
    # What a person has to mend is told anew, with the words of the document.
    claimed = None if reading.faults else claims[name]
    won = resolution.won_by(name)
    return Answer(claimed, None, won, reading.rows, reading.failed, reading.unmet)


def _report(
    document: Document,
    outcome: str,
    kept: Iterable[Read],
    parts: Sequence[Part],
    errors: Iterable[PlacebenchError],
) -> DocumentReport:
    quoted = coverage(document, (span for reading in kept for span in quoted_spans(reading.rows)))
    rows = rows_by_table(parts)
    read_by = [reading.importer for reading in kept]
    silent = silent_sheet(document, read_by) if outcome == OK and not rows else None
    return DocumentReport(
        document.path,
        outcome,
        importers=tuple(map(signature, read_by)),
        rows=rows,
        broken=rules_broken(rejections_in(parts)),
        sentences=quoted.sentences,
        stating=quoted.stating,
        problems=(
            *(f"{warning}." for warning in document.warnings),
            *(sentence(error) for error in errors),
            *((silent,) if silent else ()),
        ),
    )
