"""Which files to import: files, folders, packs and patterns, and what is known of each."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from os import PathLike
from pathlib import Path

import attrs

from placebench.dataset.files import DESCRIPTOR
from placebench.documents import read_sources
from placebench.documents.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from placebench.documents.packs import is_pack, list_pack, read_member
from placebench.documents.sources import FILE_NAME, written_name
from placebench.errors import DocumentError, UnreadableDocument, UsageError
from placebench.nearest import did_you_mean
from placebench.pipeline.answers import Answer

_MADE = frozenset({"data", "comparisons"})
"""Folders that a dataset and its comparisons are saved in, beside its descriptor."""


@attrs.frozen
class Found:
    """A file to import.

    Attributes:
        path: Where it is; for a document in a pack, where the pack is.
        name: What to call it: its path below the folder that was named, with `/` on every system, and its
            path in a pack after that of the pack.
        metadata: What a `sources.csv` beside it, or in the folder that was named, says of it.
        positions: Number of its entry in the pack, after those of the packs around it; none for a file.
        sha256: Hash of its bytes, where it is known.
        problem: Why it cannot be read, where that is known.
        answers: What importers said of it before, by name, so that they need not be asked again.
    """

    path: Path
    name: str
    metadata: Mapping[str, str] = attrs.field(hash=False)
    positions: tuple[int, ...] = ()
    sha256: str | None = None
    problem: DocumentError | None = None
    answers: Mapping[str, Answer] = attrs.field(factory=dict, hash=False, repr=False)

    def read(self, limits: Limits = DEFAULT_LIMITS) -> bytes:
        """Return its bytes.

        Raises:
            DocumentError: It cannot be read, or is larger than it may be.
        """
        if self.problem:
            raise self.problem
        try:
            if self.positions:
                return read_member(self.path, self.positions, self.name, limits)
            with self.path.open("rb") as file:
                data = file.read(limits.size * MEGABYTE + 1)
        except OSError as error:
            expected = "a file that can be read"
            raise UnreadableDocument(expected, error.strerror or "none", where=self.name) from error
        if len(data) > limits.size * MEGABYTE:
            raise UnreadableDocument(
                f"a file of at most {limits.size:,} MB", "a larger one", where=self.name, hint="split it"
            )
        return data

    def hashed(self) -> Found:
        """Return it with the hash of its bytes, where they can be read."""
        if self.sha256 or _is_special(self.path):
            return self
        try:
            with self.path.open("rb") as file:
                return attrs.evolve(self, sha256=hashlib.file_digest(file, "sha256").hexdigest())
        except OSError:
            # It is reported where it is read.
            return self


def find_documents(
    paths: Iterable[str | PathLike[str]], limits: Limits = DEFAULT_LIMITS, *, known: bool = True
) -> tuple[Found, ...]:
    """Return the files to import, sorted, each once.

    Folders and packs are searched to the bottom; hidden files and folders, `sources.csv`, files that begin
    with README and what a dataset saved among them holds are left out, unless a file is named itself. A path
    may also be a pattern such as `papers/**/*.pdf`, or lead into a pack. A pack of which a part cannot be
    read is itself among the files, with its problem.

    Args:
        paths: Files, folders, packs and patterns.
        limits: How much of a pack is unpacked.
        known: Whether to read what the `sources.csv` of a folder says; those within packs are read anyway.

    Raises:
        UsageError: A path does not exist, a pattern matches nothing, or there is nothing to import.
    """
    named = [Path(path) for path in paths]
    about: _About = cache(read_sources) if known else _unknown
    found: dict[tuple[str, str], Found] = {}
    seen: set[str] = set()
    for top in named:
        # A file goes before the links to it, whatever the order of the folder on disk.
        for base, path, within in sorted(_files_at(top), key=lambda at: (at[1].is_symlink(), at[1], at[2])):
            real = os.path.realpath(path)
            if not within and real in seen:
                continue
            seen.add(real)
            for one in _contents(base, path, within, limits, about):
                found.setdefault((real, one.name if one.positions else ""), one)
    if not found:
        where = ", ".join(str(path) for path in named) or None
        raise UsageError(
            "documents to import", "none", where=where, hint="name files, or folders that hold some"
        )
    return tuple(sorted(found.values(), key=lambda one: (one.name, str(one.path))))


def _unknown(folder: Path) -> Mapping[str, Mapping[str, str]]:
    del folder
    return {}


_About = Callable[[Path], Mapping[str, Mapping[str, str]]]


def _contents(base: Path, path: Path, within: str, limits: Limits, about: _About) -> Iterator[Found]:
    """Yield a file, or the documents of a pack that lie at a path within it."""
    name = _writable(path.relative_to(base).as_posix())

    def said(file: str, inside: Mapping[str, str]) -> Mapping[str, str]:
        below = file.removeprefix(f"{name}/") if file != name else ""
        beside = written_name(f"{path.name}/{below}" if below else path.name)
        return {**inside, **(about(path.parent).get(beside) or about(base).get(written_name(file)) or {})}

    if (problem := _no_file(path, name)) is not None:
        yield Found(path, name, said(name, {}), problem=problem)
        return
    if not is_pack(path):
        yield Found(path, name, said(name, {}))
        return
    pack = list_pack(path, name, limits)
    if pack.problem:
        yield Found(path, name, said(name, {}), problem=pack.problem)
    for member in pack.members:
        if within in ("", member.name) or member.name.startswith(f"{within}/"):
            file = f"{name}/{member.name}"
            metadata = said(file, pack.about.get(member.name, {}))
            yield Found(path, file, metadata, member.positions, member.sha256)


def _files_at(top: Path) -> Iterator[tuple[Path, Path, str]]:
    """Yield the folder that a file is named below, the file, and the path within it where it is a pack."""
    if top.is_dir():
        yield from ((top, path, "") for path in _below(top))
    elif top.is_file():
        yield top.parent, top, ""
    elif top.exists():
        raise UsageError("a file or a folder", "a device or a pipe", where=str(top))
    elif (pack := _pack_around(top)) is not None:
        yield pack.parent, pack, top.relative_to(pack).as_posix()
    elif glob.has_magic(str(top)):
        yield from ((base, path, "") for base, path in _matches(top))
    else:
        raise UsageError("a file or a folder", "nothing", where=str(top), hint=_near(top))


def _below(top: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(top):
        made = _MADE if DESCRIPTOR in files else ()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in made]
        links = (name for name in folders if Path(folder, name).is_symlink())
        kept = (name for name in (*files, *links) if name != DESCRIPTOR)
        yield from (Path(folder, name) for name in kept if _is_document(Path(folder, name)))


def _matches(pattern: Path) -> Iterator[tuple[Path, Path]]:
    base = next(parent for parent in pattern.parents if not glob.has_magic(str(parent)))
    matches = sorted(Path(match) for match in glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - Path.glob follows hidden folders
    if not matches:
        hint = "`*` is any name, `**` any folders: 'papers/**/*.pdf'"
        raise UsageError("files that match", "none", where=str(pattern), hint=hint)
    for match in matches:
        if match.is_dir():
            yield from ((base, path) for path in _below(match))
        elif _is_document(match):
            yield base, match


def _pack_around(path: Path) -> Path | None:
    around = next((parent for parent in path.parents if parent.exists()), None)
    return around if around is not None and around.is_file() else None


def _is_document(path: Path) -> bool:
    name = path.name
    # A link to a folder, and one that leads nowhere, is reported where it is read.
    there = path.is_file() or _is_special(path) or path.is_symlink()
    return there and not name.startswith((".", "README")) and name != FILE_NAME


def _no_file(path: Path, name: str) -> UnreadableDocument | None:
    """Return why something in a folder is not read that is neither a file nor a folder of its own."""
    expected = "a file that can be read"
    if _is_special(path):
        hint = "copy what it gives into a file, or leave it out"
        return UnreadableDocument(expected, "a device or a pipe", where=name, hint=hint)
    if path.is_dir():
        hint = "it is not followed, as it may lead round in a circle; name that folder too, or copy it here"
        return UnreadableDocument(expected, "a link to a folder", where=name, hint=hint)
    return None


def _is_special(path: Path) -> bool:
    """Tell whether a path is no file or folder but a pipe, a device or the like, which may never end."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _near(path: Path) -> str | None:
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    return did_you_mean(str(path), map(str, beside))


def _writable(name: str) -> str:
    # A file name may hold bytes that are no UTF-8; a dataset's text may not.
    return name.encode("utf-8", "replace").decode("utf-8")
