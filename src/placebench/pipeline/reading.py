"""One open document, step by step: ask who knows it, let a winner read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import attrs

from placebench.checks import NOT_CLAIMED, Checked, check, verify_declared
from placebench.claims import Resolution, verified_claims
from placebench.documents import Document, Span
from placebench.errors import DocumentError, PlacebenchError, PluginError
from placebench.importer import AnyImporter, Claim, FaultFound, GapFound, Importer, OpenImporter, signature
from placebench.model import Evidence, Rejection, Row
from placebench.pipeline.collect import Found, collect, unmet
from placebench.pipeline.expected_tables import Lacking, lacking
from placebench.pipeline.opening import MEMORY_HINT, in_memory
from placebench.pipeline.stage import Stage, during
from placebench.plugin_call import call
from placebench.plugins import Registry

NAMES = frozenset({"systems", "places", "partnerships", "organisations"})
"""Tables whose rows only name something, so that a quote of theirs states nothing."""

T = TypeVar("T")


@attrs.frozen
class Read:
    """What one importer read of a document.

    Attributes:
        importer: The importer.
        rows: Rows by table, with evidence and rejections.
        failed: Why it read nothing, where it failed as a whole.
        unmet: What was expected of single tables and not found.
        faults: What a person must mend in the document; the rows beside it are read.
        lacking: Tables that were expected by their headers and not found; what else was read is kept.
    """

    importer: Importer
    rows: Mapping[str, tuple[Row, ...]]
    failed: PluginError | None = None
    unmet: Mapping[str, PluginError] = attrs.field(factory=dict)
    faults: tuple[FaultFound, ...] = ()
    lacking: tuple[Lacking, ...] = ()

    @property
    def errors(self) -> tuple[PlacebenchError, ...]:
        """Everything that went wrong."""
        whole = [self.failed] if self.failed else []
        lacking = (one.error for one in self.lacking)
        return (*whole, *self.unmet.values(), *(fault.error for fault in self.faults), *lacking)

    def error(self, table: str) -> PluginError | None:
        """Return what went wrong with a table, or None."""
        return self.failed or self.unmet.get(table)


def importers_for(
    document: Document, registry: Registry, asked: Iterable[AnyImporter]
) -> tuple[tuple[Importer, ...], dict[str, PlacebenchError]]:
    """Return importers as they read a document: each of a system, whether its own or one that is named.

    Returns:
        Those that may know the document, and the errors of those that cannot say whose it is, by name.
    """
    importers: list[Importer] = []
    failed: dict[str, PlacebenchError] = {}
    for one in asked:
        if one.name in registry.of_one_system:
            importers.append(registry.of_one_system[one.name])
            continue
        try:
            importers += _bound(document, registry, registry.open[one.name])
        except PluginError as error:
            told = error.__cause__
            failed[one.name] = told if isinstance(told, DocumentError) else error
    return tuple(importers), failed


def _bound(document: Document, registry: Registry, one: OpenImporter) -> list[Importer]:
    who, what = registry.who(one), f"for_document of {document.path}"
    found = call(who, what, lambda: one.for_document(document, registry.by_system))
    if found is None:
        return []
    if not isinstance(found, Importer) or (found.name, found.version) != (one.name, one.version):
        raise PluginError("an importer with the same name and version", f"{found!r}"[:200], where=who)
    call(who, what, lambda: verify_declared(found, who))
    return [found]


def identified(
    document: Document, registry: Registry, asked: Iterable[Importer]
) -> tuple[dict[str, tuple[Claim, ...]], dict[str, PluginError]]:
    """Ask importers which parts of a document they know.

    Returns:
        The claims of each that answered, and the errors of those that failed, by name.
    """
    claims: dict[str, tuple[Claim, ...]] = {}
    failed: dict[str, PluginError] = {}
    for importer in asked:
        try:
            claims[importer.name] = _called(
                registry,
                importer,
                f"identify of {document.path}",
                lambda one=importer: verified_claims(one.identify(document), document, one),  # type: ignore[misc]
            )
        except PluginError as error:
            failed[importer.name] = error
    return claims, failed


def read_won(document: Document, registry: Registry, importer: Importer, resolution: Resolution) -> Read:
    """Let an importer read what it won of a document, and check what it says."""
    won = resolution.won_by(importer.name)
    found, rejected, faults = [], [], []
    for award in resolution.awards:
        if award.importer != importer.name or not award.won:
            continue
        try:
            things = _called(
                registry,
                importer,
                f"extract of {document.path}",
                lambda claim=award.readable: tuple(importer.extract(document, claim)),  # type: ignore[misc]
            )
        except PluginError as error:
            return Read(importer, {}, failed=error)
        results = [check(thing, document, importer, won) for thing in things]
        faults += [
            thing
            for thing, result in zip(things, results, strict=True)
            if isinstance(thing, FaultFound) and isinstance(result, Checked)
        ]
        rejected += [
            result
            for thing, result in zip(things, results, strict=True)
            if isinstance(result, Rejection) and not _is_read_by_another(thing, result)
        ]
        found.append(Found(award, tuple(result for result in results if isinstance(result, Checked))))
    missed = unmet(found, importer, document)
    kept = (one for each in found for one in each.checked if one.identity[0] not in missed)
    rows = dict(collect(kept, importer, document))
    if rejected:
        rows["rejections"] = (*rejected, *rows.get("rejections", ()))
    absent = tuple(lacking(document, importer, resolution))
    return Read(importer, rows, unmet=missed, faults=tuple(faults), lacking=absent)


def _is_read_by_another(thing: object, rejection: Rejection) -> bool:
    """Tell whether what an importer could not read stands in a part that another importer reads."""
    return isinstance(thing, GapFound) and rejection.rule == NOT_CLAIMED


def _called(registry: Registry, importer: Importer, what: str, work: Callable[[], T]) -> T:
    who = registry.who(importer)
    with during(Stage(what, who, signature(importer))):
        try:
            return call(who, what, work)
        except PluginError as error:
            if isinstance(error.__cause__, MemoryError):
                hint = MEMORY_HINT
                raise PluginError(in_memory(f"{what} to finish"), "more", where=who, hint=hint) from error
            raise


def quoted_spans(rows: Mapping[str, tuple[Row, ...]]) -> Iterator[Span]:
    """Yield the parts of a document that rows quote, apart from those that only name something."""
    for row in rows.get("evidence", ()):
        if isinstance(row, Evidence) and row.table not in NAMES:
            yield Span(row.start, row.end)
