"""What is tested: one importer of one plugin, alone, with documents of its own and of others."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.errors import UsageError
from placebench.importer import AnyImporter
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.open_one import open_one
from placebench.plugin_call import call
from placebench.plugins import Registry, discover
from placebench.testing.trying import Reading, open_isolated, read_here, read_isolated

GOLDEN_SUFFIX = ".json"
STRANGERS = Path(__file__).parent / "strangers"
"""Documents that no importer may take for its own: they name no system and no place that there is."""


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
        unkept: Names of those among them that lie with its own and only lack a golden file.
        golden: Folder with what each document gave; None where there is none.
        isolated: Whether it reads in a process of its own, so that one that aborts costs a document and not
            the program; a debugger and a measure of coverage see nothing of it there.
        limits: What one document may take there.
    """

    importer: AnyImporter
    registry: Registry
    target: str | None = None
    own: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    unkept: frozenset[str] = frozenset()
    golden: Path | None = None
    isolated: bool = False
    limits: Limits = DEFAULT_LIMITS

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Its own documents as they were opened, by name."""
        return {one.name: open_one(one) for one in self.own}

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """What it makes of its own documents, by name."""
        return {name: self.read(document) for name, document in self.documents.items()}

    def read_each(self) -> Iterator[tuple[str, Reading]]:
        """Yield the name of each of its own documents, and what it makes of it, as they are read."""
        for one in self.own:
            yield one.name, self.read(open_one(one))

    def read(self, document: Document) -> Reading:
        """Read a document as an import does, with no other importer beside this one."""
        if self.isolated:
            return read_isolated(document, self.registry, self.importer, self.limits)
        return read_here(document, self.registry, self.importer)

    def read_file(self, found: Found) -> Reading:
        """Open a document that is not kept, and read it.

        Raises:
            DocumentError: It cannot be opened.
        """
        if self.isolated:
            return open_isolated(found, self.registry, self.importer, self.limits)
        return self.read(open_one(found))


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
    rest = frozenset(one.name for one in found) - names
    return Subject(
        importer=chosen,
        registry=registry,
        target=plugin if isinstance(plugin, str) else None,
        own=tuple(one for one in found if one.name in names),
        others=(
            *(one for one in found if one.name in rest),
            *(find_documents([others]) if others else ()),
            *find_documents([STRANGERS]),
        ),
        unkept=rest if own is None else frozenset(),
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
