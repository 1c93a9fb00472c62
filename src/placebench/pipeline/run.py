"""Many documents: each once, in any executor, then one dataset."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor
from functools import partial
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import attrs

from placebench import dataset
from placebench.codebook import load_additions
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.errors import DatasetError, PlacebenchError, UnreadableDocument, UsageError
from placebench.frameworks import FrameworkPlugin
from placebench.pipeline.again import Again
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.one import Work, code_that_reads, unread_outcome
from placebench.pipeline.readers import Start, reading
from placebench.pipeline.references import with_references_met
from placebench.pipeline.remembered import Remembered
from placebench.pipeline.report import FAILED, OK, DocumentReport, Outcome
from placebench.pipeline.spool import Spool, SpooledOutcome
from placebench.plugin_states import DUPLICATE, PluginState
from placebench.plugins import Registry, discover
from placebench.profiles import profile_plugins

if TYPE_CHECKING:
    from placebench.dataset import Dataset

_ALL_READ = "an executor that goes on until all documents are read"
_RESUME = "start it again; with a cache, what was read is not read again"

T = TypeVar("T")

_Waiting = SpooledOutcome | tuple[Found, Callable[[], SpooledOutcome]]
"""What became of a document, or what waits for it."""

Progress = Callable[[DocumentReport, int, int], None]
"""Called with the report on a document, how many documents are done, and how many there are."""


@attrs.frozen
class ImportRun:
    """What an import gave.

    Attributes:
        dataset: All rows of all documents.
        reports: What became of each document, in the order of their names.
        plugins: The plugins, those that could not be used among them.
        remembered: Names of the documents that were read in an earlier run and not again.
    """

    dataset: Dataset
    reports: tuple[DocumentReport, ...]
    plugins: tuple[PluginState, ...]
    remembered: frozenset[str] = frozenset()

    @property
    def exit_code(self) -> int:
        """0 if all went well; 1 where a document or a row was refused or failed, or plugins share a name."""
        whole = all(report.outcome == OK and not report.rejected for report in self.reports)
        return 0 if whole and all(plugin.state != DUPLICATE for plugin in self.plugins) else 1


def import_documents(
    paths: Iterable[str | PathLike[str]],
    *,
    importer: str | None = None,
    plugins: Registry | None = None,
    profiles: Iterable[str | PathLike[str]] = (),
    codebook: Iterable[str | PathLike[str]] = (),
    frameworks: Iterable[str | PathLike[str]] = (),
    limits: Limits = DEFAULT_LIMITS,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: str | PathLike[str] | None = None,
    again: Again | None = None,
    on_progress: Progress | None = None,
) -> ImportRun:
    """Import documents into one dataset.

    Each document is read in a child process, within limits, so that one that hangs or crashes costs itself
    alone. The dataset is the same however many processes there are, and where they are.

    Args:
        paths: Files, folders, packs (zip archives) and patterns such as `papers/**/*.pdf`; a `sources.csv`
            beside documents says what is known of them.
        importer: Name of the only importer to ask; without it the one that knows a part best reads it.
        plugins: The plugins to use; those that are installed unless given.
        profiles: Files of systems to read as well; each takes the place of a plugin that reads its system.
        codebook: Files of additions to the coding frame, for every importer that reads by it.
        frameworks: Files of maturity frameworks by which tables of ratings are read.
        limits: What one document may take and hold.
        jobs: How many documents are read at a time; as many as there are processors unless given. With 0
            they are read in this process, one after another, and no limit on time or memory holds: for
            debugging, and for plugins that another process cannot import.
        executor: Where documents are read instead; each of its workers starts a child of its own, unless
            `jobs` is 0. Its processes must be able to import the plugins, and find the documents under the
            same paths.
        cache: Folder that remembers what became of each document, as soon as it is read; a later run takes
            from it what would come to the same. Without one every document is read.
        again: `failed` to read again what failed before, `all` to read everything again.
        on_progress: Called after each document, in the order of their names.

    Raises:
        UsageError: A path, a profile, a framework or an importer does not exist, there is nothing to import,
            a child process cannot load the plugins, or the executor ended before all was read.
        CodebookError: A profile, a framework or an addition has an entry that cannot be used.
        DatasetError: The cache cannot be written, or there is no room for temporary files.
    """
    first, same = _once(find_documents(_listed(paths), limits))
    registry = registry_with(profiles, codebook, frameworks, plugins=plugins)
    registry.select(importer)
    code = None if executor is None else code_that_reads(registry)
    work = Work(registry, importer, limits, code)
    remembered = None if cache is None else Remembered.of(Path(cache), work, again)
    total = len(first)
    with Spool() as spool:
        known = deque(_known(one, remembered, spool) for one in _let_go(first))
        before = frozenset(one.report.path for one in known if isinstance(one, SpooledOutcome))
        with reading([one for one in known if isinstance(one, Found)], jobs, limits, executor) as start:
            keep = partial(_kept, remembered, spool)
            waiting = deque(_started(start, work, one, keep) for one in _let_go(known))
            # Its libraries load while the first documents are read, and only here: a worker builds no tables.
            build = dataset.Dataset.build
            outcomes: list[SpooledOutcome] = []
            for outcome in _outcomes(waiting, spool):
                outcomes.append(outcome)
                if on_progress:
                    on_progress(outcome.report, len(outcomes), total)
        met = deque(with_references_met(outcomes, spool))
        outcomes.clear()
        reports = [outcome.report for outcome in met]
        parts = (part for outcome in _let_go(met) for part in outcome.parts)
        built = build(parts, build_version=version("placebench"))
    reports = [*_with_other_formats(reports, built), *_same(same, reports)]
    reports.sort(key=lambda report: report.path)
    return ImportRun(built, tuple(reports), registry.plugins, before)


def registry_with(
    profiles: Iterable[str | PathLike[str]] = (),
    codebook: Iterable[str | PathLike[str]] = (),
    frameworks: Iterable[str | PathLike[str]] = (),
    *,
    plugins: Registry | None = None,
) -> Registry:
    """Return the plugins that are installed, or those given, with profiles beside them.

    Args:
        profiles: Files of systems.
        codebook: Files of additions to the coding frame.
        frameworks: Files of maturity frameworks.
        plugins: The plugins to use; those that are installed unless given.

    Raises:
        UsageError: A profile or a framework does not exist, or two profiles are of one system.
        CodebookError: A profile, a framework or an addition cannot be used.
    """
    given: list[object] = [*profile_plugins(_listed(profiles))]
    given += [FrameworkPlugin(path) for path in _listed(frameworks)]
    additions = [load_additions(Path(path)) for path in _listed(codebook)]
    if plugins is None:
        return discover(given, additions=additions)
    if not given and not additions:
        return plugins
    known = plugins.settings
    return discover(
        (*known.extra, *given), installed=known.installed, additions=(*known.additions, *additions)
    )


def _listed(paths: Iterable[str | PathLike[str]] | str | PathLike[str]) -> list[str | PathLike[str]]:
    return [paths] if isinstance(paths, str | PathLike) else list(paths)


def _once(found: Iterable[Found]) -> tuple[deque[Found], list[tuple[str, str]]]:
    """Return each content once, and the names of what holds the same, each with the name that is read."""
    first: dict[str, Found] = {}
    again: list[tuple[str, str]] = []
    for one in (each.hashed() for each in found):
        # What cannot be read has no hash; until that is reported its path tells it from others.
        seen = first.setdefault(one.sha256 or str(one.path), one)
        if seen is not one:
            again.append((one.name, seen.name))
    return deque(first.values()), again


def _let_go(values: deque[T]) -> Iterator[T]:
    """Yield values that nobody holds any longer here, as of many documents they take much memory."""
    while values:
        yield values.popleft()


def _same(again: Iterable[tuple[str, str]], reports: Iterable[DocumentReport]) -> Iterator[DocumentReport]:
    """Report on documents that hold the bytes of another, with what became of that one."""
    became = {report.path: report for report in reports}
    for name, seen in again:
        report = became[seen]
        message = f"{name} holds the same bytes as {seen}, which was read once."
        if report.outcome == FAILED:
            # What is wrong with a file matters more than that another has the same fault.
            message = "; ".join(report.problems).replace(seen, name)
        yield DocumentReport(name, report.outcome, problems=(message,))


def _with_other_formats(reports: Iterable[DocumentReport], built: Dataset) -> Iterator[DocumentReport]:
    """Say of a document that is another one in a second format that comparisons count the two once."""
    papers = dataset.same_papers(built.frame)
    names = dict(built.frame("sources").select("source_id", "path").collect().iter_rows()) if papers else {}
    other = {names[one]: names[first] for one, first in papers.items()}
    for report in reports:
        first = other.get(report.path)
        said = f"{report.path} says in another format what {first} says: comparisons count the two once."
        yield attrs.evolve(report, problems=(*report.problems, said)) if first else report


def _known(found: Found, remembered: Remembered | None, spool: Spool) -> SpooledOutcome | Found:
    """Return what a document came to before; where it has to be read, what is known of it."""
    if remembered is None:
        return found
    known = remembered.find(found)
    return spool.outcome(known) if isinstance(known, Outcome) else known


def _kept(remembered: Remembered | None, spool: Spool, found: Found, outcome: Outcome) -> SpooledOutcome:
    if remembered is not None:
        remembered.keep(found, outcome)
    return spool.outcome(outcome)


def _outcomes(waiting: deque[_Waiting], spool: Spool) -> Iterator[SpooledOutcome]:
    for one in _let_go(waiting):
        if isinstance(one, SpooledOutcome):
            yield one
            continue
        found, outcome = one
        try:
            yield outcome()
        except (UsageError, DatasetError):
            raise
        except CancelledError as error:
            # A document that ends its worker is told otherwise; this is the end of whoever runs workers.
            raise UsageError(_ALL_READ, "one that gave up", where=found.name, hint=_RESUME) from error
        except Exception as error:  # noqa: BLE001 - whatever ends a worker, the others go on
            reason = error if isinstance(error, PlacebenchError) else _unfinished(found, error)
            yield spool.outcome(unread_outcome(found, reason))


def _started(
    start: Start,
    work: Work,
    found: Found | SpooledOutcome,
    keep: Callable[[Found, Outcome], SpooledOutcome],
) -> _Waiting:
    if isinstance(found, SpooledOutcome):
        return found
    try:
        return found, start(work, found, keep)
    except Exception as error:  # noqa: BLE001 - an executor whose workers died takes no more
        return found, partial(_raise, error)


def _raise(error: Exception) -> SpooledOutcome:
    raise error


def _unfinished(found: Found, error: Exception) -> UnreadableDocument:
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UnreadableDocument("the document to be read to its end", text, where=found.name)
