"""Packs: zip archives that hold documents, listed and read without unpacking anything to disk."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from placebench.documents import media
from placebench.documents.limits import MEGABYTE, Limits
from placebench.documents.sources import FILE_NAME, parse_sources
from placebench.errors import UnreadableDocument, UsageError

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x1
_SEPARATOR = re.compile(r"[\\/]")
_MOST_NAMED = 3


@attrs.frozen
class Member:
    """A document in a pack.

    Attributes:
        name: Its path in the pack; that of a pack within comes first.
        positions: Number of its entry in the pack, after those of the packs around it.
        sha256: Hash of its bytes.
    """

    name: str
    positions: tuple[int, ...]
    sha256: str


@attrs.frozen
class Pack:
    """What a pack holds.

    Attributes:
        members: Its documents, in its own order.
        about: What each `sources.csv` in it says, by path of a document.
        problem: Why some or all of it cannot be read; None where all can.
    """

    members: tuple[Member, ...]
    about: Mapping[str, Mapping[str, str]]
    problem: UnreadableDocument | None


def is_pack(path: Path) -> bool:
    """Tell from its content whether a file is a zip archive and no office document."""
    head = b""
    try:
        with path.open("rb") as file:
            head = file.read(MEGABYTE)
        if not head.startswith(_MAGIC):
            return False
        with zipfile.ZipFile(path) as archive:
            return media.archive_type(archive) == media.ZIP
    except media.ZIP_ERRORS:
        # A damaged office document is left to its reader, which says what it is.
        return head.startswith(_MAGIC) and media.media_type(head) == media.ZIP


def list_pack(path: Path, name: str, limits: Limits) -> Pack:
    """Return what a pack holds, packs within it included.

    Every file is unpacked once in memory, to tell what it is and whether it was met before.

    Args:
        path: The pack.
        name: What to call it.
        limits: How much is unpacked, and how deep.
    """
    listing = _Listing(limits)
    try:
        with zipfile.ZipFile(path) as archive:
            listing.take(archive, "", ())
    except media.ZIP_ERRORS:
        listing.tell("is damaged or incomplete", name)
    return Pack(tuple(listing.members), listing.about, listing.problem(name))


def read_member(path: Path, positions: Sequence[int], name: str, limits: Limits) -> bytes:
    """Return the bytes of a document in a pack.

    Raises:
        OSError: The pack cannot be read.
        UnreadableDocument: It is damaged or too large.
    """
    *around, last = positions
    file: Path | io.BytesIO = path
    try:
        for position in around:
            with zipfile.ZipFile(file) as archive:
                file = io.BytesIO(_unpacked(archive, archive.infolist()[position], limits.size * MEGABYTE))
        with zipfile.ZipFile(file) as archive:
            return _unpacked(archive, archive.infolist()[last], limits.size * MEGABYTE)
    except _TooLarge as error:
        raise UnreadableDocument(
            f"a file of at most {limits.size:,} MB", "a larger one", where=name
        ) from error
    except FileNotFoundError:
        raise
    except media.ZIP_ERRORS as error:
        hint = "get a complete copy of the pack"
        raise UnreadableDocument("a sound file in a pack", "a damaged one", where=name, hint=hint) from error


class _TooLarge(Exception):
    """A file unpacks to more than it may."""


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    with archive.open(info) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise _TooLarge
    return data


class _Listing:
    """The files of a pack as they are met, and what is wrong with some."""

    def __init__(self, limits: Limits) -> None:
        self.members: list[Member] = []
        self.about: dict[str, Mapping[str, str]] = {}
        self._limits = limits
        self._files = limits.pack_files
        self._bytes = limits.pack_unpacked * MEGABYTE
        self._troubles: dict[str, list[str]] = {}
        self._beyond: dict[str, str] = {}
        self._names: set[str] = set()
        self._again: Counter[str] = Counter()

    def tell(self, trouble: str, name: str) -> None:
        self._troubles.setdefault(trouble, []).append(name)

    def tell_beyond(self, limit: str, trouble: str, name: str) -> None:
        """Tell of a file beyond a limit; the field of `Limits` is called as the option that sets it."""
        self._beyond[trouble] = f"--max-{limit.replace('_', '-')}"
        self.tell(trouble, name)

    def problem(self, where: str) -> UnreadableDocument | None:
        if not self._troubles:
            return None
        found = "; ".join(f"{_few(names)} {trouble}" for trouble, names in self._troubles.items())
        hints = ["what else it holds was read"] if self.members else []
        if len(self._troubles) > len(self._beyond):
            hints.append("get a sound copy of it, without a password")
        if self._beyond:
            hints.append(
                f"if you trust it, allow more with {' and '.join(dict.fromkeys(self._beyond.values()))}"
            )
        hint = "; ".join(hints)
        return UnreadableDocument("a pack of which every file can be read", found, where=where, hint=hint)

    def take(self, archive: zipfile.ZipFile, folder: str, around: tuple[int, ...]) -> None:
        infos = archive.infolist()
        tables = []
        for position, info in enumerate(infos):
            name = folder + _harmless_path(info.filename)
            if info.is_dir() or not _is_content(name):
                continue
            self._files -= 1
            if self._files < 0:
                trouble = f"would be more than {self._limits.pack_files:,} files"
                self.tell_beyond("pack_files", trouble, name)
                break
            data = self._read(archive, info, name)
            if data is None:
                continue
            if name.rpartition("/")[2] == FILE_NAME:
                tables.append((name, data))
            elif data.startswith(_MAGIC) and media.media_type(data) == media.ZIP:
                self._descend(data, name, (*around, position))
            elif not name.rpartition("/")[2].startswith("README"):
                digest = hashlib.sha256(data).hexdigest()
                self.members.append(Member(self._once(name), (*around, position), digest))
        for name, data in sorted(tables, key=lambda table: -table[0].count("/")):
            self._read_table(name, data)

    def _read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes | None:
        if info.flag_bits & _ENCRYPTED:
            self.tell("asks for a password", name)
            return None
        most = min(self._limits.size * MEGABYTE, self._bytes)
        try:
            data = _unpacked(archive, info, most)
        except _TooLarge:
            self._bytes -= most
            self._tell_too_large(most, name)
            return None
        except media.ZIP_ERRORS:
            self.tell("is damaged", name)
            return None
        self._bytes -= len(data)
        return data

    def _tell_too_large(self, most: int, name: str) -> None:
        if most == self._limits.size * MEGABYTE:
            self.tell_beyond("size", f"unpacks to more than {self._limits.size:,} MB", name)
        else:
            trouble = f"would bring the pack over {self._limits.pack_unpacked:,} MB once unpacked"
            self.tell_beyond("pack_unpacked", trouble, name)

    def _descend(self, data: bytes, name: str, around: tuple[int, ...]) -> None:
        if len(around) >= self._limits.pack_nesting:
            trouble = f"is a pack within more than {self._limits.pack_nesting - 1} others"
            self.tell_beyond("pack_nesting", trouble, name)
            return
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self.take(archive, f"{name}/", around)
        except media.ZIP_ERRORS:
            self.tell("is damaged or incomplete", name)

    def _once(self, name: str) -> str:
        """Return a name that no other file has; an archive may hold several of one name."""
        stem, dot, suffix = name.rpartition(".")
        free = name
        while free in self._names:
            self._again[name] += 1
            number = self._again[name]
            free = f"{stem} ({number + 1}){dot}{suffix}" if dot else f"{name} ({number + 1})"
        self._names.add(free)
        return free

    def _read_table(self, name: str, data: bytes) -> None:
        folder = name.removesuffix(FILE_NAME)
        try:
            rows = parse_sources(data, name, lambda file: f"{folder}{file}" in self._names)
        except UsageError as error:
            self.tell(f"cannot be used (expected {error.expected}, found {error.found})", name)
            return
        # The table that is nearest to a document knows best.
        self.about.update({f"{folder}{file}": said for file, said in rows.items()} | self.about)


def _few(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _harmless_path(name: str) -> str:
    """Return a path without what would lead out of the pack; it only names a document."""
    kept: Iterator[str] = (part for part in _SEPARATOR.split(name) if part not in {"", ".", ".."})
    return "/".join(kept).encode("utf-8", "replace").decode("utf-8")


def _is_content(name: str) -> bool:
    parts = name.split("/")
    return "__MACOSX" not in parts and not any(part.startswith(".") for part in parts)
