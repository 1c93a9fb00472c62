"""Which documents have golden files, and which golden files have documents."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from placebench.testing.subject import GOLDEN_SUFFIX, Subject

_SHOWN = 3
_ANY = "NAME"


def golden_file(folder: Path, name: str) -> Path:
    """Return where the golden file of a document is."""
    return folder / f"{name}{GOLDEN_SUFFIX}"


def keep_hint(subject: Subject, name: str) -> str:
    """Say how a document that has no golden file becomes one of the importer's own."""
    return f"it has no golden file, {name}{GOLDEN_SUFFIX}: if it is its own, `{_command(subject, name)}`"


def without_golden(subject: Subject) -> str | None:
    """Say which documents lie with the importer's own and count as others'; None where there are none."""
    names = sorted(subject.unkept)
    if not names:
        return None
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    one = len(names) == 1
    return (
        f"{len(names)} {'document has' if one else 'documents have'} no golden file and must be refused: "
        f"{', '.join(names[:_SHOWN])}{more}; `{_command(subject, _ANY)}` makes one the importer's own"
    )


def without_document(subject: Subject, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each document that is gone while its golden file is there, and what to do about it."""
    there = {one.name for one in (*subject.own, *subject.others)}
    for path in sorted(folder.rglob(f"*{GOLDEN_SUFFIX}")):
        name = path.relative_to(folder).as_posix().removesuffix(GOLDEN_SUFFIX)
        if name not in there:
            yield (
                name,
                f"no document for {path.name}; delete the golden file, or put the document back",
            )


def _command(subject: Subject, name: str) -> str:
    return f"placebench golden update {subject.importer.name} --document {shlex.quote(name)}"
