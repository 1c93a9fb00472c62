"""A plugin in a process of its own: what it loads, reaches for and leaves behind, and what it reads.

Started as `python -B -m placebench.testing.probe`; takes an order on stdin, prints what it saw, both in JSON.
"""

from __future__ import annotations

import contextlib
import decimal
import gc
import io
import json
import locale
import logging
import os
import random
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import attrs

from placebench.errors import PlacebenchError
from placebench.pipeline.files import Found
from placebench.pipeline.open_one import open_one
from placebench.testing.subject import Subject, alone

HEAVY = ("pandas", "polars", "pyarrow")
_NETWORK = frozenset(
    {
        *("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr"),
        *("socket.gethostbyname", "socket.sendmsg", "socket.sendto"),
    }
)
# Variables of the environment are compared afterwards instead: libraries set some back once they are loaded.
_TRACES = frozenset(
    {
        *(
            "os.chmod",
            "os.exec",
            "os.fork",
            "os.forkpty",
            "os.link",
            "os.mkdir",
            "os.posix_spawn",
            "os.remove",
        ),
        *("os.rename", "os.rmdir", "os.symlink", "os.system", "os.truncate", "subprocess.Popen"),
    }
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@attrs.define
class Watch:
    """Notes what Python reports while a plugin is called; what reaches for the network is refused."""

    on: bool = False
    network: list[str] = attrs.field(factory=list)
    traces: list[str] = attrs.field(factory=list)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event; see `sys.addaudithook`."""
        if not self.on:
            return
        if event in _NETWORK:
            self.network.append(event)
            message = f"{event} is refused while an importer is tested"
            raise PermissionError(message)
        if event in _TRACES or (event == "open" and _writes(*arguments[1:])):
            self.traces.append(f"{event} {arguments[0]}")


def _writes(mode: str | None, flags: int) -> bool:
    return any(letter in mode for letter in "wax+") if mode else bool(flags & _WRITING)


def _state() -> dict[str, str]:
    """Return what all parts of a program share, as texts that can be compared."""
    root = logging.getLogger()
    return {
        "environment variables": repr(sorted(os.environ.items())),
        "the working folder": str(Path.cwd()),
        "sys.path": repr(sys.path),
        "the locale": locale.setlocale(locale.LC_ALL),
        "the shared random numbers": repr(random.getstate()),
        "the decimal context": repr(decimal.getcontext()),
        "the root logger": f"{root.level} {root.handlers}",
        "signal handlers": repr([signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]),
        "the recursion limit": str(sys.getrecursionlimit()),
        "the time limit of sockets": str(socket.getdefaulttimeout()),
        "garbage collection": str(gc.isenabled()),
    }


def observe(plugin: str, importer: str, documents: list[Found]) -> dict[str, Any]:
    """Load a plugin and let it read documents.

    Args:
        plugin: `module` or `module:name`.
        importer: Name of its importer.
        documents: What to read, in this order.

    Returns:
        `heavy`: table libraries that its import loads; `network`, `traces`, `changed`, `printed`: what it
        reached for, did, changed and wrote; `readings`: by document, what `Reading.fingerprint` says.
    """
    watch, said = Watch(), io.StringIO()
    sys.addaudithook(watch)
    before = _state()
    with contextlib.redirect_stdout(said):
        watch.on = True
        registry = alone(plugin)
        watch.on = False
        heavy = [name for name in HEAVY if name in sys.modules]
        subject = Subject(registry.importers[importer], registry)
        readings = {}
        for one in documents:
            document = open_one(one, jobs=0)  # this process is its own already
            watch.on = True
            reading = subject.read(document)
            watch.on = False
            readings[one.name] = reading.fingerprint
    after = _state()
    return {
        "heavy": heavy,
        "network": sorted(set(watch.network)),
        "traces": sorted(set(watch.traces)),
        "changed": [what for what, value in before.items() if after[what] != value],
        "printed": said.getvalue()[:200],
        "readings": readings,
    }


def main() -> None:
    """Follow the order on stdin."""
    order = json.load(sys.stdin)
    sys.path[:] = order["path"]
    documents = [Found(Path(p), name, about, tuple(at)) for p, name, about, at in order["documents"]]
    try:
        seen = observe(order["plugin"], order["importer"], documents)
    except PlacebenchError as error:
        seen = {"error": str(error)}
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
