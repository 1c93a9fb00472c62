"""What one importer alone makes of a document, in this process or in one of its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from placebench.claims import resolve
from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.errors import PlacebenchError, PluginError
from placebench.importer import AnyImporter, Claim
from placebench.model import Row
from placebench.pipeline.expected_tables import Lacking
from placebench.pipeline.files import Found
from placebench.pipeline.isolation import done_isolated
from placebench.pipeline.open_one import Opening
from placebench.pipeline.reading import identified, importers_for, read_won
from placebench.plugins import Registry


@attrs.frozen(eq=False)
class Reading:
    """What an importer alone made of a document.

    Attributes:
        claims: The parts that it claimed.
        rows: Rows by table, with evidence and with those that the host rejected.
        error: Why it read nothing.
        unmet: What it expected of single tables and did not find.
        lacking: Tables that it expected by their headers and did not find.
    """

    claims: tuple[Claim, ...] = ()
    rows: Mapping[str, tuple[Row, ...]] = attrs.field(factory=dict)
    error: PlacebenchError | None = None
    unmet: Mapping[str, PluginError] = attrs.field(factory=dict)
    lacking: tuple[Lacking, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """A text that two readings share only if they say the same."""
        claims = [attrs.asdict(claim) | {"tables": sorted(claim.tables)} for claim in self.claims]
        rows = {table: [repr(row) for row in rows] for table, rows in self.rows.items()}
        said = [claims, rows, str(self.error or ""), sorted(self.unmet)]
        return hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()


@attrs.frozen
class _Open(Found):
    """A document that is open already, cut or shuffled as a check needs it."""

    document: Document | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False)
class _Trying:
    """Reads documents with one importer; see `isolation.Task`."""

    registry: Registry
    importer: str
    limits: Limits = DEFAULT_LIMITS

    @property
    def key(self) -> Hashable:
        return type(self).__name__, self.registry.settings, self.importer, self.limits

    def __call__(self, found: Found) -> Reading:
        already = found.document if isinstance(found, _Open) else None
        document = already or Opening(limits=self.limits)(found)
        return read_here(document, self.registry, self.registry.importers[self.importer])

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> Reading:
        del found, outcome, importer
        return Reading(error=error)


def read_here(document: Document, registry: Registry, importer: AnyImporter) -> Reading:
    """Read a document in this process as an import does, with no other importer beside this one."""
    importers, silent = importers_for(document, registry, [importer])
    if silent:
        return Reading(error=silent[importer.name])
    if not importers:
        return Reading()
    (bound,) = importers
    claims, failed = identified(document, registry, importers)
    if failed:
        return Reading(error=failed[importer.name])
    read = read_won(document, registry, bound, resolve(claims))
    return Reading(claims[importer.name], read.rows, read.failed, read.unmet, read.lacking)


def read_isolated(
    document: Document, registry: Registry, importer: AnyImporter, limits: Limits = DEFAULT_LIMITS
) -> Reading:
    """Read a document in a process of its own; one that ends or hangs is the error of the reading.

    Raises:
        UsageError: Another process cannot load the plugin.
    """
    given = _Open(Path(document.path), document.path, {}, document=document)
    return done_isolated(_Trying(registry, importer.name, limits), given)


def open_isolated(
    found: Found, registry: Registry, importer: AnyImporter, limits: Limits = DEFAULT_LIMITS
) -> Reading:
    """Open a document and read it, in a process of its own.

    Raises:
        DocumentError: It cannot be opened.
        UsageError: Another process cannot load the plugin.
    """
    return done_isolated(_Trying(registry, importer.name, limits), found)
