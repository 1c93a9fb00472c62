"""A study run: its results, and the manifest by which its tables can be made again."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs
import polars as pl

from placebench.benchmark.dating import date_words, with_dates
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables
from placebench.benchmark.study.choices import Study
from placebench.benchmark.study.methods import OpenDataset, Work, results
from placebench.benchmark.study.selection import chosen
from placebench.errors import UsageError

MANIFEST = "manifest.json"


@attrs.frozen(eq=False)
class StudyRun:
    """What a study gave.

    Attributes:
        study: The study.
        results: Its tables, in the order in which a reader meets them.
        notes: What is to be said of the choice of facts.
        dataset_id: Identifier of the dataset, where it has one.
        importers: Names and versions of the importers whose facts it has.
        tables: The part of the dataset that the study is about.
    """

    study: Study
    results: tuple[Result, ...]
    notes: tuple[str, ...]
    dataset_id: str | None
    importers: tuple[str, ...]
    tables: Tables | None = None

    def __getitem__(self, name: str) -> Result:
        """Return a result by its name; raise `KeyError` where the study has none of that name."""
        return {result.name: result for result in self.results}[name]

    @property
    def unanswered(self) -> tuple[Result, ...]:
        """Tables without a case, because the cases cannot answer what was asked; their notes say why."""
        return tuple(result for result in self.results if result.denominators.get("cases") == 0)

    def save(self, folder: Path | str) -> Path:
        """Write each table to `<name>.csv` in a folder, then `manifest.json`, and return the manifest."""
        folder = Path(folder)
        files = {result.name: result.to_csv(folder) for result in self.results}
        about = self.manifest() | {"tables": [_described(one, files[one.name]) for one in self.results]}
        path = folder / MANIFEST
        unfinished = path.with_suffix(".json.part")
        unfinished.write_text(json.dumps(about, indent=1, ensure_ascii=False, default=str) + "\n", "utf-8")
        unfinished.replace(path)
        return path

    def manifest(self) -> dict[str, Any]:
        """Return what the tables depend on: versions, the dataset and every choice."""
        return {
            "title": self.study.title,
            "dataset_id": self.dataset_id,
            "importers": list(self.importers),
            "versions": {
                "placebench": version("placebench"),
                "polars": pl.__version__,
                "numpy": version("numpy"),
                "python": platform.python_version(),
            },
            "choices": _choices(self.study),
            "notes": list(self.notes),
        }


def run_study(
    dataset: Tables,
    study: Study | None = None,
    *,
    open_dataset: OpenDataset | None = None,
    on_result: Callable[[Result], None] = lambda _: None,
) -> StudyRun:
    """Make every table of a study.

    Args:
        dataset: The tables.
        study: What to compare, and how; without it every method that needs no choices, on all places.
        open_dataset: Opens the older dataset that a study is set against, by its folder.
        on_result: Called with each result as soon as it is made.

    Raises:
        UsageError: The study names what the dataset does not have, or a method cannot be applied to it.
        DatasetError: A rating is on a theme or stage that its framework lacks.
        CodebookError: A file of rules cannot be used.
    """
    study = study or Study()
    tables, notes = chosen(dataset, study)
    work = Work(tables, study, _older(study, open_dataset), notes)
    made = []
    for result in results(work):
        made.append(with_dates(result, date_words(tables)))
        on_result(made[-1])
    return StudyRun(
        study,
        tuple(made),
        notes,
        tables=tables,
        dataset_id=getattr(dataset, "id", None),
        importers=_importers(tables),
    )


@attrs.frozen
class Differences:
    """In what a study that was run again differs from one that was saved.

    Attributes:
        tables: Which tables are not the same, each in words.
        inputs: What they depend on and is not the same, each in words.
    """

    tables: tuple[str, ...]
    inputs: tuple[str, ...]


def differences(folder: Path | str, run: StudyRun) -> Differences:
    """Say in what the tables of a run differ from those that were saved in a folder.

    Args:
        folder: Where a study was saved.
        run: The same study, run again.

    Raises:
        UsageError: The folder has no manifest.
    """
    path = Path(folder) / MANIFEST
    try:
        before = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        hint = "name the folder that a study was saved in"
        raise UsageError(f"a {MANIFEST}", type(error).__name__, where=str(folder), hint=hint) from error
    after = json.loads(json.dumps(run.manifest(), default=str))
    inputs = (
        f"{key}: {before.get(key)} before, {after[key]} now"
        for key in ("dataset_id", "importers", "versions", "choices")
        if before.get(key) != after[key]
    )
    saved = {table["name"]: table["sha256"] for table in before["tables"]}
    made = {result.name: _digest(result.as_csv().encode()) for result in run.results}
    tables = (
        f"table {name} {_became(name, saved, made)}"
        for name in dict.fromkeys([*saved, *made])
        if saved.get(name) != made.get(name)
    )
    return Differences(tuple(tables), tuple(inputs))


def _became(name: str, saved: Mapping[str, str], made: Mapping[str, str]) -> str:
    if name not in saved:
        return "is new"
    return "differs" if name in made else "is no longer made"


def _older(study: Study, open_dataset: OpenDataset | None) -> Tables | None:
    against = study.change.against if study.change else None
    if against is None:
        return None
    if open_dataset is None:
        raise UsageError("a way to open the older dataset", "none", where="run_study, open_dataset")
    return chosen(open_dataset(str(against)), attrs.evolve(study, since=None, until=None))[0]


def _importers(tables: Tables) -> tuple[str, ...]:
    claims = tables.frame("claims").filter(pl.col("importer").is_not_null())
    return tuple(claims.select(pl.col("importer").cast(pl.String)).unique().collect()["importer"].sort())


def _choices(study: Study) -> dict[str, Any]:
    asked = attrs.asdict(study) | {"methods": study.asked}
    plain: dict[str, Any] = json.loads(json.dumps(asked, default=_plain))
    return plain


def _plain(value: object) -> str:
    # Where a file lies is no choice of the study, and differs between machines.
    return value.name if isinstance(value, Path) else str(value)


def _described(result: Result, file: Path) -> dict[str, Any]:
    return {
        "name": result.name,
        "title": result.title,
        "file": file.name,
        "sha256": _digest(file.read_bytes()),
        "rows": result.frame.height,
        "facts": len(result.fact_ids),
        "denominators": dict(result.denominators),
        "dates": [str(day) if day else None for day in result.dates],
        "source": result.source,
        "notes": list(result.notes),
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
