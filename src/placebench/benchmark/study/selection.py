"""`Selection`: the part of a dataset that a study is about, which every method reads like a dataset."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import polars as pl

from placebench.benchmark.scope import Tables
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.study.choices import Study
from placebench.benchmark.unknown import unknown
from placebench.benchmark.window import Window
from placebench.model import FACT_TABLES


@attrs.frozen(eq=False)
class Selection:
    """The rows of a dataset that speak of some places, and came to be in some ways.

    Statements on each place of a system stay, and so do those on a system itself, where one of its places
    is chosen.

    Attributes:
        tables: The dataset.
        places: Identifiers of the places; all where empty.
        basis: How facts came to be, of `stated`, `derived` and `judged`; all where empty.
    """

    tables: Tables
    places: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()

    def frame(self, name: str) -> pl.LazyFrame:
        """Return a table by name, without the rows that are not chosen."""
        frame = self.tables.frame(name)
        if name in FACT_TABLES:
            return frame.filter(self._of_places() & self._of_basis())
        if name == "places" and self.places:
            return frame.filter(pl.col("place_id").is_in(self.places))
        return self._claims(frame) if name == "claims" and self.places else frame

    def notes(self) -> Iterator[str]:
        """Say how many facts are left out, and why."""
        for words, kept in (("on other places", self._of_places()), ("of another basis", self._of_basis())):
            frames = [self.tables.frame(table).filter(~kept).select(pl.len()) for table in FACT_TABLES]
            number = sum(frame.item() for frame in pl.collect_all(frames))
            if number:
                yield f"Left out of the study: {counted(number, 'fact', 'facts')} {words}."

    def _of_places(self) -> pl.Expr:
        if not self.places:
            return pl.lit(value=True)
        systems = sorted({place.partition("/")[0] for place in self.places})
        general = pl.col("place_id").is_null() & pl.col("system_id").is_in(systems)
        return pl.col("place_id").is_in(self.places).fill_null(value=False) | general

    def _of_basis(self) -> pl.Expr:
        return pl.col("basis").cast(pl.String).is_in(self.basis) if self.basis else pl.lit(value=True)

    def _claims(self, claims: pl.LazyFrame) -> pl.LazyFrame:
        # A claim that named only other places must not come to look like one on all of them.
        chosen = pl.col("places").list.set_intersection(list(self.places))
        general = pl.col("places").list.len() == 0
        return claims.filter(general | (chosen.list.len() > 0)).with_columns(chosen)


def chosen(dataset: Tables, study: Study) -> tuple[Tables, tuple[str, ...]]:
    """Return the part of a dataset that a study is about, and what is to be said of the rest.

    Raises:
        UsageError: The study names a place or a system that the dataset does not have.
    """
    places = _places(dataset, study)
    notes: list[str] = []
    if study.since or study.until:
        notes.extend(_undated(Window(Selection(dataset, places, study.basis), study.since, study.until)))
        dataset = Window(dataset, study.since, study.until)
    if not places and not study.basis:
        return dataset, tuple(notes)
    selection = Selection(dataset, places, study.basis)
    return selection, (*notes, *selection.notes())


def _undated(window: Window) -> Iterator[str]:
    if not (cut := window.outside()):
        return
    facts, are = counted(cut, "fact has", "facts have"), "is" if cut == 1 else "are"
    whole = window.sources_outside()
    verb = "is thereby not" if whole == 1 else "are thereby not"
    documents = f"; {counted(whole, 'document', 'documents')} {verb} in the study at all" if whole else ""
    yield (
        f"{facts} no date, or one that is known too roughly for the dates of the study (a year or month that "
        f"these cut), and {are} left out{documents}."
    )


def _places(dataset: Tables, study: Study) -> tuple[str, ...]:
    if not study.places and not study.systems:
        return ()
    known = dataset.frame("places").select("place_id", "system_id").unique().collect()
    for place in study.places:
        if place not in set(known["place_id"]):
            raise unknown("a place of the dataset", place, known["place_id"], where=study.title)
    for system in study.systems:
        if system not in set(known["system_id"]):
            raise unknown("a system of the dataset", system, known["system_id"], where=study.title)
    of_systems = known.filter(pl.col("system_id").is_in(study.systems))["place_id"]
    return tuple(sorted({*study.places, *of_systems}))
