"""Documents read in processes of their own, so that one that hangs or crashes costs itself alone.

The processes are started afresh and not by `multiprocessing`, which would run the main module of a script
again; each reads many documents, so that its start is paid for once.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Hashable
from contextlib import suppress
from typing import IO, Any, Protocol, Self, TypeVar, cast

import attrs

from placebench.documents.limits import Limits
from placebench.errors import PlacebenchError, PluginError, UnreadableDocument, UsageError
from placebench.pipeline.files import Found
from placebench.pipeline.messages import receive, send
from placebench.pipeline.report import CRASHED, TIMEOUT
from placebench.pipeline.stage import Stage
from placebench.pipeline.worker import DONE, STAGE, UNUSABLE

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_PROGRAM = """
import sys
sys.path[:] = sys.argv[1:]
from placebench.pipeline.worker import serve
serve()
"""
_START = 120
"""Seconds in which a process has to be ready."""
_POSIX = os.name == "posix"
_UNLOADABLE = "plugins that another process can load"
_LOAD_HINT = "keep them in modules that can be imported, or read in this process: jobs=0, --in-process"


class Task(Protocol[T_co]):
    """What is done with each document, in whatever process."""

    @property
    def limits(self) -> Limits:
        """What a document may take and hold."""
        ...

    @property
    def key(self) -> Hashable:
        """Tells tasks apart, in whatever process they are."""
        ...

    def __call__(self, found: Found) -> T_co:
        """Do it."""
        ...

    def lost(self, found: Found, error: PlacebenchError, outcome: str, importer: str | None) -> T_co:
        """Return what stands for a document whose process ended.

        Args:
            found: The document.
            error: What happened.
            outcome: `timeout` or `crashed`.
            importer: Name and version of the importer that was at it, if one was.
        """
        ...


@attrs.frozen
class _Ended(Exception):
    """A worker ended before it answered.

    Attributes:
        outcome: `timeout` or `crashed`.
        how: How it ended, in words.
        stage: What it was doing.
    """

    outcome: str
    how: str
    stage: Stage | None


class _Worker:
    """A process that reads documents, one after another.

    Args:
        limits: What each document may take.
    """

    def __init__(self, limits: Limits) -> None:
        self.usable = True
        self._limits = limits
        self._prepared = False
        self._late = False
        self._ending = threading.Lock()
        self._process = subprocess.Popen(  # noqa: S603 - the program is the one above
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=_POSIX,
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._replies = cast("IO[bytes]", self._process.stdout)

    @property
    def alive(self) -> bool:
        with self._ending:
            return self.usable and self._process.poll() is None

    def prepare(self, task: Task[object]) -> None:
        """Say what to do with each document, once.

        Raises:
            UsageError: A process of its own cannot load the plugins.
        """
        if self._prepared:
            return
        # Until it says that it can go on, it cannot.
        self.usable = False
        try:
            send(self._requests, self._limits)
            send(self._requests, task)
            word, *said = self._answer(max(_START, self._limits.timeout))
        except _Ended as ended:
            found = f"{ended.how} while they were loaded"
            raise UsageError(_UNLOADABLE, found, hint=_LOAD_HINT) from ended
        except Exception as error:
            raise UsageError(_UNLOADABLE, f"{type(error).__name__}: {error}", hint=_LOAD_HINT) from error
        if word == UNUSABLE:
            raise UsageError(_UNLOADABLE, said[0], hint=_LOAD_HINT)
        self._prepared = self.usable = True

    def read(self, found: Found) -> Any:  # noqa: ANN401 - whatever the task returns
        """Read a document.

        Raises:
            _Ended: The process took too long, or ended.
            PlacebenchError: The document could not be read.
        """
        try:
            send(self._requests, found)
        except OSError:
            raise self._ended(None) from None
        # What it sends may be anything; until that is understood it gets no other document.
        self.usable = False
        word, result, goes_on = self._answer(self._limits.timeout)
        self.usable = goes_on and not self._late
        if word == DONE:
            return result
        raise cast("PlacebenchError", result)

    def close(self) -> None:
        """End the process, whatever it does."""
        self.usable = False
        self._kill()
        for stream in (self._requests, self._replies):
            with suppress(OSError):
                stream.close()
        self._exit_code()

    def _answer(self, timeout: int) -> tuple[Any, ...]:
        stage: Stage | None = None
        timer = threading.Timer(timeout, self._expire)
        timer.daemon = True
        timer.start()
        try:
            while True:
                message: tuple[Any, ...] = receive(self._replies)
                if message[0] != STAGE:
                    return message
                stage = message[1]
        except EOFError:
            raise self._ended(stage) from None
        finally:
            timer.cancel()
            # It may be at it already; then the process has ended, and that must be known here.
            timer.join()

    def _expire(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        # Until it is waited for its id is its own; what it started itself goes with it.
        with self._ending, suppress(OSError):
            if self._process.returncode is None and _POSIX:
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _exit_code(self) -> int:
        with self._ending:
            return self._process.wait()

    def _ended(self, stage: Stage | None) -> _Ended:
        self.usable = False
        if self._late:
            return _Ended(TIMEOUT, f"no answer within {self._limits.timeout:,} seconds", stage)
        self._kill()
        code = self._exit_code()
        if code < 0:
            with suppress(ValueError):
                return _Ended(CRASHED, f"a process ended by {signal.Signals(-code).name}", stage)
        return _Ended(CRASHED, f"a process that ended with exit code {code}", stage)


class Workers:
    """Processes that read documents; each document goes to one that is idle.

    Args:
        limits: What each document may take.
        count: How many to start at once; others start as they are needed.
    """

    def __init__(self, limits: Limits, count: int = 0) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._all: list[_Worker] = []
        self._closed = False
        self._idle = [self._started() for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, task: Task[T], found: Found) -> T:
        """Do a task with a document; all tasks of these workers are the same.

        Returns:
            What it returns, or what stands for a document that took too long or ended its process.

        Raises:
            UsageError: A process of its own cannot load the plugins.
            PlacebenchError: The document could not be read.
        """
        worker = self._taken()
        try:
            worker.prepare(task)
            return cast("T", worker.read(found))
        except _Ended as ended:
            importer = ended.stage.importer if ended.stage else None
            return task.lost(found, _error(found, ended), ended.outcome, importer)
        finally:
            self._give_back(worker)

    def close(self) -> None:
        """End every process, whatever it does."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, [], []
        for worker in workers:
            worker.close()

    def release(self) -> None:
        """End the processes that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
            self._all = [worker for worker in self._all if worker not in idle]
        for worker in idle:
            worker.close()

    def _taken(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                self._all.remove(worker)
                worker.close()
            if self._closed:
                raise UsageError("workers that are open", "closed ones")
            return self._started()

    def _started(self) -> _Worker:
        worker = _Worker(self._limits)
        self._all.append(worker)
        return worker

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if worker.usable and not self._closed:
                self._idle.append(worker)
                return
            if worker in self._all:
                self._all.remove(worker)
        worker.close()


_SHARED: dict[Hashable, Workers] = {}
_SHARED_LOCK = threading.Lock()


def done_isolated(task: Task[T], found: Found) -> T:
    """Do a task with a document in a child of this process; what an executor runs, on whatever machine.

    The children stay for the next document of the same task, and end with this process or when it has one of
    another task.
    """
    with _SHARED_LOCK:
        others = [workers for key, workers in _SHARED.items() if key != task.key]
        workers = _SHARED.setdefault(task.key, Workers(task.limits))
    for other in others:
        other.release()
    return workers.read(task, found)


@atexit.register
def release_shared() -> None:
    """End the children of this process that wait for another document."""
    with _SHARED_LOCK:
        shared = list(_SHARED.values())
    for workers in shared:
        workers.release()


def _error(found: Found, ended: _Ended) -> PlacebenchError:
    stage = ended.stage
    hint = "leave it out, or give it more time" if ended.outcome == TIMEOUT else "leave it out, or replace it"
    if stage and stage.who:
        return PluginError(f"{stage.what} to finish", ended.how, where=stage.who, hint=hint)
    what = "the document to be read to its end"
    return UnreadableDocument(what, ended.how, where=found.name, hint=hint)
