"""What is being done with a document just now, so that the last words of a process tell why it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs


@attrs.frozen
class Stage:
    """A step in the reading of a document.

    Attributes:
        what: What is to be done: `identify of paper.txt`.
        who: The importer that does it, with its plugin; None where it is the host.
        importer: Name and version of that importer.
    """

    what: str
    who: str | None = None
    importer: str | None = None


Watch = Callable[[Stage | None], None]
"""Called as a stage begins, and with None as it ends."""

_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Have somebody told of each stage inside."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


@contextmanager
def during(stage: Stage) -> Iterator[None]:
    """Tell whoever watches that a stage begins and ends."""
    watch = _WATCH.get()
    if watch is None:
        yield
        return
    watch(stage)
    yield
    watch(None)
