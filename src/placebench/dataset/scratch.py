"""Folders for temporary files that go when nothing refers to them any more, or when their process has gone.

Beside each folder lies a lock that its process holds and that the operating system frees when the process
ends, however it ends. Whoever next makes such a folder removes those whose lock is free.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from placebench.errors import DatasetError

if TYPE_CHECKING:
    from filelock import FileLock

_PREFIX = "placebench-"
_LOCK = ".lock"


class Scratch:
    """A folder for files that go when nothing refers to it any more.

    Raises:
        DatasetError: The disk refuses.
    """

    def __init__(self) -> None:
        remove_abandoned()
        try:
            self.folder, lock = _locked_folder()
        except OSError as error:
            raise refused("to make a temporary folder", error) from error
        weakref.finalize(self, _remove, self.folder, lock)


def refused(expected: str, error: OSError) -> DatasetError:
    """Return the error that says that the disk of temporary files refuses."""
    hint = "make room, or name another folder in TMPDIR"
    return DatasetError(expected, str(error), where=tempfile.gettempdir(), hint=hint)


def remove_abandoned() -> None:
    """Remove the folders of processes that have gone; what cannot be removed stays."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - heavy, and seldom needed

    # That a lock is held, cannot be opened, or is on a disk that knows no locks.
    not_free = (OSError, Timeout, NotImplementedError)
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        lock = _lock_of(folder)
        if _is_mine(folder, stat.S_ISDIR) and _is_mine(lock, stat.S_ISREG):
            with suppress(*not_free):
                held = FileLock(lock, timeout=0, thread_local=False)
                with held:
                    _remove(folder, held)


def _locked_folder() -> tuple[Path, FileLock]:
    from filelock import FileLock, Timeout  # noqa: PLC0415 - as above

    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = FileLock(_lock_of(folder), timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            continue
        except NotImplementedError:  # without locks nobody can tell whose it is, so nobody else removes it
            return folder, lock
        # Before it was locked, another process may have taken the folder for an abandoned one.
        if folder.exists():
            return folder, lock
        lock.release()


def _remove(folder: Path, lock: FileLock) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if not folder.exists():
        with suppress(OSError):  # Windows removes no file that is open
            _lock_of(folder).unlink()
    lock.release()


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)


def _is_mine(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Tell whether a path is of a kind, no link, and of this user."""
    try:
        found = path.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and is_kind(found.st_mode)
