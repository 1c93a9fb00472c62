"""Discovery of plugins: each is loaded alone, and one that is broken is listed and never stops the others."""

from __future__ import annotations

import importlib
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from importlib.metadata import EntryPoint, entry_points, version
from types import ModuleType

import attrs
import pluggy

from placebench import built_in, hookspecs
from placebench.checks import verify_declared
from placebench.codebook import Additions, load_codebook
from placebench.errors import PluginError, UsageError
from placebench.importer import (
    API,
    AnyImporter,
    Importer,
    KnowsFrameworks,
    OpenImporter,
    ReadsByCodebook,
    signature,
)
from placebench.model import Framework
from placebench.nearest import did_you_mean, such_as
from placebench.plugin_call import call
from placebench.plugin_probe import failures
from placebench.plugin_states import (
    BROKEN,
    DUPLICATE,
    INCOMPATIBLE,
    READY,
    PluginState,
    refused,
    two_of,
    without_duplicates,
    without_replaced,
)


@attrs.frozen(eq=False)
class Settings:
    """What discovery started from; enough to repeat it in another process."""

    extra: tuple[object, ...]
    installed: bool
    additions: tuple[Additions, ...] = ()
    token: str = attrs.field(factory=lambda: uuid.uuid4().hex)

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The maturity frameworks that are given, which documents of any system may name."""
        return tuple(one for plugin in self.extra for one in getattr(plugin, "frameworks", ()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and self.token == other.token

    def __hash__(self) -> int:
        return hash(self.token)

    def __reduce__(self) -> tuple[object, ...]:
        extra = tuple(_by_name(plugin) for plugin in self.extra)
        return Settings, (extra, self.installed, self.additions, self.token)


def _by_name(plugin: object) -> object:
    importable = isinstance(plugin, ModuleType) and sys.modules.get(plugin.__name__) is plugin
    return plugin.__name__ if importable else plugin  # type: ignore[attr-defined]


@attrs.frozen
class Registry:
    """The plugins that were found and the importers that may be called.

    It pickles as its settings: another process discovers the plugins anew, once.
    """

    plugins: tuple[PluginState, ...]
    settings: Settings

    @cached_property
    def importers(self) -> Mapping[str, AnyImporter]:
        """Importers of the plugins that are ready, by name, in alphabetical order."""
        found = {importer.name: importer for plugin in self.plugins for importer in plugin.importers}
        return {name: found[name] for name in sorted(found)}

    @cached_property
    def by_system(self) -> Mapping[str, Importer]:
        """The importers that read one system, by that system."""
        return {importer.system.system_id: importer for importer in self.of_one_system.values()}

    @cached_property
    def of_one_system(self) -> Mapping[str, Importer]:
        """The importers that read one system, by name."""
        return {name: one for name, one in self.importers.items() if not isinstance(one, OpenImporter)}

    @cached_property
    def open(self) -> Mapping[str, OpenImporter]:
        """The importers that read whichever system a document names, by name."""
        return {name: one for name, one in self.importers.items() if isinstance(one, OpenImporter)}

    @property
    def problems(self) -> tuple[PluginError, ...]:
        """What is wrong with the plugins that are not ready."""
        return tuple(plugin.error for plugin in self.plugins if plugin.error)

    def select(self, only: str | None = None) -> tuple[AnyImporter, ...]:
        """Return all importers, or the one that the caller picked.

        Raises:
            UsageError: No importer that is ready has that name.
        """
        if only is None:
            return tuple(self.importers.values())
        if only in self.importers:
            return (self.importers[only],)
        hint = did_you_mean(only, self.importers, otherwise="install the plugin that offers it", most=3)
        broken = next((plugin for plugin in self.plugins if plugin.name == only and plugin.error), None)
        if broken:
            hint = f"its plugin is {broken.state}: {broken.error}"
        replaced = next((one for one in self.plugins if one.name == only and one.replaced_by), None)
        if replaced:
            hint = f"{' and '.join(replaced.replaced_by)} was given in its place"
        known = such_as(only, self.importers) or "none yet"
        raise UsageError(f"an importer, such as {known}", f"“{only}”", hint=hint)

    def who(self, importer: AnyImporter) -> str:
        """Name an importer and the plugin that it came from, for messages."""
        origins = (
            plugin.origin
            for plugin in self.plugins
            if any(one.name == importer.name for one in plugin.importers)
        )
        return f"importer {signature(importer)} of {next(origins)}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.settings,)


@lru_cache(maxsize=8)
def _rebuilt(settings: Settings) -> Registry:
    return _discover(settings)


def discover(
    extra: Iterable[object] = (), *, installed: bool = True, additions: Iterable[Additions] = ()
) -> Registry:
    """Find the plugins that are installed, and take others that are given.

    Args:
        extra: Modules, names of modules, or objects that implement the hooks.
        installed: Whether to look for installed plugins, and to take the importers of placebench itself.
        additions: What is added to the coding frame of every importer that reads by it.

    Raises:
        CodebookError: An addition has an entry that cannot be used.
    """
    given = tuple(additions)
    # A fault of the caller's file is the caller's to mend; told by each plugin it would look like theirs.
    if given:
        load_codebook(given)
    return _discover(Settings(tuple(extra), installed, given))


def _discover(settings: Settings) -> Registry:
    found = (
        sorted(entry_points(group=hookspecs.PROJECT), key=lambda point: (point.name, _origin(point)))
        if settings.installed
        else []
    )
    names = Counter(point.name for point in found)
    shared = {
        name: [_origin(point) for point in found if point.name == name] for name in names if names[name] > 1
    }
    ended = failures([point for point in found if point.name not in shared])
    states = [_installed(point, shared.get(point.name), ended.get(point.name), settings) for point in found]
    own = PluginState(hookspecs.PROJECT, hookspecs.PROJECT, version(hookspecs.PROJECT), READY)
    states += [_loaded(own, lambda: built_in, settings)] if settings.installed else []
    states += [_given(plugin, settings) for plugin in settings.extra]
    return Registry(tuple(without_duplicates(without_replaced(states))), settings)


def _origin(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def load_installed(name: str, value: str, distribution: str) -> None:
    """Load one plugin as discovery does, whatever becomes of it."""
    for point in entry_points(group=hookspecs.PROJECT, name=name, value=value):
        if point.dist is None or point.dist.name == distribution:
            _installed(point, None, None, Settings((), installed=True))


def _installed(
    point: EntryPoint, sharers: list[str] | None, ended: str | None, settings: Settings
) -> PluginState:
    dist = point.dist
    state = PluginState(point.name, dist.name if dist else None, dist.version if dist else None, READY)
    if sharers:
        return refused(state, DUPLICATE, two_of("plugin", point.name, sharers))
    if ended:
        return refused(state, BROKEN, _ending(state, ended))
    return _loaded(state, point.load, settings)


def _given(plugin: object, settings: Settings) -> PluginState:
    if isinstance(plugin, str):
        state = PluginState(plugin, None, None, READY)
        return _loaded(state, lambda: importlib.import_module(plugin), settings)
    name = getattr(plugin, "__name__", None) or type(plugin).__name__
    replaces = frozenset(getattr(plugin, "replaces", ()))
    return _loaded(PluginState(name, None, None, READY, replaces=replaces), lambda: plugin, settings)


def _ending(state: PluginState, ended: str) -> PluginError:
    hint = f"uninstall it (pip uninstall {state.distribution}), or mend it and see `placebench importers`"
    return PluginError("the import to finish", ended, where=_who(state), hint=hint)


def _who(state: PluginState) -> str:
    return f"plugin {state.name} of {state.origin}" if state.distribution else f"plugin {state.name}"


def _loaded(state: PluginState, load: Callable[[], object], settings: Settings) -> PluginState:
    who = _who(state)
    try:
        plugin = call(who, "the import", load)
        hooks = call(who, "its hooks", lambda: _hooks_of(plugin))
        importers = call(who, "placebench_importers", lambda: _importers_of(hooks, who))
        foreign = [importer for importer in importers if call(who, "api", lambda i=importer: i.api != API)]  # type: ignore[misc]
        if foreign:
            return refused(state, INCOMPATIBLE, _wrong_api(foreign[0], who))
        call(who, "the importers' attributes", lambda: _verify_all(importers, who))
        own = call(who, "placebench_codebook", lambda: _additions_of(hooks, importers, who))
        additions = (*own, *settings.additions)
        importers = call(who, "with_additions", lambda: tuple(_with(one, additions) for one in importers))
        known = settings.frameworks
        importers = call(who, "with_frameworks", lambda: tuple(_knowing(one, known) for one in importers))
    except PluginError as error:
        cause = error.__cause__
        return refused(state, BROKEN, cause if isinstance(cause, PluginError) else error)
    return attrs.evolve(state, importers=importers)


def _hooks_of(plugin: object) -> pluggy.HookRelay:
    # A manager of its own for every plugin: nobody's answer is dropped, reordered or mixed with another's.
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin)
    manager.check_pending()
    return manager.hook


def _additions_of(
    hooks: pluggy.HookRelay, importers: Iterable[AnyImporter], who: str
) -> tuple[Additions, ...]:
    additions = tuple(one for answer in hooks.placebench_codebook() for one in answer)
    for one in additions:
        if not isinstance(one, Additions):
            raise PluginError("additions, as load_additions returns them", f"{one!r}", where=who)
    for importer in importers if additions else ():
        if not isinstance(importer, ReadsByCodebook):
            expected = "importers with codebook and with_additions, since it adds to the coding frame"
            raise PluginError(expected, f"{importer.name} without", where=who)
    if additions:
        load_codebook(additions)
    return additions


def _with(importer: AnyImporter, additions: tuple[Additions, ...]) -> AnyImporter:
    # An importer that does not read by the coding frame reads as it did, under the version that it had.
    if additions and isinstance(importer, ReadsByCodebook):
        return importer.with_additions(additions)
    return importer


def _knowing(importer: AnyImporter, frameworks: tuple[Framework, ...]) -> AnyImporter:
    if frameworks and isinstance(importer, KnowsFrameworks):
        return importer.with_frameworks(frameworks)
    return importer


def _importers_of(hooks: pluggy.HookRelay, who: str) -> tuple[AnyImporter, ...]:
    answers = hooks.placebench_importers()
    importers = tuple(importer for answer in answers for importer in answer)
    if not importers:
        raise PluginError(
            "importers",
            "none",
            where=who,
            hint="return them from placebench_importers, marked with @hookimpl",
        )
    return importers


def _verify_all(importers: Iterable[object], who: str) -> None:
    for importer in importers:
        _verify(importer, who)


def _verify(importer: object, who: str) -> None:
    if not isinstance(importer, Importer | OpenImporter) or isinstance(importer, type):
        raise PluginError("objects with all that an Importer has", f"{importer!r}", where=who)
    where = f"{who}, importer {importer.name}"
    named: tuple[object, ...] = (importer.name, importer.version)
    if not all(isinstance(text, str) and text.strip() and text.isprintable() for text in named):
        raise PluginError("a name and a version as texts", f"{named!r}", where=where)
    if not isinstance(importer, OpenImporter):
        verify_declared(importer, where)


def _wrong_api(importer: AnyImporter, who: str) -> PluginError:
    name = getattr(importer, "name", type(importer).__name__)
    return PluginError(
        f"api {API}",
        f"{importer.api!r}",
        where=f"{who}, importer {name}",
        hint="install a version made for it",
    )
