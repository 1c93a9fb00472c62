"""A fresh environment, as somebody has who installs a plugin."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path


class Environment:
    """An environment in which the libraries of this one can be imported, and nothing else is installed."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False)
        self.python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        names = {"base": str(folder), "platbase": str(folder)}
        site = Path(sysconfig.get_path("purelib", "venv", names))
        here = sysconfig.get_path("purelib")
        # `addsitedir` follows the editable installs of this environment too, where plain paths would not.
        (site / "libraries.pth").write_text(f"import site; site.addsitedir({here!r})\n", encoding="utf-8")

    def run(self, *arguments: object, cwd: Path) -> str:
        """Run a module of the environment and return all that it printed."""
        return _run([self.python, "-m", *map(str, arguments)], cwd)

    def install(self, folder: Path) -> None:
        """Install a project in editable form, without asking an index for anything."""
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", self.python]
        offline = ["--no-index", "--no-deps", "--no-build-isolation"]
        _run([*pip, "install", "-q", *offline, "--editable", folder], folder)


def _run(command: list[object], cwd: Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
