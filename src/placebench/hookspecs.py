"""The hooks of placebench. They only register objects; the objects do the work.

A plugin is a module or an object that an entry point of the group `placebench` names:

    from placebench import hookimpl

    @hookimpl
    def placebench_importers():
        return [MyImporter()]
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from placebench.codebook import Additions
from placebench.importer import AnyImporter

PROJECT = "placebench"
"""Name of the hooks' project and of the entry point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a plugin's function as the implementation of the hook that it is named after."""


@hookspec
def placebench_importers() -> Iterable[AnyImporter]:  # type: ignore[empty-body]
    """Return the importers of the plugin.

    Called once when plugins are discovered, before any document is opened; it takes no arguments and
    does no work.
    """


@hookspec
def placebench_codebook() -> Iterable[Additions]:  # type: ignore[empty-body]
    """Return what the plugin adds to the coding frame, each read with `load_additions`.

    The plugin's own importers read by it, and no others, so that installing a plugin never changes what
    another one reads. A plugin need not implement this hook.
    """
