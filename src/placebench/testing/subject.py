"""What is tested: one importer of one plugin, alone, with documents of its own and of others."""

from __future__ import annotations

import hashlib
import json
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from placebench.claims import resolve
from placebench.documents import Document
from placebench.errors import PlacebenchError, PluginError, UsageError
from placebench.importer import AnyImporter, Claim
from placebench.model import Row
from placebench.pipeline.expected_tables import Lacking
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.open_one import open_one
from placebench.pipeline.reading import identified, importers_for, read_won
from placebench.plugin_call import call
from placebench.plugins import Registry, discover

GOLDEN_SUFFIX = ".json"
STRANGERS = Path(__file__).parent / "strangers"
"""Documents that no importer may take for its own: they name no system and no place that there is."""


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


@attrs.frozen(eq=False)
class Subject:
    """An importer, and the documents that it is tested with.

    Attributes:
        importer: The importer.
        registry: Its plugin alone.
        target: Where another process finds the plugin: `module` or `module:name`; None for an object that
            only this process has.
        own: Documents that the importer must read.
        others: Documents that it must refuse.
        golden: Folder with what each document gave; None where there is none.
    """

    importer: AnyImporter
    registry: Registry
    target: str | None = None
    own: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    golden: Path | None = None

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Its own documents as they were opened, by name."""
        return {one.name: open_one(one) for one in self.own}

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What it makes of its own documents, by name."""
        return {name: self.read(document) for name, document in self.documents.items()}

    def read(self, document: Document) -> Reading:
        """Read a document as an import does, with no other importer beside this one."""
        importers, silent = importers_for(document, self.registry, [self.importer])
        if silent:
            return Reading(error=silent[self.importer.name])
        if not importers:
            return Reading()
        (importer,) = importers
        claims, failed = identified(document, self.registry, importers)
        if failed:
            return Reading(error=failed[importer.name])
        read = read_won(document, self.registry, importer, resolve(claims))
        return Reading(claims[importer.name], read.rows, read.failed, read.unmet, read.lacking)


def subject_of(
    plugin: object,
    documents: Path | None = None,
    *,
    importer: str | None = None,
    own: Iterable[str] | None = None,
    golden: Path | None = None,
    others: Path | None = None,
) -> Subject:
    """Put together what is tested.

    Args:
        plugin: The plugin: `module` or `module:name`, or an object that only this process has.
        documents: A folder. Which of its documents the importer must read, `own` says; without it those that
            have a golden file; without any golden file all of them. It must refuse the rest.
        importer: Name of the importer, where the plugin has several.
        own: Names of the documents that it must read.
        golden: Folder of golden files; `golden` beside `documents` unless given.
        others: A folder of more documents that it must refuse.

    Raises:
        PluginError: The plugin cannot be used.
        UsageError: It has no such importer, or a document is not there.
    """
    registry = alone(plugin)
    chosen = _chosen(registry, importer)
    golden = golden or (documents.parent / "golden" if documents else None)
    found = find_documents([documents]) if documents else ()
    names = _own_names(found, own, golden)
    return Subject(
        importer=chosen,
        registry=registry,
        target=plugin if isinstance(plugin, str) else None,
        own=tuple(one for one in found if one.name in names),
        others=(
            *(one for one in found if one.name not in names),
            *(find_documents([others]) if others else ()),
            *find_documents([STRANGERS]),
        ),
        golden=golden if golden and golden.is_dir() else None,
    )


def alone(*plugins: object) -> Registry:
    """Return a registry of these plugins, and of none that is installed.

    Args:
        plugins: Objects that implement the hooks, or where they are: `module` or `module:name`.

    Raises:
        PluginError: One of them cannot be used.
    """
    loaded = [
        call(f"plugin {one}", "the import", lambda name=one: pkgutil.resolve_name(name))  # type: ignore[misc]
        if isinstance(one, str)
        else one
        for one in plugins
    ]
    registry = discover(loaded, installed=False)
    for problem in registry.problems:
        raise problem
    return registry


def _chosen(registry: Registry, name: str | None) -> AnyImporter:
    importers = registry.select(name)
    if len(importers) != 1:
        named = " and ".join(one.name for one in importers)
        raise UsageError("the name of one importer", f"a plugin with {named}")
    return importers[0]


def _own_names(found: Iterable[Found], own: Iterable[str] | None, golden: Path | None) -> frozenset[str]:
    there = frozenset(one.name for one in found)
    if own is None:
        kept = frozenset(name for name in there if golden and (golden / f"{name}{GOLDEN_SUFFIX}").is_file())
        return kept or there
    wanted = frozenset(own)
    for missing in sorted(wanted - there):
        raise UsageError("a document", "nothing", where=missing, hint=f"there are {', '.join(sorted(there))}")
    return wanted
