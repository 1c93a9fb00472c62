"""How much of a document is read before it is refused: documents come from strangers, and may be bombs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

MEGABYTE = 1024 * 1024


def _most(default: int, unit: str, says: str, least: int = 1) -> int:
    field: int = attrs.field(
        default=default,
        validator=attrs.validators.ge(least),
        metadata={"unit": unit, "says": says, "least": least},
    )
    return field


@attrs.frozen(kw_only=True)
class Limits:
    """What one document, or one pack of documents, may take and hold.

    A document beyond a limit is refused with a message that names the limit; nothing of it is kept.

    Attributes:
        timeout: Seconds for reading and coding a document; holds in child processes alone.
        memory: Megabytes of address space of a process that reads documents, interpreter included; holds in
            child processes alone, and where the operating system can limit it.
        size: Megabytes of a file.
        pages: Pages of a PDF document.
        words: Words of a PDF document.
        parts: Files in an office document, which is a zip archive.
        part_size: Megabytes of one file in an office document, once unpacked.
        unpacked: Megabytes of all files that are read of an office document, once unpacked.
        characters: Characters of a workbook; a cell can be repeated many times in few bytes.
        cells: Filled or merged cells of a workbook; empty cells cost nothing, wherever the last one stands.
        nesting: Depth of elements within elements of a page, since the time of a parser grows with it.
        table_nesting: Depth of tables within tables of a Word document; what lies deeper is read as
            paragraphs of the deepest, and nothing is refused.
        pack_files: Files in a pack, those of packs within it included.
        pack_unpacked: Megabytes of all files in a pack, once unpacked.
        pack_nesting: Depth of packs within packs; 1 is a pack that holds documents alone.
    """

    timeout: int = _most(120, "SECONDS", "Time for reading and coding one document")
    memory: int = _most(2048, "MB", "Memory of a process that reads documents", least=256)
    size: int = _most(256, "MB", "Size of a file")
    pages: int = _most(5_000, "N", "Pages of a PDF document")
    words: int = _most(5_000_000, "N", "Words of a PDF document")
    parts: int = _most(10_000, "N", "Files within an office document")
    part_size: int = _most(64, "MB", "Size of one file within an office document, unpacked")
    unpacked: int = _most(192, "MB", "Size of all that is read of an office document, unpacked")
    characters: int = _most(50_000_000, "N", "Characters of a workbook")
    cells: int = _most(250_000, "N", "Filled or merged cells of a workbook")
    nesting: int = _most(2_000, "N", "Depth of elements within elements of a web page")
    table_nesting: int = _most(20, "N", "Depth of tables within tables that are told apart")
    pack_files: int = _most(10_000, "N", "Files within a pack, those of packs in it included")
    pack_unpacked: int = _most(4096, "MB", "Size of all files within a pack, unpacked")
    pack_nesting: int = _most(3, "N", "Depth of packs within packs")


DEFAULT_LIMITS = Limits()
_CURRENT: ContextVar[Limits] = ContextVar("limits", default=DEFAULT_LIMITS)


def limits() -> Limits:
    """Return the limits that hold where a document is read just now."""
    return _CURRENT.get()


@contextmanager
def limited(to: Limits) -> Iterator[None]:
    """Let other limits hold for what is read inside."""
    token = _CURRENT.set(to)
    try:
        yield
    finally:
        _CURRENT.reset(token)
