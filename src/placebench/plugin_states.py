"""What discovery found of each plugin, and which of those that claim the same name or system stand back."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from placebench.errors import PluginError
from placebench.importer import (
    AnyImporter,
    OpenImporter,
)

READY = "ready"
BROKEN = "broken"
INCOMPATIBLE = "incompatible"
DUPLICATE = "duplicate"
REPLACED = "replaced"


@attrs.frozen
class PluginState:
    """A plugin as discovery found it.

    Attributes:
        name: Name of the entry point, or of the object that was given.
        distribution: The distribution that offers it; None for an object that was given.
        version: The distribution's version.
        state: `ready`, `broken`, `incompatible`, `duplicate`, or `replaced` where one that was given, such as
            a profile, reads its systems instead.
        error: What is wrong; None for one that is ready or replaced.
        importers: Its importers; none unless it is ready.
        replaces: Systems that no other plugin's importers read.
        replaced_by: Names of the plugins that read systems of this one instead.
    """

    name: str
    distribution: str | None
    version: str | None
    state: str
    error: PluginError | None = attrs.field(default=None, eq=False)
    importers: tuple[AnyImporter, ...] = attrs.field(default=(), eq=False)
    replaces: frozenset[str] = frozenset()
    replaced_by: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Distribution and version, or the name of an object that was given."""
        return f"{self.distribution} {self.version}" if self.distribution else self.name


def without_replaced(states: list[PluginState]) -> list[PluginState]:
    """Return the plugins without importers of systems that another one reads in their place."""
    owners = {system: state.name for state in states if state.state == READY for system in state.replaces}
    return [_unless_replaced(state, owners) for state in states] if owners else states


def _unless_replaced(state: PluginState, owners: Mapping[str, str]) -> PluginState:
    systems = {
        importer.name: None if isinstance(importer, OpenImporter) else importer.system.system_id
        for importer in state.importers
    }
    lost = {name for name, system in systems.items() if system in owners and system not in state.replaces}
    if not lost:
        return state
    kept = tuple(importer for importer in state.importers if importer.name not in lost)
    by = tuple(sorted({owners[systems[name] or ""] for name in lost}))
    return attrs.evolve(state, state=READY if kept else REPLACED, importers=kept, replaced_by=by)


def without_duplicates(states: list[PluginState]) -> list[PluginState]:
    """Return the plugins, those refused of whose importers two have one name."""
    owners: dict[str, list[str]] = {}
    for state in states:
        for importer in state.importers:
            owners.setdefault(importer.name, []).append(state.origin)
    shared = {name: origins for name, origins in owners.items() if len(origins) > 1}
    return [_unless_shared(state, shared) for state in states]


def _unless_shared(state: PluginState, shared: Mapping[str, list[str]]) -> PluginState:
    name = next((importer.name for importer in state.importers if importer.name in shared), None)
    return refused(state, DUPLICATE, two_of("importer", name, shared[name])) if name else state


def two_of(kind: str, name: str, origins: list[str]) -> PluginError:
    """Return the error of what has a name that it shares."""
    return PluginError(
        f"one {kind} named {name}",
        " and ".join(origins),
        hint="remove one of them; until then neither is called",
    )


def refused(state: PluginState, becomes: str, error: PluginError) -> PluginState:
    """Return a plugin without its importers, and why."""
    return attrs.evolve(state, state=becomes, error=error, importers=())
