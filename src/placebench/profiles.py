"""Profiles as a plugin: a system is read from a TOML file, without a distribution of its own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from placebench.codebook import parse_profile
from placebench.coding import SystemImporter
from placebench.errors import UsageError
from placebench.hookspecs import hookimpl
from placebench.nearest import file_beside

PREFIX = "profile:"
"""What the name of an importer begins with that was made of a profile."""
_DIGITS = 12


def _importers(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
) -> tuple[SystemImporter, ...]:
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    return tuple(_importer(Path(path)) for path in named)


def profile_plugins(paths: Iterable[str | os.PathLike[str]]) -> list[ProfilePlugin]:
    """Return a plugin for each file of a profile.

    Raises:
        UsageError: There is no such file, or two are of one system.
        CodebookError: A file has an entry that cannot be used.
    """
    found: dict[str, str] = {}
    plugins = []
    for path in paths:
        plugin = ProfilePlugin(path)
        for system in plugin.replaces:
            if system in found:
                raise UsageError(
                    f"one profile for the system {system}",
                    f"two, {found[system]} and {os.fspath(path)}",
                    hint="leave one out, or put both into one file",
                )
            found[system] = os.fspath(path)
        plugins.append(plugin)
    return plugins


def _importer(path: Path) -> SystemImporter:
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = file_beside(path, otherwise="`placebench profile new` writes one")
        raise UsageError(
            "the file of a profile", error.strerror or "none", where=str(path), hint=hint
        ) from error
    profile = parse_profile(str(path), data)
    version = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return SystemImporter(f"{PREFIX}{profile.system.system_id}", version, profile)


@attrs.frozen
class ProfilePlugin:
    """A plugin made of profiles, one importer each.

    An importer is called `profile:<system>`, and its version is a digest of its file. It takes the place of
    every other importer of that system. The files are read once, here; other processes get what was read.

    Args:
        paths: The files.

    Raises:
        UsageError: There is no such file.
        CodebookError: A file has an entry that cannot be used; the message says in which line.
    """

    importers: tuple[SystemImporter, ...] = attrs.field(converter=_importers, alias="paths")

    @property
    def __name__(self) -> str:
        """What lists of plugins call it."""
        return ", ".join(importer.name for importer in self.importers)

    @property
    def replaces(self) -> frozenset[str]:
        """The systems that only this plugin's importers read."""
        return frozenset(importer.system.system_id for importer in self.importers)

    @hookimpl
    def placebench_importers(self) -> tuple[SystemImporter, ...]:
        """Register the importers."""
        return self.importers
