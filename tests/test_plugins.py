"""Discovery: every plugin is loaded alone, and what is wrong with one stays with that one."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from placebench import plugin_probe
from placebench.errors import PluginError, UsageError
from placebench.hookspecs import hookimpl
from placebench.plugin_call import call
from placebench.plugin_states import BROKEN, DUPLICATE, INCOMPATIBLE, READY
from placebench.plugins import Registry, discover

HEAD = """
from placebench.hookspecs import hookimpl
from placebench.model import Place, System

class Importer:
    name, version, api = "{name}", "1.2", 1
    system = System(system_id="vale", name="Vale")
    places = (Place(place_id="vale/dale", system_id="vale", name="Dale"),)
    expects = {{}}

    def identify(self, document):
        return ()

    def extract(self, document, claim):
        return ()
"""
HOOK = """
@hookimpl
def placebench_importers():
    return [Importer()]
"""


class Site:
    """A folder of installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, distribution: str, source: str, *, entry: str | None = None) -> None:
        """Install a distribution with one module and one entry point of the group `placebench`."""
        module = distribution.replace("-", "_")
        (self.folder / f"{module}.py").write_text(source)
        about = self.folder / f"{module}-0.3.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 0.3\n")
        (about / "entry_points.txt").write_text(f"[placebench]\n{entry or distribution} = {module}\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.syspath_prepend(tmp_path)
    for module in [name for name in sys.modules if name.startswith("toy_")]:
        monkeypatch.delitem(sys.modules, module)
    return Site(tmp_path)


def sound(name: str) -> str:
    return HEAD.format(name=name) + HOOK


def states(registry: Registry) -> dict[str, str]:
    return {f"{plugin.distribution}": plugin.state for plugin in registry.plugins}


def test_installed_plugin_is_ready(site: Site) -> None:
    site.install("toy-sound", sound("toy-sound"))
    registry = discover()
    plugin = next(plugin for plugin in registry.plugins if plugin.name == "toy-sound")
    assert (plugin.distribution, plugin.version, plugin.state) == ("toy-sound", "0.3", READY)
    assert registry.importers["toy-sound"].version == "1.2"
    assert registry.who(registry.importers["toy-sound"]) == "importer toy-sound@1.2 of toy-sound 0.3"


WRONG = {
    "import": ("import a_module_that_nobody_has", "ModuleNotFoundError: No module named"),
    "syntax": ("def", "SyntaxError"),
    "exit": ("import sys; sys.exit(3)", "SystemExit: 3"),
    "raise": (
        HEAD + "@hookimpl\ndef placebench_importers():\n    raise RuntimeError('no codebook')",
        "no codebook",
    ),
    "typo": (HEAD + "@hookimpl\ndef placebench_importer():\n    return []", "'placebench_importer'"),
    "argument": (HEAD + "@hookimpl\ndef placebench_importers(config):\n    return []", "config"),
    "unmarked": (
        HEAD + "def placebench_importers():\n    return [Importer()]",
        "expected importers, found none",
    ),
    "nothing": (
        HEAD + "@hookimpl\ndef placebench_importers():\n    return None",
        "expected importers, found none",
    ),
    "number": (HEAD + "@hookimpl\ndef placebench_importers():\n    return 5", "TypeError"),
    "late": (
        HEAD + "@hookimpl\ndef placebench_importers():\n    yield Importer()\n    raise RuntimeError('late')",
        "RuntimeError: late",
    ),
    "class": (
        HEAD + "@hookimpl\ndef placebench_importers():\n    return [Importer]",
        "all that an Importer has",
    ),
    "no extract": (HEAD + "del Importer.extract" + HOOK, "all that an Importer has"),
    "no api": (HEAD + "del Importer.api" + HOOK, "AttributeError"),
    "no name": (HEAD + "Importer.name = ''" + HOOK, "a name and a version as texts"),
    "no version": (HEAD + "Importer.version = 1.2" + HOOK, "a name and a version as texts"),
    "system": (HEAD + "Importer.system = 'vale'" + HOOK, "rows of systems"),
    "places": (
        HEAD + "Importer.places = (Place(place_id='moor/x', system_id='moor', name='X'),)" + HOOK,
        "expected vale in system_id, found 'moor'",
    ),
    "expects": (HEAD + "Importer.expects = {'boards': 3}" + HOOK, "tables to Expect"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_broken_plugin_is_listed_and_stops_nobody(site: Site, fault: str) -> None:
    source, message = WRONG[fault]
    site.install("toy-broken", source.replace("{{}}", "{}").replace("{name}", "toy-broken"))
    site.install("toy-sound", sound("toy-sound"))
    registry = discover()
    assert states(registry) | {"toy-broken": BROKEN, "toy-sound": READY} == states(registry)
    (problem,) = registry.problems
    assert message in str(problem)
    assert str(problem).startswith("plugin toy-broken of toy-broken 0.3")
    assert "toy-sound" in registry.importers
    assert "toy-broken" not in registry.importers


ENDING = {
    "abort": ("import os; os.abort()", "found a process ended by SIGABRT"),
    "leave": ("import os; os._exit(0)", "found a process that ended with exit code 0"),
    "hang": ("import time; time.sleep(600)", "found no end of it within 3 seconds"),
}


@pytest.mark.parametrize("fault", ENDING)
def test_plugin_that_ends_or_holds_up_whoever_imports_it_is_broken(
    site: Site, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, message = ENDING[fault]
    monkeypatch.setattr(plugin_probe, "TIMEOUT", 3 if fault == "hang" else 60)
    site.install("toy-broken", source)
    site.install("toy-sound", sound("toy-sound"))
    registry = discover()
    assert states(registry) | {"toy-broken": BROKEN, "toy-sound": READY} == states(registry)
    (problem,) = registry.problems
    assert str(problem).startswith("plugin toy-broken of toy-broken 0.3: expected the import to finish")
    assert message in str(problem)
    assert "pip uninstall toy-broken" in str(problem)


def test_what_became_of_an_import_is_remembered_until_a_file_changes(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    log = tmp_path / "log"
    leaves_a_trace = f"import os\nwith open({str(log)!r}, 'a') as log: log.write('.')\n"
    site.install("toy-mended", f"{leaves_a_trace}os.abort()")
    assert states(discover())["toy-mended"] == states(discover())["toy-mended"] == BROKEN
    assert log.read_text() == "."
    plugin_probe.forget_failures()
    assert states(discover())["toy-mended"] == BROKEN
    assert log.read_text() == ".."
    (site.folder / "toy_mended.py").write_text(leaves_a_trace + sound("toy-mended"))
    assert states(discover())["toy-mended"] == states(discover())["toy-mended"] == READY
    # Once by the child, and once, for good, by this process.
    assert log.read_text() == "...."


def test_plugins_are_tried_where_nothing_can_be_remembered(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    site.install("toy-broken", "import os; os.abort()")
    assert states(discover())["toy-broken"] == BROKEN


def test_importer_for_another_contract_is_incompatible(site: Site) -> None:
    site.install("toy-future", sound("toy-future") + "\nImporter.api = 2\ndel Importer.system\n")
    registry = discover()
    assert states(registry)["toy-future"] == INCOMPATIBLE
    assert str(registry.problems[0]) == (
        "plugin toy-future of toy-future 0.3, importer toy-future: expected api 1, found 2; "
        "install a version made for it"
    )
    assert "toy-future" not in registry.importers


def test_two_distributions_with_one_entry_point_name(site: Site) -> None:
    marker = site.folder / "imported"
    source = f"import pathlib; pathlib.Path({str(marker)!r}).touch()" + sound("toy")
    site.install("toy-one", source, entry="toy")
    site.install("toy-two", source, entry="toy")
    registry = discover()
    assert states(registry) | {"toy-one": DUPLICATE, "toy-two": DUPLICATE} == states(registry)
    assert "expected one plugin named toy, found toy-one 0.3 and toy-two 0.3" in str(registry.problems[0])
    assert not marker.exists()


def test_two_importers_with_one_name(site: Site) -> None:
    site.install("toy-one", sound("toy"))
    site.install("toy-two", sound("toy"))
    site.install("toy-three", sound("other"))
    registry = discover()
    assert states(registry) | {"toy-one": DUPLICATE, "toy-two": DUPLICATE, "toy-three": READY} == states(
        registry
    )
    assert "expected one importer named toy, found toy-one 0.3 and toy-two 0.3" in str(registry.problems[0])
    assert "toy" not in registry.importers
    assert "other" in registry.importers


def test_plugin_that_is_given_counts_like_an_installed_one(toy: Any) -> None:
    registry = discover([toy(name="moor"), toy(name="vale")], installed=False)
    assert [(plugin.name, plugin.state) for plugin in registry.plugins] == [("ToyImporter", READY)] * 2
    assert list(registry.importers) == ["moor", "vale"]
    twice = discover([toy(), toy()], installed=False)
    assert [plugin.state for plugin in twice.plugins] == [DUPLICATE, DUPLICATE]


def test_plugin_that_is_given_by_name_is_imported(site: Site) -> None:
    (site.folder / "toy_named.py").write_text(sound("toy-named"))
    registry = discover(["toy_named", "toy_missing"], installed=False)
    assert [plugin.state for plugin in registry.plugins] == [READY, BROKEN]
    assert list(registry.importers) == ["toy-named"]


def test_plugin_may_hold_several_importers(toy: Any) -> None:
    class Plugin:
        @hookimpl
        def placebench_importers(self) -> Any:
            yield toy(name="vale")
            yield toy(name="moor")

    assert list(discover([Plugin()], installed=False).importers) == ["moor", "vale"]


def test_registries_are_apart(toy: Any) -> None:
    first = discover([toy(name="vale")], installed=False)
    second = discover([toy(name="moor")], installed=False)
    assert (list(first.importers), list(second.importers)) == (["vale"], ["moor"])


def test_select(toy: Any) -> None:
    registry = discover([toy(name="vale"), toy(name="moor")], installed=False)
    assert [importer.name for importer in registry.select()] == ["moor", "vale"]
    assert [importer.name for importer in registry.select("vale")] == ["vale"]
    with pytest.raises(UsageError, match=r"such as vale, found “vael”; did you mean vale\?"):
        registry.select("vael")
    with pytest.raises(UsageError, match=r"such as moor, vale, found “bob”; install the plugin"):
        registry.select("bob")


def test_select_says_why_a_known_plugin_cannot_be_picked(site: Site) -> None:
    site.install("toy-broken", "import a_module_that_nobody_has")
    with pytest.raises(UsageError, match=r"its plugin is broken: .*a_module_that_nobody_has"):
        discover().select("toy-broken")


def _names(registry: Registry) -> list[str]:
    return list(registry.importers)


def test_registry_is_built_anew_in_another_process(site: Site) -> None:
    (site.folder / "toy_module.py").write_text(sound("toy-module"))
    __import__("toy_module")
    registry = discover([sys.modules["toy_module"]], installed=False)
    again = pickle.loads(pickle.dumps(registry))
    assert _names(again) == ["toy-module"]
    assert pickle.loads(pickle.dumps(registry)) is again
    with ProcessPoolExecutor(1) as executor:
        assert executor.submit(_names_of, pickle.dumps(registry)).result() == ["toy-module"]


def _names_of(data: bytes) -> list[str]:
    return _names(pickle.loads(data))


class Odd(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize("raised", [ValueError("no"), SystemExit(2), GeneratorExit(), MemoryError(), Odd()])
def test_call_turns_whatever_is_raised_into_one_error(raised: BaseException) -> None:
    def work() -> None:
        raise raised

    with pytest.raises(PluginError) as caught:
        call("importer vale@1.0", "identify of a.txt", work)
    assert str(caught.value).startswith(
        f"importer vale@1.0: expected identify of a.txt to finish, found {type(raised).__name__}"
    )
    assert "(test_plugins.py, line " in str(caught.value)
    assert caught.value.__cause__ is raised


def test_call_lets_the_user_interrupt() -> None:
    def work() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call("importer vale@1.0", "identify of a.txt", work)


def test_call_returns_what_the_plugin_did() -> None:
    assert call("importer vale@1.0", "identify of a.txt", lambda: 5) == 5


def test_nothing_is_discovered_before_it_is_asked_for() -> None:
    code = (
        "import placebench.plugins as plugins\n"
        "print([name for name, value in vars(plugins).items() if isinstance(value, plugins.Registry)])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_module_that_is_in_no_path_is_taken_as_it_is() -> None:
    module = ModuleType("made_here")
    exec(sound("made-here"), module.__dict__)
    assert list(discover([module], installed=False).importers) == ["made-here"]
