"""One writer at a time: a lock on the folder, and who holds it."""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from placebench.errors import DatasetError

LOCK = ".writing.lock"
HOLDER = ".writing.json"


@contextmanager
def writing(folder: Path, timeout: float) -> Iterator[None]:
    """Hold the folder's lock; it is free again when the process ends, however it ends.

    Who holds it may take it again within, to save what was made of the dataset that is there.

    Args:
        folder: Folder of the dataset.
        timeout: Seconds to wait for another writer.

    Raises:
        DatasetError: Another writer held the lock for all that time.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - heavy, and of no use to who only reads

    try:
        held = FileLock(folder / LOCK, is_singleton=True).acquire(timeout=timeout)
    except Timeout as error:
        raise DatasetError(
            f"the dataset to be free to write within {timeout:g} s",
            f"that {_holder(folder)} is writing it",
            where=str(folder),
            hint="wait until that has ended",
        ) from error
    holder = folder / HOLDER
    since = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    me = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
    with held:
        try:
            # Beside the lock and not in it, since waiting for the lock may truncate its file.
            holder.write_text(json.dumps(me), encoding="utf-8")
            yield
        finally:
            holder.unlink(missing_ok=True)


def _holder(folder: Path) -> str:
    try:
        holder = json.loads((folder / HOLDER).read_text(encoding="utf-8"))
        return f"process {holder['pid']} on {holder['host']}, since {holder['since']},"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
