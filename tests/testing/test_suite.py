"""The suite as pytest runs it, and plugins apart from those that are installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from placebench.errors import PluginError
from placebench.testing import isolated_plugins  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[2]
MODULE = """
from pathlib import Path
from placebench.testing import ImporterSuite

class TestVale(ImporterSuite):
    plugin = "tests.testing.{plugin}"
    documents = Path({documents!r})
    tables = {tables}
"""


def run(folder, plugin, tables):
    documents = str(Path(__file__).parent / "documents")
    module = MODULE.format(plugin=plugin, documents=documents, tables=tables)
    (folder / "test_vale.py").write_text(module, encoding="utf-8")
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "--rootdir", folder]
    return subprocess.run(
        [*command, "-k", "knows or refuses or tables or installed or codes", folder],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )


def test_a_check_that_fails_is_told_in_its_own_words(tmp_path):
    tables = {"dale.txt": {"governance"}, "ford.txt": {"governance", "roles"}}
    done = run(tmp_path, "wrong:greedy", tables)
    assert done.returncode == 1
    assert "expected that documents that are not its own are refused" in done.stdout
    assert "allotment-society.txt: expected a refusal, found a claim: everything" in done.stdout
    assert "{'dale.txt': set(), 'ford.txt': {'roles'}}" in done.stdout
    assert "expected an entry point that names tests.testing.wrong:greedy" in done.stdout
    assert "3 failed, 1 passed, 1 skipped" in done.stdout
    assert "no codes are given" in done.stdout


def test_plugins_apart_know_none_that_is_installed(isolated_plugins):  # noqa: F811 - the fixture
    registry = isolated_plugins("tests.testing.sound:IMPORTER")
    assert list(registry.importers) == ["vale"]
    assert len(registry.plugins) == 1


def test_plugins_apart_tell_what_is_wrong_with_one(isolated_plugins):  # noqa: F811 - the fixture
    with pytest.raises(PluginError, match="the import to finish"):
        isolated_plugins("tests.testing.no_such_module")


PLUGIN = "from tests.testing.sound import Vale\nLOADED = []\nIMPORTER = Vale()\n"


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_imports_is_forgotten(time, isolated_plugins, tmp_path):  # noqa: F811 - the fixture
    (tmp_path / "vale_apart.py").write_text(PLUGIN, encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    isolated_plugins("vale_apart:IMPORTER")
    assert sys.modules["vale_apart"].LOADED == []
    sys.modules["vale_apart"].LOADED.append(time)


def test_pytest_is_loaded_by_the_suite_alone():
    program = (
        "import sys; from placebench.testing import check_importer, golden, subject_of; "
        "print([name for name in ('pytest', 'polars', 'pyarrow') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
