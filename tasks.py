"""Set the project up in `.venv` and run it. Needs Python 3.11 or newer, and nothing installed.

    python3 tasks.py example    read the example documents into a dataset in out/
    python3 tasks.py test       run every test of the project and of its plugins
    python3 tasks.py check      run what tox.ini lists: style, types, layers, other versions
    python3 tasks.py install    install the project and its plugins where this Python installs

Arguments that follow go to `placebench run`, pytest or tox.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "dev.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COMMANDS = {
    "example": ["placebench", "run", "examples/documents", "--out", "out"],
    "test": ["pytest", "-n", "auto", "--dist", "loadfile"],
    "check": ["tox", "run"],
}


def projects() -> list[Path]:
    """Return the folders to install: the project, then every plugin below `plugins/`."""
    return [ROOT, *sorted(file.parent for file in ROOT.glob("plugins/*/pyproject.toml"))]


def install() -> None:
    """Install the locked tools and libraries, then the project and its plugins in editable form."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-compile", "-qq"]
    editable = [f"--editable={folder}" for folder in projects()]
    subprocess.run([*pip, "--requirement", LOCK], check=True)
    subprocess.run([*pip, "--no-build-isolation", *editable], check=True)


def prepare() -> None:
    """Make `.venv`, unless it was made by the same Python from the same lock file and projects."""
    files = [LOCK, *(folder / "pyproject.toml" for folder in projects())]
    python = f"{sys.version} {sys.base_prefix}".encode()
    state = hashlib.sha256(b"".join([python, *(file.read_bytes() for file in files)])).hexdigest()
    receipt = VENV / "installed.sha256"
    if receipt.exists() and receipt.read_text() == state:
        return
    print("Setting up .venv: one to seven minutes, once.", flush=True)
    venv.create(VENV, clear=True, with_pip=True)
    subprocess.run([PYTHON, __file__, "install"], check=True)
    receipt.write_text(state)


def main(verb: str = "", *arguments: str) -> int:
    """Run one task and return its exit code."""
    if sys.version_info < (3, 11):
        sys.exit(f"expected Python 3.11 or newer, found {sys.version.split()[0]} at {sys.executable}")
    if verb == "install":
        install()
        return 0
    if verb not in COMMANDS:
        sys.exit(__doc__)
    prepare()
    return subprocess.run([PYTHON, "-m", *COMMANDS[verb], *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
