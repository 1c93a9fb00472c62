"""One document laid open: what each part of its text was coded as, and what gave nothing, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from os import PathLike

import attrs

from placebench.claims import TIED as CLAIM_TIED
from placebench.claims import Resolution, merged, resolve
from placebench.codebook import load_codebook
from placebench.coding import SystemImporter
from placebench.coding.audit import Silence, silent_cells, silent_in, silent_prose
from placebench.coding.coverage import Coverage, Marked, coverage
from placebench.coding.members.listings import RULE as SIGNS
from placebench.coding.reasons import NOT_CLAIMED, OWN_READING, TIED
from placebench.coding.silent_tables import SilentTable, silent_tables, tables_unread
from placebench.documents import Document, Span
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.errors import PlacebenchError, UsageError
from placebench.importer import AnyImporter, Importer, signature
from placebench.model import Evidence, Row, columns_of
from placebench.pipeline.document_task import DocumentTask
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.illegible import legible
from placebench.pipeline.readers import as_it_is, reading
from placebench.pipeline.reading import (
    NAMES,
    Read,
    identified,
    importers_for,
    quoted_spans,
    read_won,
)
from placebench.pipeline.rejected import in_words, rules_broken
from placebench.pipeline.report import sentence
from placebench.plugins import Registry

_FEATURES = ("feature", "role", "event")


@attrs.frozen
class Marking:
    """A run of text and what it was coded as.

    Attributes:
        span: Where it lies.
        labels: What each row that quotes it says, and whose it is: `governance.board of bob/oxfordshire`,
            `priorities.topic of each place`; none for plain text.
    """

    span: Span
    labels: tuple[str, ...]


@attrs.frozen(eq=False)
class Audit:
    """What a document gave, and what it did not.

    Attributes:
        document: The document.
        importers: Name and version of each importer that read a part of it.
        markings: The whole text in runs.
        silent: Sentences that hold the words of a cue and gave no fact; one entry a cue.
        tables: Tables that gave no row, or none of some rows and columns.
        coverage: How many sentences gave a fact.
        messages: What went wrong, and which rows the host refused, in sentences.
        failed: Whether an importer failed or tied, none knows the document, or the host refused a row.
    """

    document: Document
    importers: tuple[str, ...]
    markings: tuple[Marking, ...]
    silent: tuple[Silence, ...]
    tables: tuple[SilentTable, ...]
    coverage: Coverage
    messages: tuple[str, ...]
    failed: bool

    @property
    def silent_by_reason(self) -> Mapping[str, int]:
        """Number of sentences by reason, the commonest first; a sentence may have several."""
        pairs = {(silence.span, silence.reason) for silence in self.silent}
        return dict(Counter(sorted(reason for _, reason in pairs)).most_common())


@attrs.frozen(eq=False)
class Auditing(DocumentTask[Audit]):
    """Reads a document as an import does, and says what became of each sentence.

    Attributes:
        registry: The plugins.
        importer: Name of the only importer to ask; None for all.
    """

    registry: Registry
    importer: str | None = None

    def done(self, found: Found, document: Document) -> Audit:
        """Audit a document."""
        del found
        return _audited(legible(document), self.registry, self.registry.select(self.importer))


def audit_document(
    path: str | PathLike[str],
    registry: Registry,
    importer: str | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
    jobs: int | None = None,
) -> Audit:
    """Read one document as an import does, and say what became of each sentence.

    Args:
        path: The file.
        registry: The plugins.
        importer: Name of the only importer to ask.
        limits: What the document may take and hold.
        jobs: 0 to read it in this process.

    Raises:
        UsageError: There is no such file or importer, or the path is a folder of several documents.
        DocumentError: The document cannot be read.
        PluginError: An importer took too long, or ended the process.
    """
    registry.select(importer)
    found = find_documents([path], limits)
    if len(found) > 1:
        raise UsageError("one document to audit", f"a folder of {len(found)}", where=str(path))
    with reading(found, jobs, limits, None) as start:
        return start(Auditing(registry, importer, limits=limits), found[0], as_it_is)()


def _audited(document: Document, registry: Registry, selected: Iterable[AnyImporter]) -> Audit:
    asked, unnamed = importers_for(document, registry, selected)
    claims, failed = identified(document, registry, asked)
    resolution = resolve(claims)
    winners = {award.importer for award in resolution.awards if award.won}
    reads = [read_won(document, registry, one, resolution) for one in asked if one.name in winners]
    errors: list[PlacebenchError] = [*unnamed.values(), *failed.values(), *resolution.ties(document)]
    errors += [error for read in reads for error in read.errors]
    rejections = [row for read in reads for row in read.rows.get("rejections", ())]
    quoted = [span for read in reads for span in quoted_spans(read.rows)]
    by_table = {table: Marked(spans) for table, spans in _quotes_by_table(reads).items()}
    return Audit(
        document=document,
        importers=tuple(signature(read.importer) for read in reads),
        markings=tuple(_markings(document, reads)),
        silent=tuple(
            sorted(_silent(document, registry, asked, resolution, Marked(quoted), by_table), key=_by_place)
        ),
        tables=tuple(sorted(_tables(document, asked, resolution, by_table), key=lambda table: table.span)),
        coverage=coverage(document, quoted),
        messages=(*(sentence(error) for error in errors), *in_words(rules_broken(rejections))),
        failed=bool(errors or rejections) or not reads,
    )


def _silent(
    document: Document,
    registry: Registry,
    asked: Iterable[Importer],
    resolution: Resolution,
    quoted: Marked,
    by_table: Mapping[str, Marked],
) -> Iterator[Silence]:
    codebook = load_codebook(registry.settings.additions)
    won = _won(asked, resolution)
    read = [span for _, spans in won for span in spans]
    for importer, spans in won:
        if isinstance(importer, SystemImporter):
            yield from silent_in(importer.read(document, spans), quoted, by_table)
        else:
            yield from silent_prose(document, codebook, spans, quoted, OWN_READING)
    contested = _contested(resolution)
    # What one importer reads for some tables may be contested for others; it is then read, not tied.
    for parts, reason in ((contested, TIED), (_outside(document, contested), NOT_CLAIMED)):
        yield from silent_prose(document, codebook, parts, quoted, reason, but=Marked(read))
    yield from silent_cells(document, codebook, quoted)


def _tables(
    document: Document,
    asked: Iterable[Importer],
    resolution: Resolution,
    by_table: Mapping[str, Marked],
) -> Iterator[SilentTable]:
    won = _won(asked, resolution)
    for importer, spans in won:
        if isinstance(importer, SystemImporter):
            yield from silent_tables(importer.read(document, spans), by_table)
    by_cues, own = (
        [s for importer, spans in won if isinstance(importer, SystemImporter) == told for s in spans]
        for told in (True, False)
    )
    contested = _contested(resolution)

    def reason(table: Span) -> str | None:
        if any(table in span for span in by_cues):
            return None
        if any(table.overlaps(span) for span in own):
            return OWN_READING
        return TIED if any(table.overlaps(span) for span in contested) else NOT_CLAIMED

    yield from tables_unread(document, reason, by_table)


def _won(asked: Iterable[Importer], resolution: Resolution) -> list[tuple[Importer, tuple[Span, ...]]]:
    """Return who reads which parts."""
    named = {importer.name: importer for importer in asked}
    return [(named[award.importer], award.readable.spans) for award in resolution.awards if award.won]


def _contested(resolution: Resolution) -> list[Span]:
    return [s.span for award in resolution.awards for s in award.segments if s.outcome == CLAIM_TIED]


def _quotes_by_table(reads: Iterable[Read]) -> Mapping[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for row in (row for read in reads for row in read.rows.get("evidence", ())):
        if isinstance(row, Evidence):
            found.setdefault(row.table, []).append(Span(row.start, row.end))
    return found


def _outside(document: Document, spans: Iterable[Span]) -> list[Span]:
    end = len(document.text)
    framed = [Span(0, 0), *merged(spans), Span(end, end)]
    return [Span(before.end, after.start) for before, after in pairwise(framed) if before.end < after.start]


def _by_place(silence: Silence) -> tuple[Span, str]:
    return silence.span, silence.rule


def _markings(document: Document, reads: Iterable[Read]) -> Iterator[Marking]:
    labelled = [pair for read in reads for pair in _labelled(read.rows)]
    edges = sorted({0, len(document.text), *(edge for s, _ in labelled for edge in (s.start, s.end))})
    starting: dict[int, list[tuple[Span, str]]] = {}
    for span, label in labelled:
        starting.setdefault(span.start, []).append((span, label))
    current: list[tuple[Span, str]] = []
    for start, end in pairwise(edges):
        current = [pair for pair in (*current, *starting.get(start, ())) if pair[0].end > start]
        yield Marking(Span(start, end), tuple(dict.fromkeys(sorted(label for _, label in current))))


def _labelled(rows: Mapping[str, tuple[Row, ...]]) -> Iterator[tuple[Span, str]]:
    labels = {
        (table, getattr(row, columns_of(type(row))[0].name)): _label(table, row)
        for table, found in rows.items()
        for row in found
    }
    for row in rows.get("evidence", ()):
        if isinstance(row, Evidence) and row.table not in NAMES:
            label = labels.get((row.table, row.fact_id), row.table)
            yield Span(row.start, row.end), label


def _label(table: str, row: Row) -> str:
    rule = getattr(row, "rule", None)
    feature = next((getattr(row, name) for name in _FEATURES if getattr(row, name, None)), None)
    code = f"{table}.{feature}" if feature else rule if rule and rule.startswith(f"{table}.") else table
    if rule == SIGNS:
        code = f"{code} ({(getattr(row, 'note', None) or '').partition(':')[0]})"
    whose = getattr(row, "place_id", None) or getattr(row, "applies_to", "").replace("_", " ")
    return f"{code} of {whose}" if whose else code
