"""A folder of entries, each a file of its own under the digest of what it depends on.

An entry is written to a temporary file and renamed, so that it is there whole or not at all, whoever is
killed and however many write. One that is damaged counts as none.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import time
import uuid
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from placebench.errors import DatasetError

_VERSION = "v1"
_ENDING = ".json.gz"
_TAG = "CACHEDIR.TAG"
# What https://bford.info/cachedir/ asks for, so that programs for backups leave the folder out.
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n"
_UNFINISHED = ".unfinished"
_STALE = 3600.0
_DAMAGE = (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError)


@attrs.frozen
class Receipt:
    """What became of a document, and on what that depended besides the entry's key.

    Attributes:
        path: Name of the document.
        outcome: `ok`, `refused`, `failed`, `timeout` or `crashed`.
        rows: Number of rows that it gave.
        importers: Digest of each importer that was asked, by name.
        limits: What the document might take and hold.
    """

    path: str
    outcome: str
    rows: int
    importers: Mapping[str, str]
    limits: Mapping[str, int]


@attrs.frozen
class Entry:
    """An entry as it lies in the folder.

    Attributes:
        file: Its file.
        receipt: Its receipt; None where the file is damaged.
        size: Bytes of the file.
        used: When it was written or last read, in seconds since 1970.
    """

    file: Path
    receipt: Receipt | None
    size: int
    used: float


@attrs.frozen
class Store:
    """Entries in a folder.

    Attributes:
        folder: The folder; it is made when the first entry is written.
    """

    folder: Path

    def get(self, key: str) -> tuple[Receipt, Any] | None:
        """Return receipt and content of an entry; None where there is none that can be read."""
        file = self._file(key)
        try:
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                receipt, content = _receipt(lines.readline(), key), json.loads(lines.read())
        except _DAMAGE:
            return None
        with contextlib.suppress(OSError):  # a cache that may only be read is good enough
            os.utime(file)
        return receipt, content

    def put(self, key: str, receipt: Receipt, content: object) -> None:
        """Write an entry, in place of one that has the same key.

        Raises:
            DatasetError: The disk refuses.
        """
        file = self._file(key)
        unfinished = file.with_name(f"{file.name}.{uuid.uuid4().hex}{_UNFINISHED}")
        lines = [_line({"key": key, **attrs.asdict(receipt)}), _line(content)]
        try:
            self._make(file.parent)
            # The time in the header would make equal entries differ.
            unfinished.write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=1, mtime=0))
            unfinished.replace(file)
        except OSError as error:
            hint = "make room, name another folder with --cache, or go without one with --no-cache"
            raise DatasetError("to write the cache", str(error), where=str(self.folder), hint=hint) from error

    def entries(self) -> Iterator[Entry]:
        """Yield every entry, in the order of the keys."""
        for file in sorted((self.folder / _VERSION).glob(f"*/*{_ENDING}")):
            with contextlib.suppress(OSError):
                about = file.stat()
                yield Entry(file, _receipt_in(file), about.st_size, about.st_mtime)

    def prune(self, unused_for: float) -> tuple[int, int]:
        """Remove entries that are damaged or were not used for a time, and what killed writers left.

        Args:
            unused_for: Seconds.

        Returns:
            How many entries were removed, and how many bytes that frees.
        """
        now = time.time()
        old = [one for one in self.entries() if one.receipt is None or now - one.used >= unused_for]
        for one in old:
            one.file.unlink(missing_ok=True)
        for file in (self.folder / _VERSION).glob(f"*/*{_UNFINISHED}"):
            with contextlib.suppress(OSError):
                if now - file.stat().st_mtime >= min(unused_for, _STALE):
                    file.unlink()
        return len(old), sum(one.size for one in old)

    def _file(self, key: str) -> Path:
        return self.folder / _VERSION / key[:2] / f"{key}{_ENDING}"

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True)
        (self.folder / _TAG).write_text(_SIGNATURE, encoding="ascii")


def is_cache(folder: Path) -> bool:
    """Tell whether a folder holds entries of this version."""
    return (folder / _VERSION).is_dir()


def _line(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _receipt(line: str, key: str) -> Receipt:
    found = json.loads(line)
    if found.pop("key") != key:
        message = "an entry under another key"
        raise ValueError(message)
    return Receipt(**found)


def _receipt_in(file: Path) -> Receipt | None:
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            return _receipt(lines.readline(), file.name.removesuffix(_ENDING))
    except _DAMAGE:
        return None
