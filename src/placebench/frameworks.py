"""Frameworks as a plugin: ratings by a framework in a TOML file are read, in sheets and in papers."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import attrs

from placebench.assessment.framework import MaturityFramework
from placebench.assessment.framework_file import parse_framework
from placebench.assessment.paper_importer import PaperImporter
from placebench.assessment.table_importer import TableImporter
from placebench.errors import UsageError
from placebench.hookspecs import hookimpl
from placebench.model import Framework
from placebench.nearest import file_beside

_DIGITS = 12


def load_framework(path: str | os.PathLike[str]) -> MaturityFramework:
    """Read a framework from a file.

    Raises:
        UsageError: There is no such file.
        CodebookError: The file has an entry that cannot be used; the message says in which line.
    """
    return parse_framework(str(path), _bytes(Path(path)))


def _importers(path: str | os.PathLike[str]) -> tuple[TableImporter, PaperImporter]:
    data = _bytes(Path(path))
    framework = parse_framework(str(path), data)
    name = f"framework:{framework.framework.framework_id}"
    version = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return TableImporter(name, version, framework), PaperImporter(f"{name}:papers", version, framework)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = file_beside(path, otherwise="`placebench framework new` writes one")
        raise UsageError(
            "the file of a framework", error.strerror or "none", where=str(path), hint=hint
        ) from error


@attrs.frozen
class FrameworkPlugin:
    """A plugin made of the file of one framework.

    Its importer of tables of ratings is called `framework:<identifier>`, that of papers has `:papers` behind
    it, and their version is a digest of the file. The file is read once, here; other processes get what was
    read.

    Args:
        path: The file.

    Raises:
        UsageError: There is no such file.
        CodebookError: The file has an entry that cannot be used; the message says in which line.
    """

    importers: tuple[TableImporter, PaperImporter] = attrs.field(converter=_importers, alias="path")

    @property
    def __name__(self) -> str:
        """What lists of plugins call it."""
        return self.importers[0].name

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The framework, which documents may name."""
        return (self.importers[1].framework.framework,)

    @hookimpl
    def placebench_importers(self) -> tuple[TableImporter, PaperImporter]:
        """Register the importers."""
        return self.importers
