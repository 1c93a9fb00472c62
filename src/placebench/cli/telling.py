"""Progress and problems of an import, on stderr: for people, or as JSON lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from placebench.cli.asked import JSON
from placebench.cli.output import complain, terminal_width
from placebench.cli.tables import shown
from placebench.pipeline import OK, DocumentReport, ImportRun
from placebench.pipeline.rejected import together_in_words
from placebench.pipeline.run import Progress

_NOTE = "note"
_MOST_NAMES = 20
_DOCUMENT = "\0"
"""Stands for the name of a document in what several share; no name holds it."""
_CLEAR_LINE = "\r\x1b[K"


@contextmanager
def progress_for(log_format: str, *, quiet: bool) -> Iterator[Progress | None]:
    """Give what to call after each document: a counter on a terminal, an event as JSON, else nothing."""
    if log_format == JSON:
        yield _log_progress
    elif quiet:
        yield None
    else:
        with counter() as count:
            yield None if count is None else lambda report, done, total: count(report.path, done, total)


@contextmanager
def counter() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give what to call with the name of each document that is done, their number and that of all.

    It counts on one line of stderr; where that is no terminal there is nothing to call.
    """
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _count
    finally:
        click.echo(_CLEAR_LINE, err=True, nl=False)


def tell(run: ImportRun, log_format: str) -> None:
    """Tell of every plugin that cannot be used and of every document with a problem.

    Args:
        run: The import.
        log_format: `json` for one event a document, with or without a problem; else one line a problem.
    """
    if log_format == JSON:
        _log(run)
        return
    for plugin in run.plugins:
        if plugin.error:
            complain(f"plugin {plugin.name} is {plugin.state}: {shown(plugin.error)}")
    for line in _problems(run.reports):
        complain(shown(line))


def _problems(reports: Iterable[DocumentReport]) -> Iterator[str]:
    """Yield a line a problem; one that several documents share is told once, with their names."""
    alike: dict[tuple[str, str], list[tuple[str, str]]] = {}
    given = tuple(reports)
    for report in given:
        kind = _NOTE if report.outcome == OK else report.outcome
        for message in report.problems:
            shared = message.replace(report.path, _DOCUMENT)
            alike.setdefault((kind, shared), []).append((report.path, message))
    for (kind, shared), said in alike.items():
        path, message = said[0]
        if len(said) == 1:
            yield f"{kind}: {message}" if path in message else f"{kind}: {path}: {message}"
        else:
            about = shared.removeprefix(f"{_DOCUMENT}: ").replace(_DOCUMENT, "the document").rstrip(".")
            names = ", ".join(path for path, _ in said[:_MOST_NAMES])
            more = f" and {len(said) - _MOST_NAMES} more" if len(said) > _MOST_NAMES else ""
            yield f"{kind}: {len(said)} documents: {about}: {names}{more}"
    for line in together_in_words(report.broken for report in given):
        yield f"{_NOTE}: {line}"


def _count(path: str, done: int, total: int) -> None:
    line = f"{done} of {total} documents: {shown(path)}"
    click.echo(f"{_CLEAR_LINE}{line[: terminal_width() - 1]}", err=True, nl=False)


def _log_progress(report: DocumentReport, done: int, total: int) -> None:
    _logger().info("progress", path=report.path, done=done, total=total)


def _log(run: ImportRun) -> None:
    logger = _logger()
    for plugin in run.plugins:
        if plugin.error:
            logger.warning("plugin", name=plugin.name, state=plugin.state, error=str(plugin.error))
    for report in run.reports:
        fine = logger.warning if report.rejected else logger.info
        log = fine if report.outcome == OK else logger.error
        log(
            "document",
            path=report.path,
            outcome=report.outcome,
            importers=report.importers,
            rows=dict(report.rows),
            rejected=report.rejected,
            sentences=report.sentences,
            stating=report.stating,
            messages=report.messages,
        )


def _logger() -> Any:  # noqa: ANN401 - structlog types its loggers so
    import structlog

    return structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
