"""Which files to import: files and folders as the caller named them, each with what is known of it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from os import PathLike
from pathlib import Path

import attrs

from placebench.dataset.files import DESCRIPTOR
from placebench.documents import read_sources
from placebench.documents.sources import FILE_NAME
from placebench.errors import UsageError

_MADE = frozenset({"data", "comparisons"})
"""Folders that a dataset and its comparisons are saved in, beside its descriptor."""


@attrs.frozen
class Found:
    """A file to import.

    Attributes:
        path: Where it is.
        name: What to call it: its path below the folder that was named, with `/` on every system.
        metadata: What a `sources.csv` beside it, or in the folder that was named, says of it.
    """

    path: Path
    name: str
    metadata: Mapping[str, str] = attrs.field(hash=False)


def find_documents(paths: Iterable[str | PathLike[str]]) -> tuple[Found, ...]:
    """Return the files to import, sorted, each once.

    Folders are searched to the bottom; hidden files and folders, `sources.csv`, files that begin with README
    and what a dataset saved among them holds are left out, unless a file is named itself.

    Raises:
        UsageError: A path does not exist, or there is nothing to import.
    """
    named = [Path(path) for path in paths]
    about = cache(read_sources)
    found: dict[Path, Found] = {}
    for top in named:
        for path in _files_at(top):
            name = path.name if path == top else path.relative_to(top).as_posix()
            metadata = about(path.parent).get(path.name) or about(top).get(name) or {}
            found.setdefault(path.resolve(), Found(path, _writable(name), metadata))
    if not found:
        where = ", ".join(str(path) for path in named) or None
        raise UsageError(
            "documents to import", "none", where=where, hint="name files, or folders that hold some"
        )
    return tuple(sorted(found.values(), key=lambda one: (one.name, str(one.path))))


def _files_at(top: Path) -> Iterator[Path]:
    if top.is_dir():
        for folder, folders, files in os.walk(top):
            made = _MADE if DESCRIPTOR in files else ()
            folders[:] = [name for name in folders if not name.startswith(".") and name not in made]
            kept = (name for name in files if name != DESCRIPTOR)
            yield from (Path(folder, name) for name in kept if _is_document(Path(folder, name)))
    elif top.exists():
        yield top
    else:
        raise UsageError("a file or a folder", "nothing", where=str(top), hint=_near(top))


def _is_document(path: Path) -> bool:
    name = path.name
    return path.is_file() and not name.startswith((".", "README")) and name != FILE_NAME


def _near(path: Path) -> str | None:
    beside = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, beside, n=1)
    return f"did you mean {path.parent / near[0]}?" if near else None


def _writable(name: str) -> str:
    # A file name may hold bytes that are no UTF-8; a dataset's text may not.
    return name.encode("utf-8", "replace").decode("utf-8")
