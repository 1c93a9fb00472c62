"""What other processes do for a report, begun before there is anything to lay out."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import attrs

from placebench.dataset import Dataset
from placebench.drawing_engine import Engine
from placebench.pipeline.source_texts import Places
from placebench.report.early import Early
from placebench.report.sources import SourceBook, source_book


@attrs.frozen(eq=False)
class Ahead:
    """What was begun.

    Attributes:
        early: What takes each result as soon as it is made.
        engine: What draws.
        sources: The documents behind the report.
    """

    early: Early
    engine: Engine
    sources: Future[SourceBook]


@contextmanager
def begun(dataset: Dataset, documents: Places = None, *, engine: Engine | None = None) -> Iterator[Ahead]:
    """Start the engine that draws, and open documents, while the caller makes the tables of a report.

    Args:
        dataset: The dataset.
        documents: Folders or packs of the source documents; without any none is looked for.
        engine: What draws, where it was started already.
    """
    with engine or Engine() as started, ThreadPoolExecutor(1) as aside:
        sources = aside.submit(source_book, dataset, documents)
        yield Ahead(Early(dataset, started), started, sources)
