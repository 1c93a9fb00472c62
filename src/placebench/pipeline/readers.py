"""Where documents are read: in child processes, in this one, or wherever an executor does it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Protocol, TypeVar

from placebench.documents.limits import Limits
from placebench.errors import UsageError
from placebench.pipeline.files import Found
from placebench.pipeline.isolation import Task, Workers, done_isolated, release_shared

MOST_JOBS = 8
"""Documents that are read at a time unless other numbers are asked for."""

_WORTH = 256 * 1024
"""Bytes of documents that take about as long to read as a process takes to start."""

T = TypeVar("T")
K = TypeVar("K")

Keep = Callable[[Found, T], K]
"""Called with a document and its result as soon as that is there, in whatever thread; returns what stays."""


class Start(Protocol):
    """Starts a task on a document."""

    def __call__(self, task: Task[T], found: Found, keep: Keep[T, K], /) -> Callable[[], K]:
        """Return what waits for its result as `keep` returns it, and raises what that raises."""
        ...


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def reading(
    found: Sequence[Found], jobs: int | None, limits: Limits, executor: Executor | None
) -> Iterator[Start]:
    """Give what starts to read a document, and end the processes that did so.

    Args:
        found: The documents.
        jobs: How many documents to read at a time; 0 for no process of their own.
        limits: What each may take.
        executor: Where to read them, if not here.

    Raises:
        UsageError: There can be no such number of jobs.
    """
    if jobs is not None and jobs < 0:
        raise UsageError("a number of jobs from 0", str(jobs))
    if executor is not None:
        try:
            yield _in(executor) if jobs == 0 else _in_children_of(executor)
        finally:
            release_shared()
    elif jobs == 0:
        yield partial(partial, _kept, _here)
    else:
        most = min(jobs or _worthwhile(found), len(found))
        # Nobody may need a process, and a pool of none is an error.
        with ThreadPoolExecutor(max(most, 1)) as threads, Workers(limits, most) as workers:
            try:
                yield lambda *given: threads.submit(_kept, workers.read, *given).result
            finally:
                threads.shutdown(wait=False, cancel_futures=True)


def as_it_is(found: Found, result: T) -> T:
    """Keep a result as it is."""
    del found
    return result


def _worthwhile(found: Sequence[Found]) -> int:
    """Return how many processes are worth their start."""
    size = sum(path.stat().st_size for path in {one.path for one in found} if path.is_file())
    return min(processors(), MOST_JOBS, 1 + size // _WORTH)


def _in(executor: Executor) -> Start:
    return lambda task, found, keep: _handed_on(executor.submit(task, found), found, keep)


def _in_children_of(executor: Executor) -> Start:
    return lambda task, found, keep: _handed_on(executor.submit(done_isolated, task, found), found, keep)


def _here(task: Task[T], found: Found) -> T:
    return task(found)


def _kept(read: Callable[[Task[T], Found], T], task: Task[T], found: Found, keep: Keep[T, K]) -> K:
    return keep(found, read(task, found))


def _handed_on(future: Future[T], found: Found, keep: Keep[T, K]) -> Callable[[], K]:
    """Keep the result of a future, in this process, before whoever waits has it."""
    after: Future[K] = Future()

    def hand_on(done: Future[T]) -> None:
        try:
            result = keep(found, done.result())
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits
            after.set_exception(error)
        else:
            after.set_result(result)

    future.add_done_callback(hand_on)
    return after.result
