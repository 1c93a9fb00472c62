"""A process that reads documents for another: takes them from its standard input, one after another.

It gives itself the limits on memory and an alarm that ends it should the other process go; the limit on
time is kept by the other side.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import IO, Any

from placebench.documents.limits import MEGABYTE, Limits
from placebench.errors import PlacebenchError, UnreadableDocument
from placebench.pipeline.messages import receive, send
from placebench.pipeline.stage import Stage, watched

READY, UNUSABLE, STAGE, DONE, RAISED = "ready", "unusable", "stage", "done", "raised"
"""First words of the messages that it sends."""

_AFTER_TIMEOUT = 30
_LARGE = 0.5
_OBJECTS = 300_000


def serve() -> None:
    """Read documents until there are no more.

    The first two messages that it takes are the limits and what to do with each document; all others are
    documents. Each is answered by stages, as they begin and end, and by an outcome or an error.
    """
    requests, replies = _own_streams()
    limits: Limits = receive(requests)
    _limit_memory(limits)
    try:
        work = receive(requests)
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything while it is loaded
        send(replies, (UNUSABLE, f"{type(error).__name__}: {error}"))
        return
    collect_seldom()
    send(replies, (READY,))
    with suppress(EOFError):
        while True:
            found = receive(requests)
            _alarm(limits.timeout + _AFTER_TIMEOUT)
            with watched(partial(_tell, replies)):
                _answer(replies, work, found, limits)
            _alarm(0)


def collect_seldom() -> None:
    """Have this process look for garbage seldom, and never in what it has loaded.

    A document is many objects that refer to each other and are all in use, a pack of 200 pages some 300,000:
    a tenth of the time that it takes to read one would go to looking through them. Most go with the document,
    without being looked for. Lines and their sentences refer to each other, and are looked for among old
    objects as often as among new ones, since those of the last documents are remembered for a while.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS, 1, 1)


def _answer(replies: IO[bytes], work: Any, found: Any, limits: Limits) -> None:  # noqa: ANN401 - as messages
    try:
        outcome = work(found)
        send(replies, (DONE, outcome, _is_small(limits)))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it costs this document alone
        text = f"{type(error).__name__}: {error}"
        told = (
            error
            if isinstance(error, PlacebenchError)
            else UnreadableDocument("the document to be read to its end", text, where=found.name)
        )
        send(replies, (RAISED, told, _is_small(limits)))


def _tell(replies: IO[bytes], stage: Stage | None) -> None:
    send(replies, (STAGE, stage))


def _own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return what to read from and write to; what plugins print goes nowhere and what they read is empty."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return requests, replies


def _limit_memory(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ModuleNotFoundError:
        return
    for what, most in ((resource.RLIMIT_AS, limits.memory * MEGABYTE), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # macOS takes no limit on the address space.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (lower, hard))


def _is_small(limits: Limits) -> bool:
    """Tell whether this process can go on; one that was once large keeps too much for the next document."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ModuleNotFoundError:
        return True
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return peak < _LARGE * limits.memory * MEGABYTE


def _alarm(seconds: int) -> None:
    # Its default action ends the process, however busy; Windows has none.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
