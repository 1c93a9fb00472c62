"""Whether plugins can be imported at all: tried in a process of its own before they are imported in this one.

A plugin that aborts, leaves or hangs while it is imported would take any program with it. What became of it
is remembered by the files of its package, so that a plugin is tried once, and again when it changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import platform
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint, version
from pathlib import Path

from placebench.hookspecs import PROJECT

TIMEOUT = 30
"""Seconds in which the plugins that are tried together have to be imported."""

_PROGRAM = """
import os, sys
replies, nothing = os.dup(1), os.open(os.devnull, os.O_RDWR)
os.dup2(nothing, 0)
os.dup2(nothing, 1)
sys.path[:] = sys.argv[2:]
import json
from placebench.plugins import load_installed
for one in [None, *json.loads(sys.argv[1])]:
    if one is not None:
        load_installed(*one)
    os.write(replies, b".")
os._exit(0)
"""
_POSIX = os.name == "posix"
_LARGE = 1024 * 1024
_COMPILED = "__pycache__"


def failures(points: Sequence[EntryPoint]) -> dict[str, str]:
    """Return how the process ended that imported a plugin, by name of the entry point; none for a sound one.

    Args:
        points: Entry points, each with a name of its own.
    """
    keys = {point.name: _key(point) for point in points}
    found = {name: _remembered(key) for name, key in keys.items()}
    tried = _tried([point for point in points if found[point.name] is None])
    for name, how in tried.items():
        _remember(keys[name], how)
    return {name: how for name, how in {**found, **tried}.items() if how}


def forget_failures() -> None:
    """Forget which plugins could not be imported, so that they are tried again."""
    with contextlib.suppress(OSError, RuntimeError):
        for file in _folder().iterdir():
            if file.stat().st_size:
                file.unlink()


def _tried(points: Sequence[EntryPoint]) -> dict[str, str]:
    """Return how the import of each ended, an empty text for a sound one."""
    ended: dict[str, str] = {}
    waiting = list(points)
    while waiting:
        replies, how = _imported(waiting)
        if not replies:  # whatever is wrong is not theirs
            break
        sound, rest = waiting[: len(replies) - 1], waiting[len(replies) - 1 :]
        ended |= {point.name: "" for point in sound}
        if rest:
            ended[rest[0].name] = how
        waiting = rest[1:]
    return ended


def _imported(points: Sequence[EntryPoint]) -> tuple[bytes, str]:
    """Import plugins in a child; return a byte for its start and one for each import, and how it ended."""
    named = json.dumps([(one.name, one.value, one.dist.name if one.dist else "") for one in points])
    child = subprocess.Popen(  # noqa: S603 - the program is the one above
        [sys.executable, "-c", _PROGRAM, named, *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=_POSIX,
    )
    with child:
        try:
            replies, _ = child.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            _kill(child)
            replies, _ = child.communicate()
            return replies, f"no end of it within {TIMEOUT} seconds"
    code = child.returncode
    with contextlib.suppress(ValueError):
        if code < 0:
            return replies, f"a process ended by {signal.Signals(-code).name}"
    return replies, f"a process that ended with exit code {code}"


def _kill(child: subprocess.Popen[bytes]) -> None:
    if _POSIX:
        # What it started itself goes with it.
        os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()


def _key(point: EntryPoint) -> str:
    about = (point.dist.name, point.dist.version) if point.dist else ()
    found = hashlib.sha256(repr((platform.python_version(), version(PROJECT), point.value, about)).encode())
    for file, name in _files(point.module.partition(".")[0]):
        found.update(f"\n{name} ".encode())
        with contextlib.suppress(OSError):
            about_file = file.stat()
            large = about_file.st_size > _LARGE
            found.update(repr(about_file.st_mtime_ns).encode() if large else file.read_bytes())
    return found.hexdigest()


def _files(package: str) -> Iterator[tuple[Path, str]]:
    """Yield the files of a package that is not imported yet, and their paths within it."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder).rglob("*")):
            if _COMPILED not in file.parts and file.is_file():
                yield file, file.relative_to(folder).as_posix()
    if spec and spec.origin and not spec.submodule_search_locations:
        yield Path(spec.origin), Path(spec.origin).name


def _folder() -> Path:
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return Path(base or Path.home() / ".cache", PROJECT, "plugins")


def _remembered(key: str) -> str | None:
    try:
        return (_folder() / key).read_text(encoding="utf-8")
    except (OSError, RuntimeError):
        return None


def _remember(key: str, how: str) -> None:
    # Where nothing can be written, plugins are tried each time.
    with contextlib.suppress(OSError, RuntimeError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        new = folder / f".{uuid.uuid4().hex}"
        new.write_text(how, encoding="utf-8")
        new.replace(folder / key)
