"""Figures as files: each picture of the page by itself, with its figures as CSV and its words in a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import attrs
import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables
from placebench.dataset import Dataset
from placebench.drawing_engine import Engine
from placebench.plots.render import rasterised
from placebench.plots.titled import titled
from placebench.report.content import Picture
from placebench.report.dated import dated
from placebench.report.downloads import csv_of
from placebench.report.drawings import DRAWINGS
from placebench.report.pictures import left_out, pictures
from placebench.report.prepared import prepared, wording_of

FORMS = ("svg", "png")
LIST = "figures.csv"


@attrs.frozen
class Figures:
    """What was written.

    Attributes:
        folder: Where the files are.
        written: The pictures, in the order of the page.
        left_out: Why others were not drawn although there is something to show.
    """

    folder: Path
    written: tuple[Picture, ...]
    left_out: tuple[str, ...]


def write_figures(
    dataset: Dataset,
    results: Iterable[Result],
    folder: Path | str,
    *,
    forms: Collection[str] = FORMS,
    scale: float = 2.0,
    part: Tables | None = None,
    on_progress: Callable[[Picture], None] = lambda _: None,
) -> Figures:
    """Write every picture of a report as files of its own; files of the same name are replaced.

    A picture `NAME` gives `NAME.svg`, `NAME.png` and `NAME.csv`, and `NAME-RESULT.csv` for a further result
    that it shows; title, n and how to read it stand in the picture. `figures.csv` lists them with these, and
    with text for those who do not see them.

    Args:
        dataset: The dataset.
        results: What methods found in it; of two with one name the first is drawn.
        folder: Where the files go.
        forms: `svg`, `png`, or both.
        scale: Pixels of a PNG for each pixel of the picture.
        part: The part of the dataset that the results are about; all of it where None.
        on_progress: Called with each picture when its files are written.
    """
    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    wording = wording_of(dataset)
    by_name = prepared([*results, dated(part or dataset, wording.names)], wording.of)
    with Engine() as engine:
        written = list(pictures(by_name, engine).values())
        for drawn in written:
            _write(drawn, by_name, path, forms, scale)
            on_progress(drawn)
    columns = {"figure": "id", "title": "title", "n": "n", "how_to_read_it": "key", "alt_text": "alt"}
    rows = {column: [getattr(one, of) for one in written] for column, of in columns.items()}
    pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String)).write_csv(path / LIST)
    reasons = tuple(filter(None, (left_out(name, by_name) for name in DRAWINGS)))
    return Figures(path, tuple(written), reasons)


def _write(
    drawn: Picture, results: Mapping[str, Result], folder: Path, forms: Collection[str], scale: float
) -> None:
    alone = titled(drawn.svg, drawn.title, notes=(drawn.n, drawn.key))
    if "svg" in forms:
        (folder / f"{drawn.id}.svg").write_text(_described(alone, drawn), "utf-8")
    if "png" in forms:
        (folder / f"{drawn.id}.png").write_bytes(rasterised(alone, scale=scale))
    for name, result in _tables(drawn, results):
        (folder / f"{name}.csv").write_text(csv_of(result), "utf-8", newline="")


def _tables(drawn: Picture, results: Mapping[str, Result]) -> Iterator[tuple[str, Result]]:
    first, *others = DRAWINGS[drawn.id].results
    yield drawn.id, results[first]
    for name in others:
        yield f"{drawn.id}-{name}", results[name]


def _described(alone: str, drawn: Picture) -> str:
    """Return the picture as a file that says what it shows to those who do not see it too."""
    head, _, body = alone.partition(">")
    said = f"<title>{escape(drawn.title)}</title><desc>{escape(drawn.alt)}</desc>"
    return f'{head} role="img">{said}{body}'
