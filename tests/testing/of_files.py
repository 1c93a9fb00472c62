"""Plugins that are made of a file: the profile of a system, and a framework."""

from __future__ import annotations

from pathlib import Path

import attrs

from placebench.frameworks import FrameworkPlugin
from placebench.hookspecs import hookimpl
from placebench.importer import AnyImporter
from placebench.profiles import ProfilePlugin

ROOT = Path(__file__).parents[2]
BOLTON = ROOT / "plugins" / "placebench-bolton"
PROFILE = ProfilePlugin(BOLTON / "src" / "placebench_bolton" / "profile.toml")
BOB = ProfilePlugin(ROOT / "plugins" / "placebench-bob" / "src" / "placebench_bob" / "profile.toml")
FRAMEWORK = FrameworkPlugin(ROOT / "examples" / "frameworks" / "place-working.toml")


@attrs.frozen
class Together:
    """A plugin of the importers of others: that of papers needs one of the system whose places they name."""

    plugins: tuple[ProfilePlugin | FrameworkPlugin, ...]

    @hookimpl
    def placebench_importers(self) -> tuple[AnyImporter, ...]:
        """Register the importers."""
        return tuple(importer for plugin in self.plugins for importer in plugin.importers)


PAPERS = Together((BOB, FRAMEWORK))
