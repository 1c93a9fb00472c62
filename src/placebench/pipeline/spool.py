"""Rows of documents that were read, in a temporary file, so that memory does not grow with the documents."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Hashable
from threading import Lock
from types import TracebackType
from typing import Any, Self, TypeVar

import attrs

from placebench.dataset.part import Part, Rows
from placebench.errors import DatasetError
from placebench.pipeline.messages import receive, send
from placebench.pipeline.pointers import Pointers, given, needed
from placebench.pipeline.report import DocumentReport, Outcome

T = TypeVar("T", bound=Hashable)

_IN_MEMORY = 16 * 1024 * 1024
"""Bytes that are worth no file."""


class Spool:
    """A file of rows for as long as it is open; any thread may write and read."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed on exit
        self._lock = Lock()
        self._same: dict[Any, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def outcome(self, outcome: Outcome) -> SpooledOutcome:
        """Return an outcome with its rows in the file, and without what its importers answered.

        Raises:
            DatasetError: The disk refuses.
        """
        parts: list[SpooledPart] = []
        for part in outcome.parts:
            parts.append(self.part(part, *parts[:1]))
        return SpooledOutcome(tuple(parts), self._small(outcome.report))

    def part(self, part: Part, host: SpooledPart | None = None) -> SpooledPart:
        """Return a part whose rows lie in the file.

        Args:
            part: The part.
            host: The part of the host for the same document, which meets what is needed of it.

        Raises:
            DatasetError: The disk refuses.
        """
        gives, needs, source = given(part.rows), needed(part.rows), part.source_id
        if host is not None:
            gives, needs = self._one(gives), self._one(needs - host.gives)
            source = host.source_id if host.source_id == source else source
        return SpooledPart(part.key, source, gives, needs, self, self._put(part.rows))

    def read(self, position: int) -> Any:  # noqa: ANN401 - whatever was put there
        """Return what was put at a position."""
        with self._lock:
            self._file.seek(position)
            return receive(self._file)

    def _small(self, report: DocumentReport) -> DocumentReport:
        """Return a report whose words are those of the reports before, as each has its own when it comes."""
        return attrs.evolve(
            report,
            outcome=self._one(report.outcome),
            importers=self._one(report.importers),
            rows={self._one(table): rows for table, rows in report.rows.items()},
        )

    def _one(self, value: T) -> T:
        """Return the value that was first here of all that are equal."""
        first: T = self._same.setdefault(value, value)
        return first

    def _put(self, value: object) -> int:
        with self._lock:
            try:
                position = self._file.seek(0, os.SEEK_END)
                send(self._file, value)
            except OSError as error:
                where, hint = tempfile.gettempdir(), "make room, or name another folder in TMPDIR"
                raise DatasetError("to write a temporary file", str(error), where=where, hint=hint) from error
            return position


@attrs.frozen(eq=False)
class SpooledPart:
    """A part whose rows are read whenever they are asked for.

    Attributes:
        key: Names everything that the rows depend on.
        source_id: The source that the rows are of; the empty text where none names one.
        gives: What its rows can be pointed to by.
        needs: What its rows point to, and the host does not give.
    """

    key: str
    source_id: str
    gives: Pointers
    needs: Pointers
    _spool: Spool
    _position: int

    @property
    def rows(self) -> Rows:
        """Rows by table."""
        rows: Rows = self._spool.read(self._position)
        return rows


@attrs.frozen(eq=False)
class SpooledOutcome:
    """The parts that one document gives, and the report on it; see `Outcome`."""

    parts: tuple[SpooledPart, ...]
    report: DocumentReport
