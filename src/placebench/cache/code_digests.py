"""What readers and importers are made of, as digests: another digest may read otherwise.

A digest covers the files of a package, its version and those of the distributions that it requires, so that
a change of code counts even where nobody gave it a new version.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, entry_points
from pathlib import Path
from types import ModuleType

from placebench.coding import SystemImporter
from placebench.dataset.part import digest
from placebench.frameworks import FrameworkPlugin
from placebench.hookspecs import PROJECT
from placebench.importer import AnyImporter, OpenImporter, ReadsByCodebook, signature
from placebench.plugin_states import PluginState
from placebench.plugins import Registry
from placebench.profiles import ProfilePlugin
from placebench.schema import SCHEMA_VERSION

_ABOVE = frozenset({"benchmark", "cli", "export", "plots", "report"})
"""Rooms of the package that read no documents."""
_COMPILED = "__pycache__"
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")


@cache
def reading_code() -> str:
    """Return the digest of all that reads documents, plugins apart."""
    package = Path(sys.modules[PROJECT].__file__ or "").parent
    files = [file for file in _files(package) if file.relative_to(package).parts[0] not in _ABOVE]
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    return digest([python, SCHEMA_VERSION, _contents(files, package), _required(PROJECT)])


def fingerprints(registry: Registry, only: str | None = None) -> dict[str, str | None]:
    """Return the digest of what each importer reads by, by name, apart from `reading_code`.

    It is None for an importer that came as an object, and not from a module or a profile, since nobody can
    tell what that is made of.

    Args:
        registry: The plugins.
        only: Name of the only importer that is asked.
    """
    known = {one.name: _fingerprint(registry, one) for one in registry.select()}
    return {one.name: _with_others(one, known) for one in registry.select(only)}


def _with_others(importer: AnyImporter, known: Mapping[str, str | None]) -> str | None:
    """Return the digest of an importer; one that may ask others what they know depends on them."""
    own = known[importer.name]
    if not isinstance(importer, OpenImporter):
        return own
    return None if None in known.values() else digest([own, known])


def _fingerprint(registry: Registry, importer: AnyImporter) -> str | None:
    state = next(one for one in registry.plugins if any(each is importer for each in one.importers))
    origin = _origin(registry, state, importer)
    return None if origin is None else digest([signature(importer), _frame(importer), origin])


def _frame(importer: AnyImporter) -> list[str]:
    # The digest of a whole coding frame would do, but to have that it must be read and put together.
    if isinstance(importer, SystemImporter):
        return [one.digest for one in importer.additions]
    return [importer.codebook.digest] if isinstance(importer, ReadsByCodebook) else []


def _origin(registry: Registry, state: PluginState, importer: AnyImporter) -> list[object] | None:
    if state.distribution == PROJECT:
        return []
    module = _module_of(state, registry)
    if module is not None:
        own = [kind.__module__ for kind in type(importer).__mro__]
        packages = sorted({_package_of(name) for name in [module, *own]} - {"builtins", "typing", PROJECT})
        return [[_code_of(name) for name in packages], _required(state.distribution)]
    # The versions of their importers are digests of their files.
    files = [one for one in registry.settings.extra if isinstance(one, ProfilePlugin | FrameworkPlugin)]
    return [] if any(one.__name__ == state.name for one in files) else None


def _module_of(state: PluginState, registry: Registry) -> str | None:
    if state.distribution:
        found = entry_points(group=PROJECT, name=state.name)
        return next(one.module for one in found if one.dist and one.dist.name == state.distribution)
    for plugin in registry.settings.extra:
        name = plugin.__name__ if isinstance(plugin, ModuleType) else plugin
        if name == state.name and isinstance(name, str) and name in sys.modules:
            return name
    return None


def _package_of(module: str) -> str:
    """Return the outermost package around a module that has files of its own."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
    return next((name for name in names if getattr(sys.modules.get(name), "__file__", None)), module)


def _code_of(package: str) -> str:
    """Return the digest of the files of a package, or of a module, that is loaded."""
    file = getattr(sys.modules.get(package), "__file__", None)
    if file is None:
        return package
    path = Path(file)
    if path.name != "__init__.py":
        return _contents([path], path.parent)
    return _contents(_files(path.parent), path.parent)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if _COMPILED not in path.parts and path.is_file():
            yield path


def _contents(files: Iterable[Path], folder: Path) -> str:
    found = hashlib.sha256()
    for file in files:
        name, data = file.relative_to(folder).as_posix().encode(), file.read_bytes()
        found.update(b"%d %s %d " % (len(name), name, len(data)))
        found.update(data)
    return found.hexdigest()


def _required(name: str | None) -> list[str]:
    """Return a distribution and those that it requires, extras among them, with versions as installed."""
    if name is None:
        return []
    try:
        known = distribution(name)
    except PackageNotFoundError:
        return []
    needed = {match[0] for line in known.requires or () if (match := _REQUIRED.match(line))}
    return sorted({f"{one} {_version(one)}" for one in (name, *needed) if _version(one)})


def _version(name: str) -> str | None:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None
